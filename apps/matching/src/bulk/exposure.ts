import type { exposure } from '#contracts';
import type { BulkLists } from '#engine';
import type { z } from 'zod';

export type Exposure = z.infer<typeof exposure>;

/** Counts how often each of one side stands on a list of the other. */
export class ExposureCount {
  private readonly timesListed = new Map<string, number>();
  private thin = 0;
  lists = 0;

  /** @param limit how many fit on one list */
  constructor(private readonly limit: number) {}

  add({ totals, found }: Pick<BulkLists, 'totals' | 'found'>): void {
    this.lists += totals.length;
    for (const total of totals) if (total < this.limit) this.thin += 1;
    for (const id of found) this.timesListed.set(id, (this.timesListed.get(id) ?? 0) + 1);
  }

  /** @param of how many there are on the side that is listed */
  figures(of: number): Exposure {
    const { lists, thin } = this;
    return { lists, thin, listed: this.timesListed.size, of, gini: gini([...this.timesListed.values()], of) };
  }
}

/**
 * Gini coefficient of `of` counts, those that are not given being 0: sum over i of (2 i - n - 1) x_i, over n times the sum of x, with x ascending and i
 * from 1 (Sen 1973). 0 where nothing is listed.
 */
export function gini(counts: readonly number[], of: number): number {
  const ascending = [...counts].sort((a, b) => a - b);
  const zeros = of - ascending.length;
  let sum = 0;
  let weighted = 0;
  for (const [index, count] of ascending.entries()) {
    sum += count;
    weighted += (2 * (zeros + index + 1) - of - 1) * count;
  }
  return sum === 0 ? 0 : weighted / (of * sum);
}
