import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { cutWord } from '../concepts/concept-lexicon.js';
import { DEGREE, EDUCATION_NAMES, EDUCATION_WITHOUT_LEVEL, EQUIVALENT } from './education.lexicon.js';
import { finding, type Finding } from './finding.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const NAME_TRIE = new PhraseTrie<number>();
for (const [level, patterns] of EDUCATION_NAMES) {
  for (const phrase of patterns.flatMap(expandPattern)) NAME_TRIE.add(phrase.split(/[ .-]/).filter(Boolean), level);
}
for (const phrase of EDUCATION_WITHOUT_LEVEL.flatMap(expandPattern)) NAME_TRIE.add([phrase], 0);
const EQUIVALENT_TRIE = new PhraseTrie<true>();
for (const phrase of EQUIVALENT.flatMap(expandPattern)) EQUIVALENT_TRIE.add(phrase.split(' '), true);

/** Places named after schools are no education: "arbete på universitetet", "vid ett universitet". */
const PLACES = new Set([
  'högskola',
  'universitet',
  'gymnasiet',
  'gymnasieskolan',
  'gymnasium',
  'gymnasieskola',
  'grundskola',
  'grundskolan',
  'yrkeshögskolan',
  'yrkeshögskola',
]);
const STUDIES =
  /^(?:examen|utbildning|studier|betyg|avslutad|avslutat|slutförd|fullständig|godkänd|läst|läser|pluggar|studerar|nivå|genomgången|kompetens|motsvarande|avklarad)$/;
const FIELD_WORDS = new Set(['inom', 'i', 'in', 'med', 'within']);
const FIELD_JOINERS = new Set(['eller', 'or', 'och', 'samt', 'and', 'the', 'ett', 'en', 'inom']);
const FIELD_STOPS = new Set(
  'som där är på från för with from minst alternativt krävs vilket tal område relevant motsvarande liknande likvärdig likvärdigt annan annat erfarenhet goda god mycket du har är kan gärna related similar equivalent experience strong good field a an tillämplig'.split(
    ' ',
  ),
);
const FIELD_BREAKS = Gap.semicolon | Gap.colon | Gap.stop | Gap.line | Gap.bullet | Gap.open | Gap.close | Gap.dash;
const FIELD_LENGTH = 14;
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
    const words =
      to > name.to || isReplaceable || name.level === 0
        ? source.span(name.from, to).quote.replace(/\s+/g, ' ').slice(0, 200)
        : null;
    const base = { kind: 'education', from: name.from, to } as const;
    if (isReplaceable)
      return finding({ ...base, conceptId: null, words, rule: 'education/or-equivalent', confidence: 70 });
    if (name.level === 0)
      return finding({ ...base, conceptId: null, words, rule: 'education/no-level', confidence: 60 });
    const conceptId = this.byLevel.get(name.level) ?? null;
    const own = conceptId === null ? (words ?? source.span(name.from, to).quote) : words;
    return finding({ ...base, conceptId, words: own, level: name.level, rule: 'education/level', confidence: 85 });
  }
}

function nameAt(source: SourceText, at: number, range: TokenRange): (TokenRange & { level: number }) | undefined {
  const cut = cutWord(source, at);
  if (cut !== undefined && cut.end <= range.to && DEGREE.test(cut.word)) return { from: at, to: cut.end, level: 5 };
  if (
    cut !== undefined &&
    cut.end <= range.to &&
    /^(?:högskole|universitets)(?:utbildning|examen|nivå)$/.test(cut.word)
  )
    return { from: at, to: cut.end, level: 5 };
  const found = NAME_TRIE.longestRun(source.wordAt, at, range.to);
  if (found !== undefined)
    return isPlace(source, at, found.end, range) ? undefined : { from: at, to: found.end, level: found.value };
  return DEGREE.test(source.word(at)) ? { from: at, to: at + 1, level: 5 } : undefined;
}

function isPlace(source: SourceText, at: number, end: number, range: TokenRange): boolean {
  if (end - at > 1 || !PLACES.has(source.word(at))) return false;
  for (let near = Math.max(range.from, at - 4); near < at; near += 1) if (STUDIES.test(source.word(near))) return false;
  return range.to - range.from > 3;
}

/** End of the field that follows a name ("inom el, data eller mekatronik"); the name's end where none does. */
function fieldEnd(source: SourceText, from: number, to: number): number {
  if (!FIELD_WORDS.has(source.word(from)) || from >= to || !source.joins(from)) return from;
  if (source.word(from) === 'med' && source.word(from + 1) !== 'inriktning') return from;
  let end = from;
  for (let at = from + 1; at < Math.min(to, from + FIELD_LENGTH); at += 1) {
    const word = source.word(at);
    const isOn = ['på', 'mot'].includes(word) && source.word(at - 1) === 'inriktning';
    if ((source.gap(at) & FIELD_BREAKS) !== 0 || (FIELD_STOPS.has(word) && !isOn)) break;
    if (!FIELD_JOINERS.has(word)) end = at + 1;
  }
  return end > from + 1 ? end : from;
}

function hasEquivalent(source: SourceText, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + EQUIVALENT_REACH); at += 1) {
    if (source.gap(at) & (Gap.semicolon | Gap.stop)) return false;
    if (EQUIVALENT_TRIE.longestRun(source.wordAt, at, to) !== undefined) return true;
  }
  return false;
}
