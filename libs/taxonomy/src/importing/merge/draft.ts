import type { ConceptKind } from '#contracts';
import type { TaxonomyLanguage } from '../../concept.js';
import type { SnapshotConcept } from '../../snapshot.js';

/** A concept while it is put together. */
export interface DraftConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly label: Record<TaxonomyLanguage, string>;
  borrowed: TaxonomyLanguage | undefined;
  readonly alternatives: Readonly<Record<TaxonomyLanguage, Set<string>>>;
  code: string | null;
  broader: string[];
  readonly definition: Partial<Record<TaxonomyLanguage, string>>;
  readonly references: Set<string>;
  readonly searchWords: Set<string>;
}

export const labelKey = (label: string): string => label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** All concepts while they are put together; in the order that the snapshot will have, which says who is meant of two namesakes. */
export class Draft {
  readonly concepts = new Map<string, DraftConcept>();
  private readonly byLabel = new Map<string, string[]>();

  get(id: string): DraftConcept | undefined {
    return this.concepts.get(id);
  }

  /** Adds a concept that has a name in one language at least; the other one borrows it. */
  add(given: {
    readonly id: string;
    readonly kind: ConceptKind;
    readonly label: Partial<Record<TaxonomyLanguage, string>>;
    readonly code?: string | null;
  }): DraftConcept {
    const { sv, en } = given.label;
    const concept: DraftConcept = {
      id: given.id,
      kind: given.kind,
      label: { sv: (sv ?? en)!, en: (en ?? sv)! },
      borrowed: sv === undefined ? 'sv' : en === undefined ? 'en' : undefined,
      alternatives: { sv: new Set(), en: new Set() },
      code: given.code ?? null,
      broader: [],
      definition: {},
      references: new Set(),
      searchWords: new Set(),
    };
    this.concepts.set(given.id, concept);
    for (const label of new Set([sv, en])) if (label !== undefined) this.index(concept, label);
    return concept;
  }

  /** Takes over a concept as another snapshot has it. */
  adopt(given: SnapshotConcept): void {
    const concept = this.add({ ...given, ...(given.borrowed ? { label: only(given) } : {}) });
    for (const language of ['sv', 'en'] as const)
      for (const one of given.alternatives[language]) concept.alternatives[language].add(one);
    concept.broader.push(...given.broader);
    Object.assign(concept.definition, given.definition);
    for (const one of given.references) concept.references.add(one);
    for (const one of given.searchWords ?? []) concept.searchWords.add(one);
  }

  /** The language in which it had no name has one now. */
  name(concept: DraftConcept, language: TaxonomyLanguage, label: string): void {
    if (concept.borrowed !== language) return;
    concept.label[language] = label;
    concept.borrowed = undefined;
    this.index(concept, label);
  }

  /** Concepts of a kind with this label, in either language. */
  labelled(kind: ConceptKind, label: string): readonly DraftConcept[] {
    return (this.byLabel.get(`${kind} ${labelKey(label)}`) ?? []).map((id) => this.concepts.get(id)!);
  }

  /** Another word for a concept, unless it is the label of one of its kind. */
  alternative(concept: DraftConcept, language: TaxonomyLanguage, word: string): void {
    const text = word.trim();
    if (text === '' || this.labelled(concept.kind, text).length > 0) return;
    concept.alternatives[language].add(text);
  }

  private index(concept: DraftConcept, label: string): void {
    const key = `${concept.kind} ${labelKey(label)}`;
    const ids = this.byLabel.get(key);
    if (!ids) this.byLabel.set(key, [concept.id]);
    else if (!ids.includes(concept.id)) ids.push(concept.id);
  }
}

function only({ borrowed, label }: SnapshotConcept): Partial<Record<TaxonomyLanguage, string>> {
  return borrowed === 'sv' ? { en: label.en } : { sv: label.sv };
}

const longestDefinition = 400;

/** The first sentences of a definition, without the list of tasks that follows in some. */
export function shortDefinition(text: string): string | undefined {
  const paragraph = text.split(/\r?\n\s*\r?\n|\r?\n\s*I arbetsuppgifterna|\bHit hör inte\b|\r?\nOmfattar:/, 1)[0] ?? '';
  const plain = paragraph.replace(/\s+/g, ' ').trim();
  if (plain === '') return undefined;
  if (plain.length <= longestDefinition) return plain;
  const cut = plain.slice(0, longestDefinition);
  const end = cut.lastIndexOf('. ');
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** A definition that only says the label again defines nothing. */
export function define(concept: DraftConcept, language: TaxonomyLanguage, text: string): void {
  const short = shortDefinition(text);
  if (short === undefined || labelKey(short) === labelKey(concept.label[language])) return;
  concept.definition[language] ??= short;
}
