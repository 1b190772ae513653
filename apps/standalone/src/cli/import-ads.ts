import { vacancyApi } from '#contracts';
import type { ApiClient } from './api-client.js';
import { readRecords, type ReadRecord } from './records.js';

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
  removed: number;
  /** Records that a later one of the same id in the same batch replaced. */
  superseded: number;
  readonly rejected: Reject[];
}

export interface ImportAdsOptions {
  readonly source: string;
  readonly demo?: boolean;
  readonly onProgress?: (count: ImportCount) => void;
}

const batchSize = 100;

/** A JobSearch answer holds its ads under `hits`. */
function adsOf(record: ReadRecord): ReadRecord[] {
  if ('fault' in record) return [record];
  const hits = (record.value as { hits?: unknown } | null)?.hits;
  return Array.isArray(hits) ? hits.map((value: unknown) => ({ line: record.line, value })) : [record];
}

/** Sends the ads and removals of a text, in a stream and in batches; what is rejected is told with its line, id and reason, and the rest goes in. */
export async function importAds(
  client: ApiClient,
  text: AsyncIterable<string>,
  options: ImportAdsOptions,
): Promise<ImportCount> {
  const count: ImportCount = { read: 0, created: 0, updated: 0, unchanged: 0, removed: 0, superseded: 0, rejected: [] };
  let batch: { line: number; value: unknown }[] = [];
  const send = async (): Promise<void> => {
    if (batch.length === 0) return;
    const sent = batch;
    batch = [];
    const records = sent.map(({ value }) => value);
    const { results } = await client.call(vacancyApi.importAds, {
      body: { source: options.source, records, demo: options.demo ?? false },
    });
    for (const result of results) {
      if (result.outcome === 'rejected') {
        count.rejected.push({
          line: sent[result.index]!.line,
          id: result.externalId,
          reason: result.reason ?? 'rejected',
        });
      } else count[result.outcome] += 1;
    }
    options.onProgress?.(count);
  };
  for await (const record of readRecords(text)) {
    for (const one of adsOf(record)) {
      count.read += 1;
      if ('fault' in one) count.rejected.push({ line: one.line, id: null, reason: one.fault });
      else batch.push(one);
      if (batch.length >= batchSize) await send();
    }
  }
  await send();
  return count;
}
