import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { cutWord } from '../concepts/concept-lexicon.js';
import {
  BARE_STUDIES,
  DEGREE,
  EDUCATION_NAMES,
  EDUCATION_WITHOUT_LEVEL,
  EQUIVALENT,
  NO_STUDY,
  PROGRAMME,
  PROGRAMME_ADJECTIVE,
  STUDIES_WORD,
  STUDY_ADJECTIVE,
  STUDY_COMPOUND,
} from './education.lexicon.js';
import { finding, type Finding } from './finding.js';
import { EMPTY_OBJECTS } from './heads.lexicon.js';
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
const FIELD_WORDS = new Set(['inom', 'i', 'in', 'within']);
const FIELD_JOINERS = new Set(['eller', 'or', 'och', 'samt', 'and', 'the', 'ett', 'en', 'inom']);
const FIELD_STOPS = new Set(
  'bagaget du vi ditt dessa denna övrigt samband din enlighet sverige where which as att som där är på från för with from minst alternativt krävs vilket tal område relevant motsvarande liknande likvärdig likvärdigt annan annat erfarenhet goda god mycket du har är kan gärna related similar equivalent experience strong good field a an tillämplig'.split(
    ' ',
  ),
);
const FIELD_BREAKS = Gap.semicolon | Gap.colon | Gap.stop | Gap.line | Gap.bullet | Gap.open | Gap.close | Gap.dash;
const FIELD_LENGTH = 24;
const LONGEST_FIELD = 5;
const LEVEL_REACH = 7;
/** What stands before the fields themselves: "inom ett relevant område, exempelvis teknik". */
const FIELD_FILLERS = new Set(
  'ett en relevant relevanta område områden ämne ämnesområde exempelvis till exempel t ex tex såsom inom i gärna a an relevant field such as for example e g'.split(
    ' ',
  ),
);
const FIELD_ENDS = new Set(['närliggande', 'relaterat', 'relaterade', 'likvärdiga', 'ämnet', 'området', 'inriktning']);
const FIELD_ORS = new Set(['eller', 'or', 'samt', 'alternativt', 'alt', 'respektive']);
const TRADE_LINKS = new Set(['till', 'som']);
/** "Utbildning som vi bedömer …" names no trade. */
const LINK_ENDS = /^(?:vi|du|är|ger|kan|krävs|bedöms|arbetsgivaren|motsvarar|passar|\p{L}+[^ae]ar|\p{L}+s)$/u;
const LEVEL_OPENERS = new Set('minst lägst yh hög högskole gymnasie universitets eller och the en ett'.split(' '));
const SCHOOL_LEVELS: ReadonlyMap<string, number> = new Map([
  ['högskola', 5],
  ['universitet', 5],
  ['gymnasieskola', 3],
  ['gymnasiet', 3],
  ['yh', 4],
  ['yrkeshögskola', 4],
  ['grundnivå', 5],
]);
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
      const fields = fieldsAfter(source, withLevel(source, name, range), range.to);
      found.push(...this.findings(source, fields, range));
      at = fields.to - 1;
    }
    return found;
  }

  private findings(source: SourceText, { from, to, level, second, fields }: Education, range: TokenRange): Finding[] {
    const first = fields[0]?.to ?? to;
    const isReplaceable = hasEquivalent(source, to, range.to);
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

interface Education extends TokenRange {
  /** First digit of SUN 2000 level; 0 where the name tells none. */
  readonly level: number;
  /** Where the last part of a cut name begins ("agronomutbildning" of "lantmästar- eller agronomutbildning"). */
  readonly second: number | null;
  readonly fields: readonly TokenRange[];
}

type EducationName = Pick<Education, 'from' | 'to' | 'level' | 'second'>;

function nameAt(source: SourceText, at: number, range: TokenRange): EducationName | undefined {
  const cut = cutWord(source, at);
  if (cut !== undefined && cut.end <= range.to) {
    const level = levelOfWord(cut.word);
    if (level !== undefined)
      return {
        from: at,
        to: cut.end,
        level,
        second: PROGRAMME.test(cut.word) || source.gap(at + 1) & Gap.slash ? null : cut.end - 1,
      };
  }
  const found = NAME_TRIE.longestRun(source.wordAt, at, range.to);
  if (found !== undefined)
    return isPlace(source, at, found.end, range) || isLevelOfKnowledge(source, at)
      ? undefined
      : { from: at, to: found.end, level: found.value, second: null };
  const word = source.word(at);
  const isQualified =
    at + 1 < range.to &&
    source.joins(at + 1) &&
    ((STUDY_ADJECTIVE.test(word) && STUDIES_WORD.test(source.word(at + 1))) ||
      (PROGRAMME_ADJECTIVE.test(word) && source.word(at + 1) === 'programmet'));
  if (isQualified) {
    const level = word.endsWith('a') ? 3 : (levelOfWord(source.word(at + 1)) ?? 0);
    return { from: at, to: at + 2, level, second: null };
  }
  if (BARE_STUDIES.test(word) && fieldStart(source, at + 1, range.to) !== undefined)
    return { from: at, to: at + 1, level: 0, second: null };
  if (BARE_STUDIES.test(word)) {
    const name = withLevel(source, { from: at, to: at + 1, level: 0, second: null }, range);
    if (name.to > at + 1) return name;
  }
  const level = levelOfWord(word);
  return level === undefined ? undefined : { from: at, to: at + 1, level, second: null };
}

/** "Kunskaper på universitetsnivå" asks for no degree. */
function isLevelOfKnowledge(source: SourceText, at: number): boolean {
  return (
    source.word(at).endsWith('nivå') &&
    source.word(at - 1) === 'på' &&
    /(?:kunskap|kunskaper|färdigheter|kompetens)$/.test(source.word(at - 2))
  );
}

/** Level of an education named by one word; 0 where the word tells none, nothing where it is none. */
function levelOfWord(word: string): number | undefined {
  if (PROGRAMME.test(word)) return 3;
  if (DEGREE.test(word)) return 5;
  const named = NAME_TRIE.get(word);
  if (named !== undefined && !PLACES.has(word)) return named;
  if (/^gymnasie/.test(word) && /(?:utbildning|nivå)$/.test(word)) return 3;
  return STUDY_COMPOUND.test(word) && !NO_STUDY.test(word) ? 0 : undefined;
}

/** "Teknisk utbildning på minst gymnasienivå": the level belongs to the name before it. */
function withLevel(source: SourceText, name: EducationName, range: TokenRange): EducationName {
  if (!['på', 'om', 'at', 'from', 'från'].includes(source.word(name.to)) || !source.joins(name.to)) return name;
  for (let at = name.to + 1; at < Math.min(range.to, name.to + LEVEL_REACH) && source.joins(at); at += 1) {
    const cut = cutWord(source, at);
    const own = SCHOOL_LEVELS.get(source.word(at));
    const level = NAME_TRIE.get(cut?.word ?? source.word(at)) ?? own;
    if (level !== undefined) {
      const to =
        cut?.end ?? (SCHOOL_LEVELS.has(source.word(at + 1)) && source.gap(at + 1) & Gap.slash ? at + 2 : at + 1);
      return { ...name, to, level: name.level || Math.min(level, own ?? level) };
    }
    if (!LEVEL_OPENERS.has(source.word(at))) return name;
  }
  return name;
}

function isPlace(source: SourceText, at: number, end: number, range: TokenRange): boolean {
  if (end - at > 1 || !PLACES.has(source.word(at))) return false;
  for (let near = Math.max(range.from, at - 4); near < at; near += 1) if (STUDIES.test(source.word(near))) return false;
  return range.to - range.from > 3;
}

/** The fields that follow a name, each apart: "inom el, data eller mekatronik". */
function fieldsAfter(source: SourceText, name: EducationName, most: number): Education {
  const fields: TokenRange[] = [];
  let to = name.to;
  let from = fieldStart(source, name.to, most);
  const last = Math.min(most, name.to + FIELD_LENGTH);
  while (from !== undefined && from < last) {
    const end = fieldEnd(source, from, last);
    if (end === from) break;
    fields.push({ from, to: end });
    to = end;
    from = nextField(source, end, last);
  }
  return { ...name, to, fields };
}

/** First word of a field: "inom", "i", "med inriktning mot". */
function fieldStart(source: SourceText, at: number, most: number): number | undefined {
  if (at >= most || !source.joins(at)) return undefined;
  const word = source.word(at);
  if (word === 'med' || word === 'inriktning') {
    const focus = word === 'med' ? at + 1 : at;
    if (source.word(focus) !== 'inriktning') return undefined;
    const next = ['mot', 'på', 'inom'].includes(source.word(focus + 1)) ? focus + 2 : focus + 1;
    return next < most && source.joins(next) ? next : undefined;
  }
  if (!FIELD_WORDS.has(word))
    return TRADE_LINKS.has(word) && BARE_STUDIES.test(source.word(at - 1)) && !LINK_ENDS.test(source.word(at + 1))
      ? at + 1
      : undefined;
  const first = afterFillers(source, at + 1, most);
  return first === undefined || FIELD_STOPS.has(source.word(first)) || EMPTY_OBJECTS.test(source.word(first))
    ? undefined
    : first;
}

/** The first word that is no filler, unless the sentence breaks before it. */
function afterFillers(source: SourceText, from: number, last: number): number | undefined {
  let at = from;
  while (at < last && FIELD_FILLERS.has(source.word(at))) {
    at += 1;
    if (at >= last || source.gap(at) & (FIELD_BREAKS & ~Gap.stop)) return undefined;
  }
  return at < last ? at : undefined;
}

function fieldEnd(source: SourceText, from: number, last: number): number {
  let end = from;
  for (let at = from; at < last; at += 1) {
    const word = source.word(at);
    if (at > from && ((source.gap(at) & (FIELD_BREAKS | Gap.comma)) !== 0 || splitsField(source, at))) break;
    if (FIELD_STOPS.has(word) || FIELD_ORS.has(word) || FIELD_ENDS.has(word)) break;
    if (!FIELD_JOINERS.has(word)) end = at + 1;
  }
  return end - from > LONGEST_FIELD ? from : end;
}

function splitsField(source: SourceText, at: number): boolean {
  return (source.gap(at) & Gap.slash) !== 0 && (source.gap(at) & Gap.hyphen) === 0 && source.word(at).length > 3;
}

function nextField(source: SourceText, at: number, last: number): number | undefined {
  if (at >= last || source.gap(at) & FIELD_BREAKS) return undefined;
  let next = at;
  if (FIELD_ORS.has(source.word(next))) next += 1;
  else if (!(source.gap(at) & Gap.comma) && !splitsField(source, at)) return undefined;
  if (FIELD_ORS.has(source.word(next))) next += 1;
  const first = afterFillers(source, next, last);
  if (first === undefined) return undefined;
  next = first;
  return !FIELD_STOPS.has(source.word(next)) && !/^\d/.test(source.word(next)) ? next : undefined;
}

function hasEquivalent(source: SourceText, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + EQUIVALENT_REACH); at += 1) {
    if (source.gap(at) & (Gap.semicolon | Gap.stop)) return false;
    if (EQUIVALENT_TRIE.longestRun(source.wordAt, at, to) !== undefined) return true;
  }
  return false;
}
