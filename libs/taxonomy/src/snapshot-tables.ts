import type { ConceptKind } from '#contracts';
import { snapshotFormat } from './snapshot.js';
import { toSnapshot } from './snapshot-shape.js';
import type { TaxonomySnapshot, TaxonomySource } from './snapshot.js';
import { TaxonomyError } from './taxonomy-error.js';

/** `manifest.json` of a snapshot that is kept as tables: which table holds what, and the hash of the whole. */
export interface SnapshotManifest {
  readonly version: string;
  readonly hash: string;
  readonly sources: readonly TaxonomySource[];
  /** In the order that the snapshot's concepts have. */
  readonly concepts: readonly { readonly kind: ConceptKind; readonly table: string }[];
  readonly places: string;
  readonly substitutions: string;
  readonly usualSkills: string;
  readonly exactMatches: string | null;
}

type Row = Readonly<Record<string, string>>;

/** Assembles a snapshot from tab-separated tables. `read` gives a table's text by its file name. */
export function readTables(manifest: SnapshotManifest, read: (table: string) => string): TaxonomySnapshot {
  const rows = (table: string | null): Row[] => (table === null ? [] : parseTable(read(table), table));
  return toSnapshot({
    format: snapshotFormat,
    version: manifest.version,
    sources: manifest.sources,
    concepts: manifest.concepts.flatMap(({ kind, table }) => rows(table).map((row) => conceptOf(row, kind))),
    places: rows(manifest.places).map((row) => ({
      municipality: row['municipality'],
      latitude: Number(row['latitude']),
      longitude: Number(row['longitude']),
      labourMarketRegion: row['labour_market_region'],
      neighbours: cells(row['neighbours']),
    })),
    substitutions: rows(manifest.substitutions).map((row) => ({
      from: row['from'],
      to: row['to'],
      percentage: Number(row['percentage']),
    })),
    usualSkills: rows(manifest.usualSkills).map((row) => ({ group: row['group'], skills: cells(row['skills']) })),
    exactMatches: rows(manifest.exactMatches).map((row) => ({ from: row['from'], to: row['to'] })),
  });
}

function conceptOf(row: Row, kind: ConceptKind): unknown {
  return {
    id: row['id'],
    kind,
    label: { sv: row['sv'], en: row['en'] },
    alternatives: { sv: cells(row['alternatives_sv']), en: cells(row['alternatives_en']) },
    code: row['code'] === '' ? null : row['code'],
    broader: cells(row['broader']),
    references: cells(row['references']),
  };
}

/** Several values in one cell are parted by `|`. */
function cells(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/**
 * Reads a table: first line the column names, then a line for each row; empty cells at the end may be left out.
 *
 * @throws TaxonomyError `bad-value` with table and line when a row has more cells than there are columns.
 */
export function parseTable(text: string, table: string): Row[] {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = head.split('\t');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const values = line.split('\t');
    if (values.length > columns.length) {
      throw new TaxonomyError(
        'bad-value',
        `${table}:${index + 2}`,
        `${values.length} cells, ${columns.length} columns`,
      );
    }
    const row: Record<string, string> = {};
    columns.forEach((column, at) => (row[column] = values[at] ?? ''));
    return [row];
  });
}
