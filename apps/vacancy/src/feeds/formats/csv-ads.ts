import type { CsvMapping } from '#contracts';
import { parse } from 'csv-parse';
import { FeedError } from '../reading/feed-error.js';
import { present, type FeedRecord } from './feed-record.js';

const largestRecord = 1_048_576;

/** Rows of a CSV file by a mapping of its columns; comma, semicolon or tab. */
export async function* csvAds(bytes: AsyncIterable<Uint8Array>, mapping: CsvMapping): AsyncGenerator<FeedRecord> {
  let header: string[] | null = null;
  const faults: string[] = [];
  const parser = parse({
    bom: true,
    delimiter: [';', ',', '\t'],
    columns: (names: string[]) => (header = names.map((name) => name.trim())),
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
  const feeding = feed(bytes, parser);
  feeding.catch(() => undefined);
  let position = 0;
  for await (const row of parser as AsyncIterable<Record<string, string>>) {
    if (position === 0) requireColumns(header, mapping);
    for (const fault of faults.splice(0)) yield { position: (position += 1), fault };
    position += 1;
    yield { position, value: adOf(row, mapping) };
  }
  await feeding;
  for (const fault of faults) yield { position: (position += 1), fault };
  if (position === 0) requireColumns(header, mapping);
}

async function feed(bytes: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of bytes)
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

/** @throws FeedError naming the columns that are missing: a file of another kind must not look like an empty feed. */
function requireColumns(header: readonly string[] | null, mapping: CsvMapping): void {
  const missing = Object.values(mapping).filter((name) => !header?.includes(name));
  if (missing.length > 0) throw new FeedError(`it has no column ${missing.join(', ')}`);
}

function adOf(row: Record<string, string>, mapping: CsvMapping): Record<string, unknown> {
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
