import type { RankBy } from '#contracts';

/** What a list is ordered by; for `both` the exact product, at most 10^12 and so exact in a double. */
export function rankScore(rankBy: RankBy, employerFit: number, seekerFit: number): number {
  if (rankBy === 'employer') return employerFit;
  return rankBy === 'seeker' ? seekerFit : employerFit * seekerFit;
}

/** The geometric mean of both fits on 0 to 100, rounded down: the largest n with (10,000 n)^2 <= product. Only a perfect pair shows 100. */
export const shownFit = (employerFit: number, seekerFit: number): number =>
  Math.floor(rootOf(employerFit * seekerFit) / 10_000);

/** Integer square root, exact for whole numbers below 2^52. */
export function rootOf(square: number): number {
  let root = Math.floor(Math.sqrt(square));
  while (root * root > square) root--;
  while ((root + 1) * (root + 1) <= square) root++;
  return root;
}
