import type { MatchFigures } from '#contracts';
import type { ReactNode } from 'react';
import { FitMeter } from '../design/fit-meter.js';
import { useLanguage } from '../language/language.js';

/** From whose side a match is seen. */
export type Side = 'seeker' | 'employer';

/** Fits are computed in millionths and shown on 0 to 100. */
const shown = (points: number): number => Math.round(points / 10_000);

/** The combined fit large, and the two directions that it is made of. */
export function Fit({
  figures,
  side,
  isSmall = false,
}: {
  readonly figures: MatchFigures;
  readonly side: Side;
  readonly isSmall?: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const isEmployer = side === 'employer';
  return (
    <FitMeter
      fit={figures.fit}
      employer={{
        label: t(isEmployer ? 'fit.employer.candidate' : 'fit.employer'),
        value: shown(figures.employerFit),
      }}
      seeker={{ label: t(isEmployer ? 'fit.seeker.candidate' : 'fit.seeker'), value: shown(figures.seekerFit) }}
      isSmall={isSmall}
    />
  );
}
