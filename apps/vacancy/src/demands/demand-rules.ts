import type { ConceptKind, DemandChange, DemandInput, DemandKind } from '#contracts';
import { DomainError, invalidInput, notFound, type InputError } from '#platform';
import type { Taxonomy } from '#taxonomy';
import { demandKey, type StoredDemand } from './stored-demand.js';

/** All that these rules ask of a taxonomy. */
export type KnownConcepts = Pick<Taxonomy, 'concept'>;

type Settled = Required<DemandInput>;

/** Which concepts a demand of each kind can ask for. */
export const conceptKinds: Record<DemandKind, readonly ConceptKind[]> = {
  occupation: ['occupation'],
  skill: ['skill'],
  language: ['language'],
  'driving-licence': ['driving-licence'],
  'professional-licence': ['professional-licence'],
  education: ['education-level', 'education-field'],
  'work-permit': ['work-permit'],
  trait: [],
  condition: [],
};

const highestLevel: Partial<Record<DemandKind, number>> = { skill: 5, language: 6, education: 6 };

/** Whether a concept can be what a demand of this kind asks for. */
export function fitsKind(taxonomy: KnownConcepts, kind: DemandKind, conceptId: string): boolean {
  const concept = taxonomy.concept(conceptId);
  return concept !== undefined && conceptKinds[kind].includes(concept.kind);
}

/** What is wrong with a demand beyond its shape; `pointer` is where it stands in the body. */
export function demandErrors(
  taxonomy: KnownConcepts,
  demand: Pick<Settled, 'kind' | 'conceptId' | 'level'>,
  pointer: string,
): InputError[] {
  const { kind, conceptId, level } = demand;
  const errors: InputError[] = [];
  if (conceptId !== null && !fitsKind(taxonomy, kind, conceptId))
    errors.push({ pointer: `${pointer}/conceptId`, detail: `not a known concept of the kind ${kind}` });
  const highest = highestLevel[kind];
  if (level !== null && (highest === undefined || level > highest))
    errors.push({
      pointer: `${pointer}/level`,
      detail: highest === undefined ? `the kind ${kind} has no levels` : `at most ${highest}`,
    });
  return errors;
}

/** Demands that an employer names when the vacancy is written. */
export function statedDemands(inputs: readonly Settled[], newId: () => string): StoredDemand[] {
  const keys = inputs.map(demandKey);
  const doubled = keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ pointer: `/demands/${index}`, detail: 'the same demand stands here twice' }] : [],
  );
  if (doubled.length > 0) throw invalidInput(doubled);
  return inputs.map((input) => ({ ...input, id: newId(), origin: 'stated', span: null }));
}

/**
 * Adds a demand on the employer's word; one that was only read, or rejected before, becomes theirs and keeps its id.
 * @throws DomainError `conflict` where they have stated it already.
 */
export function withStated(existing: readonly StoredDemand[], input: Settled, newId: () => string): StoredDemand[] {
  const key = demandKey(input);
  const same = existing.find((demand) => demandKey(demand) === key);
  if (!same) return [...existing, { ...input, id: newId(), origin: 'stated', span: null }];
  if (same.origin === 'stated' || same.origin === 'confirmed')
    throw new DomainError('conflict', 'the vacancy has this demand already');
  const { fromFeed: _, ...before } = same;
  return existing.map((demand) => (demand === same ? { ...before, ...input, origin: 'stated', either: null } : demand));
}

/**
 * Confirms, rejects or corrects a demand. Correcting what was read confirms it.
 * @throws DomainError `not-found`, or `invalid-input` for a concept or level that it cannot have.
 */
export function withChange(
  existing: readonly StoredDemand[],
  demandId: string,
  change: DemandChange,
  taxonomy: KnownConcepts,
): StoredDemand[] {
  const before = existing.find((demand) => demand.id === demandId);
  if (!before) throw notFound();
  const after = changed(before, change);
  const errors = demandErrors(taxonomy, after, '');
  if (existing.some((demand) => demand !== before && demandKey(demand) === demandKey(after)))
    errors.push({ pointer: '/conceptId', detail: 'another demand of the vacancy has this concept' });
  if (errors.length > 0) throw invalidInput(errors);
  return existing.map((demand) => (demand === before ? after : demand));
}

function changed(before: StoredDemand, change: DemandChange): StoredDemand {
  const { origin, ...corrections } = change;
  const { fromFeed, ...rest } = before;
  const corrected = Object.values(corrections).some((value) => value !== undefined);
  const after: StoredDemand = {
    ...rest,
    conceptId: change.conceptId ?? before.conceptId,
    necessity: change.necessity ?? before.necessity,
    level: change.level === undefined ? before.level : change.level,
    years: change.years === undefined ? before.years : change.years,
    weight: change.weight ?? before.weight,
    origin: originAfter(before.origin, origin, corrected),
  };
  const untouched = !corrected && origin === undefined;
  const wasRead = before.origin === 'read' || before.readAs !== undefined;
  return {
    ...after,
    ...(untouched && fromFeed ? { fromFeed } : {}),
    ...(wasRead && demandKey(after) !== demandKey(before) ? { readAs: before.readAs ?? demandKey(before) } : {}),
  };
}

function originAfter(
  before: StoredDemand['origin'],
  asked: DemandChange['origin'],
  corrected: boolean,
): StoredDemand['origin'] {
  if (asked === 'confirmed') return before === 'stated' ? 'stated' : 'confirmed';
  if (asked === 'rejected') return 'rejected';
  return before === 'read' && corrected ? 'confirmed' : before;
}
