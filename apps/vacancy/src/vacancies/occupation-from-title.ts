import type { TextReader } from '#taxonomy';

/** Scores up to this are labels that stand where a title says for whom or where the work is, or that only look alike. */
const uncertain = 700;

/** The occupation that a title names with a whole label; null where it names none, or several equally well. */
export function occupationFromTitle(reader: Pick<TextReader, 'readTitle'>, title: string): string | null {
  const [best, next] = reader.readTitle(title, 2);
  if (!best || best.why === 'similar' || best.score <= uncertain) return null;
  return next && next.score >= best.score ? null : best.conceptId;
}
