import { ImportError } from '../import-error.js';
import type { JobtechState } from '../material.js';
import { typeOf } from './jobtech-dump.js';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function text(fields: Fields, key: string, file: string, place: string): string {
  const value = fields[key];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new ImportError('bad-value', file, place, `has no ${key}`);
}

/** A list of concepts with keys as `taxonomy/preferred-label`: the answers of JobTech's REST API. */
export const isKeyedList = (json: unknown): boolean =>
  Array.isArray(json) && isRecord(json[0]) && typeof json[0]['taxonomy/id'] === 'string';

export function readKeyedList(json: unknown, file: string, state: JobtechState): void {
  const listed = new Set<string>();
  (json as unknown[]).forEach((one, index) => {
    const place = `[${index}]`;
    if (!isRecord(one)) throw new ImportError('bad-value', file, place, 'is not a concept');
    const id = text(one, 'taxonomy/id', file, place);
    if (listed.has(id)) throw new ImportError('duplicate-id', file, place, `${id} is there twice`);
    listed.add(id);
    const code = one['taxonomy/ssyk-code-2012'];
    const definition = one['taxonomy/definition'];
    state.add(
      {
        id,
        type: typeOf(text(one, 'taxonomy/type', file, place)),
        label: text(one, 'taxonomy/preferred-label', file, place),
        code: typeof code === 'string' ? code : null,
        definition: typeof definition === 'string' ? definition.trim() : null,
      },
      file,
      place,
    );
  });
}

/** Rows of occupation, group and field by their names alone: ids are found through the list of legacy ids. */
export const isNameList = (json: unknown): boolean =>
  Array.isArray(json) && isRecord(json[0]) && typeof json[0]['OccupationGroup'] === 'string';

export interface NamedOccupation {
  readonly occupation: string;
  readonly ssyk: string;
  readonly field: string;
  readonly file: string;
  readonly place: string;
}

export function readNameList(json: unknown, file: string): NamedOccupation[] {
  return (json as unknown[]).map((one, index) => {
    const place = `[${index}]`;
    if (!isRecord(one)) throw new ImportError('bad-value', file, place, 'is not an occupation');
    const ssyk = one['SSYK'];
    if (typeof ssyk !== 'number' && typeof ssyk !== 'string')
      throw new ImportError('bad-value', file, place, 'has no SSYK');
    return {
      occupation: text(one, 'Occupation', file, place),
      ssyk: String(ssyk).padStart(4, '0'),
      field: text(one, 'OccupationField', file, place),
      file,
      place,
    };
  });
}

/** `{type: {legacyId: {conceptId, preferredTerm}}}`: what the ids of older systems mean. */
export const isLegacyIds = (json: unknown): boolean =>
  isRecord(json) &&
  Object.values(json).length > 0 &&
  Object.values(json).every(
    (of) => isRecord(of) && Object.values(of).every((one) => isRecord(one) && 'conceptId' in one),
  );

/** Types whose legacy id is the code of a standard. */
const codeTypes: readonly string[] = ['municipality', 'region', 'occupation-group'];

const legacyTypeNames: Readonly<Record<string, string>> = { 'occupation-group': 'ssyk-level-4' };

export function readLegacyIds(json: unknown, file: string, state: JobtechState): void {
  for (const [type, concepts] of Object.entries(json as Record<string, Record<string, Fields>>)) {
    for (const [legacyId, one] of Object.entries(concepts)) {
      const place = `${type}.${legacyId}`;
      const label = text(one, 'preferredTerm', file, place);
      state.add(
        {
          id: text(one, 'conceptId', file, place),
          type: legacyTypeNames[type] ?? typeOf(type),
          label,
          code: codeTypes.includes(type) ? legacyId : type === 'driving-license' ? label : null,
          legacyId,
        },
        file,
        place,
      );
    }
  }
}
