import type { CsvMapping, CsvPreview, CsvPreviewRow, FeedDefaults } from '#contracts';
import { invalidInput } from '#platform';
import { Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { readRecord } from '../imports/ad.js';
import { municipalityOf, occupationOf } from '../imports/ad-vacancy.js';
import { withDefaults } from './feed-defaults.js';
import { csvAd, csvRows, missingColumns } from './formats/csv-ads.js';
import { guessCsvMapping } from './formats/guess-csv-mapping.js';
import { FeedError } from './reading/feed-error.js';
import { FeedFetcher } from './reading/feed-fetcher.js';

const mostRows = 10;
const longestCell = 500;
const mostColumns = 100;

type Row = { readonly cells: Record<string, string> } | { readonly fault: string };

interface Asked {
  readonly address?: string | undefined;
  readonly text?: string | undefined;
  readonly mapping?: CsvMapping | undefined;
  readonly defaults: FeedDefaults;
}

/** Shows how a CSV feed would be read before it is one. */
@Injectable()
export class CsvPreviewService {
  constructor(
    private readonly fetcher: FeedFetcher,
    readonly taxonomy: Taxonomy,
    readonly reader: TextReader,
  ) {}

  /** @throws DomainError `invalid-input` with the reason, where it cannot be read as CSV. */
  async preview({ address, text, mapping: given, defaults }: Asked): Promise<CsvPreview> {
    try {
      const bytes = address === undefined ? bytesOf(text!) : (await this.fetcher.open(address, 'text/csv')).bytes;
      let columns: string[] = [];
      const read: Row[] = [];
      for await (const row of csvRows(bytes, (names) => (columns = names))) {
        read.push(row);
        if (read.length >= mostRows) break;
      }
      if (columns.length === 0) throw new FeedError('it has no columns');
      if (columns.length > mostColumns) throw new FeedError(`it has more than ${mostColumns} columns`);
      const mapping = given ?? guessCsvMapping(columns);
      const missing = mapping === null ? [] : missingColumns(columns, mapping);
      if (missing.length > 0)
        throw invalidInput([{ pointer: '/mapping', detail: `it has no column ${missing.join(', ')}` }]);
      const rows = read.map((row, index) => this.row(row, index + 1, mapping, defaults));
      return { columns, mapping, rows };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      throw invalidInput([{ pointer: address === undefined ? '/text' : '/address', detail: error.message }]);
    }
  }

  private row(row: Row, position: number, mapping: CsvMapping | null, defaults: FeedDefaults): CsvPreviewRow {
    if ('fault' in row) return { position, cells: {}, fault: row.fault, ad: null };
    const cells = Object.fromEntries(
      Object.entries(row.cells).map(([name, cell]) => [name, cell.slice(0, longestCell)]),
    );
    if (mapping === null) return { position, cells, fault: null, ad: null };
    const record = readRecord(withDefaults(csvAd(row.cells, mapping), defaults));
    if (record.type !== 'ad')
      return { position, cells, fault: record.type === 'rejected' ? record.reason : 'it removes an ad', ad: null };
    const { ad } = record;
    const code = municipalityOf(ad, this.taxonomy);
    const occupation = occupationOf(ad, this);
    return {
      position,
      cells,
      fault: null,
      ad: {
        id: ad.externalId,
        headline: ad.headline,
        employer: ad.employer.name,
        municipality: (code && this.taxonomy.municipality(code)?.name) ?? null,
        occupation: (occupation && this.taxonomy.concept(occupation.id)?.label.sv) ?? null,
        deadline: ad.deadline,
        positions: ad.positions,
      },
    };
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
