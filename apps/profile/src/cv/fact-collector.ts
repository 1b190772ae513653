import type { Fact } from '#contracts';
import { factKey } from '../facts/fact-key.js';
import { highestLevel } from '../facts/fact-rules.js';
import type { NewFact } from '../facts/merge-facts.js';
import { shortened } from './document-parts.js';
import type { ReadContact } from './reading.js';

type Finding = Pick<Fact, 'kind' | 'conceptId' | 'span'> & Partial<Pick<Fact, 'words' | 'level' | 'years'>>;

const withYears = new Set(['occupation', 'skill']);
const longestWords = 200;

/** Gathers what is read, one fact for each kind and concept; the first says what it is, later ones what it left open. */
export class FactCollector {
  private readonly facts = new Map<string, NewFact>();
  private readonly secrets: readonly string[];

  /** @param contact whose words must not stand in a quote, since quotes are shown to employers. */
  constructor(contact: ReadContact) {
    this.secrets = [contact.name, contact.email, contact.phone].flatMap((one) => (one ? [one.toLowerCase()] : []));
  }

  add({ kind, conceptId, span, words = null, level = null, years = null }: Finding): void {
    const highest = highestLevel[kind] ?? 0;
    const fact: NewFact = {
      kind,
      conceptId,
      words: words === null ? null : shortened(words, longestWords).trim(),
      level: level !== null && level >= 1 && level <= highest ? level : null,
      years: withYears.has(kind) ? years : null,
      origin: 'extracted',
      span: span && !this.holdsContact(span.quote) ? span : null,
    };
    const key = factKey(fact);
    const before = this.facts.get(key);
    this.facts.set(key, before ? { ...before, level: levelOf(before, fact), years: before.years ?? fact.years } : fact);
  }

  hasAny(kind: Fact['kind']): boolean {
    return [...this.facts.values()].some((fact) => fact.kind === kind);
  }

  all(): NewFact[] {
    return [...this.facts.values()];
  }

  private holdsContact(quote: string): boolean {
    const words = quote.toLowerCase();
    return this.secrets.some((secret) => words.includes(secret));
  }
}

/** The first that is said; of educations in one field, the highest. */
function levelOf(before: NewFact, after: NewFact): number | null {
  if (before.kind === 'education' && after.level !== null) return Math.max(before.level ?? 0, after.level);
  return before.level ?? after.level;
}
