import { type ReadableTaxonomy } from './concept-forms.js';
import { cutWord } from './concept-lexicon.js';
import { DEGREE, EDUCATION_NAMES, EQUIVALENT } from './education.lexicon.js';
import { finding, type Finding } from './finding.js';
import { expandPattern, PhraseTrie } from './phrase-trie.js';
import { type TokenRange } from './sentences.js';
import { type SourceText } from './source-text.js';
import { Gap } from './tokens.js';

const NAME_TRIE = new PhraseTrie<number>();
for (const [level, patterns] of EDUCATION_NAMES) {
  for (const phrase of patterns.flatMap(expandPattern)) NAME_TRIE.add(phrase.split(/[ .-]/).filter(Boolean), level);
}
const EQUIVALENT_TRIE = new PhraseTrie<true>();
for (const phrase of EQUIVALENT.flatMap(expandPattern)) EQUIVALENT_TRIE.add(phrase.split(' '), true);

/** Places named after schools are no education: "arbete på universitetet", "vid ett universitet". */
const PLACES = new Set(['högskola', 'universitet', 'gymnasiet', 'gymnasieskolan', 'gymnasium', 'gymnasieskola', 'grundskola', 'grundskolan', 'yrkeshögskolan', 'yrkeshögskola']);
const AT_PLACE = new Set(['på', 'vid', 'i', 'inom', 'till', 'vår', 'våra', 'ett', 'en', 'undervisa', 'hos', 'för', 'vårt']);
const STUDIES = /^(?:examen|utbildning|studier|betyg|avslutad|avslutat|slutförd|fullständig|godkänd|läst|läser|pluggar|studerar|nivå|genomgången|kompetens|motsvarande|avklarad)$/;
const FIELD_WORDS = new Set(['inom', 'i', 'in', 'med', 'within']);
const FIELD_STOPS = new Set(['eller', 'or', 'och', 'samt', 'som', 'där', 'är', 'på', 'från', 'för', 'with', 'from', 'minst', 'alternativt', 'krävs', 'vilket', 'tal', 'område', 'relevant']);
const FIELD_LENGTH = 5;
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
      const name = nameAt(source, at, range);
      if (name === undefined) continue;
      found.push(this.finding(source, name, range));
      at = name.to - 1;
    }
    return found;
  }

  private finding(source: SourceText, name: TokenRange & { level: number }, range: TokenRange): Finding {
    const to = fieldEnd(source, name.to, range.to);
    const isReplaceable = hasEquivalent(source, to, range.to);
    const words = to > name.to || isReplaceable ? source.span(name.from, to).quote.replace(/\s+/g, ' ').slice(0, 200) : null;
    const base = { kind: 'education', from: name.from, to } as const;
    if (isReplaceable) return finding({ ...base, conceptId: null, words, rule: 'education/or-equivalent', confidence: 70 });
    const conceptId = this.byLevel.get(name.level) ?? null;
    const own = conceptId === null ? (words ?? source.span(name.from, to).quote) : words;
    return finding({ ...base, conceptId, words: own, level: name.level, rule: 'education/level', confidence: 85 });
  }
}

function nameAt(source: SourceText, at: number, range: TokenRange): (TokenRange & { level: number }) | undefined {
  const cut = cutWord(source, at);
  if (cut !== undefined && cut.end <= range.to && DEGREE.test(cut.word)) return { from: at, to: cut.end, level: 5 };
  if (cut !== undefined && cut.end <= range.to && /^(?:högskole|universitets)(?:utbildning|examen|nivå)$/.test(cut.word)) return { from: at, to: cut.end, level: 5 };
  const found = NAME_TRIE.longestRun(source.wordAt, at, range.to);
  if (found !== undefined) return isPlace(source, at, found.end, range) ? undefined : { from: at, to: found.end, level: found.value };
  return DEGREE.test(source.word(at)) ? { from: at, to: at + 1, level: 5 } : undefined;
}

function isPlace(source: SourceText, at: number, end: number, range: TokenRange): boolean {
  if (end - at > 1 || !PLACES.has(source.word(at))) return false;
  if (!AT_PLACE.has(source.word(at - 1)) && at > range.from) return false;
  for (let near = Math.max(range.from, at - 3); near < at; near += 1) if (STUDIES.test(source.word(near))) return false;
  return at > range.from;
}

function fieldEnd(source: SourceText, from: number, to: number): number {
  if (!FIELD_WORDS.has(source.word(from)) || from >= to || !source.joins(from)) return from;
  if (source.word(from) === 'med' && source.word(from + 1) !== 'inriktning') return from;
  let at = from + 1;
  while (at < Math.min(to, from + 1 + FIELD_LENGTH) && source.joins(at) && (!FIELD_STOPS.has(source.word(at)) || (source.word(at) === 'på' && source.word(at - 1) === 'inriktning'))) at += 1;
  return at > from + 1 ? at : from;
}

function hasEquivalent(source: SourceText, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + EQUIVALENT_REACH); at += 1) {
    if (source.gap(at) & (Gap.semicolon | Gap.stop)) return false;
    if (EQUIVALENT_TRIE.longestRun(source.wordAt, at, to) !== undefined) return true;
  }
  return false;
}
