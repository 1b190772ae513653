import {
  occupationFromTitle,
  type ReadDemand,
  type ReadFact,
  type ReadLanguage,
  type ReadSpan,
  type Taxonomy,
  type TextReader,
  type TitleCandidate,
} from '#taxonomy';

export type TextKind = 'vacancy' | 'cv';

/** What was read from one text. Spans are UTF-16 offsets into it, end exclusive. */
export interface TextReading<Fact extends ReadFact | ReadDemand = ReadFact | ReadDemand> {
  readonly kind: TextKind;
  readonly language: ReadLanguage;
  /** The line that names the job, else the first one. */
  readonly title: ReadSpan;
  /** What the title may mean, best first. */
  readonly occupations: readonly TitleCandidate[];
  /** The occupation that the title names; null where it names none for certain. */
  readonly occupationId: string | null;
  readonly facts: readonly Fact[];
}

/** A title stands among the first lines, and is no longer than this. */
const titleLines = 4;
const longestTitle = 120;
const occupationsShown = 5;

export function readAd(reader: TextReader, text: string): TextReading<ReadDemand> {
  const title = readTitle(reader, text, 'text');
  const { language, demands } = reader.readVacancy({ headline: '', text, occupationId: title.occupationId });
  return { kind: 'vacancy', language, ...title, facts: demands };
}

export function readCv(reader: TextReader, text: string): TextReading<ReadFact> {
  const { language, facts } = reader.readPerson({ text });
  return { kind: 'cv', language, ...readTitle(reader, text, 'cv'), facts };
}

/** The first of the first lines that names an occupation, else the first line. */
function readTitle(
  reader: TextReader,
  text: string,
  field: ReadSpan['field'],
): Pick<TextReading, 'title' | 'occupations' | 'occupationId'> {
  const beginning = text.slice(0, 4 * longestTitle * titleLines);
  const lines = [...beginning.matchAll(/\S(?:[^\r\n]*\S)?/g)].slice(0, titleLines);
  const titles = lines.map(({ 0: line, index: start }): ReadSpan => {
    const quote = line.slice(0, longestTitle);
    return { field, start, end: start + quote.length, quote };
  });
  for (const title of titles) {
    const occupationId = occupationFromTitle(reader, title.quote);
    if (occupationId !== null)
      return { title, occupations: reader.readTitle(title.quote, occupationsShown), occupationId };
  }
  const title = titles[0] ?? { field, start: 0, end: 0, quote: '' };
  return { title, occupations: reader.readTitle(title.quote, occupationsShown), occupationId: null };
}

const place = ({ span }: Pick<ReadFact, 'span'>): string => `${span.start}–${span.end}`;

/** The reading as lines for people. */
export function readingLines(reading: TextReading, taxonomy: Taxonomy): string[] {
  const label = (id: string): string => taxonomy.concept(id)?.label.sv ?? id;
  const lines = [`${reading.kind}, ${reading.language === 'sv' ? 'Swedish' : 'English'}, “${reading.title.quote}”`];
  for (const { conceptId, why, matched } of reading.occupations)
    lines.push(
      `  ${conceptId === reading.occupationId ? 'occupation' : 'perhaps'}  ${label(conceptId)} (${why}: ${matched})`,
    );
  const width = Math.max(0, ...reading.facts.map((fact) => place(fact).length));
  for (const fact of reading.facts) {
    const name = fact.conceptId === null ? `${fact.words ?? ''} (own words)` : label(fact.conceptId);
    const necessity = 'necessity' in fact ? `${fact.necessity}  ` : '';
    const figures = [
      fact.level === null ? '' : `level ${fact.level}`,
      fact.years === null ? '' : `${fact.years} years`,
    ];
    const more = [...figures.filter(Boolean), `${fact.confidence} %`, fact.rule].join(', ');
    lines.push(
      `${place(fact).padStart(width)}  ${necessity}${fact.kind}  ${name}  “${quoted(fact.span.quote)}”  (${more})`,
    );
  }
  lines.push(`${reading.facts.length} ${reading.kind === 'cv' ? 'facts' : 'demands'} read`);
  return lines;
}

function quoted(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
