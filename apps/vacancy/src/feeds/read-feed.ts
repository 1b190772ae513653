import { swedishWallClock } from '../clock/swedish-time.js';
import type { Feed } from './feed.entity.js';
import { csvAds } from './formats/csv-ads.js';
import type { FeedRecord } from './formats/feed-record.js';
import { hrXmlAds } from './formats/hr-xml-ads.js';
import { jsonAds } from './formats/json-ads.js';
import { jsonLdAds, type OpenPage } from './formats/json-ld-ads.js';

export interface FeedReading {
  readonly records: AsyncIterable<FeedRecord>;
  /** Whether what it does not hold is gone; a stream tells removals instead. */
  readonly isWhole: boolean;
}

/** Read again, for what was committed late over there. */
const overlapMs = 300_000;
const accept = {
  json: 'application/json, application/x-ndjson, */*;q=0.5',
  xml: 'application/xml, text/xml, */*;q=0.5',
  csv: 'text/csv, */*;q=0.5',
  page: 'text/html, application/ld+json, application/xml, */*;q=0.5',
};

export type OpenAddress = (address: string, accept: string, largest?: number) => ReturnType<OpenPage>;

/** Opens a feed: a stream whole at first, and then by what changed since. */
export function readFeed(feed: Feed, open: OpenAddress): FeedReading {
  switch (feed.kind) {
    case 'jobstream': {
      const isWhole = feed.cursor === null || feed.address.startsWith('file:');
      return { isWhole, records: opened(streamAddress(feed), accept.json, open, jsonAds) };
    }
    case 'jobsearch':
      return { isWhole: true, records: opened(feed.address, accept.json, open, jsonAds) };
    case 'hrxml':
      return { isWhole: true, records: opened(feed.address, accept.xml, open, hrXmlAds) };
    case 'csv': {
      const mapping = feed.mapping!;
      return { isWhole: true, records: opened(feed.address, accept.csv, open, (bytes) => csvAds(bytes, mapping)) };
    }
    case 'jsonld':
      return { isWhole: true, records: jsonLdAds(feed.address, (page, largest) => open(page, accept.page, largest)) };
  }
}

function streamAddress({ address, cursor }: Feed): string {
  if (address.startsWith('file:')) return address;
  const url = new URL(address);
  const root = url.pathname.replace(/\/+(stream|snapshot)?\/*$/, '');
  url.pathname = `${root}/${cursor === null ? 'snapshot' : 'stream'}`;
  if (cursor !== null) url.searchParams.set('date', swedishWallClock(new Date(cursor.getTime() - overlapMs)));
  return url.href;
}

async function* opened(
  address: string,
  accepted: string,
  open: OpenAddress,
  read: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<FeedRecord>,
): AsyncGenerator<FeedRecord> {
  yield* read((await open(address, accepted)).bytes);
}
