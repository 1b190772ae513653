import type { TextReader } from '#taxonomy';

/** The occupation that a title names with a whole label; null where none, or several that say equally much. */
export function occupationFromTitle(reader: TextReader, title: string): string | null {
  const [best, next] = reader.readTitle(title, 2);
  if (!best || best.why === 'similar') return null;
  return next && next.why !== 'similar' && next.score >= best.score ? null : best.conceptId;
}
