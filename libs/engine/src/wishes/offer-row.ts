import type { EngineVacancy } from '../engine.types.js';
import { dayNumber } from '../model/calendar-day.js';
import { unsaid } from './wish-row.js';

/** Columns of an offer row: what a vacancy offers. */
export const offer = {
  remote: 0,
  saysOccupation: 1,
  saysType: 2,
  extentMin: 3,
  extentMax: 4,
  start: 5,
  pay: 6,
  deadline: 7,
  /** Shares of its 10,000 that skills have; 0 where it asks for none. */
  skillShares: 8,
  /** Employer's fit without any shares: that of a vacancy that asks nothing. */
  base: 9,
} as const;
export const offerWidth = 10;

export function writeOffer(
  rows: Int32Array,
  at: number,
  vacancy: EngineVacancy,
  skillShares: number,
  base: number,
): void {
  rows[at + offer.remote] = vacancy.remote ? 1 : 0;
  rows[at + offer.saysOccupation] = vacancy.occupationId === null ? 0 : 1;
  rows[at + offer.saysType] = vacancy.employmentTypeId === null ? 0 : 1;
  rows[at + offer.extentMin] = vacancy.extent?.min ?? unsaid;
  rows[at + offer.extentMax] = vacancy.extent?.max ?? unsaid;
  rows[at + offer.start] = vacancy.start === null ? unsaid : dayNumber(vacancy.start);
  rows[at + offer.pay] = vacancy.pay?.max ?? vacancy.pay?.min ?? unsaid;
  rows[at + offer.deadline] = vacancy.deadline === null ? unsaid : dayNumber(vacancy.deadline);
  rows[at + offer.skillShares] = skillShares;
  rows[at + offer.base] = base;
}
