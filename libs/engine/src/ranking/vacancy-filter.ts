import type { RankFilter } from '../lists.types.js';
import type { VacancyIndex } from '../index/vacancy-index.js';
import { termKey } from '../term-key.js';
import { offer, offerWidth } from '../wishes/offer-row.js';
import { unsaid } from '../wishes/wish-row.js';
import { raiseTo } from './accumulate.js';
import type { Scratch } from './scratch.js';

/** 1 for each living slot that the filter lets through and that can still be applied for. */
export function listedVacancies(index: VacancyIndex, filter: RankFilter, today: number, scratch: Scratch): Uint8Array {
  const { slots, offered, rows } = index;
  const listed = scratch.uint8('listed', slots.length);
  const fields = (filter.occupationFields ?? []).map((id) => termKey.wantedWithin(id));
  const places = [
    ...(filter.municipalities ?? []).map((code) => termKey.place(code)),
    ...(filter.counties ?? []).map((code) => termKey.county(code)),
  ];
  const within = scratch.uint8('filterField', slots.length);
  const near = scratch.uint8('filterPlace', slots.length);
  for (const key of fields) raiseTo(1, offered.list(key), offered.valueBits, within);
  for (const key of places) raiseTo(1, offered.list(key), offered.valueBits, near);
  const employers = new Set(filter.employerIds);
  const { data } = rows;
  for (let slot = 0; slot < slots.length; slot++) {
    const at = slot * offerWidth;
    if (!slots.isAlive(slot)) continue;
    const deadline = data[at + offer.deadline]!;
    if (deadline !== unsaid && deadline < today) continue;
    if (fields.length > 0 && within[slot] === 0) continue;
    if (places.length > 0 && near[slot] === 0) continue;
    if (filter.remote !== undefined && (data[at + offer.remote] === 1) !== filter.remote) continue;
    if (employers.size > 0 && !employers.has(index.employers[slot]!)) continue;
    if (filter.extentMin !== undefined && data[at + offer.extentMax]! < filter.extentMin) continue;
    listed[slot] = 1;
  }
  return listed;
}
