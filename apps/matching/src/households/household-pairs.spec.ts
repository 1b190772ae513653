import fc from 'fast-check';
import { bestPairs, fourthRoot, type JobPair, type PlaceJobs } from './household-pairs.js';

const job = fc.record({
  vacancyId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  // Few values, so that there are equals.
  product: fc.constantFrom(0, 1, 7, 1_000_000, 999_999_999_999, 1_000_000_000_000),
  positions: fc.integer({ min: 1, max: 2 }),
  minutes: fc.integer({ min: 0, max: 3 }),
  km: fc.constant(0),
});
const jobs = fc.uniqueArray(job, { selector: ({ vacancyId }) => vacancyId, maxLength: 5 });
const places = fc.uniqueArray(
  fc.record({ municipality: fc.constantFrom('2580', '2482', '2582', '0180'), mine: jobs, theirs: jobs }),
  { selector: ({ municipality }) => municipality, maxLength: 4 },
);

const order = (a: JobPair, b: JobPair): number =>
  Number(b.product - a.product) ||
  a.mine.vacancyId.localeCompare(b.mine.vacancyId) ||
  a.theirs.vacancyId.localeCompare(b.theirs.vacancyId);

/** Every pair in every place, one after the other. */
function bruteForce(all: readonly PlaceJobs[]): JobPair[] {
  const pairs = all.flatMap(({ municipality, mine, theirs }) =>
    mine.flatMap((one) =>
      theirs.flatMap((other): JobPair[] => {
        const product = BigInt(one.product) * BigInt(other.product);
        if (product === 0n || (one.vacancyId === other.vacancyId && one.positions < 2)) return [];
        return [{ municipality, mine: one, theirs: other, product }];
      }),
    ),
  );
  const travel = ({ mine, theirs }: JobPair): number => mine.minutes + theirs.minutes;
  const isBest = (pair: JobPair): boolean =>
    !pairs.some(
      (other) =>
        other.mine.vacancyId === pair.mine.vacancyId &&
        other.theirs.vacancyId === pair.theirs.vacancyId &&
        (other.product > pair.product ||
          (other.product === pair.product &&
            (travel(other) < travel(pair) ||
              (travel(other) === travel(pair) && other.municipality < pair.municipality)))),
    );
  return pairs.filter(isBest).sort(order);
}

describe('the best pairs of jobs with a place', () => {
  it('are those of going through every pair in every place', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        expect(bestPairs(all, limit)).toEqual(bruteForce(all).slice(0, limit));
      }),
      { numRuns: 1000 },
    );
  });

  it('are none where one of the two has nothing', () => {
    const mine = [{ vacancyId: 'a', product: 5, positions: 1, minutes: 0, km: 0 }];
    expect(bestPairs([{ municipality: '2580', mine, theirs: [] }], 10)).toEqual([]);
    expect(bestPairs([], 10)).toEqual([]);
  });
});

describe('the fourth root', () => {
  it('is exact to the last unit', () => {
    expect(fourthRoot(0n)).toBe(0);
    expect(fourthRoot(10n ** 24n)).toBe(1_000_000);
    expect(fourthRoot(10n ** 24n - 1n)).toBe(999_999);
    expect(fourthRoot(80n ** 4n)).toBe(80);
  });
});
