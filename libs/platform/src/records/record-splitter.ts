import type { ReadRecord } from './records.js';
import { hasBrokenBytes } from './decode.js';

const largestRecord = 8 * 1024 * 1024;
const deepest = 100;
const beforeHits = /"hits"\s*:\s*$/;
const longestBeforeHits = 64;

/** Where the records lie: beside each other, in an array, or in the `hits` of an object. The number is how many brackets are open around them. */
const outside = 0;
const inArray = 1;
const inHits = 2;

/**
 * Finds where records begin and end by their brackets and strings; whether a record is JSON, the parser says. After a broken record it goes on at
 * the next place where a record can begin.
 */
export class RecordSplitter {
  private line = 1;
  /** How much space the line begins with; null once something else stands in it. */
  private indent: number | null = 0;
  private base = outside;
  private readonly open: ('{' | '[')[] = [];
  private inString = false;
  private escaped = false;
  /** The last character outside of strings that is no space; `"` for a string. */
  private last = '';
  /** What is left of an answer after its hits is passed over. */
  private passing = false;
  /** Once a record was alone on its line, a brace in the first column begins the next one. */
  private oneALine = false;
  private empty = true;
  private ended = false;

  private record = '';
  private length = 0;
  private recordLine = 0;
  private recordDepth = 0;

  private chunk = '';
  private from = 0;
  private at = 0;
  private found: ReadRecord[] = [];

  take(): ReadRecord[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  push(chunk: string): void {
    this.chunk = chunk;
    this.from = 0;
    for (this.at = 0; this.at < chunk.length && !this.ended; this.at += 1) this.character(chunk[this.at]!);
    this.at = chunk.length;
    this.keep();
    this.chunk = '';
    this.from = this.at = 0;
  }

  end(): void {
    if (this.ended) return;
    if (this.empty) return this.fault(1, 'the file is empty');
    if (this.recordLine > 0) {
      if (this.inString || this.open.length > this.base)
        return this.finish('the file ends in the middle of this record');
      this.finish();
    }
    if (this.open.length > 0) this.fault(this.line, 'the file ends before its array does');
  }

  /** What could be read ends here, for a reason that lies outside of the text. */
  breakOff(reason: string): void {
    this.fault(this.recordLine || this.line, reason);
    this.ended = true;
  }

  private character(character: string): void {
    if (character === '\n') return this.newLine();
    if (this.inString) this.stringCharacter(character);
    else if (character === ' ' || character === '\t' || character === '\r') {
      if (this.indent !== null) this.indent += 1;
      return;
    } else if (this.empty && character === '\ufeff') return;
    else this.token(character);
    this.indent = null;
  }

  private stringCharacter(character: string): void {
    if (this.escaped) this.escaped = false;
    else if (character === '\\') this.escaped = true;
    else if (character === '"') this.inString = false;
  }

  private token(character: string): void {
    if (this.empty && character === '<') {
      this.fault(this.line, 'the file is HTML or XML, not JSON');
      this.empty = false;
      this.ended = true;
      return;
    }
    this.empty = false;
    if (character === '{' || character === '[') this.opening(character);
    else if (character === '}' || character === ']') this.closing(character);
    else if (character === ',' && this.base > outside && this.open.length === this.base) {
      if (this.recordLine > 0) this.finish();
    } else {
      this.begin();
      // Letters right after a string: one of its quotation marks is missing, and what was taken for outside is inside.
      if (character === '"' || (this.last === '"' && /[\p{L}\d]/u.test(character))) {
        this.inString = character === '"' || this.base > outside;
        this.last = '"';
        return;
      }
    }
    this.last = character;
  }

  private opening(bracket: '{' | '['): void {
    if (this.recordLine > 0 && bracket === '{' && this.mustBeNext()) this.finish();
    if (this.recordLine === 0 && bracket === '[' && this.open.length === outside) {
      this.open.push(bracket);
      this.base = inArray;
      return;
    }
    this.begin();
    const isHits =
      bracket === '[' && this.base === outside && this.open.length === 1 && !this.passing && this.afterHits();
    this.open.push(bracket);
    this.recordDepth = Math.max(this.recordDepth, this.open.length);
    if (isHits) {
      this.forget();
      this.base = inHits;
    }
  }

  /** Whether an opening brace cannot belong to the record before it, and is where a record can begin. */
  private mustBeNext(): boolean {
    if (this.passing) return false;
    if (this.open.length === this.base) return true;
    if (this.base === outside && this.indent === 0 && (this.oneALine || !this.isSpreadOut())) return true;
    const inPlace = this.open.at(-1) === '[' ? this.last === '[' || this.last === ',' : this.last === ':';
    return !inPlace && (this.indent !== null || this.last === ',' || this.last === '}' || this.last === ']');
  }

  /** Whether the record has its first line for its brace alone, as JSON that people read does. */
  private isSpreadOut(): boolean {
    return /^\{\s*\n/.test(this.record + this.chunk.slice(this.from, this.at));
  }

  private afterHits(): boolean {
    const tail = this.record.slice(-longestBeforeHits) + this.chunk.slice(this.from, this.at);
    return beforeHits.test(tail.slice(-longestBeforeHits));
  }

  private closing(bracket: '}' | ']'): void {
    const opened = bracket === '}' ? '{' : '[';
    if (this.base > outside && this.open.length === this.base && bracket === ']') {
      if (this.recordLine > 0) this.finish();
      this.open.pop();
      this.passing = this.open.length > 0;
      this.base = outside;
      return;
    }
    this.begin();
    const match = this.open.lastIndexOf(opened);
    if (match >= this.base) this.open.length = match;
    if (this.passing && this.open.length === 0) this.passing = false;
  }

  private newLine(): void {
    // JSON has no line breaks in strings: the quotation mark is missing, and the next line is read as what it is.
    this.inString = this.escaped = false;
    if (this.recordLine > 0 && this.base === outside && this.open.length === 0) this.finish();
    this.line += 1;
    this.indent = 0;
  }

  private begin(): void {
    if (this.recordLine > 0 || this.passing) return;
    this.recordLine = this.line;
    this.from = this.at;
  }

  /** Takes what the chunk holds of the record. A record that is too large is followed to its end, but not kept. */
  private keep(): void {
    if (this.recordLine === 0) return;
    this.length += this.at - this.from;
    this.record = this.length > largestRecord ? '' : this.record + this.chunk.slice(this.from, this.at);
    this.from = this.at;
  }

  private finish(fault?: string): void {
    this.keep();
    const { record, recordLine: line, length } = this;
    if (this.base === outside && line === this.line) this.oneALine = true;
    if (fault !== undefined) this.fault(line, fault);
    else if (length > largestRecord) this.fault(line, `the record is larger than ${largestRecord / 1024 / 1024} MiB`);
    else if (this.recordDepth > deepest) this.fault(line, `the record is nested deeper than ${deepest}`);
    else if (hasBrokenBytes(record)) this.fault(line, 'the record is not UTF-8');
    else if (this.base === outside) this.parseLines(record, line);
    else this.parse(record, line);
    this.open.length = Math.min(this.open.length, this.base);
    this.inString = this.escaped = false;
    this.forget();
  }

  private parse(text: string, line: number): void {
    try {
      this.found.push({ line, value: JSON.parse(text), size: text.length });
    } catch {
      this.fault(line, 'the record is not JSON');
    }
  }

  /** What is no record as a whole may be a broken one and others on lines of their own. */
  private parseLines(text: string, line: number): void {
    const before = this.found.length;
    this.parse(text, line);
    const pieces = text.split(/\n(?=\{)/);
    if (pieces.length === 1 || 'value' in this.found[before]!) return;
    this.found.pop();
    for (const piece of pieces) {
      this.parse(piece, line);
      line += piece.split('\n').length;
    }
  }

  private forget(): void {
    this.record = '';
    this.length = this.recordLine = this.recordDepth = 0;
    this.last = '';
  }

  private fault(line: number, fault: string): void {
    this.found.push({ line, fault });
  }
}
