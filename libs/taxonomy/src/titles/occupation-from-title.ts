import type { TitleCandidate } from '../reading/reading.types.js';

/** Scores up to this are labels that stand where a title says for whom or where the work is, or that only look alike. */
const uncertain = 700;
/** Labels found in a title that differ by no more than this are equally good: "Projektledare" names many occupations. */
const alike = 8;

/** The occupation that a title names with a whole label; null where it names none, or several equally well. */
export function occupationFromTitle(
  reader: { readTitle(title: string, limit: number): TitleCandidate[] },
  title: string,
): string | null {
  const [best, next] = reader.readTitle(title, 2);
  if (!best || best.why === 'similar' || best.score <= uncertain) return null;
  const margin = best.why === 'contains' ? alike : 0;
  return next && next.score + margin >= best.score ? null : best.conceptId;
}
