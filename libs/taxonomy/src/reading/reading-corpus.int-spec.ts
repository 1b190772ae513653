import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTaxonomy, starterTaxonomyPath } from '../taxonomy-file.js';
import type { ReadDemand, ReadFact } from './reading.types.js';
import { TextReader } from './text-reader.js';

const data = join(process.env['RALLARE_SHARED'] ?? '../shared', 'data');
const adTexts = join(data, 'ads/platsbanken-texts/ads_dev.ndjson');
const goldAds = join(data, 'benchmarks/swedish-ad-demands-dev/gold.ndjson');
const events = join(data, 'ads/jobstream-sample-2020/jobstream_events_24.json');

interface RawAd {
  headline?: string | null;
  text?: string | null;
  description?: { text?: string | null } | null;
}

const textOf = (ad: RawAd): string => ad.description?.text ?? ad.text ?? '';
const lines = (path: string): RawAd[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RawAd);

([adTexts, goldAds, events].every(existsSync) ? describe : describe.skip)(
  'the reader on real ads (RALLARE_SHARED)',
  () => {
    const reader = new TextReader(loadTaxonomy(starterTaxonomyPath()));
    const ads = [...lines(adTexts), ...lines(goldAds), ...(JSON.parse(readFileSync(events, 'utf8')) as RawAd[])];

    const expectExact = (
      found: readonly (ReadDemand | ReadFact)[],
      sources: Readonly<Record<string, string>>,
    ): void => {
      for (const { span } of found) expect(span.quote).toBe(sources[span.field]?.slice(span.start, span.end));
    };

    it('quotes every ad exactly, and reads demands in most', () => {
      let read = 0;
      for (const ad of ads) {
        const [headline, text] = [ad.headline ?? '', textOf(ad)];
        const { demands } = reader.readVacancy({ headline, text });
        expectExact(demands, { headline, text });
        if (demands.length > 0) read += 1;
      }
      expect(read).toBeGreaterThan(ads.filter((ad) => textOf(ad) !== '').length * 0.8);
    });

    it('quotes exactly when it takes an ad for a CV', () => {
      for (const ad of ads.slice(0, 200))
        expectExact(reader.readPerson({ text: textOf(ad) }).facts, { cv: textOf(ad) });
    });
  },
);
