import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { AdText } from '../match/ad-text.js';
import { checkName, Checks } from '../match/checks.js';
import { conceptsOf } from '../match/evidence.js';
import { Facts } from '../match/facts.js';
import { EligibilityLine } from '../design/checklist.js';
import { Fit } from '../match/fit.js';
import { Parts } from '../match/parts.js';
import { AskCandidate } from './ask-candidate.js';
import { Contact } from './contact.js';
import { CandidateLine } from './candidate-line.js';

/** How one candidate matches; that it was looked at is told to the person. */
export function CandidatePage({ name }: { readonly name: string | null }): ReactNode {
  const { t, list } = useLanguage();
  const { vacancyId = '', profileId = '' } = useParams();
  const match = useQuery({
    queryKey: ['candidate', vacancyId, profileId],
    queryFn: () => call(endpoints.candidate, { params: { vacancyId, profileId } }),
    staleTime: Infinity,
  });
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId } }),
  });
  const asked = useQuery({
    queryKey: ['questions', vacancyId, profileId],
    queryFn: () => call(deskEndpoints.asked, { params: { vacancyId }, query: { profileId } }),
  });
  const how = match.data;
  const label = useConceptLabels(
    how
      ? [
          ...conceptsOf([...how.employerParts, ...how.seekerParts]),
          ...how.checks.map(({ conceptId }) => conceptId),
          ...how.candidate.facts.map(({ conceptId }) => conceptId),
        ]
      : [],
  );
  if (match.isPending) return <Loading />;
  if (match.isError) return <Failure error={match.error} retry={() => void match.refetch()} />;
  const { candidate, checks, employerParts, seekerParts, eligibility } = match.data;
  const open = checks.filter(({ state }) => state === 'unknown').map((check) => checkName(t, check, label));
  return (
    <article className="match">
      <p>
        <Link to={`/vacancies/${vacancyId}`}>← {t('candidates.back')}</Link>
      </p>
      <PageTitle title={t('candidates.name', { alias: candidate.alias })} />
      <CandidateLine candidate={candidate} />
      <p className="small soft">{t('candidates.logged')}</p>
      <div className="actions">
        <AskCandidate
          vacancyId={vacancyId}
          profileId={profileId}
          suggestion={open.length > 0 ? t('ask.suggestion', { open: list(open) }) : ''}
          name={name}
        />
        {(asked.data?.items ?? []).map((one) => (
          <span key={one.id} className="tag">
            {t(`question.${one.state}`)}
          </span>
        ))}
      </div>
      {(asked.data?.items ?? []).map(
        (one) =>
          one.answer && (
            <blockquote key={one.id} className="letter">
              {one.answer}
            </blockquote>
          ),
      )}
      {asked.data?.items.some(({ contactShared }) => contactShared) && (
        <Contact vacancyId={vacancyId} profileId={profileId} />
      )}
      <div className="match-summary card">
        <Fit figures={match.data} side="employer" />
        <div>
          <EligibilityLine state={eligibility} />
          <h2 className="small-title">{t('check.title')}</h2>
          <Checks checks={checks} label={label} />
          {checks.some(({ state }) => state === 'unknown') && (
            <p className="small soft">{t('check.explain.candidate')}</p>
          )}
        </div>
      </div>
      <div className="match-columns">
        <section aria-labelledby="how">
          <h2 id="how">{t('candidates.see')}</h2>
          <Parts title={t('fit.employer.candidate')} parts={employerParts} label={label} side="employer" />
          <Parts title={t('fit.seeker.candidate')} parts={seekerParts} label={label} side="employer" />
        </section>
        <div>
          <section aria-labelledby="facts">
            <h2 id="facts">{t('candidates.facts')}</h2>
            <Facts facts={candidate.facts} label={label} />
          </section>
          {vacancy.data && (
            <section aria-labelledby="ad">
              <h2 id="ad">{t('match.ad')}</h2>
              <AdText vacancy={vacancy.data} parts={employerParts} />
            </section>
          )}
        </div>
      </div>
    </article>
  );
}
