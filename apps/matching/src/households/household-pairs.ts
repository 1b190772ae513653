/** A job that one of the two could have while living in a place. */
export interface PlacedJob {
  readonly vacancyId: string;
  /** The exact product of both fits, each of 1,000,000. */
  readonly product: number;
  readonly positions: number;
  readonly minutes: number;
  readonly km: number;
}

/** What the two could have while living in one place. */
export interface PlaceJobs {
  readonly municipality: string;
  readonly mine: readonly PlacedJob[];
  readonly theirs: readonly PlacedJob[];
}

export interface JobPair {
  readonly municipality: string;
  readonly mine: PlacedJob;
  readonly theirs: PlacedJob;
  /** The exact product of the four fits. */
  readonly product: bigint;
}

/**
 * The best pairs of jobs with a place, best first: by the product of the four fits, then by the two ids. Each pair of jobs comes once, with the place that gives it the
 * highest product, among equals that with the least travel, then the lowest code. The two share a vacancy only where it has two positions. What fits one of them not
 * at all makes no pair.
 *
 * Whatever is among the best `limit` of all places is among the best `limit` of its own place, so each place gives no more than that: from two sorted lists, through a heap.
 */
export function bestPairs(places: readonly PlaceJobs[], limit: number): JobPair[] {
  const best = new Map<string, JobPair>();
  for (const place of places) {
    for (const pair of bestOfPlace(place, limit)) {
      const key = `${pair.mine.vacancyId}/${pair.theirs.vacancyId}`;
      const other = best.get(key);
      if (!other || comparePlaces(pair, other) < 0) best.set(key, pair);
    }
  }
  return [...best.values()].sort(comparePairs).slice(0, limit);
}

/** The floor of the fourth root, on 0 to 1,000,000, of a product of four fits; exact. */
export function fourthRoot(product: bigint): number {
  let low = 0n;
  let high = 1_000_000n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** 4n <= product) low = middle;
    else high = middle - 1n;
  }
  return Number(low);
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareJobs = (a: PlacedJob, b: PlacedJob): number =>
  b.product - a.product || compareIds(a.vacancyId, b.vacancyId);
const compareProducts = (a: JobPair, b: JobPair): number =>
  a.product > b.product ? -1 : a.product < b.product ? 1 : 0;
const comparePairs = (a: JobPair, b: JobPair): number =>
  compareProducts(a, b) ||
  compareIds(a.mine.vacancyId, b.mine.vacancyId) ||
  compareIds(a.theirs.vacancyId, b.theirs.vacancyId);
const travel = ({ mine, theirs }: JobPair): number => mine.minutes + theirs.minutes;
const comparePlaces = (a: JobPair, b: JobPair): number =>
  compareProducts(a, b) || travel(a) - travel(b) || compareIds(a.municipality, b.municipality);

function* bestOfPlace({ municipality, mine, theirs }: PlaceJobs, limit: number): Iterable<JobPair> {
  const [ours, others] = [mine, theirs].map((jobs) => jobs.filter(({ product }) => product > 0).sort(compareJobs)) as [
    PlacedJob[],
    PlacedJob[],
  ];
  const pairOf = (at: number, next: number): Entry => {
    const [one, other] = [ours[at]!, others[next]!];
    const product = BigInt(one.product) * BigInt(other.product);
    return { at, next, pair: { municipality, mine: one, theirs: other, product } };
  };
  const heap = new PairHeap();
  if (others.length > 0) for (let at = 0; at < Math.min(ours.length, limit + 1); at += 1) heap.push(pairOf(at, 0));
  for (let given = 0; given < limit;) {
    const entry = heap.pop();
    if (!entry) return;
    const { at, next, pair } = entry;
    if (next + 1 < others.length) heap.push(pairOf(at, next + 1));
    if (pair.mine.vacancyId === pair.theirs.vacancyId && pair.mine.positions < 2) continue;
    given += 1;
    yield pair;
  }
}

interface Entry {
  readonly at: number;
  readonly next: number;
  readonly pair: JobPair;
}

/** A binary heap with the best pair on top. */
class PairHeap {
  private readonly entries: Entry[] = [];

  push(entry: Entry): void {
    const { entries } = this;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (comparePairs(entries[parent]!.pair, entry.pair) <= 0) break;
      entries[at] = entries[parent]!;
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): Entry | undefined {
    const { entries } = this;
    const top = entries[0];
    const last = entries.pop();
    if (!top || !last || entries.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && comparePairs(entries[child + 1]!.pair, entries[child]!.pair) < 0) child += 1;
      if (comparePairs(last.pair, entries[child]!.pair) <= 0) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return top;
  }
}
