import { keyOf } from '../record/record-batch.js';
import { type SearchRecord, textsOf } from '../record/search-record.js';
import { type FacetName } from '../search-query.js';
import { formsOf } from '../text/text-forms.js';
import { plainWordsOf } from '../text/words.js';

/** What Meilisearch stores; facets are attributes of their own. */
export type MeilisearchDocument = Partial<Record<FacetName, string[]>> & {
  key: string;
  id: string;
  revision: number;
  /** Milliseconds since 1970, by the writer's clock. */
  writtenAt: number;
  headline: string;
  employerName: string;
  text: string;
  headlineForms: string;
  /** Of employer, occupation and places. */
  nameForms: string;
  conceptForms: string;
  textForms: string;
  parts: string;
  folded: string;
  words: string;
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
  const { id, revision, headline, employerName, labels, concepts, text } = record;
  const { demo, extentMin, extentMax, published } = record;
  return {
    key: keyOf(id),
    id,
    revision,
    writtenAt: now,
    headline,
    employerName,
    text,
    headlineForms: stems(headline),
    nameForms: stems(`${employerName}. ${labels}`),
    conceptForms: stems(concepts),
    textForms: stems(text),
    ...wordForms(textsOf(record)),
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

/** A text's stems in their order: phrases stay phrases. */
function stems(text: string): string {
  return plainWordsOf(text)
    .map((word) => formsOf(word).stem)
    .join(' ');
}

/** Each word of a text once, and what else it is found by. */
function wordForms(text: string): Pick<MeilisearchDocument, 'words' | 'parts' | 'folded'> {
  const words = new Set(plainWordsOf(text));
  const [parts, folded] = [new Set<string>(), new Set<string>()];
  for (const word of words) {
    const forms = formsOf(word);
    for (const form of [...forms.exact, ...forms.parts]) if (form !== forms.stem && form !== word) parts.add(form);
    for (const form of forms.folded) folded.add(form);
  }
  return { words: [...words].join(' '), parts: [...parts].join(' '), folded: [...folded].join(' ') };
}
