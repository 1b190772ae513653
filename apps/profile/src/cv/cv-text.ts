import type { Span } from '#contracts';
import { invalidInput } from '#platform';
import type { Piece } from './cv.js';
import { shortened } from './document-parts.js';

/** In characters. */
const longest = 200_000;
const mostLines = 1000;
const longestQuote = 500;

/** Running text within the CV's text, to be read. */
export interface Passage {
  readonly start: number;
  readonly text: string;
}

/**
 * The one plain text that a CV's parts are put together to; spans of what is read point into it.
 * Writing more than a CV can hold throws DomainError `invalid-input`.
 */
export class CvText {
  private text = '';
  private readonly running: Passage[] = [];
  private lines = 0;

  /** A heading, if what follows adds anything; @returns what `write` returned. */
  section<T>(heading: string, write: () => T): T {
    const before = this.text;
    this.text += `${this.text ? '\n' : ''}${heading}\n`;
    const headed = this.text;
    const result = write();
    if (this.text === headed) this.text = before;
    return result;
  }

  /** A line of its own; @returns the span of its first part. */
  line(first: string, ...rest: readonly (string | null)[]): Span {
    const start = this.text.length;
    this.text += `${[first, ...rest.filter((one) => one !== null && one !== '')].join(', ')}\n`;
    this.count();
    const quote = shortened(first, longestQuote);
    return { field: 'cv', start, end: start + quote.length, quote };
  }

  /** Running text, to be read as a whole afterwards. */
  passages(pieces: readonly Piece[]): void {
    for (const { text } of pieces) {
      this.running.push({ start: this.text.length, text });
      this.text += `${text}\n`;
      this.count();
    }
  }

  get toRead(): readonly Passage[] {
    return this.running;
  }

  toString(): string {
    return this.text;
  }

  /** Refuses what is longer than anybody's CV before it is read, since reading takes time. */
  private count(): void {
    this.lines += 1;
    if (this.lines > mostLines)
      throw invalidInput([{ pointer: '/document', detail: `holds more than ${mostLines} entries` }]);
    if (this.text.length > longest)
      throw invalidInput([{ pointer: '/document', detail: `holds more than ${longest} characters of text` }]);
  }
}
