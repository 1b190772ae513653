import type { RankFilter } from '../lists.types.js';
import type { ProfileIndex } from '../index/profile-index.js';
import type { ModelContext } from '../model-context.js';
import { termKey } from '../term-key.js';
import { unsaid, wish, wishWidth } from '../wishes/wish-row.js';
import { raiseTo } from './accumulate.js';
import type { Scratch } from './scratch.js';

/** 1 for each living slot that the filter lets through. */
export function listedProfiles(
  index: ProfileIndex,
  filter: RankFilter,
  { municipalities }: ModelContext,
  scratch: Scratch,
): Uint8Array {
  const { slots, postings, rows } = index;
  const listed = scratch.uint8('listed', slots.length);
  const codes = new Set(filter.municipalities);
  const counties = new Set(filter.counties);
  const places = codes.size + counties.size > 0;
  const fields = filter.occupationFields ?? [];
  const within = scratch.uint8('filterField', slots.length);
  for (const field of fields) raiseTo(1, postings.list(termKey.heldWithin(field)), postings.valueBits, within);
  const { data } = rows;
  const isWithin = (home: number) =>
    home >= 0 && (codes.has(municipalities.code(home)) || counties.has(municipalities.county(home)));
  for (let slot = 0; slot < slots.length; slot++) {
    const at = slot * wishWidth;
    if (!slots.isAlive(slot)) continue;
    if (fields.length > 0 && within[slot] === 0) continue;
    if (places && !isWithin(data[at + wish.home]!)) continue;
    if (filter.remote !== undefined && (data[at + wish.remote] === 1) !== filter.remote) continue;
    const extentMax = data[at + wish.extentMax]!;
    if (filter.extentMin !== undefined && extentMax !== unsaid && extentMax < filter.extentMin) continue;
    listed[slot] = 1;
  }
  return listed;
}
