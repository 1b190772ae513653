import type { ImportResult } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { CheckField } from '../design/choices.js';
import { Progress } from '../design/progress.js';
import { Failure } from '../design/states.js';
import { DataTable } from '../design/table.js';
import { useLanguage } from '../language/language.js';
import { download } from '../officer/csv.js';
import { adsIn } from './ads-in-file.js';

const batch = 50;
type Outcome = ImportResult['outcome'];
interface Rejected {
  readonly line: number;
  readonly id: string | null;
  readonly reason: string;
  readonly record: unknown;
}
interface Run {
  readonly done: number;
  readonly of: number;
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  readonly rejected: readonly Rejected[];
}

/** Takes ads out of a file, in the shape of JobSearch or JobStream, some at a time: what is rejected is told with its reason, the rest goes in. */
export function ImportAds(): ReactNode {
  const { t, number } = useLanguage();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [isDemo, setDemo] = useState(false);
  const [run, setRun] = useState<Run | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isWrong, setWrong] = useState(false);
  const stopped = useRef(false);
  const isRunning = run !== null && run.done < run.of && error === null && !stopped.current;
  const start = async (): Promise<void> => {
    if (!file) return;
    stopped.current = false;
    setError(null);
    setWrong(false);
    const records = adsIn(await file.text());
    if (!records) return setWrong(true);
    let state: Run = { done: 0, of: records.length, counts: {}, rejected: [] };
    setRun(state);
    try {
      for (let from = 0; from < records.length && !stopped.current; from += batch) {
        const some = records.slice(from, from + batch);
        const { results } = await call(operatorEndpoints.importAds, {
          body: { source: isDemo ? 'demo' : 'file', records: some, demo: isDemo },
        });
        const counts: Partial<Record<Outcome, number>> = { ...state.counts };
        for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
        const rejected = results
          .filter(({ outcome }) => outcome === 'rejected')
          .map(({ index, externalId, reason }) => ({
            line: from + index + 1,
            id: externalId,
            reason: reason ?? '',
            record: some[index],
          }));
        state = { ...state, done: from + some.length, counts, rejected: [...state.rejected, ...rejected] };
        setRun(state);
      }
    } catch (problem) {
      setError(problem);
    }
    await queries.invalidateQueries({ queryKey: ['matching'] });
  };
  return (
    <section className="card" aria-labelledby="import">
      <h2 id="import">{t('import.title')}</h2>
      <label htmlFor="import-file">{t('import.file')}</label>
      <p className="hint" id="import-hint">
        {t('import.hint')}
      </p>
      <input
        id="import-file"
        type="file"
        accept=".json,.ndjson,.jsonl,application/json"
        aria-describedby="import-hint"
        onChange={({ target }) => setFile(target.files?.[0] ?? null)}
      />
      <CheckField isChecked={isDemo} onChange={setDemo}>
        {t('import.demo')}
      </CheckField>
      <p className="actions">
        <Button isDisabled={!file} isPending={isRunning} onPress={() => void start()}>
          {t('import.start')}
        </Button>
        {isRunning && (
          <Button kind="secondary" onPress={() => (stopped.current = true)}>
            {t('import.stop')}
          </Button>
        )}
      </p>
      {isWrong && (
        <p className="notice error" role="alert">
          {t('import.wrong')}
        </p>
      )}
      {error !== null && <Failure error={error} retry={() => void start()} />}
      {run && (
        <>
          <Progress
            label={t('import.progress', { done: run.done, of: run.of })}
            value={run.done}
            max={Math.max(1, run.of)}
          />
          <p role="status">
            {Object.entries(run.counts)
              .map(([outcome, count]) => `${t(`import.${outcome as Outcome}`)} ${number(count)}`)
              .join(', ')}
          </p>
          {run.rejected.length > 0 && (
            <>
              <DataTable<Rejected>
                caption={t('import.rejects')}
                rows={run.rejected.slice(0, 100)}
                keyOf={({ line }) => String(line)}
                columns={[
                  { id: 'line', title: t('import.line'), isNumber: true, cell: ({ line }) => number(line) },
                  { id: 'id', title: t('import.id'), isRowHeader: true, cell: ({ id }) => id ?? '–' },
                  { id: 'why', title: t('operation.dead.why'), cell: ({ reason }) => <span lang="en">{reason}</span> },
                ]}
              />
              <Button
                kind="secondary"
                onPress={() =>
                  download(
                    'rejected.ndjson',
                    run.rejected.map(({ record }) => `${JSON.stringify(record)}\n`).join(''),
                    'application/x-ndjson',
                  )
                }
              >
                {t('import.rejects.save')}
              </Button>
            </>
          )}
        </>
      )}
    </section>
  );
}
