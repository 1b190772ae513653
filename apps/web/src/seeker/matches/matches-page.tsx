import type { ProfileView } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { call, CallError } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels } from '../../api/labels.js';
import { ButtonLink } from '../../design/button.js';
import { Answered, Empty, Loading, PageTitle } from '../../design/states.js';
import { pageSize, Paging, usePage } from '../../frame/paging.js';
import { addresses } from '#site';
import { useLanguage } from '../../language/language.js';
import { Removed } from '../../match/checks.js';
import { conceptsOf } from '../../match/evidence.js';
import { useMyProfile } from '../profile/my-profile.js';
import { useMarks } from './marks.js';
import { MatchCard } from './match-card.js';
import { MatchFilters } from './match-filters.js';
import { apiQuery, useMatchQuery } from './match-query.js';
import { Widening } from './widening.js';

const BeginWithCv = lazy(() => import('../cv/begin-with-cv.js').then((module) => ({ default: module.BeginWithCv })));
const settleMs = 500;
const triesForNewProfile = 40;
/** Fewer than this, and what would widen the list is worth a thought. */
const few = 10;

export function MatchesPage(): ReactNode {
  const profile = useMyProfile();
  return (
    <Answered query={profile}>{(known) => (known === null ? <BeginWithCv /> : <Matches profile={known} />)}</Answered>
  );
}

function Matches({ profile: { id: profileId, revision, status } }: { readonly profile: ProfileView }): ReactNode {
  const { t, language, day } = useLanguage();
  const [query, change] = useMatchQuery();
  const page = usePage();
  const hasVisited = useVisit(profileId);
  const matches = useQuery({
    queryKey: ['matches', profileId, revision, query, page],
    queryFn: () =>
      call(endpoints.matches, {
        params: { profileId },
        query: { ...apiQuery(query), limit: pageSize, offset: (page - 1) * pageSize },
      }),
    enabled: hasVisited,
    placeholderData: keepPreviousData,
    // A profile that was just saved is still on its way to matching.
    retry: (count, error) => error instanceof CallError && error.type === 'not-found' && count < triesForNewProfile,
    retryDelay: settleMs,
    refetchInterval: ({ state }) => (state.data && state.data.profileRevision < revision ? settleMs : false),
  });
  const marks = useMarks(profileId);
  const isSettling = matches.data ? matches.data.profileRevision < revision : matches.failureCount > 0;
  const items = matches.data?.items ?? [];
  const label = useConceptLabels(
    items.flatMap(({ evidence, checks }) => [...conceptsOf(evidence), ...checks.map(({ conceptId }) => conceptId)]),
  );
  const isNarrowed =
    query.show !== 'all' || query.remote || query.municipality.length + query.occupationField.length > 0;
  return (
    <>
      <PageTitle title={t('matches.title')} />
      <p className="page-lead">{t('matches.lead')}</p>
      {status === 'restricted' && (
        <p className="notice">
          {t('matches.restricted')} <Link to="/privacy">{t('nav.privacy')}</Link>
        </p>
      )}
      {isSettling && <Loading text={t('matches.settling')} />}
      <Answered query={matches}>
        {({ total, newCount, newSince, hidden, removed }) => (
          <>
            <MatchFilters profileId={profileId} query={query} onChange={change} newCount={newCount} total={total} />
            <div className="results-head">
              <h2>
                <span role="status">{t('matches.count', { count: total })}</span>
              </h2>
              {newSince && <span className="soft small">{t('match.since', { day: day(newSince) })}</span>}
            </div>
            {items.length === 0 ? (
              <Empty title={t(isNarrowed ? 'matches.narrowed' : 'matches.empty')}>
                <p>{t(isNarrowed ? 'matches.narrowed.text' : 'matches.empty.text')}</p>
                <p className="actions">
                  {isNarrowed ? (
                    <ButtonLink kind="secondary" to="/matches">
                      {t('matches.all')}
                    </ButtonLink>
                  ) : (
                    <ButtonLink kind="secondary" href={addresses.vacancies[language]}>
                      {t('nav.search')}
                    </ButtonLink>
                  )}
                </p>
              </Empty>
            ) : (
              <ol className="match-list">
                {items.map((match) => (
                  <MatchCard key={match.vacancyId} match={match} label={label} marks={marks} />
                ))}
              </ol>
            )}
            <Paging total={total} />
            {total < few && <Widening profileId={profileId} revision={revision} query={query} />}
            <Removed removed={removed} text="matches.removed" />
            {hidden > 0 && (
              <p>
                <Link to="/saved?part=hidden">{t('matches.hidden', { count: hidden })}</Link>
              </p>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

/** Tells that the person is looking now, before the list is asked for: what is new is told by the visit before. True once that is told. */
function useVisit(profileId: string): boolean {
  const [told, setTold] = useState(false);
  useEffect(() => {
    let isGone = false;
    // The list is shown even where this cannot be told.
    void call(endpoints.visit, { params: { profileId } })
      .catch(() => undefined)
      .then(() => !isGone && setTold(true));
    return () => {
      isGone = true;
    };
  }, [profileId]);
  return told;
}
