import type { Span } from '#contracts';
import { Terms } from '../kernel/terms.js';
import { jsonBytes, type Section } from '../snapshot/snapshot-format.js';
import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

const wordsSection = 'words';

/** What many records say, such as ids of concepts: written once, and in each record as a number. */
export class Words {
  private readonly words = new Terms();

  write(word: string | null | undefined, to: ByteWriter): void {
    to.count(word === null || word === undefined ? 0 : this.words.number(word) + 1);
  }

  read(from: ByteReader): string | null {
    const number = from.count();
    return number === 0 ? null : this.words.keys[number - 1]!;
  }

  writeAll(words: readonly string[], to: ByteWriter): void {
    to.count(words.length);
    for (const word of words) this.write(word, to);
  }

  readAll(from: ByteReader): string[] {
    const words: string[] = [];
    for (let left = from.count(); left > 0; left--) words.push(this.read(from)!);
    return words;
  }

  /** Quotations are seldom said twice: they stand where they are. */
  writeSpan(span: Span | null | undefined, to: ByteWriter): void {
    this.write(span?.field, to);
    if (!span) return;
    to.number(span.start);
    to.number(span.end);
    to.text(span.quote);
  }

  /** Frozen, since explanations hand it out. */
  readSpan(from: ByteReader): Span | null {
    const field = this.read(from) as Span['field'] | null;
    return field && Object.freeze({ field, start: from.number()!, end: from.number()!, quote: from.text() });
  }

  section(): Section {
    return { name: wordsSection, bytes: jsonBytes(this.words.keys) };
  }

  /** Takes its section over; false for any other. */
  restore({ name, bytes }: Section): boolean {
    if (name !== wordsSection) return false;
    for (const word of JSON.parse(Buffer.from(bytes).toString()) as string[]) this.words.number(word);
    return true;
  }
}
