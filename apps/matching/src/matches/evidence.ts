import type { ExplanationPart, MatchFigures } from '#contracts';
import type { Explanation } from '#engine';

const linesShown = 3;

/** The parts that earned most, the employer's demands first: what a list shows of why. */
export function strongestParts({ employerParts, seekerParts }: Explanation): ExplanationPart[] {
  const earned = (parts: readonly ExplanationPart[]): ExplanationPart[] =>
    parts.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  return [...earned(employerParts), ...earned(seekerParts)].slice(0, linesShown);
}

/** The figures alone, without what an explanation adds to them. */
export const figuresOf = ({
  profileId,
  vacancyId,
  employerFit,
  seekerFit,
  fit,
  eligibility,
  checks,
}: MatchFigures): MatchFigures => ({
  profileId,
  vacancyId,
  employerFit,
  seekerFit,
  fit,
  eligibility,
  checks,
});
