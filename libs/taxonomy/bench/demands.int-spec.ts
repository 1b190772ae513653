import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadTaxonomy, TextReader } from '../src/index.js';
import { readGold, type GoldAd } from './demand-gold.js';
import { readThings } from './demand-reading.js';
import { DEMANDS, pairUp, scoreOf } from './demand-score.js';

const gold = join(import.meta.dirname, '../gold');
const shared = join(process.env['RALLARE_SHARED'] ?? '../shared', 'data/benchmarks/swedish-ad-demands-dev/gold.ndjson');
const reader = new TextReader(loadTaxonomy());

function figures(ads: readonly GoldAd[]) {
  const { gold, read, hits, levelRight } = scoreOf(
    ads.flatMap((ad) => pairUp(ad, readThings(reader, ad))),
    DEMANDS,
  );
  return { precision: hits / read, recall: hits / gold, level: levelRight / hits };
}

const isSwedish = (ad: GoldAd): boolean => (ad.language ?? reader.detectLanguage(ad.text)) === 'sv';

it.each([
  ['invented-open', 0.88, 0.8],
  ['invented-locked', 0.8, 0.72],
])('%s: reads at least so well', (name, precision, recall) => {
  const ads = readGold(join(gold, `${name}.ndjson`));
  expect(new Set(ads.map(({ id }) => id)).size).toBe(ads.length);
  const seen = figures(ads);
  expect(seen.precision).toBeGreaterThanOrEqual(precision);
  expect(seen.recall).toBeGreaterThanOrEqual(recall);
  expect(seen.level).toBeGreaterThanOrEqual(0.95);
});

it('quotes every invented ad exactly', () => {
  for (const ad of ['invented-open', 'invented-locked'].flatMap((name) => readGold(join(gold, `${name}.ndjson`)))) {
    for (const { start, end, quote } of readThings(reader, ad)) expect(quote).toBe(ad.text.slice(start, end));
  }
});

(existsSync(shared) ? it : it.skip)('real Swedish ads (RALLARE_SHARED): reads at least so well', () => {
  const seen = figures(readGold(shared).filter(isSwedish));
  expect(seen.precision).toBeGreaterThanOrEqual(0.88);
  expect(seen.recall).toBeGreaterThanOrEqual(0.8);
  expect(seen.level).toBeGreaterThanOrEqual(0.97);
});
