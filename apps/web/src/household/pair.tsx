import type { HouseholdPair } from '#contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePlaces } from '../api/labels.js';
import { EligibilityLine } from '../design/checklist.js';
import { vacancyAddress } from '#site';
import { useLanguage } from '../language/language.js';

/** Two jobs and the place that they share. */
export function Pair({ pair }: { readonly pair: HouseholdPair }): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  return (
    <li className="card pair">
      <div className="pair-head">
        <h3>{t('household.live', { place: places([pair.municipality]) })}</h3>
        <p className="fit-both">
          <strong className="figure">{pair.fit}</strong> <span className="soft small">{t('household.fit')}</span>
        </p>
      </div>
      <div className="pair-jobs">
        <Job title={t('household.mine')} job={pair.mine} isMine />
        <Job title={t('household.theirs')} job={pair.theirs} isMine={false} />
      </div>
    </li>
  );
}

function Job({
  title,
  job,
  isMine,
}: {
  readonly title: string;
  readonly job: HouseholdPair['mine'];
  readonly isMine: boolean;
}): ReactNode {
  const { t, language } = useLanguage();
  const places = usePlaces();
  const { vacancy } = job;
  return (
    <section>
      <p className="eyebrow">{title}</p>
      <h4 lang={vacancy.language}>
        {isMine ? (
          <Link to={`/matches/${vacancy.id}`}>{vacancy.headline}</Link>
        ) : (
          <a href={vacancyAddress(language, vacancy.id)}>{vacancy.headline}</a>
        )}
      </h4>
      <p className="lead">
        {vacancy.employer.name} · {places(vacancy.municipalities)}
      </p>
      <p className="small">
        {job.km === 0 ? t('household.there') : t('household.travel', { minutes: job.minutes, km: job.km })} ·{' '}
        {t('household.fitOf', { fit: job.fit })}
      </p>
      <EligibilityLine state={job.eligibility} />
    </section>
  );
}
