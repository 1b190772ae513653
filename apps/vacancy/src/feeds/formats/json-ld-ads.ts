import { text as wholeText } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { decode } from '#platform';
import { SaxesParser } from 'saxes';
import { FeedError } from '../reading/feed-error.js';
import type { Fetched } from '../reading/feed-fetcher.js';
import { jsonAds } from './json-ads.js';
import { adOfPosting, jsonLdIn, postingsIn } from './job-posting-ads.js';
import type { FeedRecord } from './feed-record.js';

const largestPage = 10 * 1024 * 1024;
const mostPages = 5_000;
const mostSitemaps = 50;
const pagesAtOnce = 4;

export type OpenPage = (address: string, largest?: number) => Promise<Fetched>;

/** schema.org JobPosting as JSON-LD: in a file, in a page, or in the pages that a sitemap of the same host names. */
export async function* jsonLdAds(address: string, open: OpenPage): AsyncGenerator<FeedRecord> {
  const start = await open(address);
  const [first, whole] = await peek(start.bytes);
  let position = 0;
  const number = (record: Unplaced): FeedRecord => ({ ...record, position: (position += 1) });
  if (first.startsWith('<?xml') || /^<(urlset|sitemapindex)\b/.test(first)) {
    for await (const record of sitemapAds(start.url, whole, open)) yield number(record);
  } else if (first.startsWith('<')) {
    for (const record of pageAds(await textWithin(whole, largestPage), start.url)) yield number(record);
  } else {
    for await (const record of jsonAds(whole)) {
      if ('fault' in record) yield number({ fault: record.fault });
      else for (const posting of postingsIn(record.value)) yield number({ value: adOfPosting(posting, null) });
    }
  }
}

type Unplaced = { readonly value: unknown } | { readonly fault: string };

async function peek(bytes: AsyncIterable<Uint8Array>): Promise<[string, AsyncIterable<Uint8Array>]> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new FeedError('it is empty');
  const whole = (async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  return [
    Buffer.from(first.value)
      .toString('utf8', 0, 1_000)
      .replace(/^\ufeff/, '')
      .trimStart(),
    whole,
  ];
}

async function textWithin(bytes: AsyncIterable<Uint8Array>, largest: number): Promise<string> {
  let size = 0;
  const bounded = (async function* () {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > largest) throw new FeedError(`a page is larger than ${largest / 1024 / 1024} MB`);
      yield chunk;
    }
  })();
  return wholeText(Readable.from(bounded, { objectMode: false }));
}

function pageAds(html: string, url: string): Unplaced[] {
  const { pieces, broken } = jsonLdIn(html);
  return [
    ...postingsIn(pieces).map((posting) => ({ value: adOfPosting(posting, url) })),
    ...broken.map(() => ({ fault: `${url}: JSON-LD that is no JSON` })),
  ];
}

async function* sitemapAds(url: string, bytes: AsyncIterable<Uint8Array>, open: OpenPage): AsyncGenerator<Unplaced> {
  const { host } = new URL(url);
  const pages = new Set<string>();
  const maps: string[] = [];
  const take = (found: SitemapEntries): void => {
    for (const page of found.pages) if (hostOf(page) === host && pages.size < mostPages) pages.add(page);
    for (const map of found.maps) if (hostOf(map) === host && maps.length < mostSitemaps) maps.push(map);
  };
  take(await sitemapEntries(bytes));
  for (let at = 0; at < maps.length; at += 1) take(await sitemapEntries((await open(maps[at]!)).bytes));
  const waiting = [...pages];
  while (waiting.length > 0) {
    // A page that is away stands for an ad that may still be there: the whole run fails rather than that it seems removed.
    const batch = waiting.splice(0, pagesAtOnce);
    const read = await Promise.all(
      batch.map(async (page) => pageAds(await textWithin((await open(page, largestPage)).bytes, largestPage), page)),
    );
    yield* read.flat();
  }
}

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null);

interface SitemapEntries {
  readonly pages: string[];
  readonly maps: string[];
}

async function sitemapEntries(bytes: AsyncIterable<Uint8Array>): Promise<SitemapEntries> {
  const found: SitemapEntries = { pages: [], maps: [] };
  const parser = new SaxesParser();
  const open: string[] = [];
  let text = '';
  parser.on('opentag', ({ name }) => {
    open.push(name.slice(name.indexOf(':') + 1));
    text = '';
  });
  parser.on('text', (more) => (text += more));
  parser.on('closetag', () => {
    if (open.pop() === 'loc') (open.at(-1) === 'sitemap' ? found.maps : found.pages).push(text.trim());
  });
  parser.on('error', (error) => {
    throw new FeedError(`a sitemap is no XML: ${error.message.slice(0, 200)}`);
  });
  for await (const chunk of decode(bytes)) parser.write(chunk);
  parser.close();
  return found;
}
