import { parse } from 'csv-parse/sync';
import { ImportError } from './import-error.js';
import { jsonFault } from './json-fault.js';

/** One file of the input; `name` is its path below the folder that is imported, with `/`. */
export interface InputFile {
  readonly name: string;
  /** Reads it anew each time, so that no more than one file is held. */
  readonly bytes: () => Uint8Array;
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/**
 * The file's text, without a byte-order mark.
 *
 * @throws ImportError `wrong-encoding` with the line of the first byte that is no UTF-8.
 */
export function textOf(name: string, bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new ImportError('wrong-encoding', name, '', 'is UTF-16; it should be UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const loose = new TextDecoder('utf-8').decode(bytes);
    const place = `line ${lineOf(loose, loose.indexOf('\uFFFD'))}`;
    throw new ImportError('wrong-encoding', name, place, 'is not UTF-8');
  }
}

/** @throws ImportError `broken-json` with line and column. */
export function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = jsonFault(text);
    const place = `line ${lineOf(text, at)}, column ${at - text.lastIndexOf('\n', at - 1)}`;
    const isCut = at >= text.length;
    throw new ImportError('broken-json', name, place, isCut ? 'ends in the middle' : 'is no JSON');
  }
}

export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: Record<string, string>;
}

/**
 * Rows of a table with a head: comma-separated with quotes, or tab-separated without.
 *
 * @throws ImportError `broken-table` with the line.
 */
export function rowsOf(name: string, text: string): Row[] {
  const isTab = name.endsWith('.tsv');
  try {
    const parsed = parse(text, {
      columns: true,
      info: true,
      skip_empty_lines: true,
      delimiter: isTab ? '\t' : ',',
      quote: isTab ? null : '"',
    }) as unknown as Parsed[];
    return parsed.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number };
    throw new ImportError('broken-table', name, lines === undefined ? '' : `line ${lines}`, message);
  }
}

/** The columns of a table, by its first line. */
export function headOf(name: string, text: string): string[] {
  const end = text.indexOf('\n');
  const head = (end < 0 ? text : text.slice(0, end)).trim();
  return head.split(name.endsWith('.tsv') ? '\t' : ',').map((cell) => cell.replace(/^"|"$/g, ''));
}
