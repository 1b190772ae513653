import { jsonBytes, type Section } from './snapshot-format.js';

const batch = 500;

/** Objects as JSON, so many to a section. */
export function* recordSections(name: string, records: Iterable<unknown>): Iterable<Section> {
  let lines: unknown[] = [];
  for (const record of records) {
    lines.push(record);
    if (lines.length < batch) continue;
    yield { name, bytes: jsonBytes(lines) };
    lines = [];
  }
  if (lines.length > 0) yield { name, bytes: jsonBytes(lines) };
}

export const recordsOf = <T>({ bytes }: Section): T[] => JSON.parse(Buffer.from(bytes).toString()) as T[];
