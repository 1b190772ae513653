import type { Fact, Wishes } from '#contracts';
import type { ReferenceMove } from '#taxonomy';
import { factKey } from '../facts/fact-key.js';
import type { Profile } from '../profiles/profile.entity.js';

const longestWords = 200;
const mostWishesInWords = 30;

/** The person's own word counts before what was read or inferred. */
const weightOf: Readonly<Record<Fact['origin'], number>> = {
  denied: 0,
  confirmed: 1,
  stated: 1,
  extracted: 2,
  inferred: 3,
};

/**
 * Brings a profile to the taxonomy in use: facts and wishes name what takes the place of the concepts that they named, and what nothing takes the place
 * of stays as the person's own words.
 */
export function moveProfile(profile: Pick<Profile, 'facts' | 'wishes' | 'language'>, move: ReferenceMove): void {
  profile.facts = once(profile.facts.map((fact) => moveFact(fact, profile.language, move)));
  profile.wishes = moveWishes(profile.wishes, profile.language, move);
}

function moveFact(fact: Fact, language: Profile['language'], move: ReferenceMove): Fact {
  if (fact.conceptId === null) return fact;
  const now = move.of(fact.conceptId);
  if (now.conceptId !== null) return now.conceptId === fact.conceptId ? fact : { ...fact, conceptId: now.conceptId };
  const words = fact.words ?? now.label?.[language] ?? fact.span?.quote ?? fact.conceptId;
  return { ...fact, conceptId: null, words: words.slice(0, longestWords).trim() };
}

/** Two facts that have become the same stand once, with the higher level and the more years of the two. */
function once(facts: readonly Fact[]): Fact[] {
  const byKey = new Map<string, Fact>();
  for (const fact of facts) {
    const key = factKey(fact);
    const before = byKey.get(key);
    byKey.set(key, before ? together(before, fact) : fact);
  }
  return [...byKey.values()];
}

function together(one: Fact, other: Fact): Fact {
  const [first, second] = weightOf[other.origin] < weightOf[one.origin] ? [other, one] : [one, other];
  if (first.origin === 'denied') return first;
  return { ...first, level: most(first.level, second.level), years: most(first.years, second.years) };
}

const most = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

function moveWishes(wishes: Wishes, language: Profile['language'], move: ReferenceMove): Wishes {
  const inWords: string[] = [];
  const moved = (ids: readonly string[]): string[] => {
    const now = ids.map((id) => ({ id, ...move.of(id) }));
    for (const one of now) if (one.conceptId === null) inWords.push(one.label?.[language] ?? one.id);
    return [...new Set(now.flatMap(({ conceptId }) => conceptId ?? []))];
  };
  const occupations = moved(wishes.occupations);
  const employmentTypes = moved(wishes.employmentTypes);
  const words = [...new Set([...(wishes.inWords ?? []), ...inWords.map((one) => one.slice(0, longestWords))])];
  return {
    ...wishes,
    occupations,
    employmentTypes,
    ...(words.length > 0 ? { inWords: words.slice(0, mostWishesInWords) } : {}),
  };
}
