/**
 * Shares `total` out in proportion to `raws` (whole, not negative) so that the shares sum to it exactly: floors first, then one more for the largest remainders,
 * the earlier of equals first (Hamilton's method). All zero where every raw is zero.
 */
export function shareOut(total: number, raws: readonly number[]): number[] {
  const sum = raws.reduce((a, b) => a + b, 0);
  if (sum === 0) return raws.map(() => 0);
  const shares = raws.map((raw) => Math.floor((total * raw) / sum));
  const remainders = raws.map((raw) => (total * raw) % sum);
  const left = total - shares.reduce((a, b) => a + b, 0);
  const order = raws.map((_, at) => at).sort((a, b) => remainders[b]! - remainders[a]! || a - b);
  for (const at of order.slice(0, left)) shares[at]! += 1;
  return shares;
}
