import type { ConceptKind } from '#contracts';
import type { Concept, Taxonomy } from '#taxonomy';
import { stemOf, wordsOf } from './tokens.js';

/** What words of a query or an ad can stand for. */
export type PhraseKind = 'occupation' | 'skill' | 'location';

export interface PhraseConcept {
  readonly kind: PhraseKind;
  readonly conceptId: string;
}

export interface FoundPhrase {
  readonly concepts: readonly PhraseConcept[];
  /** First word, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** One way to say a concept, as it is offered while somebody types. */
export interface Phrase extends PhraseConcept {
  readonly text: string;
}

interface Entry extends PhraseConcept {
  readonly words: readonly string[];
}

const kinds: readonly (readonly [ConceptKind, PhraseKind])[] = [
  ['occupation', 'occupation'],
  ['occupation-group', 'occupation'],
  ['skill', 'skill'],
  ['language', 'skill'],
  ['professional-licence', 'skill'],
  ['municipality', 'location'],
  ['county', 'location'],
  ['country', 'location'],
];
const longest = 6;

/** Occupations, skills and places by their labels and other names in Swedish and English, inflected or not. */
export class ConceptPhrases {
  /** In the order of their texts. */
  readonly phrases: readonly Phrase[];
  private readonly entries = new Map<string, Entry[]>();
  /** How many words the longest phrase has that begins with a stem. */
  private readonly longestFrom = new Map<string, number>();

  constructor(taxonomy: Taxonomy) {
    const phrases: Phrase[] = [];
    for (const [conceptKind, kind] of kinds)
      for (const concept of taxonomy.ofKind(conceptKind)) {
        for (const text of namesOf(concept)) {
          const words = wordsOf(text);
          if (words.length === 0 || words.length > longest) continue;
          this.put({ kind, conceptId: concept.id, words });
          phrases.push({ kind, conceptId: concept.id, text: text.toLowerCase() });
        }
      }
    this.phrases = phrases.sort((a, b) => (a.text < b.text ? -1 : 1));
  }

  /** The longest phrases, from the left; none overlaps another. */
  find(words: readonly string[]): FoundPhrase[] {
    const found: FoundPhrase[] = [];
    const stems = words.map(stemOf);
    for (let start = 0; start < words.length;) {
      const one = this.longestAt(words, stems, start);
      if (one) found.push(one);
      start = one?.end ?? start + 1;
    }
    return found;
  }

  /** Which kinds of concepts are meant by kinds of phrases. */
  conceptKinds(wanted: readonly PhraseKind[]): ConceptKind[] {
    return kinds.flatMap(([conceptKind, kind]) => (wanted.includes(kind) ? [conceptKind] : []));
  }

  private longestAt(words: readonly string[], stems: readonly string[], start: number): FoundPhrase | null {
    const most = this.longestFrom.get(stems[start]!) ?? 0;
    for (let length = Math.min(most, words.length - start); length > 0; length -= 1) {
      const entries = this.entries.get(stems.slice(start, start + length).join(' '));
      const meant = entries && best(entries, words.slice(start, start + length));
      if (meant && meant.length > 0) return { concepts: meant, start, end: start + length };
    }
    return null;
  }

  private put(entry: Entry): void {
    const stems = entry.words.map(stemOf);
    const key = stems.join(' ');
    this.longestFrom.set(stems[0]!, Math.max(stems.length, this.longestFrom.get(stems[0]!) ?? 0));
    const known = this.entries.get(key);
    if (known) known.push(entry);
    else this.entries.set(key, [entry]);
  }
}

/** Names as they stand win over inflected ones; of one kind, the first. */
function best(entries: readonly Entry[], words: readonly string[]): PhraseConcept[] {
  const exact = entries.filter((entry) => entry.words.every((word, at) => word === words[at]));
  const near =
    exact.length > 0 ? exact : entries.filter((entry) => entry.words.every((word, at) => isNear(word, words[at]!)));
  const ofKind = new Map<PhraseKind, PhraseConcept>();
  for (const { kind, conceptId } of near) if (!ofKind.has(kind)) ofKind.set(kind, { kind, conceptId });
  return [...ofKind.values()];
}

/** Two forms of one word; sharing a stem is not enough, since *lära* and *lärare* do. */
function isNear(name: string, word: string): boolean {
  const shared = Math.max(3, Math.min(name.length, word.length) - 2, name.length - 2);
  return name.slice(0, shared) === word.slice(0, shared) && Math.abs(name.length - word.length) <= 4;
}

function namesOf({ kind, label, alternatives }: Concept): Set<string> {
  const names = [label.sv, label.en, ...alternatives.sv, ...alternatives.en];
  // "Lärare/Pedagog" is two names; a place is also called by its name alone.
  const parts = kind === 'occupation' ? names.flatMap((name) => name.split('/')) : names;
  return new Set(parts.map((name) => name.trim()).filter((name) => name.length > 1));
}
