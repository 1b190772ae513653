import { CV_HEADINGS, NOT_HELD, type CvSection } from './structure/cv-headings.lexicon.js';
import { latestYear, monthsOf, periodIn, type Period } from './structure/employment-dates.js';
import { finding, type Finding } from './facts/finding.js';
import type { ReadFact, ReadLanguage } from './reading.types.js';
import { HeadingLexicon } from './structure/section-headings.js';
import type { SentenceReader } from './facts/sentence.reader.js';
import { linesOf, sentencesOf, type Line, type TokenRange } from './text/sentences.js';
import { SourceText } from './text/source-text.js';
import { Gap } from './text/tokens.js';

/** More facts than any CV holds: what comes after is dropped. */
const MOST_FACTS = 300;
const LONGEST_TITLE = 10;
const NO_SKILLS: ReadonlySet<string> = new Set();
const HEADING_LEXICON = new HeadingLexicon<CvSection>(CV_HEADINGS);

interface CvLine extends Line {
  readonly section: CvSection;
  readonly period: Period | undefined;
}

interface HeldFact extends ReadFact {
  /** Months of the employments that the fact was read in. */
  readonly months: number;
}

/** Reads what a CV says that its person has done and can do: employments with their time, skills, languages, licences, education. */
export class PersonReader {
  constructor(private readonly sentences: SentenceReader) {}

  read(text: string, language: ReadLanguage): ReadFact[] {
    const source = new SourceText(text, language, 'cv');
    const latest = latestYear(text);
    const lines = cvLines(source);
    const facts = lines.flatMap((line, index) => [
      ...this.employment(source, lines, index, latest),
      ...this.line(source, line),
    ]);
    facts.sort((a, b) => a.span.start - b.span.start || b.months - a.months);
    return mergeFacts(facts).slice(0, MOST_FACTS);
  }

  /** The occupation of an employment: its title stands on the line of its dates, else on the line before, else on the line after. */
  private employment(source: SourceText, lines: readonly CvLine[], index: number, latest: number | null): HeldFact[] {
    const line = lines[index];
    if (line?.period === undefined || line.section === 'education' || line.section === 'silent') return [];
    const months = monthsOf(line.period, latest);
    const before = lines[index - 1];
    const places = [line, !line.afterBlank && before?.period === undefined ? before : undefined, lines[index + 1]];
    for (const place of places) {
      if (
        place === undefined ||
        place.bullet ||
        place.to - place.from > LONGEST_TITLE + 8 ||
        (place !== line && place.period !== undefined)
      )
        continue;
      const title = this.title(source, place);
      if (title !== undefined) return fact(source, { ...title, years: null }, 'employment', months ?? 0);
    }
    return [];
  }

  private title(source: SourceText, line: TokenRange): Finding | undefined {
    let best: Finding | undefined;
    for (let at = line.from; at < line.to; at += 1) {
      const hit = this.sentences.lexicon.at(source, at, true);
      const form = hit?.forms.find((one) => one.kind === 'occupation');
      if (hit === undefined || form === undefined || hit.to > line.to) continue;
      const isLonger = best === undefined || hit.to - hit.from > best.to - best.from;
      if (isLonger)
        best = finding({
          kind: 'occupation',
          conceptId: form.conceptId,
          from: hit.from,
          to: hit.to,
          rule: `title/${hit.shape}`,
          confidence: hit.shape === 'form' ? 85 : 65,
        });
    }
    return best;
  }

  private line(source: SourceText, line: CvLine): HeldFact[] {
    if (line.section === 'silent') return [];
    return sentencesOf(source, line).flatMap((sentence) => {
      const listed = isListed(source, line, sentence);
      const end = heldUntil(source, sentence);
      return this.sentences
        .read(source, sentence, {
          listed,
          languages: line.section === 'languages',
          occupationId: null,
          usualSkills: NO_SKILLS,
          strength: (index) => (index < end ? 3 : 0),
          isCue: () => false,
          isPlain: () => false,
          head: line.section === 'skills' && listed ? 'knowledge' : null,
          relaxed: line.section === 'skills',
          open: line.section === 'skills' || !listed,
          traits: false,
        })
        .filter(
          (found) => !(found.kind === 'occupation' && (line.section === 'education' || found.rule.startsWith('list/'))),
        )
        .flatMap((found) => fact(source, found, line.section, 0));
    });
  }
}

function cvLines(source: SourceText): CvLine[] {
  let section: CvSection = 'about';
  const lines: CvLine[] = [];
  for (const line of linesOf(source)) {
    const heading = HEADING_LEXICON.match(source, line.from, line.to);
    if (heading !== undefined && !line.bullet) section = heading.section;
    const from = heading !== undefined && !line.bullet ? headingEnd(line, heading) : line.from;
    if (from < line.to)
      lines.push({
        ...line,
        from,
        section,
        period: periodIn(source.text.slice(source.tokens[from]?.start, source.tokens[line.to - 1]?.end)),
      });
  }
  return lines;
}

/** "Körkort: B" is read whole: the heading is a part of what it says. */
function headingEnd(line: Line, heading: { section: CvSection; end: number }): number {
  return heading.section === 'licences' && heading.end < line.to ? line.from : heading.end;
}

function isListed(source: SourceText, line: CvLine, sentence: TokenRange): boolean {
  if (line.section === 'skills' || line.section === 'languages' || line.section === 'licences') return true;
  const end = source.tokens[sentence.to - 1]?.end ?? 0;
  return (
    line.bullet ||
    (sentence.to - sentence.from <= LONGEST_TITLE && source.text[end] !== '.' && (source.gap(line.to) & Gap.line) !== 0)
  );
}

function heldUntil(source: SourceText, range: TokenRange): number {
  for (let at = range.from; at < range.to; at += 1) if (NOT_HELD.has(source.word(at))) return at;
  return range.to;
}

/** Nothing for what is no fact about a person: traits and conditions are only asked for. */
function fact(source: SourceText, found: Finding, place: string, months: number): HeldFact[] {
  const { kind, conceptId, words, level, years, confidence } = found;
  if (kind === 'trait' || kind === 'condition') return [];
  const span = source.span(found.from, found.to);
  return [{ kind, conceptId, words, level, years, span, rule: `${place}/${found.rule}`, confidence, months }];
}

/** One fact per concept (or own words): the first span; employments add up, otherwise the highest level and years. */
function mergeFacts(facts: readonly HeldFact[]): ReadFact[] {
  const merged = new Map<string, HeldFact>();
  for (const one of facts) {
    const key = one.conceptId ?? `${one.kind} ${one.words?.toLowerCase() ?? ''}`;
    const first = merged.get(key);
    merged.set(key, first === undefined ? one : mergeFact(first, one));
  }
  return [...merged.values()].map(({ months, ...one }) => ({
    ...one,
    years: highest(one.years, months >= 12 ? Math.min(70, Math.floor(months / 12)) : null),
  }));
}

function mergeFact(first: HeldFact, other: HeldFact): HeldFact {
  return {
    ...first,
    level: highest(first.level, other.level),
    years: highest(first.years, other.years),
    months: first.months + other.months,
    confidence: Math.max(first.confidence, other.confidence),
  };
}

function highest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
