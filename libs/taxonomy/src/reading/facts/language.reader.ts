import type { ConceptLexicon } from '../concepts/concept-lexicon.js';
import { finding, type Finding } from './finding.js';
import { AFTER_LANGUAGE, LANGUAGE_EVIDENCE, LANGUAGE_LEVELS, SPOKEN_AND_WRITTEN } from './language-levels.lexicon.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

interface LevelMark extends TokenRange {
  readonly level: number;
  readonly weak: boolean;
}

interface LanguageMark extends TokenRange {
  readonly conceptId: string;
}

const LEVEL_TRIE = new PhraseTrie<{ level: number; weak: boolean }>();
for (const phrase of SPOKEN_AND_WRITTEN.flatMap(expandPattern))
  LEVEL_TRIE.add(phrase.split(' '), { level: 4, weak: true });
for (const [level, patterns] of LANGUAGE_LEVELS) {
  for (const phrase of patterns.flatMap(expandPattern)) LEVEL_TRIE.add(phrase.split(/[ -]/), { level, weak: false });
}

const COMPOUND = /^(\p{L}{3,})(?:kunskap|kunskaper|kunskaperna|språkig|språkiga|talande|språkskunskaper)$/u;
const COMPOUND_END = /(?:kunskap|kunskaper|erna|språkig|iga|talande)$/;
const JOINERS = new Set(['och', 'samt', 'eller', 'and', 'or', 'både', 'both', 'såväl', 'som']);
const UNNAMED =
  /^(?:andra|annat|fler|flera|ytterligare|övriga|other|additional|another|skandinaviskt|nordiskt|slaviskt|utländskt|europeiskt)$/;
const LANGUAGE_WORD = /^(?:språk|språkkunskaper|language|languages)$/;
const EVIDENCE_REACH = 14;
const SHORT_ITEM = 4;

/** Reads languages with their CEFR level: "goda kunskaper i engelska", "flytande svenska i tal och skrift", "Finnish (B2)". */
export class LanguageReader {
  constructor(private readonly lexicon: ConceptLexicon) {}

  /** `listed`: in a section or item about languages, where a bare name is enough; `isPlain`: where it is asked for outright, too. */
  read(
    source: SourceText,
    range: TokenRange,
    listed = false,
    isPlain: (index: number) => boolean = () => false,
  ): Finding[] {
    const unnamed = unnamedLanguages(source, range);
    const marks = this.languages(source, range);
    if (marks.length === 0) return unnamed;
    const levels = levelMarks(source, range);
    const short = range.to - range.from <= SHORT_ITEM;
    const isKnown = (mark: LanguageMark): boolean => isPlain(mark.from) || hasEvidence(source, mark, range);
    const named = marks
      .filter((mark) => isName(source, mark, range) && (listed || short || marks.some(isKnown)))
      .map((mark) => {
        const level = levelOf(source, mark, marks, levels);
        return finding({
          kind: 'language',
          conceptId: mark.conceptId,
          level,
          from: mark.from,
          to: mark.to,
          rule: level === null ? 'language/name' : 'language/level',
          confidence: 90,
        });
      });
    return [...named, ...unnamed];
  }

  private languages(source: SourceText, range: TokenRange): LanguageMark[] {
    const marks: LanguageMark[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const mark = this.languageAt(source, at);
      if (mark === undefined || mark.to > range.to) continue;
      marks.push(mark);
      at = mark.to - 1;
    }
    return marks;
  }

  private languageAt(source: SourceText, at: number): LanguageMark | undefined {
    const named = this.lexicon.languageAt(source, at);
    if (named !== undefined) return { ...named, from: at };
    const word = source.word(at);
    const stem = COMPOUND_END.test(word) ? COMPOUND.exec(word)?.[1] : undefined;
    if (stem === undefined) return undefined;
    const form = [stem, `${stem}a`].flatMap((word) => this.lexicon.word(word)).find((one) => one.kind === 'language');
    return form && { conceptId: form.conceptId, from: at, to: at + 1 };
  }
}

function levelMarks(source: SourceText, range: TokenRange): LevelMark[] {
  const marks: LevelMark[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const found = LEVEL_TRIE.longestRun(source.wordAt, at, range.to);
    if (found === undefined) continue;
    marks.push({ from: at, to: found.end, ...found.value });
    at = found.end - 1;
  }
  return marks;
}

function isName(source: SourceText, mark: LanguageMark, range: TokenRange): boolean {
  if (COMPOUND.test(source.word(mark.from)) || mark.to >= range.to || !source.joins(mark.to)) return true;
  if (source.gap(mark.to) & Gap.slash) return true;
  return !(source.gap(mark.to) & Gap.hyphen) && AFTER_LANGUAGE.has(source.word(mark.to));
}

function hasEvidence(source: SourceText, mark: LanguageMark, range: TokenRange): boolean {
  const to = Math.min(range.to, mark.to + EVIDENCE_REACH);
  for (let at = Math.max(range.from, mark.from - EVIDENCE_REACH); at < to; at += 1)
    if (LANGUAGE_EVIDENCE.test(source.word(at))) return true;
  return false;
}

/**
 * A level right after the language is its own ("engelska flytande"), else the last one before it holds for all that follow ("goda kunskaper i svenska och
 * engelska"), else the first one after it ("svenska och engelska obehindrat"). "I tal och skrift" counts where nothing else does.
 */
function levelOf(
  source: SourceText,
  mark: LanguageMark,
  marks: readonly LanguageMark[],
  levels: readonly LevelMark[],
): number | null {
  const strong = levels.filter((level) => !level.weak);
  const ownOf = (language: LanguageMark): LevelMark | undefined =>
    strong.find(
      (level) => level.from >= language.to && level.from - language.to <= 3 && isOwn(source, language, level, marks),
    );
  const own = ownOf(mark);
  if (own !== undefined) return own.level;
  const others = new Set(marks.map(ownOf));
  const shared = strong.filter((level) => !others.has(level));
  const before = shared.findLast((level) => level.to <= mark.from);
  const after = shared.find((level) => level.from >= mark.to);
  return (before ?? after ?? levels.find((level) => level.weak))?.level ?? null;
}

function isOwn(source: SourceText, mark: LanguageMark, level: LevelMark, marks: readonly LanguageMark[]): boolean {
  for (let at = mark.to; at < level.from; at += 1) if (JOINERS.has(source.word(at))) return false;
  const next = marks.find((other) => other.from >= level.to);
  if (marks.some((other) => other.from >= mark.to && other.from < level.from)) return false;
  return (
    next === undefined ||
    next.from - level.to > 2 ||
    (source.gap(level.to) & (Gap.comma | Gap.semicolon | Gap.close | Gap.dash | Gap.slash)) !== 0
  );
}

/** "Andra språk", "ett skandinaviskt språk", "ytterligare språkkunskaper": a language that is not named. */
function unnamedLanguages(source: SourceText, range: TokenRange): Finding[] {
  const found: Finding[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    if (!UNNAMED.test(source.word(at)) || at + 1 >= range.to || !source.joins(at + 1)) continue;
    if (!LANGUAGE_WORD.test(source.word(at + 1))) continue;
    const words = source.span(at, at + 2).quote.replace(/\s+/g, ' ');
    found.push(
      finding({
        kind: 'language',
        conceptId: null,
        words,
        from: at,
        to: at + 2,
        rule: 'language/unnamed',
        confidence: 60,
      }),
    );
  }
  return found;
}
