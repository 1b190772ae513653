import type { Eligibility, MatchFigures } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import type { TextKey } from '../language/texts.js';

/** From whose side a match is seen. */
export type Side = 'seeker' | 'employer';

const percent = (points: number): number => Math.round(points / 10_000);

/** The combined fit large, and the two directions that it is made of. */
export function Fit({ figures, side }: { readonly figures: MatchFigures; readonly side: Side }): ReactNode {
  const { t } = useLanguage();
  const suffix = side === 'employer' ? '.candidate' : '';
  return (
    <div className="fit">
      <p className="fit-both">
        <span className="soft">{t('fit.both')}</span>
        <strong className="figure" data-fit={figures.fit}>
          {figures.fit}
        </strong>
        <span className="visually-hidden">{t('fit.of', { fit: figures.fit })}</span>
      </p>
      <div className="fit-sides">
        <Meter label={t(`fit.employer${suffix}` as TextKey)} value={percent(figures.employerFit)} />
        <Meter label={t(`fit.seeker${suffix}` as TextKey)} value={percent(figures.seekerFit)} />
      </div>
    </div>
  );
}

function Meter({ label, value }: { readonly label: string; readonly value: number }): ReactNode {
  return (
    <div className="meter">
      <span>{label}</span>
      <span className="figure">{value}</span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="6" rx="1" />
        <rect className="filled" width={value} height="6" rx="1" />
      </svg>
    </div>
  );
}

/** Told apart by form and word, not by colour alone. */
export function StateIcon({ state }: { readonly state: Eligibility }): ReactNode {
  return (
    <svg className={`state ${state}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {state === 'met' && (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path d="m5.500 10.400 3 3 6-6.600" className="stroke" />
        </>
      )}
      {state === 'unknown' && (
        <>
          <circle cx="10" cy="10" r="8" className="ring" />
          <path d="M7.500 7.800c.2-3 5-2.900 5 0 0 1.800-2.500 1.800-2.500 3.700M10 14v.6" className="line" />
        </>
      )}
      {state === 'not-met' && (
        <>
          <rect x="1.500" y="1.500" width="17" height="17" rx="3" className="ring" />
          <path d="m6.500 6.500 7 7m0-7-7 7" className="line" />
        </>
      )}
    </svg>
  );
}

export function EligibilityLine({ state }: { readonly state: Eligibility }): ReactNode {
  const { t } = useLanguage();
  return (
    <p className={`eligibility ${state}`}>
      <StateIcon state={state} />
      {t(`eligibility.${state}`)}
    </p>
  );
}
