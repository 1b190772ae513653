import type { GoldAd, GoldFact, GoldKind } from './demand-gold.js';

/** Kinds that are scored as one. */
export type Family = 'skill' | 'licence' | 'language' | 'education' | 'trait' | 'other';

export const FAMILIES: readonly Family[] = ['skill', 'licence', 'language', 'education', 'trait', 'other'];
/** Traits and other conditions are reported apart from what a person knows, has done and holds. */
export const DEMANDS: readonly Family[] = ['skill', 'licence', 'language', 'education'];

const FAMILY_OF: Readonly<Record<GoldKind, Family>> = {
  skill: 'skill',
  experience: 'skill',
  certificate: 'skill',
  licence: 'licence',
  language: 'language',
  education: 'education',
  trait: 'trait',
  other: 'other',
};

/** Cards and permits to drive something: annotated as licence or as certificate, as the wording goes. */
const DRIVING_CARD = /(?:kort(?:et)?|förarbevis|licence|license)$/iu;

/** Something that was read in an ad's text. */
export interface ReadThing {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly family: Family;
  readonly level: 'must' | 'merit';
  readonly rule: string;
}

/** A gold fact and what was read of it: a hit, a miss (nothing read), or a false hit (no gold). */
export interface Outcome {
  readonly ad: GoldAd;
  readonly gold: GoldFact | null;
  readonly read: ReadThing | null;
}

export interface Score {
  readonly gold: number;
  readonly read: number;
  readonly hits: number;
  readonly exact: number;
  readonly levelRight: number;
}

export const familiesOf = (fact: GoldFact): readonly Family[] => fact.kinds.map((kind) => FAMILY_OF[kind]);

/**
 * Pairs what was read with the gold of one ad, one to one: a pair overlaps and has the same family; the best overlap first. What meets an optional fact
 * is left out on both sides.
 */
export function pairUp(ad: GoldAd, things: readonly ReadThing[]): Outcome[] {
  const pairs = ad.facts
    .flatMap((gold, goldIndex) =>
      things.map((read, readIndex) => ({ goldIndex, readIndex, gold, overlap: overlapOf(gold, read) })),
    )
    .filter(({ overlap }) => overlap > 0)
    .sort(
      (a, b) =>
        Number(b.gold.agreed) - Number(a.gold.agreed) ||
        b.overlap - a.overlap ||
        a.goldIndex - b.goldIndex ||
        a.readIndex - b.readIndex,
    );
  const readOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { goldIndex, readIndex } of pairs) {
    if (readOf.has(goldIndex) || taken.has(readIndex)) continue;
    readOf.set(goldIndex, readIndex);
    taken.add(readIndex);
  }
  const found = ad.facts.flatMap((gold, index) =>
    gold.agreed ? [{ ad, gold, read: things[readOf.get(index) ?? -1] ?? null }] : [],
  );
  const extra = things.flatMap((read, index) => (taken.has(index) ? [] : [{ ad, gold: null, read }]));
  return [...found, ...extra];
}

/** Sums outcomes of some families. */
export function scoreOf(outcomes: readonly Outcome[], families: readonly Family[]): Score {
  const of = outcomes.filter(({ gold, read }) =>
    gold === null
      ? read !== null && families.includes(read.family)
      : familiesOf(gold).some((one) => families.includes(one)),
  );
  const hits = of.filter(({ gold, read }) => gold !== null && read !== null);
  return {
    gold: of.filter(({ gold }) => gold !== null).length,
    read: of.filter(({ read }) => read !== null).length,
    hits: hits.length,
    exact: hits.filter(({ gold, read }) => gold !== null && read !== null && isExact(gold, read)).length,
    levelRight: hits.filter(({ gold, read }) => gold?.level === null || gold?.level === read?.level).length,
  };
}

/** Shared characters over all characters of both, at the best of the gold's places; 0 where the family differs. */
function overlapOf(gold: GoldFact, read: ReadThing): number {
  if (!isAlike(gold, read)) return 0;
  return Math.max(
    ...placesOf(gold).map(([start, end]) => {
      const shared = Math.min(end, read.end) - Math.max(start, read.start);
      return shared <= 0 ? 0 : shared / (Math.max(end, read.end) - Math.min(start, read.start));
    }),
  );
}

function isAlike(gold: GoldFact, read: ReadThing): boolean {
  const families = familiesOf(gold);
  if (families.includes(read.family)) return true;
  return read.family === 'skill' && families.includes('licence') && DRIVING_CARD.test(read.quote);
}

function isExact(gold: GoldFact, read: ReadThing): boolean {
  return placesOf(gold).some(([start, end]) => start === read.start && end === read.end);
}

const placesOf = (gold: GoldFact): readonly (readonly [number, number])[] => gold.places ?? [[gold.start, gold.end]];
