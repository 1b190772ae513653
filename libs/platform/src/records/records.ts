import { RecordSplitter } from './record-splitter.js';

/** One record of a file: its value, or why it has none. `line` is where it begins, from 1; `size` is the length of its JSON text. */
export type ReadRecord =
  | { readonly line: number; readonly value: unknown; readonly size: number }
  | { readonly line: number; readonly fault: string };

/**
 * Splits JSON text into records without holding it whole: the elements of an array, one value a line (NDJSON), values one after the other, or the
 * `hits` of a JobSearch answer. A record that is broken is told with its line, and the rest goes on; text that breaks off is told as the last fault.
 */
export async function* readRecords(text: AsyncIterable<string>): AsyncIterable<ReadRecord> {
  const splitter = new RecordSplitter();
  try {
    for await (const chunk of text) {
      splitter.push(chunk);
      yield* splitter.take();
    }
  } catch (error) {
    splitter.breakOff(`the file cannot be read further: ${error instanceof Error ? error.message : String(error)}`);
    yield* splitter.take();
    return;
  }
  splitter.end();
  yield* splitter.take();
}
