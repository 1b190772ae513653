import { cutWord } from '../concepts/concept-lexicon.js';
import { fieldStart } from './education-fields.js';
import {
  BARE_STUDIES,
  DEGREE,
  EDUCATION_NAMES,
  EDUCATION_WITHOUT_LEVEL,
  NO_STUDY,
  PROGRAMME,
  PROGRAMME_ADJECTIVE,
  STUDIES_WORD,
  STUDY_ADJECTIVE,
  STUDY_COMPOUND,
} from './education.lexicon.js';
import { remembered } from '../text/remembered.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const NAME_TRIE = new PhraseTrie<number>();
for (const [level, patterns] of EDUCATION_NAMES) {
  for (const phrase of patterns.flatMap(expandPattern)) NAME_TRIE.add(phrase.split(/[ .-]/).filter(Boolean), level);
}
for (const phrase of EDUCATION_WITHOUT_LEVEL.flatMap(expandPattern)) NAME_TRIE.add([phrase], 0);
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
const LEVEL_REACH = 7;
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

/** What an education is called: "civilingenjörsexamen", "teknisk utbildning på gymnasienivå", "lantmästar- eller agronomutbildning". */
export interface EducationName extends TokenRange {
  /** First digit of SUN 2000 level; 0 where the name tells none. */
  readonly level: number;
  /** Where the last part of a cut name begins ("agronomutbildning" of "lantmästar- eller agronomutbildning"). */
  readonly second: number | null;
}

/** The education that is named from a token on, with the level that stands after it. */
export function educationAt(source: SourceText, at: number, range: TokenRange): EducationName | undefined {
  const name = nameAt(source, at, range);
  return name && withLevel(source, name, range);
}

function nameAt(source: SourceText, at: number, range: TokenRange): EducationName | undefined {
  const cut = cutWord(source, at);
  if (cut !== undefined && cut.end <= range.to) {
    const level = levelOfWord(cut.word);
    if (level !== undefined)
      return {
        from: at,
        to: cut.end,
        level,
        second: isOne(source, at, cut) ? null : cut.end - 1,
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

/** "Högskole-/universitetsutbildning", "vård- och omsorgsprogrammet" are one; "el- eller fordonsprogrammet" are two. */
function isOne(source: SourceText, at: number, cut: { word: string }): boolean {
  return (source.gap(at + 1) & Gap.slash) !== 0 || (PROGRAMME.test(cut.word) && source.word(at + 1) === 'och');
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
const levelOfWord = remembered(levelNamed);

function levelNamed(word: string): number | undefined {
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
