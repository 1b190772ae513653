import { vacancyApi } from '#contracts';
import { daysUntil, isPast, moveDates, publicationDay, swedishDay } from './ad-dates.js';
import type { ApiClient } from './api-client.js';
import { readRecords } from '#platform';

export interface Reject {
  readonly line: number;
  readonly id: string | null;
  readonly reason: string;
}

export interface ImportCount {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  /** The same jobs as those of another source. */
  merged: number;
  removed: number;
  /** Records that a later one of the same id in the same batch replaced. */
  superseded: number;
  /** Ads among them whose last day to apply has passed: they are neither ranked nor found. */
  expired: number;
  readonly rejected: Reject[];
}

export interface ImportAdsOptions {
  readonly source: string;
  readonly demo?: boolean;
  /** Whole days by which all dates are moved. */
  readonly moveDays?: number;
  readonly today?: Date;
  readonly onProgress?: (count: ImportCount) => void;
}

const mostInBatch = 100;
const largestBatch = 4 * 1024 * 1024;

/** By how many days the dates of some ads have to be moved so that the newest is published today; 0 where none is old. */
export async function daysToToday(text: AsyncIterable<string>, today = new Date()): Promise<number> {
  let newest: string | null = null;
  for await (const record of readRecords(text)) {
    const day = 'fault' in record ? null : publicationDay(record.value);
    if (day !== null && (newest === null || day > newest)) newest = day;
  }
  return newest === null ? 0 : daysUntil(newest, swedishDay(today));
}

/** Sends the ads and removals of a text, in a stream and in batches; what is rejected is told with its line, id and reason, and the rest goes in. */
export async function importAds(
  client: ApiClient,
  text: AsyncIterable<string>,
  options: ImportAdsOptions,
): Promise<ImportCount> {
  const { source, demo = false, moveDays = 0, today = new Date(), onProgress } = options;
  const count: ImportCount = {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    removed: 0,
    merged: 0,
    superseded: 0,
    expired: 0,
    rejected: [],
  };
  const day = swedishDay(today);
  let batch: { line: number; value: unknown }[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    if (batch.length === 0) return;
    const sent = batch;
    batch = [];
    size = 0;
    const records = sent.map(({ value }) => value);
    const { results } = await client.call(vacancyApi.importAds, { body: { source, records, demo } });
    for (const { index, outcome, externalId, reason } of results) {
      const { line, value } = sent[index]!;
      if (outcome === 'rejected') count.rejected.push({ line, id: externalId, reason: reason ?? 'rejected' });
      else count[outcome] += 1;
      if ((outcome === 'created' || outcome === 'updated' || outcome === 'unchanged') && isPast(value, day))
        count.expired += 1;
    }
    onProgress?.(count);
  };
  for await (const record of readRecords(text)) {
    count.read += 1;
    if ('fault' in record) {
      count.rejected.push({ line: record.line, id: null, reason: record.fault });
      continue;
    }
    if (size + record.size > largestBatch) await send();
    batch.push({ line: record.line, value: moveDates(record.value, moveDays) });
    size += record.size;
    if (batch.length >= mostInBatch) await send();
  }
  await send();
  count.rejected.sort((a, b) => a.line - b.line);
  return count;
}
