import type { Span } from '#contracts';
import { invalidInput } from '#platform';
import type { Piece } from './cv.js';

const longest = 200_000;
const longestQuote = 500;

/** Running text within the CV's text, to be read. */
export interface Passage {
  readonly start: number;
  readonly text: string;
}

/** The one plain text that a CV's parts are put together to; spans of what is read point into it. */
export class CvText {
  private text = '';
  private readonly running: Passage[] = [];

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
    const end = Math.min(start + first.length, start + longestQuote);
    return { field: 'cv', start, end, quote: this.text.slice(start, end) };
  }

  /** Running text, to be read as a whole afterwards. */
  passages(pieces: readonly Piece[]): void {
    for (const { text } of pieces) {
      this.running.push({ start: this.text.length, text });
      this.text += `${text}\n`;
    }
  }

  get toRead(): readonly Passage[] {
    return this.running;
  }

  /** @throws DomainError `invalid-input` when it is longer than anybody's CV. */
  toString(): string {
    if (this.text.length > longest)
      throw invalidInput([{ pointer: '/document', detail: `holds more than ${longest} characters of text` }]);
    return this.text;
  }
}
