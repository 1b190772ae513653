import { type DocumentRevision } from '../search-index.js';
import { type FacetName, type SortOrder } from '../search-query.js';
import { clean } from '../text/words.js';

/** What both adapters store of a document: cleaned texts by weight, and plain values to filter, count and sort by. */
export interface SearchRecord {
  id: string;
  revision: number;
  /** Weighs most. */
  headline: string;
  employerName: string;
  /** Occupations and places. */
  labels: string;
  /** Concepts; weigh less than labels. */
  concepts: string;
  /** Weighs least. */
  text: string;
  facets: Partial<Record<FacetName, string[]>>;
  demo: boolean;
  /** Percent; null when not stated. */
  extentMin: number | null;
  extentMax: number | null;
  /** Milliseconds since 1970. */
  published: number;
  /** `YYYY-MM-DD`. */
  deadline: string | null;
  coordinates: { lat: number; lon: number } | null;
}

/** How one kind of document is searched; the adapters know nothing else about it. */
export interface RecordKind<Doc extends DocumentRevision> {
  /** Default name of the index. */
  name: string;
  facets: readonly FacetName[];
  sorts: readonly SortOrder[];
  /** Goes up when `toRecord` puts something else into a record: an index of another version is built anew from its owner. */
  version: number;
  /** @throws TypeError naming the field that cannot be indexed. */
  toRecord(document: Doc): SearchRecord;
}

const MAX_TEXT = 100_000;
const CODE = /^[\p{L}\p{N}_.:-]{1,200}$/u;
const ID = /^[A-Za-z0-9_-]{1,200}$/;

/** Whether a value can be one of a facet: codes, ids and the like. Nothing else is stored, so nothing else can match. */
export function isCode(value: string): boolean {
  return CODE.test(value);
}

export function checkedIdentity({ id, revision }: DocumentRevision): DocumentRevision {
  if (!ID.test(id)) throw new TypeError('id: only letters, digits, - and _');
  if (!Number.isSafeInteger(revision)) throw new TypeError('revision: not an integer');
  return { id, revision };
}

/** All of a record's texts. */
export function textsOf(
  record: Pick<SearchRecord, 'headline' | 'employerName' | 'labels' | 'concepts' | 'text'>,
): string {
  return [record.headline, record.employerName, record.labels, record.concepts, record.text].join(' ');
}

export function searchText(...parts: string[]): string {
  return clean(parts.join('. ').slice(0, MAX_TEXT));
}

export function facetValues(...values: (string | null)[]): string[] {
  const present = [...new Set(values.filter((value) => value !== null))];
  const bad = present.find((value) => !isCode(value));
  if (bad !== undefined) throw new TypeError(`${JSON.stringify(bad.slice(0, 50))} is no code`);
  return present;
}

export function instantOf(field: string, value: string): number {
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) throw new TypeError(`${field}: not an instant`);
  return instant;
}

/** @throws TypeError for a day that does not exist. */
export function dayOf(field: string, value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value)) throw new TypeError(`${field}: not a day`);
  return value;
}
