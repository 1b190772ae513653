import type { ConceptKind, FactKind, Language, Span } from '#contracts';
import type { Concept, ReadFact, Taxonomy, TextReader } from '#taxonomy';
import type { Warning } from './cv.js';
import type { CvText } from './cv-text.js';
import type { FactCollector } from './fact-collector.js';

/** What the readers of a CV's sections share while one CV is read. */
export interface SectionContext {
  readonly text: CvText;
  readonly facts: FactCollector;
  readonly taxonomy: Taxonomy;
  readonly reader: TextReader;
  readonly language: Language;
  /** The day in Sweden. */
  readonly today: string;
  readonly warnings: Warning[];
}

/** Factual kinds whose concepts are of the kind with the same name. */
type SameName = FactKind & ConceptKind;

export interface FoundConcept {
  readonly kind: FactKind;
  readonly conceptId: string;
  readonly level: number | null;
  readonly years: number | null;
  readonly span: Span;
}

/** The concept of the first of these kinds that has one of this very name or code. */
export function conceptNamed(taxonomy: Taxonomy, kinds: readonly ConceptKind[], words: string): Concept | undefined {
  for (const kind of kinds) {
    const concept = taxonomy.resolve(kind, words);
    if (concept) return concept;
  }
  return undefined;
}

/** Concepts that a short text names: by its very name, else those that are read in it. */
export function conceptsIn(
  { taxonomy, reader, language }: SectionContext,
  span: Span,
  kinds: readonly SameName[],
): FoundConcept[] {
  const named = conceptNamed(taxonomy, kinds, span.quote);
  if (named) return [{ kind: named.kind as SameName, conceptId: named.id, level: null, years: null, span }];
  return reader
    .readPerson({ text: span.quote, language })
    .facts.flatMap((fact) => (kinds.includes(fact.kind as SameName) ? found(fact, span.start) : []));
}

/** Concepts that running text tells of; `start` is where it stands in the CV's text. */
export function conceptsInPassage({ reader, language }: SectionContext, text: string, start: number): FoundConcept[] {
  return reader.readPerson({ text, language }).facts.flatMap((fact) => found(fact, start));
}

function found({ kind, conceptId, level, years, span }: ReadFact, offset: number): FoundConcept[] {
  if (conceptId === null || span.quote.length > 500) return [];
  const moved: Span = { field: 'cv', start: span.start + offset, end: span.end + offset, quote: span.quote };
  return [{ kind, conceptId, level, years, span: moved }];
}
