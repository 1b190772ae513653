import { ImportError } from '../import-error.js';
import type { EscoKind, EscoState } from '../material.js';
import type { Row } from '../text-input.js';
import { describe } from './esco-csv.js';

/** A row that names concepts by the keys of its folder, kept until all of the folder's concepts are read. */
interface Waiting {
  readonly kind: 'broader' | 'occupation-skill';
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly line: number;
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** ESCO in the form that Tabiya's open taxonomy uses: English, with keys of its own in the relation tables. */
export class TabiyaReader {
  /** Null: a local addition, which is no concept of ESCO. */
  private readonly uriOfKey = new Map<string, string | null>();
  private readonly waiting: Waiting[] = [];

  constructor(private readonly esco: EscoState) {}

  concepts(rows: readonly Row[], file: string): void {
    this.esco.languages.add('en');
    for (const row of rows) {
      const { ID: key, ORIGINURI: uri, PREFERREDLABEL: label } = row.cells;
      if (!key || !label) throw new ImportError('bad-value', file, `line ${row.line}`, 'has no ID or PREFERREDLABEL');
      const scoped = folderOf(file) + key;
      if (this.uriOfKey.has(scoped))
        throw new ImportError('duplicate-id', file, `line ${row.line}`, `${key} is there twice`);
      const isEsco = uri?.startsWith('http://data.europa.eu/esco/') ?? false;
      this.uriOfKey.set(scoped, isEsco ? uri! : null);
      if (!isEsco) continue;
      const concept = this.esco.add(uri!, kindOf(row));
      describe(concept, 'en', {
        label,
        alternatives: (row.cells['ALTLABELS'] ?? '').split(/\r?\n/).filter((one) => one !== ''),
        definition: row.cells['DEFINITION']?.trim() || row.cells['DESCRIPTION']?.trim() || '',
      });
      concept.code ??= row.cells['CODE'] || null;
      concept.iscoGroup ??= row.cells['OCCUPATIONGROUPCODE'] || null;
    }
  }

  broader(rows: readonly Row[], file: string): void {
    for (const { line, cells } of rows)
      this.waiting.push({ kind: 'broader', from: cells['CHILDID'] ?? '', to: cells['PARENTID'] ?? '', file, line });
  }

  occupationSkills(rows: readonly Row[], file: string): void {
    for (const { line, cells } of rows)
      if (cells['RELATIONTYPE'] === 'essential')
        this.waiting.push({
          kind: 'occupation-skill',
          from: cells['OCCUPATIONID'] ?? '',
          to: cells['SKILLID'] ?? '',
          file,
          line,
        });
  }

  /** Puts URIs in the place of keys. @throws ImportError `unknown-target` for a key that no table of the folder has. */
  finish(): void {
    for (const { kind, from, to, file, line } of this.waiting) {
      const [source, target] = [from, to].map((key) => this.uriOfKey.get(folderOf(file) + key));
      if (source === undefined || target === undefined)
        throw new ImportError(
          'unknown-target',
          file,
          `line ${line}`,
          `${source === undefined ? from : to} is no concept`,
        );
      if (source === null || target === null) continue;
      const list = kind === 'broader' ? this.esco.broader : this.esco.occupationSkills;
      list.push({ from: source, to: target, file, place: `line ${line}` });
    }
  }
}

function kindOf({ cells }: Row): EscoKind {
  if (cells['GROUPTYPE'] !== undefined) return 'isco-group';
  if (cells['OCCUPATIONTYPE'] !== undefined) return 'occupation';
  return cells['SKILLTYPE'] === undefined ? 'skill-group' : 'skill';
}
