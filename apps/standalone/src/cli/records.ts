import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';

/** One record of a file: its value, or why it has none. `line` is where it begins, from 1. */
export type ReadRecord =
  { readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: string };

const largestRecord = 8 * 1024 * 1024;

/** Opens a file or address as text; gzip is recognised by its first bytes. @throws Error in one line where it cannot be opened. */
export async function openText(source: string): Promise<AsyncIterable<string>> {
  const bytes = /^https?:\/\//.test(source) ? await download(source) : createReadStream(source);
  const iterator = (bytes as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? Buffer.alloc(0) : Buffer.from(first.value);
  const whole = Readable.from(
    (async function* () {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield Buffer.from(next.value);
    })(),
    { objectMode: false },
  );
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return decode(isGzip ? whole.pipe(createGunzip()) : whole);
}

async function download(url: string): Promise<Readable> {
  const response = await fetch(url, { signal: AbortSignal.timeout(600_000), headers: { accept: 'application/json' } });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
}

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new Error('the file is not UTF-8');
    throw error;
  }
}

/**
 * Splits JSON text into records without holding it whole: the elements of an array, one value a line (NDJSON), or one value alone. A record that is
 * broken is told with its line, and the rest goes on where that can be.
 */
export async function* readRecords(text: AsyncIterable<string>): AsyncIterable<ReadRecord> {
  const splitter = new RecordSplitter();
  for await (const chunk of text) {
    splitter.push(chunk);
    yield* splitter.take();
  }
  splitter.end();
  yield* splitter.take();
}

class RecordSplitter {
  private line = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inArray: boolean | undefined;
  private broken = false;
  private record = '';
  private recordLine = 1;
  private readonly found: ReadRecord[] = [];

  *take(): Iterable<ReadRecord> {
    yield* this.found.splice(0);
  }

  push(chunk: string): void {
    for (const character of chunk) this.character(character);
  }

  end(): void {
    if (this.record.trim()) this.finish();
    if (this.inArray && !this.broken)
      this.found.push({ line: this.line, fault: 'the file ends before its array does' });
    if (this.inArray === undefined) this.found.push({ line: 1, fault: 'the file is empty' });
  }

  private character(character: string): void {
    if (character === '\n') this.newLine();
    if (this.broken) return;
    if (this.inArray === undefined) {
      if (/\s|\ufeff/.test(character)) return;
      this.inArray = character === '[';
      if (this.inArray) return;
    }
    if (this.record === '') {
      if (/\s/.test(character) || (this.inArray && character === ',')) return;
      if (this.inArray && character === ']') {
        this.broken = true;
        return;
      }
      this.recordLine = this.line;
    }
    if (this.inArray && this.depth === 0 && !this.inString && (character === ',' || character === ']')) {
      this.finish();
      this.broken = character === ']';
      return;
    }
    this.record += character;
    if (this.record.length > largestRecord) this.giveUp(`the record is larger than ${largestRecord / 1024 / 1024} MiB`);
    this.track(character);
  }

  private track(character: string): void {
    if (this.escaped) this.escaped = false;
    else if (this.inString) {
      if (character === '\\') this.escaped = true;
      else if (character === '"') this.inString = false;
    } else if (character === '"') this.inString = true;
    else if (character === '{' || character === '[') this.depth += 1;
    else if (character === '}' || character === ']') {
      this.depth -= 1;
      if (this.depth === 0 && !this.inArray) this.finish();
    }
  }

  /** A line break inside a string is a broken record: what follows it begins anew in NDJSON, and is lost in an array. */
  private newLine(): void {
    this.line += 1;
    if (!this.inString || this.broken) return;
    if (this.inArray) this.giveUp('a text is not closed; the rest of the file cannot be read');
    else this.finish();
  }

  private giveUp(fault: string): void {
    this.found.push({ line: this.recordLine, fault });
    this.broken = true;
    this.record = '';
  }

  private finish(): void {
    const text = this.record;
    this.record = '';
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    try {
      this.found.push({ line: this.recordLine, value: JSON.parse(text) });
    } catch {
      this.found.push({ line: this.recordLine, fault: 'not JSON' });
    }
  }
}
