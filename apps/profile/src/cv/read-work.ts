import type { Span } from '#contracts';
import type { CvWork, Period } from './cv.js';
import { wholeYears } from './periods.js';
import type { SectionContext } from './section-context.js';

/** The occupation that a title means; null where none is near enough. */
export function occupationOf(
  { taxonomy, reader }: Pick<SectionContext, 'taxonomy' | 'reader'>,
  title: string,
): string | null {
  const named = taxonomy.resolve('occupation', title);
  if (named) return named.id;
  const [best] = reader.readTitle(title, 1);
  return best && best.why !== 'similar' ? best.conceptId : null;
}

/** Positions held become occupations, with the years that all positions of one occupation cover together. */
export function readWork(work: readonly CvWork[], context: SectionContext): void {
  const held = new Map<string, { conceptId: string | null; words: string; span: Span; periods: Period[] }>();
  context.text.section(context.language === 'sv' ? 'Arbete' : 'Work', () => {
    for (const { position, employer, period, texts } of work) {
      const span = position
        ? context.text.line(position.text, employer, period.words)
        : employer && context.text.line(employer, period.words) && null;
      context.text.passages(texts);
      if (!position || !span) continue;
      const conceptId = occupationOf(context, position.text);
      const key = conceptId ?? position.text.toLocaleLowerCase('sv');
      const before = held.get(key);
      if (before) before.periods.push(period);
      else held.set(key, { conceptId, words: position.text, span, periods: [period] });
      if (conceptId === null && !before)
        context.warnings.push({
          pointer: position.pointer,
          detail: 'no occupation known by this title; kept as words',
        });
    }
  });
  for (const { conceptId, words, span, periods } of held.values())
    context.facts.add({ kind: 'occupation', conceptId, words, span, years: wholeYears(periods, context.today) });
}
