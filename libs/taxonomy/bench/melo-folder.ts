import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A folder in MELO's format: queries, and elements of a corpus, each a name of one concept. */
export interface MeloFolder {
  readonly language: string;
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** Element to concept and text, in file order. */
  readonly elements: readonly { readonly id: string; readonly concept: string; readonly text: string }[];
  /** Query to the elements that are right. */
  readonly gold: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @throws Error naming the file, and the line where there is one, that is missing or not what it should be. */
export function readMelo(folder: string): MeloFolder {
  const conceptOf = new Map(rows(folder, 'concept_mapping.tsv', 2).map(([id = '', concept = '']) => [id, concept]));
  const elements = rows(folder, 'corpus_elements.tsv', 2).map(([id = '', text = '']) => {
    const concept = conceptOf.get(id);
    if (concept === undefined) throw new Error(`${join(folder, 'corpus_elements.tsv')}: ${id} is mapped to no concept`);
    return { id, concept, text };
  });
  const gold = new Map<string, Set<string>>();
  for (const [query = '', , element = '', relevance = ''] of rows(folder, 'annotations.tsv', 4)) {
    if (Number(relevance) <= 0) continue;
    if (!conceptOf.has(element)) throw new Error(`${join(folder, 'annotations.tsv')}: ${element} is not in the corpus`);
    gold.set(query, (gold.get(query) ?? new Set()).add(element));
  }
  const queries = rows(folder, 'queries.tsv', 2).map(([id = '', text = '']) => ({ id, text }));
  return { language: languageOf(elements), queries: queries.filter(({ id }) => gold.has(id)), elements, gold };
}

/** The folder beside this one whose corpus names the same concepts in a language; null where there is none. */
export function siblingIn(language: string, folder: string): string | null {
  const parent = dirname(folder);
  const name = basename(folder).replace(/_c_[a-z]{2}$/, `_c_${language}`);
  const [found] = readdirSync(parent).filter(
    (one) => one !== basename(folder) && one === name && existsSync(join(parent, one, 'concept_mapping.tsv')),
  );
  return found === undefined ? null : join(parent, found);
}

/** Elements are called `C000001_sv_000`. */
function languageOf(elements: MeloFolder['elements']): string {
  return /_([a-z]{2})_\d+$/.exec(elements[0]?.id ?? '')?.[1] ?? 'sv';
}

function rows(folder: string, file: string, columns: number): string[][] {
  const path = join(folder, file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${path}: cannot be read`);
  }
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line === '') return [];
    const cells = line.split('\t');
    if (cells.length < columns) throw new Error(`${path}, line ${at + 1}: ${cells.length} cells, not ${columns}`);
    return [cells];
  });
}
