import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressOf, call, type AnswerOfEndpoint } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Answered, Empty } from '../design/states.js';
import { DataTable, type Column } from '../design/table.js';
import { useLanguage } from '../language/language.js';
import { textOf } from '../language/texts.js';
import { FactRow } from './fact-row.js';

type Words = AnswerOfEndpoint<typeof operatorEndpoints.uncoveredWords>['items'][number];

const wordsShown = 20;

/** How far the taxonomy in use goes: shares of the open ads, and the words that have no concept, those of most ads first. */
export function Coverage(): ReactNode {
  const { t, number } = useLanguage();
  const share = (some: number, of: number): string =>
    t('coverage.share', { some, of, percent: of === 0 ? 0 : some / of });
  const coverage = useQuery({ queryKey: ['coverage'], queryFn: () => call(operatorEndpoints.coverage) });
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t('coverage.title')}</h2>
      <p className="soft">{t('coverage.lead')}</p>
      <Answered query={coverage}>
        {({ vacancies, withOccupation, withThreeDemands, withThreeConcepts, demands, demandsWithConcept, words }) => (
          <>
            <div className="card">
              <dl className="facts">
                <FactRow name={t('coverage.occupation')} value={share(withOccupation, vacancies)} />
                <FactRow name={t('coverage.demands')} value={share(withThreeDemands, vacancies)} />
                <FactRow name={t('coverage.concepts')} value={share(withThreeConcepts, vacancies)} />
                <FactRow name={t('coverage.withConcept')} value={share(demandsWithConcept, demands)} />
                <FactRow name={t('coverage.words')} value={number(words)} />
              </dl>
            </div>
            {words > 0 && <UncoveredWords />}
          </>
        )}
      </Answered>
    </section>
  );
}

function UncoveredWords(): ReactNode {
  const { t, number } = useLanguage();
  const query = { limit: wordsShown };
  const words = useQuery({
    queryKey: ['uncovered-words'],
    queryFn: () => call(operatorEndpoints.uncoveredWords, { query }),
  });
  const columns: Column<Words>[] = [
    { id: 'words', title: t('coverage.word'), isRowHeader: true, cell: (row) => row.words },
    { id: 'kind', title: t('coverage.kind'), cell: ({ kind }) => textOf(t, `kind.${kind}`, 'coverage.kind.other') },
    { id: 'vacancies', title: t('coverage.ads'), isNumber: true, cell: ({ vacancies }) => number(vacancies) },
  ];
  return (
    <Answered query={words}>
      {({ items, total }) =>
        items.length === 0 ? (
          <Empty title={t('coverage.none')} />
        ) : (
          <>
            <DataTable
              caption={t('coverage.table', { shown: items.length, total })}
              columns={columns}
              rows={items}
              keyOf={(row) => `${row.kind} ${row.words}`}
            />
            <p>
              <a href={addressOf(operatorEndpoints.uncoveredWordsTable.path, undefined, undefined)} download>
                {t('coverage.save')}
              </a>
            </p>
          </>
        )
      }
    </Answered>
  );
}
