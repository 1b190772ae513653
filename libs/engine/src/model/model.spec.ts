import fc from 'fast-check';
import { buildIdf, matchingModel, modelVersion, versionOf } from '../index.js';
import { dayNumber } from './calendar-day.js';
import { rootOf, shownFit } from './fit.js';
import { shareOut } from './largest-remainder.js';

describe('largest remainder', () => {
  it('shares out exactly, each share within one of its proportion, and never less for more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(fc.nat(40_000), { minLength: 1, maxLength: 60 }),
        (total, raws) => {
          const sum = raws.reduce((a, b) => a + b, 0);
          fc.pre(sum > 0);
          const shares = shareOut(total, raws);
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
          for (const [at, share] of shares.entries()) {
            expect(Math.abs(share * sum - total * raws[at]!)).toBeLessThan(sum);
            for (const [other, raw] of raws.entries())
              if (raw > raws[at]!) expect(shares[other]).toBeGreaterThanOrEqual(share);
          }
        },
      ),
      { seed: 1 },
    );
  });

  it('gives nobody anything where nobody has a claim', () => {
    expect(shareOut(10_000, [0, 0])).toEqual([0, 0]);
  });
});

describe('shown fit', () => {
  it('is the whole root of the product, also where a floating root would round up', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (employerFit, seekerFit) => {
        const product = BigInt(employerFit) * BigInt(seekerFit);
        const root = BigInt(rootOf(employerFit * seekerFit));
        expect(root * root <= product && (root + 1n) * (root + 1n) > product).toBe(true);
      }),
      { seed: 2 },
    );
    expect([shownFit(1_000_000, 1_000_000), shownFit(1_000_000, 999_999), shownFit(0, 1_000_000)]).toEqual([
      100, 99, 0,
    ]);
  });
});

describe('idf', () => {
  it('is the damped logarithm of its formula, rounded down', () => {
    const counts = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`c${at}`, at * 3]));
    const idf = buildIdf({ documents: 1000, counts });
    for (const [concept, count] of Object.entries(counts)) {
      const exact = 20 * Math.log2(1 + Math.floor(1000 / (1 + count)));
      expect(Math.abs(idf.weight(concept) - (100 + exact - 0.5))).toBeLessThanOrEqual(0.5 + 1e-9);
    }
    expect(idf.weight('never seen')).toBe(299);
    expect(idf.weight('constructor')).toBe(299);
  });

  it('is named by what it was counted from', () => {
    const one = buildIdf({ documents: 10, counts: { a: 1, b: 2 } });
    expect(buildIdf({ documents: 10, counts: { b: 2, a: 1 } }).id).toBe(one.id);
    expect(buildIdf({ documents: 11, counts: { a: 1, b: 2 } }).id).not.toBe(one.id);
    expect(buildIdf(one)).toMatchObject({ id: one.id, counts: one.counts });
    expect(() => buildIdf({ documents: 1, counts: { a: 0.5 } })).toThrow('idf count of a is 0.5');
  });
});

describe('model version', () => {
  it('changes with any number of the model', () => {
    expect(versionOf({ ...matchingModel })).toBe(modelVersion);
    expect(versionOf({ ...matchingModel, notSaid: 51 })).not.toBe(modelVersion);
    expect(versionOf({ ...matchingModel, origin: { ...matchingModel.origin, extracted: 91 } })).not.toBe(modelVersion);
  });
});

describe('days', () => {
  it('are numbered by the calendar, and nothing else is a day', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
    for (const wrong of ['2026-13-01', '2026-02-29', '2026-1-1', '', '2026-01-01T00:00'])
      expect(() => dayNumber(wrong)).toThrow(RangeError);
  });
});
