import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { fieldsAfter } from './education-fields.js';
import { educationAt, type EducationName } from './education-name.js';
import { EQUIVALENT } from './education.lexicon.js';
import { finding, type Finding } from './finding.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const EQUIVALENT_TRIE = new PhraseTrie<true>();
for (const phrase of EQUIVALENT.flatMap(expandPattern)) EQUIVALENT_TRIE.add(phrase.split(' '), true);

const EQUIVALENT_REACH = 8;

/** Reads education as SUN 2000 level, with its field in the employer's own words. */
export class EducationReader {
  private readonly byLevel: ReadonlyMap<number, string>;

  constructor(taxonomy: ReadableTaxonomy) {
    const byLevel = new Map<number, string>();
    for (const concept of taxonomy.ofKind('education-level')) {
      const digit = Number(/^[1-6]/.exec(concept.code ?? concept.id.replace(/^\D+/, ''))?.[0] ?? 0);
      if (digit > 0 && !byLevel.has(digit)) byLevel.set(digit, concept.id);
    }
    this.byLevel = byLevel;
  }

  read(source: SourceText, range: TokenRange): Finding[] {
    const found: Finding[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const name = educationAt(source, at, range);
      if (name === undefined) continue;
      const fields = fieldsAfter(source, name, range.to);
      found.push(...this.findings(source, name, fields, range));
      at = (fields.at(-1) ?? name).to - 1;
    }
    return found;
  }

  private findings(
    source: SourceText,
    { from, to, level, second }: EducationName,
    fields: readonly TokenRange[],
    range: TokenRange,
  ): Finding[] {
    const first = fields[0]?.to ?? to;
    const isReplaceable = hasEquivalent(source, fields.at(-1)?.to ?? to, range.to);
    const wordsOf = (one: number, other: number): string =>
      source.span(one, other).quote.replace(/\s+/g, ' ').slice(0, 200);
    const own = (one: TokenRange, rule: string, confidence: number): Finding =>
      finding({ kind: 'education', ...one, conceptId: null, words: wordsOf(one.from, one.to), rule, confidence });
    const span = { from, to: first };
    const rest = [
      ...(second === null ? [] : [own({ from: second, to: first }, 'education/cut', 65)]),
      ...fields.slice(1).map((field) => own(field, 'education/field', 65)),
    ];
    if (isReplaceable) return [own(span, 'education/or-equivalent', 70), ...rest];
    if (level === 0) return [own(span, 'education/no-level', 60), ...rest];
    const conceptId = this.byLevel.get(level) ?? null;
    const words = first > from + 1 || conceptId === null ? wordsOf(from, first) : null;
    return [
      finding({ kind: 'education', ...span, conceptId, words, level, rule: 'education/level', confidence: 85 }),
      ...rest,
    ];
  }
}

function hasEquivalent(source: SourceText, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + EQUIVALENT_REACH); at += 1) {
    if (source.gap(at) & (Gap.semicolon | Gap.stop)) return false;
    if (EQUIVALENT_TRIE.longestRun(source.wordAt, at, to) !== undefined) return true;
  }
  return false;
}
