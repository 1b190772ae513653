import type { ProfileView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { vacancyPage } from '../frame/public-pages.js';
import { Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { AdText } from '../match/ad-text.js';
import { Checks } from '../match/checks.js';
import { conceptsOf } from '../match/evidence.js';
import { EligibilityLine } from '../design/checklist.js';
import { Fit } from '../match/fit.js';
import { Parts } from '../match/parts.js';
import { VacancyLine } from '../match/vacancy-line.js';
import { Changes } from './changes.js';
import { CheckAnswer, FactAnswer } from './fact-answers.js';
import { useMyProfile, useSay } from './profile.js';

const waitMs = 300;

export function MatchPage(): ReactNode {
  const profile = useMyProfile();
  const { vacancyId = '' } = useParams();
  if (profile.isPending) return <Loading />;
  if (profile.isError) return <Failure error={profile.error} retry={() => void profile.refetch()} />;
  if (profile.data === null) return <WithoutProfile />;
  return <Match profile={profile.data} vacancyId={vacancyId} />;
}

function WithoutProfile(): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="prose">
      <PageTitle title={t('cv.title')} />
      <p>{t('cv.lead')}</p>
      <p>
        <Link className="button" to="/matches">
          {t('cv.title')}
        </Link>
      </p>
    </div>
  );
}

function Match({ profile, vacancyId }: { readonly profile: ProfileView; readonly vacancyId: string }): ReactNode {
  const { t, language } = useLanguage();
  const match = useQuery({
    queryKey: ['match', profile.id, vacancyId],
    queryFn: () => call(endpoints.match, { params: { profileId: profile.id, vacancyId } }),
    refetchInterval: ({ state }) => (state.data && state.data.profileRevision < profile.revision ? waitMs : false),
  });
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId } }),
  });
  const say = useSay(profile);
  const how = match.data;
  const parts = how ? [...how.employerParts, ...how.seekerParts] : [];
  const label = useConceptLabels([
    ...conceptsOf(parts),
    ...(how?.checks.map(({ conceptId }) => conceptId) ?? []),
    ...(how?.counterfactuals.map(({ change }) => change.conceptId) ?? []),
  ]);
  const isStale = how !== undefined && how.profileRevision < profile.revision;
  const told = useChangeOfFit(how?.fit, say.isPending || isStale);
  if (match.isPending) return <Loading />;
  if (match.isError) return <Failure error={match.error} retry={() => void match.refetch()} />;
  const { vacancy: summary, employerParts, seekerParts, counterfactuals, checks, versions } = match.data;
  return (
    <article className="match">
      <p>
        <Link to="/matches">← {t('match.back')}</Link>
      </p>
      <PageTitle title={summary.headline}>
        <span lang={summary.language}>{summary.headline}</span>
      </PageTitle>
      <VacancyLine vacancy={summary} />
      <p className="live small" role="status">
        {told}
      </p>
      {say.isError && <Failure error={say.error} />}
      <div className="match-summary card">
        <Fit figures={match.data} side="seeker" />
        <div>
          <EligibilityLine state={match.data.eligibility} />
          <h2 className="small-title">{t('check.title')}</h2>
          <Checks
            checks={checks}
            label={label}
            actions={(check, name) => <CheckAnswer check={check} name={name} say={say} />}
          />
          {checks.some(({ state }) => state === 'unknown') && <p className="small soft">{t('check.explain')}</p>}
        </div>
      </div>
      <div className="match-columns">
        <section aria-labelledby="how">
          <h2 id="how">{t('match.how')}</h2>
          <Parts
            title={t('fit.employer')}
            parts={employerParts}
            label={label}
            side="seeker"
            actions={(part) => <FactAnswer part={part} label={label} say={say} />}
          />
          <Parts title={t('fit.seeker')} parts={seekerParts} label={label} side="seeker" />
          <Changes fit={match.data.fit} counterfactuals={counterfactuals} label={label} say={say} />
          <p className="small soft">
            {t('match.versions', { model: versions.model, taxonomy: versions.taxonomy.slice(0, 12) })}
          </p>
        </section>
        <section aria-labelledby="ad">
          <h2 id="ad">{t('match.ad')}</h2>
          <p>
            <a href={vacancyPage(language, vacancyId)}>{t('match.ad.open')}</a>
          </p>
          {vacancy.data && <AdText vacancy={vacancy.data} parts={employerParts} />}
          {vacancy.isError && <Failure error={vacancy.error} />}
        </section>
      </div>
    </article>
  );
}

/** Says what an answer did to the fit, once it was computed again. */
function useChangeOfFit(fit: number | undefined, isComputing: boolean): string {
  const { t } = useLanguage();
  const before = useRef<number | undefined>(undefined);
  const [change, setChange] = useState<{ from: number; to: number } | null>(null);
  useEffect(() => {
    if (fit === undefined) return;
    if (isComputing) before.current ??= fit;
    else if (before.current !== undefined) {
      setChange({ from: before.current, to: fit });
      before.current = undefined;
    }
  }, [fit, isComputing]);
  if (isComputing) return t('match.recomputing');
  if (!change) return '';
  return t(change.from === change.to ? 'match.same' : 'match.changed', change);
}
