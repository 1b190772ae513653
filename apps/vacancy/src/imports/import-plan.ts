import type { ImportResult } from '#contracts';
import type { ImportRecord } from './ad.js';

export type TakenRecord = Exclude<ImportRecord, { type: 'rejected' }>;

export interface ImportPlan {
  /** What is to be done, each id once, with its place in the request. */
  readonly taken: readonly { readonly index: number; readonly record: TakenRecord }[];
  /** What is settled already: records that cannot be taken, and those that a later one replaces. */
  readonly settled: readonly ImportResult[];
}

/** Sorts out a batch: of records with the same id the last counts. */
export function planImport(records: readonly ImportRecord[]): ImportPlan {
  const last = new Map<string, number>();
  records.forEach((record, index) => {
    if (record.type !== 'rejected') last.set(record.externalId, index);
  });
  const taken: { index: number; record: TakenRecord }[] = [];
  const settled: ImportResult[] = [];
  records.forEach((record, index) => {
    const { externalId } = record;
    if (record.type === 'rejected') {
      settled.push({ index, externalId, outcome: 'rejected', vacancyId: null, reason: record.reason });
      return;
    }
    const winner = last.get(record.externalId)!;
    if (winner === index) taken.push({ index, record });
    else {
      const reason = `record ${winner} of the same request has the same id`;
      settled.push({ index, externalId, outcome: 'superseded', vacancyId: null, reason });
    }
  });
  return { taken, settled };
}
