import type { CsvMapping } from '#contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { SelectField, WordsField } from '../design/field.js';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { CsvColumns } from './csv-columns.js';

const kinds = ['jobstream', 'jobsearch', 'jsonld', 'hrxml', 'csv'] as const;

/** Registers a feed: its shape, its address, how often it is read, and for CSV which column is what. */
export function NewFeed({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void;
  readonly onAdded: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('jobstream');
  const [address, setAddress] = useState('');
  const [minutes, setMinutes] = useState('60');
  const [mapping, setMapping] = useState<CsvMapping | null>(null);
  const [employer, setEmployer] = useState('');
  const isCsv = kind === 'csv';
  const defaults = { employerName: employer.trim() || null };
  const add = useMutation({
    mutationFn: () =>
      call(operatorEndpoints.createFeed, {
        body: { name, kind, address, everyMinutes: Number(minutes), ...(isCsv ? { mapping, defaults } : {}) },
      }),
    onSuccess: onAdded,
  });
  const isReady = name.trim() !== '' && address.trim() !== '' && (!isCsv || mapping !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!add.isPending && isReady) add.mutate();
  };
  return (
    <Dialog title={t('feeds.add')} isOpen onClose={onClose} isWide={isCsv}>
      <form onSubmit={submit}>
        <WordsField label={t('feeds.name')} value={name} onChange={setName} maxLength={50} isRequired />
        <SelectField
          label={t('feeds.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, text: t(`feed.kind.${value}`) }))}
          onChange={setKind}
        />
        <WordsField label={t('feeds.address')} value={address} onChange={setAddress} maxLength={2000} isRequired />
        {isCsv && (
          <>
            <WordsField label={t('csv.employer')} value={employer} onChange={setEmployer} maxLength={200} isOptional />
            <CsvColumns address={address.trim()} defaults={defaults} mapping={mapping} onMapping={setMapping} />
          </>
        )}
        <WordsField
          label={t('feeds.minutes')}
          type="number"
          min={5}
          max={10_080}
          isNarrow
          value={minutes}
          onChange={setMinutes}
        />
        {add.isError && <Failure error={add.error} />}
        <Button type="submit" isPending={add.isPending} isDisabled={isCsv && mapping === null}>
          {t('feeds.add.go')}
        </Button>
      </form>
    </Dialog>
  );
}
