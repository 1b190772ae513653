import type { Ad } from './ad.js';
import type { ImportSource } from './ad-employers.js';
import { urlKey, type AdSource } from './ad-source.repository.js';

/** What every reading of an ad says of its source. */
export const said = (
  ad: Ad,
  source: ImportSource,
): Pick<AdSource, 'url' | 'url_key' | 'active' | 'seen_by' | 'held_by'> => ({
  url: ad.url,
  url_key: urlKey(ad.url),
  active: true,
  seen_by: source.run ?? null,
  held_by: null,
});

/** Of an ad that is new to its source. */
export const addedRow = (ad: Ad, source: ImportSource, vacancyId: string): AdSource => ({
  source: source.name,
  external_id: ad.externalId,
  vacancy_id: vacancyId,
  ...said(ad, source),
  content_hash: null,
  ad: null,
  matched_by: 'first',
  similarity: null,
  since: source.now,
});
