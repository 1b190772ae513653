import type { RankBy } from '#contracts';
import { knockOuts, reachAt } from '../demands/knock-out-check.js';
import type { KnockOut } from '../engine.types.js';
import { TopK } from '../index/top-k.js';
import { rankScore } from '../model/fit.js';
import { placeIsOut, type PackedPlace } from '../wishes/place.js';
import type { ListQuestion } from './list-index.js';
import { comesAfter } from './list-position.js';
import { noneRemoved } from './rank-query.js';

/** One question against one index: everything that is added up term by term is there already, the rest is computed slot by slot. */
export interface Scan {
  readonly ids: readonly string[];
  /** False for dead slots and for what the filter, or the deadline, leaves out. */
  isListed(slot: number): boolean;
  /** Place in `knockOuts` of the first knock-out, reach apart, that the pair fails; -1 if none. */
  failedAt(slot: number): number;
  placeAt(slot: number): PackedPlace;
  employerFit(slot: number): number;
  seekerFit(slot: number, place: PackedPlace): number;
}

export interface ScanResult {
  readonly total: number;
  readonly removed: Record<KnockOut, number>;
  /** Best first. */
  readonly slots: number[];
}

/** Exact: filters and knock-outs are applied inside the scan, so the k best are those of what is left. */
export function runScan(scan: Scan, { rankBy, k, after, ignoring }: ListQuestion): ScanResult {
  const top = new TopK(k, scan.ids);
  const removed = noneRemoved();
  let total = 0;
  for (let slot = 0; slot < scan.ids.length; slot++) {
    if (!scan.isListed(slot)) continue;
    const failed = scan.failedAt(slot);
    if (failed >= 0) {
      removed[knockOuts[failed]!]++;
      continue;
    }
    const place = scan.placeAt(slot);
    if (ignoring !== 'reach' && placeIsOut(place)) {
      removed[knockOuts[reachAt]!]++;
      continue;
    }
    total++;
    if (k === 0) continue;
    const employerFit = rankBy === 'seeker' ? 0 : scan.employerFit(slot);
    if (rankBy !== 'seeker' && bestPossible(rankBy, employerFit) < top.floor) continue;
    const seekerFit = rankBy === 'employer' ? 0 : scan.seekerFit(slot, place);
    const score = rankScore(rankBy, employerFit, seekerFit);
    if (after === null || comesAfter(after, score, scan.ids[slot]!)) top.offer(slot, score);
  }
  return { total, removed, slots: top.sorted() };
}

const bestPossible = (rankBy: RankBy, employerFit: number): number => rankScore(rankBy, employerFit, 1_000_000);
