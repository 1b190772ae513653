import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { BulkRuns } from './bulk-runs.js';
import { Coverage } from './coverage.js';
import { DeadLetters } from './dead-letters.js';
import { DemoData } from './demo-data.js';
import { FactRow } from './fact-row.js';
import { Feeds } from './feeds.js';
import { ImportAds } from './import-ads.js';
import { Parts } from './parts.js';
import { SearchIndex } from './search-index.js';

/** How the system is doing: what got stuck, what is ranked, which taxonomy. */
export function OperationPage(): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <PageTitle title={t('operation.title')} />
      <p className="page-lead">{t('operation.lead')}</p>
      <Parts />
      <DeadLetters />
      <Feeds />
      <Coverage />
      <BulkRuns />
      <SearchIndex />
      <div className="two-columns">
        <Matching />
        <TaxonomyInUse />
        <ImportAds />
        <DemoData />
      </div>
    </>
  );
}

function Matching(): ReactNode {
  const { t, number } = useLanguage();
  const matching = useQuery({ queryKey: ['matching'], queryFn: () => call(endpoints.matching) });
  return (
    <section className="card" aria-labelledby="matching">
      <h2 id="matching">{t('operation.matching')}</h2>
      {matching.isPending && <Loading />}
      {matching.isError && <Failure error={matching.error} retry={() => void matching.refetch()} />}
      {matching.data && (
        <dl className="facts">
          <FactRow name={t('operation.profiles')} value={number(matching.data.profiles)} />
          <FactRow name={t('operation.vacancies')} value={number(matching.data.vacancies)} />
          <FactRow name={t('operation.engine')} value={matching.data.engine} />
          <FactRow name={t('operation.model')} value={matching.data.versions.model} />
        </dl>
      )}
    </section>
  );
}

function TaxonomyInUse(): ReactNode {
  const { t, number } = useLanguage();
  const taxonomy = useQuery({ queryKey: ['taxonomy'], queryFn: () => call(endpoints.taxonomy) });
  return (
    <section className="card" aria-labelledby="taxonomy">
      <h2 id="taxonomy">{t('operation.taxonomy')}</h2>
      {taxonomy.isPending && <Loading />}
      {taxonomy.isError && <Failure error={taxonomy.error} retry={() => void taxonomy.refetch()} />}
      {taxonomy.data && (
        <>
          <dl className="facts">
            <FactRow name={t('operation.version')} value={taxonomy.data.version} />
            <FactRow name={t('operation.hash')} value={taxonomy.data.hash.slice(0, 16)} />
            <FactRow
              name={t('operation.sources')}
              value={taxonomy.data.sources.map(({ name, licence }) => `${name} (${licence})`).join(', ')}
            />
          </dl>
          <details>
            <summary>{t('operation.concepts')}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('operation.kind')}</th>
                  <th scope="col">{t('operation.count')}</th>
                </tr>
              </thead>
              <tbody>
                {Object.entries(taxonomy.data.concepts).map(([kind, count]) => (
                  <tr key={kind}>
                    <td>
                      <code>{kind}</code>
                    </td>
                    <td>{number(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
