import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { StateIcon } from '../design/checklist.js';
import { Answered } from '../design/states.js';
import { DataTable, type Column } from '../design/table.js';
import { useLanguage } from '../language/language.js';
import { textOf } from '../language/texts.js';
import type { AnswerOfEndpoint } from '../api/call.js';

type Queue = AnswerOfEndpoint<typeof operatorEndpoints.parts>['queues'][number];
const everyMs = 5000;

/** How each part of the system does, looked up every few seconds, and how deep the queues are. */
export function Parts(): ReactNode {
  const { t, number } = useLanguage();
  const parts = useQuery({
    queryKey: ['parts'],
    queryFn: () => call(operatorEndpoints.parts),
    refetchInterval: everyMs,
  });
  const columns: Column<Queue>[] = [
    { id: 'queue', title: t('operation.queue'), isRowHeader: true, cell: ({ queue }) => <code>{queue}</code> },
    { id: 'waiting', title: t('operation.waiting'), isNumber: true, cell: ({ waiting }) => number(waiting) },
    { id: 'active', title: t('operation.active'), isNumber: true, cell: ({ active }) => number(active) },
    { id: 'failed', title: t('operation.failed'), isNumber: true, cell: ({ failed }) => number(failed) },
  ];
  return (
    <Answered query={parts}>
      {({ services, queues }) => (
        <>
          <section aria-labelledby="parts">
            <h2 id="parts">{t('operation.parts')}</h2>
            <p role="status" className="live">
              {services.every(({ ok }) => ok) ? t('operation.parts.well') : t('operation.parts.ill')}
            </p>
            <ul className="part-cards">
              {services.map(({ service, isReachable, ok, parts: its }) => (
                <li key={service} className="card">
                  <h3 className="with-icon">
                    <StateIcon state={ok ? 'met' : 'not-met'} /> {t(`service.${service}`)}
                  </h3>
                  {!isReachable && <p>{t('operation.unreachable')}</p>}
                  <ul className="plain-list">
                    {its.map((part) => (
                      <li key={part.name} className="with-icon">
                        <StateIcon state={part.ok ? 'met' : 'not-met'} />
                        <span>
                          {textOf(t, `part.name.${part.name}`, 'part.name.other')}
                          {part.problem && <span className="soft small">: {part.problem}</span>}
                          <Figures figures={part.figures} />
                        </span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </section>
          {queues.length > 0 && (
            <section>
              <DataTable caption={t('operation.queues')} columns={columns} rows={queues} keyOf={({ queue }) => queue} />
            </section>
          )}
        </>
      )}
    </Answered>
  );
}

function Figures({ figures }: { readonly figures: Readonly<Record<string, string | number | boolean>> }): ReactNode {
  const { t, number } = useLanguage();
  const known = Object.entries(figures).flatMap(([name, value]) => {
    const key = `figure.${name}`;
    if (!t.has(key)) return [];
    return t(key, {
      value: typeof value === 'number' ? number(Math.round(value * 10) / 10) : String(value),
    });
  });
  if (known.length === 0) return null;
  return <span className="soft small"> ({known.join(', ')})</span>;
}
