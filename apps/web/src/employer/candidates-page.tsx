import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { Empty, Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { Removed } from '../match/checks.js';
import { RankChoice, useRankBy } from '../match/rank-choice.js';
import { Supply } from './supply.js';
import { VacancyTabs } from './vacancy-tabs.js';
import { DemandWeights } from './demand-weights.js';
import { Widening } from './widening.js';
import { CandidateCard, conceptsOfCandidates } from './candidate-card.js';

/** Below this, what would bring more is worth a word. */
const few = 20;

/** Who fits a vacancy of mine, best first, without names. */
export function CandidatesPage(): ReactNode {
  const { t } = useLanguage();
  const { vacancyId = '' } = useParams();
  const rankBy = useRankBy();
  const page = usePage();
  const weights = useSearchParams()[0].getAll('weight');
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId } }),
  });
  const candidates = useQuery({
    queryKey: ['candidates', vacancyId, rankBy, page, weights],
    queryFn: () =>
      call(endpoints.candidates, {
        params: { vacancyId },
        query: { rankBy, weight: weights, limit: pageSize, offset: (page - 1) * pageSize },
      }),
    placeholderData: keepPreviousData,
  });
  const items = candidates.data?.items ?? [];
  const label = useConceptLabels(conceptsOfCandidates(items));
  return (
    <>
      <p>
        <Link to="/vacancies">← {t('vacancies.back')}</Link>
      </p>
      <PageTitle title={t('candidates.title')} />
      {vacancy.data && (
        <p className="page-lead" lang={vacancy.data.language}>
          {vacancy.data.headline}
        </p>
      )}
      <VacancyTabs vacancyId={vacancyId} />
      <p>{t('candidates.lead')}</p>
      {vacancy.data && <DemandWeights vacancy={vacancy.data} />}
      {vacancy.data && <Supply vacancy={vacancy.data} />}
      {candidates.isPending && <Loading />}
      {candidates.isError && <Failure error={candidates.error} retry={() => void candidates.refetch()} />}
      {candidates.data && (
        <>
          <div className="results-head">
            <h2>
              <span role="status">{t('candidates.count', { count: candidates.data.total })}</span>
            </h2>
            {candidates.data.total > 1 && <RankChoice />}
          </div>
          {items.length === 0 && (
            <Empty title={t('candidates.empty')}>
              <p>{t('candidates.empty.text')}</p>
            </Empty>
          )}
          <ol className="match-list">
            {items.map((match) => (
              <CandidateCard
                key={match.profileId}
                match={match}
                label={label}
                heading={
                  <Link to={`/vacancies/${vacancyId}/candidates/${match.profileId}`}>
                    {t('candidates.name', { alias: match.candidate.alias })}
                  </Link>
                }
              />
            ))}
          </ol>
          <Paging total={candidates.data.total} />
          {candidates.data.total < few && vacancy.data && <Widening vacancy={vacancy.data} />}
          <Removed removed={candidates.data.removed} text="candidates.removed" />
        </>
      )}
    </>
  );
}
