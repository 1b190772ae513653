import type { Fact, FactChange } from '#contracts';
import { factInput } from '#contracts';
import { DomainError, invalidInput, notFound } from '#platform';
import type { Taxonomy } from '#taxonomy';
import type { z } from 'zod';
import { factKey } from './fact-key.js';
import { factErrors, mostFacts } from './fact-rules.js';

export type SettledFactInput = z.output<typeof factInput>;

/** A fact as its person says it; what they deny has neither level nor years. */
export const saidFact = ({ denied, ...input }: SettledFactInput, id: string): Fact => ({
  ...input,
  ...(denied ? { level: null, years: null } : {}),
  id,
  origin: denied ? 'denied' : 'stated',
  span: null,
});

/**
 * Facts that a person gives with their profile.
 * @throws DomainError `invalid-input` for a fact that cannot be, or that stands there twice.
 */
export function saidFacts(inputs: readonly SettledFactInput[], taxonomy: Taxonomy, newId: () => string): Fact[] {
  const keys = inputs.map(factKey);
  const errors = inputs.flatMap((input, index) => [
    ...factErrors(taxonomy, input, `/facts/${index}`),
    ...(keys.indexOf(keys[index]!) < index
      ? [{ pointer: `/facts/${index}`, detail: 'the same fact stands here twice' }]
      : []),
  ]);
  if (errors.length > 0) throw invalidInput(errors);
  return inputs.map((input) => saidFact(input, newId()));
}

/**
 * Adds what the person says; it takes the place of every other fact of that kind and concept.
 * @throws DomainError `invalid-input` for a fact that cannot be, `conflict` where the profile is full.
 */
export function withSaid(
  existing: readonly Fact[],
  input: SettledFactInput,
  taxonomy: Taxonomy,
  newId: () => string,
): Fact[] {
  const errors = factErrors(taxonomy, input, '');
  if (errors.length > 0) throw invalidInput(errors);
  const key = factKey(input);
  const same = existing.find((fact) => factKey(fact) === key);
  if (!same && existing.length >= mostFacts)
    throw new DomainError('conflict', `a profile holds at most ${mostFacts} facts`);
  const said = saidFact(input, same?.id ?? newId());
  return same ? existing.map((fact) => (fact === same ? said : fact)) : [...existing, said];
}

/**
 * Confirms, denies or corrects a fact; correcting what was read makes it the person's word.
 * @throws DomainError `not-found`, or `invalid-input` for a level or years that it cannot have.
 */
export function withChange(existing: readonly Fact[], factId: string, change: FactChange, taxonomy: Taxonomy): Fact[] {
  const before = existing.find(({ id }) => id === factId);
  if (!before) throw notFound();
  const after = changed(before, change);
  const errors = factErrors(taxonomy, after, '');
  if (after.origin === 'denied' && (after.level !== null || after.years !== null))
    errors.push({
      pointer: after.level === null ? '/years' : '/level',
      detail: 'what is denied has neither level nor years',
    });
  if (errors.length > 0) throw invalidInput(errors);
  return existing.map((fact) => (fact === before ? after : fact));
}

function changed(before: Fact, { origin, level, years }: FactChange): Fact {
  const kept = origin === 'denied' ? { level: null, years: null } : before;
  const after = {
    ...before,
    level: level === undefined ? kept.level : level,
    years: years === undefined ? kept.years : years,
  };
  const corrected = after.level !== before.level || after.years !== before.years;
  return { ...after, origin: originAfter(before.origin, origin, corrected) };
}

function originAfter(before: Fact['origin'], asked: FactChange['origin'], corrected: boolean): Fact['origin'] {
  if (asked === 'denied') return 'denied';
  if (asked === 'confirmed') return before === 'stated' ? 'stated' : 'confirmed';
  return before === 'extracted' && corrected ? 'confirmed' : before;
}

/** @throws DomainError `not-found` */
export function without(existing: readonly Fact[], factId: string): Fact[] {
  if (!existing.some(({ id }) => id === factId)) throw notFound();
  return existing.filter(({ id }) => id !== factId);
}
