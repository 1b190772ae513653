import type { ProfileView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import Bookmark from 'lucide-react/icons/bookmark';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels } from '../../api/labels.js';
import { Button, ButtonLink } from '../../design/button.js';
import { EligibilityLine } from '../../design/checklist.js';
import { Answered, Failure, PageTitle } from '../../design/states.js';
import { vacancyAddress } from '#site';
import { useLanguage } from '../../language/language.js';
import { AdText } from '../../match/ad-text.js';
import { Checks } from '../../match/checks.js';
import { conceptsOf } from '../../match/evidence.js';
import { Fit } from '../../match/fit.js';
import { Parts } from '../../match/parts.js';
import { VacancyLine } from '../../match/vacancy-line.js';
import { useMarks } from '../matches/marks.js';
import { useMyProfile, useSay } from '../profile/my-profile.js';
import { useSaved } from '../saved/marked.js';
import { Apply } from './apply.js';
import { Changes } from './changes.js';
import { EmployerView } from './employer-view.js';
import { CheckAnswer, FactAnswer } from './fact-answers.js';

/** The system tells when a change is ranked; this is for when its word does not come through. */
const lookAgainMs = 1500;

export function MatchPage(): ReactNode {
  const profile = useMyProfile();
  const { vacancyId = '' } = useParams();
  return (
    <Answered query={profile}>
      {(known) => (known === null ? <WithoutProfile /> : <Match profile={known} vacancyId={vacancyId} />)}
    </Answered>
  );
}

function WithoutProfile(): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="prose">
      <PageTitle title={t('cv.title')} />
      <p>{t('cv.lead')}</p>
      <p>
        <ButtonLink to="/matches">{t('cv.title')}</ButtonLink>
      </p>
    </div>
  );
}

interface MatchProps {
  readonly profile: ProfileView;
  readonly vacancyId: string;
}

function Match({ profile, vacancyId }: MatchProps): ReactNode {
  const { t } = useLanguage();
  const match = useQuery({
    queryKey: ['match', profile.id, vacancyId],
    queryFn: () => call(endpoints.match, { params: { profileId: profile.id, vacancyId } }),
    refetchInterval: ({ state }) => (state.data && state.data.profileRevision < profile.revision ? lookAgainMs : false),
  });
  const say = useSay();
  const how = match.data;
  const parts = how ? [...how.employerParts, ...how.seekerParts] : [];
  const label = useConceptLabels([
    ...conceptsOf(parts),
    ...(how?.checks.map(({ conceptId }) => conceptId) ?? []),
    ...(how?.counterfactuals.map(({ change }) => change.conceptId) ?? []),
  ]);
  const isStale = how !== undefined && how.profileRevision < profile.revision;
  const told = useChangeOfFit(how?.fit, say.isPending || isStale);
  return (
    <Answered query={match}>
      {({ vacancy, employerParts, seekerParts, counterfactuals, checks, versions, ...figures }) => (
        <article className="match">
          <p>
            <Link to="/matches">← {t('match.back')}</Link>
          </p>
          <PageTitle title={vacancy.headline}>
            <span lang={vacancy.language}>{vacancy.headline}</span>
          </PageTitle>
          <VacancyLine vacancy={vacancy} />
          <MatchActions profile={profile} vacancyId={vacancyId} />
          <p className="live" role="status">
            {told}
          </p>
          {say.isError && <Failure error={say.error} />}
          <div className="match-summary card">
            <Fit figures={{ ...figures, checks }} side="seeker" />
            <div>
              <EligibilityLine state={figures.eligibility} />
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
              <Changes fit={figures.fit} counterfactuals={counterfactuals} label={label} say={say} />
              <Parts
                title={t('fit.employer')}
                parts={employerParts}
                label={label}
                side="seeker"
                actions={(part) => <FactAnswer part={part} label={label} say={say} />}
              />
              <Parts title={t('fit.seeker')} parts={seekerParts} label={label} side="seeker" />
              <p className="small soft">
                {t('match.versions', { model: versions.model, taxonomy: versions.taxonomy.slice(0, 12) })}
              </p>
            </section>
            <Ad vacancyId={vacancyId} parts={employerParts} />
          </div>
        </article>
      )}
    </Answered>
  );
}

function MatchActions({ profile, vacancyId }: MatchProps): ReactNode {
  const { t } = useLanguage();
  const marks = useMarks(profile.id);
  const saved = useSaved(profile.id);
  const isSaved = saved.data?.items.some(({ vacancy }) => vacancy.id === vacancyId) ?? false;
  return (
    <div className="actions match-head-actions">
      <Apply profile={profile} vacancyId={vacancyId} />
      <Button kind="secondary" isOn={isSaved} onPress={() => marks.save(vacancyId, !isSaved)}>
        <Bookmark size={18} aria-hidden fill={isSaved ? 'currentColor' : 'none'} /> {t('mark.save')}
      </Button>
      <EmployerView profileId={profile.id} vacancyId={vacancyId} />
    </div>
  );
}

function Ad({
  vacancyId,
  parts,
}: {
  readonly vacancyId: string;
  readonly parts: Parameters<typeof AdText>[0]['parts'];
}): ReactNode {
  const { t, language } = useLanguage();
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId } }),
  });
  return (
    <section aria-labelledby="ad">
      <h2 id="ad">{t('match.ad')}</h2>
      <p>
        <a href={vacancyAddress(language, vacancyId)}>{t('match.ad.open')}</a>
      </p>
      <Answered query={vacancy}>{(known) => <AdText vacancy={known} parts={parts} />}</Answered>
    </section>
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
