import type { Taxonomy } from '#taxonomy';
import { factKey } from '../facts/fact-key.js';
import { factErrors } from '../facts/fact-rules.js';
import type { NewFact } from '../facts/merge-facts.js';
import type { Warning } from './cv.js';

/** Facts of an export as they are, but for what this system does not know; each with a warning. */
export function exportedFacts(
  facts: readonly NewFact[],
  text: string,
  taxonomy: Taxonomy,
  warnings: Warning[],
): NewFact[] {
  const seen = new Set<string>();
  return facts.flatMap((fact, index) => {
    const pointer = `/meta/rallare/facts/${index}`;
    const errors = factErrors(taxonomy, fact, pointer);
    if (fact.conceptId === null && fact.words === null)
      errors.push({ pointer, detail: 'has neither concept nor words' });
    if (fact.origin === 'inferred') errors.push({ pointer, detail: 'inferred facts are computed, not stored' });
    if (seen.has(factKey(fact))) errors.push({ pointer, detail: 'stands here twice' });
    warnings.push(...errors);
    if (errors.length > 0) return [];
    seen.add(factKey(fact));
    const { span } = fact;
    const pointsRight = span === null || (span.field === 'cv' && text.slice(span.start, span.end) === span.quote);
    if (!pointsRight) warnings.push({ pointer: `${pointer}/span`, detail: 'does not point at its words' });
    return [pointsRight ? fact : { ...fact, span: null }];
  });
}
