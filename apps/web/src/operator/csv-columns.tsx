import type { CsvMapping, CsvPreview, CsvPreviewRow } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { StateIcon } from '../design/checklist.js';
import { SelectField } from '../design/field.js';
import { Failure } from '../design/states.js';
import { DataTable } from '../design/table.js';
import { useLanguage } from '../language/language.js';
import { beginningOf } from './beginning-of-file.js';

const fields = [
  'id',
  'headline',
  'text',
  'employer',
  'organisationNumber',
  'municipality',
  'occupation',
  'url',
  'published',
  'deadline',
  'positions',
  'extent',
  'email',
] as const satisfies readonly (keyof CsvMapping)[];
type Field = (typeof fields)[number];
type Chosen = Partial<Record<Field, string>>;
type Looked = { readonly address: string } | { readonly text: string };

interface CsvColumnsProps {
  readonly address: string;
  readonly defaults: { readonly employerName: string | null };
  readonly mapping: CsvMapping | null;
  readonly onMapping: (mapping: CsvMapping | null) => void;
}

/** Which column of a CSV file is what: guessed by their names, chosen by hand, and at once seen on the first rows. */
export function CsvColumns({ address, defaults, mapping, onMapping }: CsvColumnsProps): ReactNode {
  const { t } = useLanguage();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const asked = chosen === null ? undefined : asMapping(chosen);
  const preview = useQuery({
    queryKey: ['csv-preview', looked, asked, defaults],
    queryFn: () =>
      call(operatorEndpoints.previewCsvFeed, { body: { ...looked!, ...(asked ? { mapping: asked } : {}), defaults } }),
    enabled: looked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data } = preview;
  const current = chosen === null ? (data?.mapping ?? null) : (asked ?? null);
  const isSame = JSON.stringify(current) === JSON.stringify(mapping);
  useEffect(() => {
    if (!isSame) onMapping(current);
  }, [isSame, current, onMapping]);
  const look = (at: Looked): void => {
    setChosen(null);
    setLooked(at);
  };
  const choose = (field: Field, column: string): void => {
    const rest = { ...(chosen ?? data?.mapping ?? {}) } as Chosen;
    if (column === '') delete rest[field];
    else rest[field] = column;
    setChosen(rest);
  };
  return (
    <>
      <p className="actions">
        <Button
          kind="secondary"
          isDisabled={address === ''}
          isPending={preview.isFetching}
          onPress={() => look({ address })}
        >
          {t('csv.look')}
        </Button>
      </p>
      <div className="field">
        <label htmlFor="csv-file">{t('csv.file')}</label>
        <p className="hint" id="csv-file-hint">
          {t('csv.file.hint')}
        </p>
        <input
          id="csv-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-describedby="csv-file-hint"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void beginningOf(file).then((text) => look({ text }));
          }}
        />
      </div>
      {preview.isError && <Failure error={preview.error} />}
      {looked !== null && data && (
        <>
          <Mapping columns={data.columns} chosen={chosen ?? data.mapping ?? {}} onChoose={choose} />
          {current === null ? <p className="notice">{t('csv.mapping.none')}</p> : <Rows preview={data} />}
        </>
      )}
    </>
  );
}

/** What can be asked for: an id and a headline at least. */
const asMapping = ({ id, headline, ...rest }: Chosen): CsvMapping | undefined =>
  id === undefined || headline === undefined ? undefined : { id, headline, ...rest };

function Mapping({
  columns,
  chosen,
  onChoose,
}: {
  readonly columns: readonly string[];
  readonly chosen: Chosen;
  readonly onChoose: (field: Field, column: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const options = [{ value: '', text: t('csv.unused') }, ...columns.map((value) => ({ value, text: value }))];
  return (
    <fieldset>
      <legend>{t('csv.mapping')}</legend>
      <div className="column-choices">
        {fields.map((field) => (
          <SelectField
            key={field}
            label={t(`csv.field.${field}`)}
            value={chosen[field] ?? ''}
            options={options}
            onChange={(column) => onChoose(field, column)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Rows({ preview: { rows } }: { readonly preview: CsvPreview }): ReactNode {
  const { t, number } = useLanguage();
  const faults = rows.filter(({ fault }) => fault !== null).length;
  return (
    <>
      <p role="status">{t('csv.faults', { faults })}</p>
      <DataTable<CsvPreviewRow>
        caption={t('csv.rows')}
        rows={rows}
        keyOf={({ position }) => String(position)}
        columns={[
          { id: 'at', title: t('csv.row'), isNumber: true, cell: ({ position }) => number(position) },
          {
            id: 'becomes',
            title: t('csv.becomes'),
            isRowHeader: true,
            cell: ({ ad, fault, cells }) => (
              <span className="with-icon">
                <StateIcon state={fault === null ? 'met' : 'not-met'} />
                {ad ? ad.headline : <span lang="en">{fault ?? Object.values(cells).join(', ')}</span>}
              </span>
            ),
          },
          { id: 'employer', title: t('csv.field.employer'), cell: ({ ad }) => ad?.employer ?? '–' },
          { id: 'municipality', title: t('csv.field.municipality'), cell: ({ ad }) => ad?.municipality ?? '–' },
          { id: 'occupation', title: t('csv.field.occupation'), cell: ({ ad }) => ad?.occupation ?? '–' },
          { id: 'deadline', title: t('csv.field.deadline'), cell: ({ ad }) => ad?.deadline ?? '–' },
        ]}
      />
    </>
  );
}
