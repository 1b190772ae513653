import { likeness, textSketch } from './similarity/min-hash.js';
import type { Ad } from './ad.js';
import { headlineKey, urlKey, type Candidate, type SourceMatch } from './ad-source.repository.js';

export interface SameVacancy {
  readonly vacancyId: string;
  readonly matchedBy: Exclude<SourceMatch, 'first'>;
  /** 0 to 100. */
  readonly similarity: number | null;
}

/** So much of two texts must be common, of all that either holds; see `likeness`. */
const alike = 0.7;

/**
 * The open vacancy that an ad of another source is the same as: by its id, by its address, else by headline, place and text. Only among those of the same employer.
 * @param place the municipality's code, where the ad has one.
 */
export function sameVacancy(
  ad: Ad,
  employerId: string,
  place: string | null,
  candidates: readonly Candidate[],
): SameVacancy | null {
  const ofEmployer = candidates.filter((one) => one.employer_id === employerId);
  const ids = new Set([ad.externalId, ad.details.originalId]);
  const byId = ofEmployer.find((one) => one.external_id !== null && ids.has(one.external_id));
  if (byId) return { vacancyId: byId.id, matchedBy: 'reference', similarity: null };
  const key = urlKey(ad.url);
  const byUrl = ofEmployer.find((one) => key !== null && one.url_key === key);
  if (byUrl) return { vacancyId: byUrl.id, matchedBy: 'address', similarity: null };
  const headline = headlineKey(ad.headline);
  const near = ofEmployer.filter((one) => headlineKey(one.headline) === headline && isPlace(one, place));
  if (near.length === 0) return null;
  const sketch = textSketch(ad.text);
  const ranked = near
    .map((one) => ({ one, share: likeness(sketch, textSketch(one.text)) }))
    .sort((a, b) => b.share - a.share || (a.one.id < b.one.id ? -1 : 1));
  const best = ranked[0]!;
  if (best.share < alike) return null;
  return { vacancyId: best.one.id, matchedBy: 'similarity', similarity: Math.round(best.share * 100) };
}

const isPlace = ({ municipalities }: Candidate, place: string | null): boolean =>
  place === null ? municipalities.length === 0 : municipalities.includes(place);
