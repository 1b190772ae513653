import type { CsvMapping } from '#contracts';
import { parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { FeedError } from '../reading/feed-error.js';
import { present, type FeedRecord } from './feed-record.js';

const largestRecord = 1_048_576;

/** Ads of a CSV file by a mapping of its columns. @throws FeedError naming the columns that are missing: a file of another kind must not look like an empty feed. */
export async function* csvAds(bytes: AsyncIterable<Uint8Array>, mapping: CsvMapping): AsyncGenerator<FeedRecord> {
  let columns: readonly string[] = [];
  let position = 0;
  for await (const row of csvRows(bytes, (names) => (columns = names))) {
    if (position === 0) requireColumns(columns, mapping);
    position += 1;
    yield 'fault' in row ? { position, fault: row.fault } : { position, value: csvAd(row.cells, mapping) };
  }
  if (position === 0) requireColumns(columns, mapping);
}

/**
 * Rows of a CSV file by the names of its columns; comma, semicolon or tab. Whoever has read enough may stop.
 * @param found is told the names once they are read.
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  found: (columns: string[]) => void,
): AsyncGenerator<{ readonly cells: Record<string, string> } | { readonly fault: string }> {
  const faults: string[] = [];
  const parser = parse({
    bom: true,
    delimiter: [';', ',', '\t'],
    columns: (names: string[]) => {
      const columns = names.map((name) => name.trim());
      found(columns);
      return columns;
    },
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    max_record_size: largestRecord,
    on_skip: (error) => {
      faults.push(error?.message.slice(0, 200) ?? 'a row cannot be read');
      return undefined;
    },
  });
  // What fails on the way ends the parser with it, and a parser that is left lets go of the bytes.
  pipeline(Readable.from(bytes, { objectMode: false }), parser, () => undefined);
  for await (const cells of parser as AsyncIterable<Record<string, string>>) {
    for (const fault of faults.splice(0)) yield { fault };
    yield { cells };
  }
  for (const fault of faults) yield { fault };
}

/** Columns that a mapping names and the file lacks. */
export const missingColumns = (columns: readonly string[], mapping: CsvMapping): string[] =>
  Object.values(mapping).filter((name) => !columns.includes(name));

function requireColumns(columns: readonly string[], mapping: CsvMapping): void {
  const missing = missingColumns(columns, mapping);
  if (missing.length > 0) throw new FeedError(`it has no column ${missing.join(', ')}`);
}

/** A row as an ad in the shape of JobSearch. */
export function csvAd(row: Record<string, string>, mapping: CsvMapping): Record<string, unknown> {
  const of = (name: keyof CsvMapping): string | undefined => {
    const column = mapping[name];
    return column === undefined ? undefined : row[column]?.trim();
  };
  const number = (name: keyof CsvMapping): number | undefined => {
    const digits = of(name)
      ?.replace(/[^\d.,]/g, '')
      .replace(',', '.');
    return digits ? Number(digits) : undefined;
  };
  const place = of('municipality');
  const extent = number('extent');
  const occupation = of('occupation');
  return present({
    id: of('id'),
    headline: of('headline') ?? '',
    webpage_url: of('url'),
    publication_date: of('published'),
    application_deadline: of('deadline'),
    number_of_vacancies: number('positions'),
    description: { text: of('text') ?? '' },
    employer: present({ name: of('employer'), organization_number: of('organisationNumber') }),
    occupation: occupation ? { concept_id: occupation, label: occupation } : undefined,
    scope_of_work: extent === undefined ? undefined : { min: extent, max: extent },
    application_details: present({ email: of('email'), url: of('url') }),
    workplace_address: place
      ? /^\d{4}$/.test(place)
        ? { municipality_code: place }
        : { municipality: place, city: place }
      : undefined,
  });
}
