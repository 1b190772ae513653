import type { ConceptKind } from '#contracts';
import type { Concept, ConceptSuggestion, TaxonomyLanguage } from './concept.js';
import { fold } from './fold.js';
import { mayFindMore, SuggestionWords } from './suggestion-words.js';

export interface SuggestOptions {
  /** Only these kinds; when absent or empty, all that people look for: not industries, foreign regions and the groups of other standards. */
  readonly kinds?: readonly ConceptKind[];
  /** Whose labels come first, of two that match equally well. */
  readonly language: TaxonomyLanguage;
  readonly limit: number;
  /** How often a concept is used; of two whose names match equally well, the more used comes first. */
  readonly usage?: (conceptId: string) => number;
}

/** A label, another word for a concept, or a word to search by. */
interface Name {
  readonly concept: number;
  readonly text: string;
  readonly folded: string;
  readonly language: TaxonomyLanguage;
  /** 0 for a label, 1 for an alternative, 2 for a word to search by. */
  readonly looseness: number;
}

/** Kinds that people look for most come first, of two concepts that match equally well. */
const kindOrder: readonly ConceptKind[] = [
  'occupation',
  'skill',
  'municipality',
  'county',
  'language',
  'professional-licence',
  'driving-licence',
  'occupation-group',
  'occupation-field',
];

const kindsOnRequest: readonly ConceptKind[] = ['industry', 'region', 'isco-group', 'skill-group'];

const tier = { exact: 0, prefix: 1, word: 2, inside: 3, typo: 4 } as const;
type Tier = keyof typeof tier;
type Stage = Exclude<Tier, 'exact' | 'prefix'>;

/** What parts of a rank weigh, so that each outweighs all that follow: how it matched, another language, how loose, usage, kind, letters left untyped. */
const weight = { tier: 1_000_000, language: 500_000, looseness: 100_000, usage: 2_000, kind: 100 } as const;
const mostUsage = 15;
const mostUntyped = 99;

interface Found {
  readonly concept: number;
  readonly name: number;
  readonly rank: number;
  readonly reached: Tier;
}

/** Typeahead over all names in all languages: whole name, its beginning, a word's beginning, inside a compound, then with slips of the finger. */
export class SuggestionIndex {
  private readonly concepts: readonly Concept[];
  private readonly names: readonly Name[];
  private readonly words: SuggestionWords;
  /** The part of a name's rank that no query changes, for each language that may be asked in. */
  private readonly base: Readonly<Record<TaxonomyLanguage, Int32Array>>;
  private readonly lengths: Uint16Array;
  /** `clock` and how many tokens of the present query a name has met. */
  private readonly met: Float64Array;
  private clock = 0;

  constructor(concepts: Iterable<Concept>) {
    this.concepts = [...concepts];
    const names: Name[] = [];
    const namesOf = new Map<string, number[]>();
    this.concepts.forEach((concept, index) => {
      for (const { text, ...name } of namesIn(concept)) {
        const folded = fold(text);
        if (folded === '') continue;
        for (const word of folded.split(' ')) {
          const list = namesOf.get(word);
          if (!list) namesOf.set(word, [names.length]);
          else if (list.at(-1) !== names.length) list.push(names.length);
        }
        names.push({ ...name, concept: index, text, folded });
      }
    });
    this.names = names;
    this.words = new SuggestionWords(namesOf);
    const baseIn = (language: TaxonomyLanguage): Int32Array =>
      Int32Array.from(names, (name) => baseRank(name, this.concepts[name.concept]!.kind, language));
    this.base = { sv: baseIn('sv'), en: baseIn('en') };
    this.lengths = Uint16Array.from(names, ({ folded }) => folded.length);
    this.met = new Float64Array(names.length);
  }

  suggest(query: string, options: SuggestOptions): readonly ConceptSuggestion[] {
    const typed = fold(query.slice(0, 200));
    if (typed === '' || options.limit < 1) return [];
    const tokens = typed.split(' ');
    const found: Found[] = [];
    const collect = (stage: Stage, wordsOf: (token: string) => number[]): void =>
      this.collect(found, typed, options, stage, tokens.map(wordsOf));
    collect('word', (token) => this.words.starting(token));
    if (mayFindMore(tokens)) {
      if (found.length < options.limit) collect('inside', (token) => this.words.holding(token));
      if (found.length < options.limit) collect('typo', (token) => this.words.near(token));
    }
    return found.map(({ concept, name, reached }) => {
      const { text, language } = this.names[name]!;
      const quality = reached === 'inside' ? 'word' : reached;
      return { concept: this.concepts[concept]!, matched: text, language, quality };
    });
  }

  /** Ranks the names that have, for each token, one of its words; `found` keeps the best few concepts, best first. */
  private collect(
    found: Found[],
    typed: string,
    options: SuggestOptions,
    stage: Stage,
    wordsOfTokens: readonly (readonly number[])[],
  ): void {
    const { met, clock } = this;
    const isWanted = kindTest(options.kinds);
    const last = wordsOfTokens.length - 1;
    const base = this.base[options.language];
    const mostBonus = options.usage ? mostUsage * weight.usage : 0;
    wordsOfTokens.forEach((words, token) => {
      for (const word of words) {
        const names = this.words.namesOf(word);
        for (let index = 0; index < names.length; index++) {
          const name = names[index]!;
          if (token > 0 && met[name] !== clock + token) continue;
          met[name] = clock + token + 1;
          if (token < last) continue;
          // A letter finds tens of thousands of names: most are too far down the list to be looked at.
          const least = stage !== 'word' ? tier[stage] : this.lengths[name] === typed.length ? tier.exact : tier.prefix;
          const worst = found.length === options.limit ? found[options.limit - 1]!.rank : Infinity;
          if (base[name]! + least * weight.tier - mostBonus <= worst)
            this.offer(found, name, { typed, stage, options, isWanted });
        }
      }
    });
    this.clock += wordsOfTokens.length + 1;
  }

  private offer(
    found: Found[],
    name: number,
    asked: {
      readonly typed: string;
      readonly stage: Stage;
      readonly options: SuggestOptions;
      readonly isWanted: (kind: ConceptKind) => boolean;
    },
  ): void {
    const { usage, limit, language } = asked.options;
    const { concept, folded } = this.names[name]!;
    const reached = asked.stage === 'word' ? tierOf(folded, asked.typed) : asked.stage;
    const untyped = Math.min(mostUntyped, Math.max(0, folded.length - asked.typed.length));
    let rank = this.base[language][name]! + tier[reached] * weight.tier + untyped;
    const { id, kind } = this.concepts[concept]!;
    if (!asked.isWanted(kind)) return;
    rank -= usageSteps(usage?.(id) ?? 0) * weight.usage;
    this.insert(found, { concept, name, rank, reached }, limit);
  }

  private insert(found: Found[], one: Found, limit: number): void {
    const before = found.findIndex(({ concept }) => concept === one.concept);
    if (before >= 0) {
      if (!this.isBefore(one, found[before]!)) return;
      found.splice(before, 1);
    }
    let at = found.length;
    while (at > 0 && this.isBefore(one, found[at - 1]!)) at--;
    found.splice(at, 0, one);
    if (found.length > limit) found.pop();
  }

  private isBefore(a: Found, b: Found): boolean {
    if (a.rank !== b.rank) return a.rank < b.rank;
    const [one, other] = [this.names[a.name]!.folded, this.names[b.name]!.folded];
    return one === other ? a.name < b.name : one < other;
  }
}

function* namesIn(concept: Concept): Generator<Omit<Name, 'concept' | 'folded'>> {
  for (const language of ['sv', 'en'] as const) {
    if (concept.borrowed !== language) yield { text: concept.label[language], language, looseness: 0 };
    for (const text of concept.alternatives[language]) yield { text, language, looseness: 1 };
  }
  for (const text of concept.searchWords ?? []) yield { text, language: 'sv', looseness: 2 };
}

function kindTest(kinds: readonly ConceptKind[] | undefined): (kind: ConceptKind) => boolean {
  if (!kinds?.length) return (kind) => !kindsOnRequest.includes(kind);
  const wanted = new Set(kinds);
  return (kind) => wanted.has(kind);
}

function tierOf(folded: string, typed: string): Tier {
  if (!folded.startsWith(typed)) return 'word';
  return folded.length === typed.length ? 'exact' : 'prefix';
}

/** Steps of usage: each is twice as much as the one before. */
const usageSteps = (times: number): number => (times > 0 ? Math.min(mostUsage, 1 + Math.floor(Math.log2(times))) : 0);

/** Lower is better. */
function baseRank({ language, looseness }: Name, kind: ConceptKind, asked: TaxonomyLanguage): number {
  const place = kindOrder.indexOf(kind);
  return (
    (looseness === 2 || language === asked ? 0 : weight.language) +
    looseness * weight.looseness +
    mostUsage * weight.usage +
    (place < 0 ? kindOrder.length : place) * weight.kind
  );
}
