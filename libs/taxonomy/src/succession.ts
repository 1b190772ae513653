import type { Concept } from './concept.js';
import type { Taxonomy } from './taxonomy.js';

/**
 * What became of a concept of an older taxonomy: *kept*, *renamed* (same id, another Swedish label), *replaced* by another concept (by an id that the
 * newer one remembers, or because one of the same kind has its name), or *gone*, with nothing left of it but its name.
 */
export type Succession =
  | { readonly state: 'kept' | 'renamed' | 'replaced'; readonly before: Concept; readonly now: Concept }
  | { readonly state: 'gone'; readonly before: Concept };

/** Leads ids that were stored under older taxonomies to the one in use. */
export class Successions {
  /** @param older newest first: of two that know an id, the first says what it meant. */
  constructor(
    private readonly current: Taxonomy,
    private readonly older: readonly Taxonomy[],
  ) {}

  /** Undefined for an id that neither the current nor an older taxonomy knows. */
  of(id: string): Succession | undefined {
    const before = this.meant(id);
    return before && succession(before, this.current);
  }

  /** What the id means now or meant before. */
  meant(id: string): Concept | undefined {
    for (const taxonomy of this.older) {
      const concept = taxonomy.concept(id);
      if (concept) return concept;
    }
    return this.current.concept(id);
  }
}

function succession(before: Concept, current: Taxonomy): Succession {
  const { id, kind, label } = before;
  const same = current.concept(id);
  if (same?.kind === kind) return { state: same.label.sv === label.sv ? 'kept' : 'renamed', before, now: same };
  const successor = current.resolve(kind, id) ?? named(before, current);
  return successor ? { state: 'replaced', before, now: successor } : { state: 'gone', before };
}

/** A concept of the kind with the very label, in a language that it has of its own. */
function named({ kind, label, borrowed }: Concept, current: Taxonomy): Concept | undefined {
  for (const language of ['sv', 'en'] as const) {
    if (borrowed === language) continue;
    const found = current.resolve(kind, label[language]);
    if (found && found.label[language].toLowerCase() === label[language].toLowerCase()) return found;
  }
  return undefined;
}

/** Where a reference leads now: to a concept, or to nothing but the name that it had (null where no taxonomy at hand knows that either). */
export type MovedReference =
  { readonly conceptId: string } | { readonly conceptId: null; readonly label: Concept['label'] | null };

/** Moves the references of some rows, and counts what came of them. */
export class ReferenceMove {
  /** References that lead to a successor now. */
  replaced = 0;
  /** References that lead nowhere: their names are to be kept as words. */
  words = 0;

  constructor(private readonly successions: Successions) {}

  of(id: string): MovedReference {
    const succession = this.successions.of(id);
    if (succession && succession.state !== 'gone') {
      if (succession.state === 'replaced') this.replaced += 1;
      return { conceptId: succession.now.id };
    }
    this.words += 1;
    return { conceptId: null, label: succession?.before.label ?? null };
  }
}

export interface ComparedTaxonomies {
  readonly from: { readonly version: string; readonly hash: string };
  readonly to: { readonly version: string; readonly hash: string };
  readonly kept: number;
  /** Concepts of the newer one that the older one has nothing of. */
  readonly added: number;
  readonly renamed: readonly Change[];
  readonly replaced: readonly Change[];
  readonly gone: readonly Omit<Change, 'now'>[];
}

export interface Change {
  readonly kind: Concept['kind'];
  readonly before: { readonly id: string; readonly label: string };
  readonly now: { readonly id: string; readonly label: string };
}

const brief = ({ id, label }: Concept): Change['before'] => ({ id, label: label.sv });

/** What an upgrade from one taxonomy to another does to each concept, in the older one's order. */
export function compareTaxonomies(older: Taxonomy, newer: Taxonomy): ComparedTaxonomies {
  const result = { kept: 0, renamed: [] as Change[], replaced: [] as Change[], gone: [] as Omit<Change, 'now'>[] };
  const reached = new Set<string>();
  for (const concept of older.concepts) {
    const one = succession(concept, newer);
    const { kind } = concept;
    if (one.state === 'gone') {
      result.gone.push({ kind, before: brief(concept) });
      continue;
    }
    reached.add(one.now.id);
    if (one.state === 'kept') result.kept += 1;
    else result[one.state].push({ kind, before: brief(concept), now: brief(one.now) });
  }
  const name = ({ version, hash }: Taxonomy) => ({ version, hash });
  const added = newer.concepts.filter(({ id }) => !reached.has(id)).length;
  return { from: name(older), to: name(newer), ...result, added };
}
