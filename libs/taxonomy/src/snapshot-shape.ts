import {
  snapshotFormat,
  type ExactMatch,
  type IscoGroups,
  type RelatedSkills,
  type SnapshotConcept,
  type SnapshotPlace,
  type Substitution,
  type TaxonomySnapshot,
  type TaxonomySource,
  type UsualSkills,
} from './snapshot.js';
import { TaxonomyError } from './taxonomy-error.js';

type Fields = Record<string, unknown>;

function fields(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TaxonomyError('bad-value', place, 'not an object');
  }
  return value as Fields;
}

function text(of: Fields, key: string, place: string): string {
  const value = of[key];
  if (typeof value !== 'string') throw new TaxonomyError('bad-value', `${place}.${key}`, 'not a string');
  return value;
}

function number(of: Fields, key: string, place: string): number {
  const value = of[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TaxonomyError('bad-value', `${place}.${key}`, 'not a number');
  }
  return value;
}

function list<T>(of: Fields, key: string, place: string, item: (value: unknown, place: string) => T): T[] {
  const value = of[key];
  if (!Array.isArray(value)) throw new TaxonomyError('bad-value', `${place}.${key}`, 'not a list');
  return value.map((one: unknown, index) => item(one, `${place}.${key}[${index}]`));
}

function texts(of: Fields, key: string, place: string): string[] {
  const value = of[key];
  if (!Array.isArray(value)) throw new TaxonomyError('bad-value', `${place}.${key}`, 'not a list');
  const wrong = value.findIndex((one) => typeof one !== 'string');
  if (wrong >= 0) throw new TaxonomyError('bad-value', `${place}.${key}[${wrong}]`, 'not a string');
  return value as string[];
}

/** A definition in the languages that have one; undefined where there is none. */
function definition(of: Fields, place: string): SnapshotConcept['definition'] {
  if (of['definition'] === undefined) return undefined;
  const at = `${place}.definition`;
  const said = fields(of['definition'], at);
  return {
    ...(said['en'] === undefined ? {} : { en: text(said, 'en', at) }),
    ...(said['sv'] === undefined ? {} : { sv: text(said, 'sv', at) }),
  };
}

function borrowed(of: Fields, place: string): SnapshotConcept['borrowed'] {
  const value = of['borrowed'];
  if (value === undefined || value === 'sv' || value === 'en') return value;
  throw new TaxonomyError('bad-value', `${place}.borrowed`, 'not a language');
}

function concept(value: unknown, place: string): SnapshotConcept {
  const of = fields(value, place);
  const label = fields(of['label'], `${place}.label`);
  const alternatives = fields(of['alternatives'], `${place}.alternatives`);
  const lent = borrowed(of, place);
  const defined = definition(of, place);
  return {
    alternatives: {
      en: texts(alternatives, 'en', `${place}.alternatives`),
      sv: texts(alternatives, 'sv', `${place}.alternatives`),
    },
    ...(lent === undefined ? {} : { borrowed: lent }),
    broader: texts(of, 'broader', place),
    code: of['code'] === null ? null : text(of, 'code', place),
    ...(defined === undefined ? {} : { definition: defined }),
    id: text(of, 'id', place),
    kind: text(of, 'kind', place) as SnapshotConcept['kind'],
    label: { en: text(label, 'en', `${place}.label`), sv: text(label, 'sv', `${place}.label`) },
    references: texts(of, 'references', place),
    ...(of['searchWords'] === undefined ? {} : { searchWords: texts(of, 'searchWords', place) }),
  };
}

function placeOf(value: unknown, at: string): SnapshotPlace {
  const of = fields(value, at);
  return {
    labourMarketRegion: text(of, 'labourMarketRegion', at),
    latitude: number(of, 'latitude', at),
    longitude: number(of, 'longitude', at),
    municipality: text(of, 'municipality', at),
    neighbours: texts(of, 'neighbours', at),
  };
}

function substitution(value: unknown, at: string): Substitution {
  const of = fields(value, at);
  return {
    from: text(of, 'from', at),
    percentage: number(of, 'percentage', at) as Substitution['percentage'],
    to: text(of, 'to', at),
  };
}

function usual(value: unknown, at: string): UsualSkills {
  const of = fields(value, at);
  return { group: text(of, 'group', at), skills: texts(of, 'skills', at) };
}

function match(value: unknown, at: string): ExactMatch {
  const of = fields(value, at);
  return { from: text(of, 'from', at), to: text(of, 'to', at) };
}

function related(value: unknown, at: string): RelatedSkills {
  const of = fields(value, at);
  return { concept: text(of, 'concept', at), skills: texts(of, 'skills', at) };
}

function isco(value: unknown, at: string): IscoGroups {
  const of = fields(value, at);
  return { group: text(of, 'group', at), isco: texts(of, 'isco', at) };
}

function source(value: unknown, at: string): TaxonomySource {
  const of = fields(value, at);
  return {
    licence: text(of, 'licence', at),
    name: text(of, 'name', at),
    url: text(of, 'url', at),
    used: text(of, 'used', at),
    ...(of['version'] === undefined ? {} : { version: text(of, 'version', at) }),
  };
}

/**
 * Reads parsed JSON as a snapshot, keys in canonical order. Checks types only; what the ids point at is checked by `buildTaxonomy`.
 *
 * @throws TaxonomyError `bad-value` with the place.
 */
export function toSnapshot(value: unknown): TaxonomySnapshot {
  const of = fields(value, 'snapshot');
  if (of['format'] !== snapshotFormat) {
    throw new TaxonomyError('bad-value', 'snapshot.format', `${JSON.stringify(of['format'])} is not ${snapshotFormat}`);
  }
  return {
    concepts: list(of, 'concepts', 'snapshot', concept),
    exactMatches: list(of, 'exactMatches', 'snapshot', match),
    format: snapshotFormat,
    ...(of['iscoGroups'] === undefined ? {} : { iscoGroups: list(of, 'iscoGroups', 'snapshot', isco) }),
    places: list(of, 'places', 'snapshot', placeOf),
    ...(of['relatedSkills'] === undefined ? {} : { relatedSkills: list(of, 'relatedSkills', 'snapshot', related) }),
    sources: list(of, 'sources', 'snapshot', source),
    substitutions: list(of, 'substitutions', 'snapshot', substitution),
    usualSkills: list(of, 'usualSkills', 'snapshot', usual),
    version: text(of, 'version', 'snapshot'),
  };
}
