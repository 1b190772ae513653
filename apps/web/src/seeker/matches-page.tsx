import type { VacancyMatch } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router';
import { call, CallError } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { searchPage } from '../frame/public-pages.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { Empty, Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { checkName, Removed } from '../match/checks.js';
import { conceptsOf, EvidenceLines, type ConceptLabel } from '../match/evidence.js';
import { EligibilityLine } from '../design/checklist.js';
import { Fit } from '../match/fit.js';
import { RankChoice, useRankBy } from '../match/rank-choice.js';
import { VacancyLine } from '../match/vacancy-line.js';
import { useMyProfile } from './profile.js';

const BeginWithCv = lazy(() => import('./begin-with-cv.js').then((module) => ({ default: module.BeginWithCv })));
const settleMs = 500;
const triesForNewProfile = 40;

export function MatchesPage(): ReactNode {
  const profile = useMyProfile();
  if (profile.isPending) return <Loading />;
  if (profile.isError) return <Failure error={profile.error} retry={() => void profile.refetch()} />;
  if (profile.data === null)
    return (
      <Suspense fallback={<Loading />}>
        <BeginWithCv />
      </Suspense>
    );
  return <Matches profileId={profile.data.id} revision={profile.data.revision} />;
}

function Matches({ profileId, revision }: { readonly profileId: string; readonly revision: number }): ReactNode {
  const { t, language } = useLanguage();
  const rankBy = useRankBy();
  const page = usePage();
  const matches = useQuery({
    queryKey: ['matches', profileId, revision, rankBy, page],
    queryFn: () =>
      call(endpoints.matches, {
        params: { profileId },
        query: { rankBy, limit: pageSize, offset: (page - 1) * pageSize },
      }),
    placeholderData: keepPreviousData,
    // A profile that was just saved is still on its way to matching.
    retry: (count, error) => error instanceof CallError && error.type === 'not-found' && count < triesForNewProfile,
    retryDelay: settleMs,
    refetchInterval: ({ state }) => (state.data && state.data.profileRevision < revision ? settleMs : false),
  });
  const isSettling = matches.data ? matches.data.profileRevision < revision : matches.failureCount > 0;
  const items = matches.data?.items ?? [];
  const label = useConceptLabels(
    items.flatMap(({ evidence, checks }) => [...conceptsOf(evidence), ...checks.map(({ conceptId }) => conceptId)]),
  );
  return (
    <>
      <PageTitle title={t('matches.title')} />
      <p className="page-lead">{t('matches.lead')}</p>
      {(matches.isPending || isSettling) && <Loading text={isSettling ? t('matches.settling') : undefined} />}
      {matches.isError && <Failure error={matches.error} retry={() => void matches.refetch()} />}
      {matches.data && (
        <>
          <div className="results-head">
            <h2>
              <span role="status">{t('matches.count', { count: matches.data.total })}</span>
            </h2>
            {matches.data.total > 1 && <RankChoice />}
          </div>
          {items.length === 0 ? (
            <Empty title={t('matches.empty')}>
              <p>{t('matches.empty.text')}</p>
              <p>
                <a className="button secondary" href={searchPage(language)}>
                  {t('nav.search')}
                </a>
              </p>
            </Empty>
          ) : (
            <ol className="match-list">
              {items.map((match) => (
                <MatchCard key={match.vacancyId} match={match} label={label} />
              ))}
            </ol>
          )}
          <Paging total={matches.data.total} />
          <Removed removed={matches.data.removed} text="matches.removed" />
        </>
      )}
    </>
  );
}

function MatchCard({ match, label }: { readonly match: VacancyMatch; readonly label: ConceptLabel }): ReactNode {
  const { t } = useLanguage();
  const { vacancy, evidence, checks, eligibility } = match;
  const open = checks.filter(({ state }) => state === 'unknown').map((check) => checkName(t, check, label));
  return (
    <li className="card match-card">
      <div className="match-main">
        <h3>
          <Link to={`/matches/${match.vacancyId}`} lang={vacancy.language}>
            {vacancy.headline}
          </Link>
        </h3>
        <VacancyLine vacancy={vacancy} />
        <EvidenceLines parts={evidence} label={label} side="seeker" />
      </div>
      <div className="match-side">
        <Fit figures={match} side="seeker" />
        <EligibilityLine state={eligibility} />
        {open.length > 0 && (
          <p className="small soft open-checks">{t('eligibility.open', { open: open.join(', ') })}</p>
        )}
      </div>
    </li>
  );
}
