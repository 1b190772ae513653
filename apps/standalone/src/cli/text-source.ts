import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { decode } from '#platform';

const downloadTimeoutMs = 600_000;

/** Opens a file or address as text; gzip is recognised by its first bytes. @throws Error in one line where it cannot be opened. */
export async function openText(source: string): Promise<AsyncIterable<string>> {
  const bytes = /^https?:\/\//i.test(source) ? await download(source) : createReadStream(source);
  const iterator = (bytes as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const head = await firstBytes(iterator).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${source}: ${whyNotOpened(error)}`, { cause: error });
  });
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw new Error(`${source}: is UTF-16, and must be UTF-8`);
  const whole = (async function* () {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return decode(isGzip ? gunzip(whole) : whole);
}

/** The first chunk, with at least two bytes where there are so many. */
async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

function whyNotOpened({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder';
  return code === 'EACCES' ? 'may not be read' : message;
}

async function download(url: string): Promise<Readable> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(downloadTimeoutMs),
    headers: { accept: 'application/json' },
  }).catch((error: Error) => {
    throw new Error(`${url} does not answer: ${(error.cause as Error | undefined)?.message ?? error.message}`);
  });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
}

// A pipeline, and not pipe: what goes wrong before it is then told by what comes out of it.
const gunzip = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(bytes, { objectMode: false }), createGunzip(), () => {});
