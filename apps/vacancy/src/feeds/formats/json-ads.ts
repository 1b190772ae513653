import { decode, readRecords } from '#platform';
import { FeedError } from '../reading/feed-error.js';
import type { FeedRecord } from './feed-record.js';

/** Ads in the shape of JobSearch or JobStream: an array, one a line, or the hits of an answer. A file that breaks off fails; a broken record does not. */
export async function* jsonAds(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FeedRecord> {
  let position = 0;
  for await (const record of readRecords(decode(bytes))) {
    position += 1;
    if ('value' in record) yield { position, value: record.value };
    else if (/^the file |^the file$/.test(record.fault))
      throw new FeedError(record.fault.replace('the file cannot be read further: ', ''));
    else yield { position, fault: record.fault };
  }
}
