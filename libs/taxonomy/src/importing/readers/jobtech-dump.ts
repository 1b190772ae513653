import { ImportError } from '../import-error.js';
import type { JobtechState, Material, RawEdge } from '../material.js';

type Fields = Readonly<Record<string, unknown>>;

/** How a list of concepts inside a concept relates them to it. */
const relations: Readonly<
  Record<string, (state: JobtechState, edge: RawEdge, target: Fields, material: Material) => void>
> = {
  narrower: (state, { from, to, file, place }) => state.broader.push({ from: to, to: from, file, place }),
  broader: (state, edge) => state.broader.push(edge),
  related: (state, edge) => state.related.push(edge),
  occupation_groups: (state, edge) => state.related.push(edge),
  replaced_by: (state, edge) => state.replacedBy.push(edge),
  substitutes: (state, edge, target) => state.substitutions.push({ ...edge, percentage: percentageOf(target, edge) }),
  substituted_by: (state, { from, to, ...where }, target) =>
    state.substitutions.push({ from: to, to: from, ...where, percentage: percentageOf(target, { ...where }) }),
  // JobTech to ESCO in its API; the crosswalk is read from ESCO, where broad and narrow change places.
  exact_match: (_state, edge, target, material) => match(material, edge, target, 'exact'),
  broad_match: (_state, edge, target, material) => match(material, edge, target, 'narrow'),
  narrow_match: (_state, edge, target, material) => match(material, edge, target, 'broad'),
  close_match: (_state, edge, target, material) => match(material, edge, target, 'close'),
};

function match(
  material: Material,
  edge: RawEdge,
  target: Fields,
  relation: Material['matches'][number]['relation'],
): void {
  const uri = target['esco_uri'];
  if (typeof uri === 'string') material.matches.push({ ...edge, from: uri, to: edge.from, relation });
}

function percentageOf(target: Fields, { file, place }: Pick<RawEdge, 'file' | 'place'>): number {
  const value = target['substitutability_percentage'];
  if (value !== 25 && value !== 75)
    throw new ImportError('bad-value', file, place, `a substitutability of ${JSON.stringify(value)}, not 25 or 75`);
  return value;
}

/** JobTech's fields for the code of the standard that a concept comes from. */
const codeFields = [
  'ssyk_code_2012',
  'isco_code_08',
  'sun_education_field_code_2020',
  'sun_education_level_code_2020',
  'sni_level_code_2007',
  'iso_3166_1_alpha_2_2013',
  'iso_639_1_2002',
  'iso_639_3_alpha_2_2007',
  'iso_639_2_1998',
  'iso_639_3_2007',
  'lau_2_code_2015',
  'driving_licence_code_2013',
  'national_nuts_level_3_code_2019',
  'nuts_level_3_code_2021',
  'nuts_level_3_code_2013',
];

const typeNames: Readonly<Record<string, string>> = { 'driving-license': 'driving-licence' };

/** JobTech writes one type in two ways. */
export const typeOf = (type: string): string => typeNames[type] ?? type;

/** Types of concepts of ESCO's own: known here by their URI, through ESCO's files. */
const isEscoType = (type: string): boolean => type.startsWith('esco-');

export const isDump = (json: unknown): boolean =>
  Array.isArray((json as { data?: { concepts?: unknown } } | null)?.data?.concepts);

/** A file that gives skills with their groups, as JobTech published them in 2020: an older state. */
export const isOlderDump = (json: unknown): boolean =>
  (json as { data: { concepts: Fields[] } }).data.concepts.some((one) => Object.hasOwn(one, 'occupation_groups'));

/**
 * Reads `{"data": {"concepts": [...]}}`, the answer of JobTech's GraphQL API and the form of its dumps: concepts with the concepts they relate to, nested.
 *
 * @throws ImportError with the place: no id, two with one id in the list, a relation that is not known, a value that is none.
 */
export function readDump(json: unknown, file: string, state: JobtechState, material: Material): void {
  const { concepts } = (json as { data: { concepts: unknown[] } }).data;
  const listed = new Set<string>();
  concepts.forEach((concept, index) => {
    const place = `data.concepts[${index}]`;
    const id = readConcept(concept, place, { file, state, material });
    if (id === null) return;
    if (listed.has(id)) throw new ImportError('duplicate-id', file, place, `${id} is there twice`);
    listed.add(id);
  });
}

interface Context {
  readonly file: string;
  readonly state: JobtechState;
  readonly material: Material;
}

const fieldsOf = (value: unknown, place: string, file: string): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ImportError('bad-value', file, place, 'is not a concept');
  return value as Fields;
};

/** @returns its id; null for one that is known by its code alone, which the file of its hierarchy gives whole. */
function readConcept(value: unknown, place: string, context: Context): string | null {
  const { file, state, material } = context;
  const fields = fieldsOf(value, place, file);
  const { id, preferred_label: label } = fields;
  const type = fields['type'] ?? (Object.hasOwn(fields, 'occupation_groups') ? 'skill' : undefined);
  if (typeof type !== 'string') throw new ImportError('bad-value', file, place, 'has no type');
  if (typeof label !== 'string' || label.trim() === '') throw new ImportError('bad-value', file, place, 'has no label');
  if (id === undefined && codeOf(fields) !== null) return null;
  if (typeof id !== 'string' || !/^[A-Za-z0-9_:.-]{2,64}$/.test(id))
    throw new ImportError('bad-value', file, place, `${JSON.stringify(id)} is not a concept id`);
  // What is deprecated is no concept any more; its id lives on as a reference of what takes its place.
  const into = fields['deprecated'] === true ? material.older : state;
  if (!isEscoType(type))
    into.add(
      {
        id,
        type: typeOf(type),
        label: label.trim(),
        code: codeOf(fields),
        definition: textOrNull(fields['definition']),
        alternatives: textsOf(fields, ['alternative_labels', 'hidden_labels'], place, file),
        legacyId: textOrNull(fields['deprecated_legacy_id']),
      },
      file,
      place,
    );
  for (const [key, list] of Object.entries(fields)) {
    if (!Array.isArray(list) || key.endsWith('_labels')) continue;
    const relate = relations[key];
    if (!relate) throw new ImportError('unknown-relation', file, `${place}.${key}`, 'is a relation that is not known');
    list.forEach((target: unknown, index) => {
      const at = `${place}.${key}[${index}]`;
      const targetId = readConcept(target, at, context);
      if (targetId !== null)
        relate(state, { from: id, to: targetId, file, place: at }, fieldsOf(target, at, file), material);
    });
  }
  return id;
}

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function codeOf(fields: Fields): string | null {
  for (const name of codeFields) {
    const code = textOrNull(fields[name]);
    if (code !== null) return code;
  }
  return null;
}

function textsOf(fields: Fields, names: readonly string[], place: string, file: string): string[] {
  return names.flatMap((name) => {
    const value = fields[name] ?? [];
    if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
      throw new ImportError('bad-value', file, `${place}.${name}`, 'is not a list of texts');
    return value as string[];
  });
}
