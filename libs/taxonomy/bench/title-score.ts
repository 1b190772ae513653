/** Average precision of a ranking: the mean, over the right ones, of the precision at each one's place. What is not ranked counts as never found. */
export function averagePrecision(ranking: Iterable<string>, right: ReadonlySet<string>): number {
  let place = 0;
  let found = 0;
  let sum = 0;
  for (const one of ranking) {
    place += 1;
    if (!right.has(one)) continue;
    found += 1;
    sum += found / place;
    if (found === right.size) break;
  }
  return right.size === 0 ? 0 : sum / right.size;
}

/** Half of the queries to which one belongs, by its id alone: tune on `a`, look at `b`. */
export function halfOf(id: string): 'a' | 'b' {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619) >>> 0;
  return ((hash >>> 13) ^ hash) & 1 ? 'b' : 'a';
}

export interface TitleOutcome {
  readonly half: 'a' | 'b';
  readonly averagePrecision: number;
  /** Concepts that stand before the right one. */
  readonly before: number;
  readonly isOccupation: boolean;
}

export interface TitleFigures {
  readonly queries: number;
  readonly map: number;
  readonly mapA: number;
  readonly mapB: number;
  readonly hit1: number;
  readonly hit5: number;
  /** Where the right concept is an occupation and no group. */
  readonly occupations: number;
  readonly occupationHit1: number;
  readonly occupationHit5: number;
}

export function figuresOf(outcomes: readonly TitleOutcome[]): TitleFigures {
  const mean = (of: readonly TitleOutcome[], value: (one: TitleOutcome) => number): number =>
    of.length === 0 ? 0 : of.reduce((sum, one) => sum + value(one), 0) / of.length;
  const hit = (of: readonly TitleOutcome[], at: number): number => mean(of, (one) => (one.before < at ? 1 : 0));
  const occupations = outcomes.filter((one) => one.isOccupation);
  const map = (of: readonly TitleOutcome[]): number => mean(of, (one) => one.averagePrecision);
  return {
    queries: outcomes.length,
    map: map(outcomes),
    mapA: map(outcomes.filter(({ half }) => half === 'a')),
    mapB: map(outcomes.filter(({ half }) => half === 'b')),
    hit1: hit(outcomes, 1),
    hit5: hit(outcomes, 5),
    occupations: occupations.length,
    occupationHit1: hit(occupations, 1),
    occupationHit5: hit(occupations, 5),
  };
}
