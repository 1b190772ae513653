import { CHECK_PHRASES, CONDITION_PHRASES } from './conditions.lexicon.js';
import { finding, type Finding } from './finding.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';

type Rule = 'condition/check' | 'condition/phrase';

const PHRASE_TRIE = new PhraseTrie<Rule>();
for (const [patterns, rule] of [
  [CHECK_PHRASES, 'condition/check'],
  [CONDITION_PHRASES, 'condition/phrase'],
] as const) {
  for (const phrase of patterns.flatMap(expandPattern)) if (phrase !== '') PHRASE_TRIE.add(phrase.split(/[ -]+/), rule);
}

/** Reads other conditions: own car, extract of a register, security clearance, shifts. Kept as words: no concept, never ranked by. */
export class ConditionReader {
  read(source: SourceText, range: TokenRange): Finding[] {
    const found: Finding[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const match = PHRASE_TRIE.longestRun(source.wordAt, at, range.to);
      if (match === undefined) continue;
      const words = source.span(at, match.end).quote.replace(/\s+/g, ' ').slice(0, 200);
      const span = { from: at, to: match.end };
      found.push(finding({ kind: 'condition', conceptId: null, words, ...span, rule: match.value, confidence: 75 }));
      at = match.end - 1;
    }
    return found;
  }

  /** Checks before employment alone. */
  readChecks(source: SourceText, range: TokenRange): Finding[] {
    return this.read(source, range).filter(({ rule }) => rule === 'condition/check');
  }
}
