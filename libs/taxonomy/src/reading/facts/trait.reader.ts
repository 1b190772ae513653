import { finding, type Finding } from './finding.js';
import {
  NO_TRAIT,
  PERSON_NOUN,
  TRAIT_ADJECTIVES,
  TRAIT_ENDING,
  TRAIT_NOUN_ENDING,
  TRAIT_NOUNS,
  TRAIT_PHRASES,
} from './traits.lexicon.js';
import { remembered } from '../text/remembered.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';

const PHRASE_TRIE = new PhraseTrie<true>();
for (const phrase of TRAIT_PHRASES.flatMap(expandPattern)) PHRASE_TRIE.add(phrase.split(/[ -]/), true);
/** What may follow a describing word: it goes on, or says where and how. Anything else is what it describes ("flexibel arbetstid"). */
const GOES_ON = new Set(
  'och samt men eller i med på för som mot under av när att både även is and or but in with at to when'.split(' '),
);
const JOINERS = new Set(['och', 'samt', 'eller', 'and', 'or', 'men']);

/** Reads what a person should be like: "noggrann", "god samarbetsförmåga", "arbeta självständigt". Kept as words: no concept, never ranked by. */
export class TraitReader {
  /** `isSought`: the words describe somebody looked for ("en driven svetsare"), whoever that is. */
  read(source: SourceText, range: TokenRange, isSought: (index: number) => boolean): Finding[] {
    const found: Finding[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const phrase = isTask(source, at, range) ? undefined : PHRASE_TRIE.longestRun(source.wordAt, at, range.to);
      const to = phrase?.end ?? (this.isTrait(source, at, range.to, isSought) ? at + 1 : at);
      if (to === at) continue;
      found.push(trait(source, at, to, phrase === undefined ? 'word' : 'phrase'));
      at = to - 1;
    }
    return found;
  }

  private isTrait(source: SourceText, at: number, to: number, isSought: (index: number) => boolean): boolean {
    const kind = traitKind(source.word(at));
    return kind === 'noun' || (kind === 'adjective' && this.describesPerson(source, at, to, isSought(at)));
  }

  private describesPerson(source: SourceText, at: number, to: number, isSought: boolean): boolean {
    let next = at + 1;
    while (
      next < to &&
      source.joins(next) &&
      JOINERS.has(source.word(next)) &&
      TRAIT_ADJECTIVES.has(source.word(next + 1))
    )
      next += 2;
    if (next >= to || !source.joins(next) || isSought) return true;
    return GOES_ON.has(source.word(next)) || PERSON_NOUN.test(source.word(next));
  }
}

/** "Samarbeta med leverantörer" opens a task; the same words further on say how somebody works. */
function isTask(source: SourceText, at: number, range: TokenRange): boolean {
  return at === range.from && source.tokens[at]?.casing === 'first' && source.word(at).endsWith('a');
}

const traitKind = remembered((word): 'noun' | 'adjective' | 'none' => {
  if (word.length < 3 || NO_TRAIT.test(word)) return 'none';
  if (TRAIT_NOUNS.has(word) || TRAIT_NOUN_ENDING.test(word)) return 'noun';
  return TRAIT_ADJECTIVES.has(word) || TRAIT_ENDING.test(word) ? 'adjective' : 'none';
});

/** A trait in its own words. */
export function trait(source: SourceText, from: number, to: number, rule: string): Finding {
  const words = source.span(from, to).quote.replace(/\s+/g, ' ').slice(0, 200);
  return finding({ kind: 'trait', conceptId: null, words, from, to, rule: `trait/${rule}`, confidence: 70 });
}
