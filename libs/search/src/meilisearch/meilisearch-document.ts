import { keyOf } from '../record/record-batch.js';
import { type SearchRecord } from '../record/search-record.js';
import { type FacetName } from '../search-query.js';

/** What Meilisearch stores; facets are attributes of their own. */
export type MeilisearchDocument = Partial<Record<FacetName, string[]>> & {
  key: string;
  id: string;
  revision: number;
  /** Milliseconds since 1970, by the writer's clock. */
  writtenAt: number;
  headline: string;
  employerName: string;
  labels: string;
  concepts: string;
  text: string;
  folded: string;
  demo: boolean;
  extentMin: number | null;
  extentMax: number | null;
  published: number;
  /** `20260930`; a day that never comes when there is none. */
  deadlineDay: number;
  _geo: { lat: number; lng: number } | null;
};

/** A removal that is remembered; the id itself is not. */
export interface Removed {
  key: string;
  revision: number;
  removedAt: number;
}

const NEVER = 99_991_231;

export function toMeilisearchDocument(record: SearchRecord, now: number): MeilisearchDocument {
  const { id, revision, headline, employerName, labels, concepts, text, folded } = record;
  const { demo, extentMin, extentMax, published } = record;
  return {
    key: keyOf(id),
    id,
    revision,
    writtenAt: now,
    headline,
    employerName,
    labels,
    concepts,
    text,
    folded,
    ...record.facets,
    demo,
    extentMin,
    extentMax,
    published,
    deadlineDay: record.deadline === null ? NEVER : dayNumber(record.deadline),
    _geo: record.coordinates && { lat: record.coordinates.lat, lng: record.coordinates.lon },
  };
}

export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
