import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';

const downloadTimeoutMs = 600_000;

/** Stands for bytes that are not UTF-8: no text that was decoded can hold half of a surrogate pair. */
const notUtf8 = '\ud800';

/** Whether text that was decoded here had bytes in it that are not UTF-8. */
export const hasBrokenBytes = (text: string): boolean => /\p{Surrogate}/u.test(text);

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

/** Decodes UTF-8, however the bytes are cut; what is no UTF-8 is marked where it stands, so that `hasBrokenBytes` finds it. */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const decodeWhole = (whole: Uint8Array): string => {
    try {
      return strict.decode(whole);
    } catch {
      return lenient.decode(whole).replaceAll('\ufffd', notUtf8);
    }
  };
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytes) {
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = whole.length - unfinishedBytes(whole);
    rest = whole.subarray(cut);
    if (cut > 0) yield decodeWhole(whole.subarray(0, cut));
  }
  if (rest.length > 0) yield decodeWhole(rest);
}

/** How many bytes at the end begin a character that goes on in the next chunk. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
