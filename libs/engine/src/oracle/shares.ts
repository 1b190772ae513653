/** Largest remainder, the plain way: floors, then one at a time to whoever has most left, the first of equals. */
export function shares(total: number, wants: readonly number[]): number[] {
  const all = wants.reduce((sum, want) => sum + BigInt(want), 0n);
  if (all === 0n) return wants.map(() => 0);
  const given = wants.map((want) => (BigInt(total) * BigInt(want)) / all);
  const owed = wants.map((want, at) => BigInt(total) * BigInt(want) - given[at]! * all);
  let left = BigInt(total) - given.reduce((sum, part) => sum + part, 0n);
  for (; left > 0n; left--) {
    const most = owed.reduce((best, value, at) => (value > owed[best]! ? at : best), 0);
    given[most]! += 1n;
    owed[most] = -1n;
  }
  return given.map(Number);
}

/** `floor(a / b)` for whole numbers. */
export const whole = (a: number, b: number): number => Number(BigInt(a) / BigInt(b));
