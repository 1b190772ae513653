import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTaxonomy, starterTaxonomyPath, writeSnapshot } from './taxonomy-file.js';
import { parseTable } from './snapshot-tables.js';
import type { TaxonomySnapshot } from './snapshot.js';

const snapshot: TaxonomySnapshot = {
  format: 'rallare-taxonomy/1',
  version: 'test-1',
  sources: [],
  concepts: [
    {
      id: 'welding',
      kind: 'skill',
      label: { sv: 'Svetsning', en: 'Welding' },
      alternatives: { sv: ['svets'], en: [] },
      code: null,
      broader: [],
      references: [],
    },
  ],
  places: [],
  substitutions: [],
  usualSkills: [],
  exactMatches: [],
};

describe('taxonomy files', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rallare-taxonomy-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const refusal = (code: string) => expect.objectContaining({ code }) as Error;

  it('come back as they were written, plain and gzipped', () => {
    for (const name of ['a.json', 'a.json.gz']) {
      writeSnapshot(join(folder, name), snapshot);
      expect(loadTaxonomy(join(folder, name)).concept('welding')?.label.sv).toBe('Svetsning');
    }
    const [plain, zipped] = ['a.json', 'a.json.gz'].map((name) => loadTaxonomy(join(folder, name)).hash);
    expect(plain).toBe(zipped);
    expect(readFileSync(join(folder, 'a.json.gz'))[0]).toBe(0x1f);
  });

  it('are refused when changed, cut short, or no taxonomy at all', () => {
    const path = join(folder, 'a.json');
    writeSnapshot(path, snapshot);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('Svetsning', 'Svettning'));
    expect(() => loadTaxonomy(path)).toThrow(refusal('wrong-hash'));
    writeFileSync(path, text.slice(0, 100));
    expect(() => loadTaxonomy(path)).toThrow(refusal('unreadable'));
    for (const other of ['null', '[]', '{"snapshot":{}}', '{"hash":7}']) {
      writeFileSync(path, other);
      expect(() => loadTaxonomy(path)).toThrow(refusal('unreadable'));
    }
    writeFileSync(path, '{"hash":"x","snapshot":{}}');
    expect(() => loadTaxonomy(path)).toThrow(refusal('bad-value'));
    writeFileSync(path, Buffer.from([0x1f, 0x8b, 1, 2, 3]));
    expect(() => loadTaxonomy(path)).toThrow(refusal('unreadable'));
    expect(() => loadTaxonomy(join(folder, 'gone.json'))).toThrow(refusal('unreadable'));
    expect(() => loadTaxonomy(folder)).toThrow(refusal('unreadable'));
  });

  it('as tables are refused when a row was lost or a table is gone', () => {
    cpSync(starterTaxonomyPath(), folder, { recursive: true });
    expect(loadTaxonomy(folder).hash).toBe(loadTaxonomy(starterTaxonomyPath()).hash);
    const path = join(folder, 'usual-skills.tsv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
    expect(() => loadTaxonomy(folder)).toThrow(refusal('wrong-hash'));
    rmSync(path);
    expect(() => loadTaxonomy(folder)).toThrow(refusal('unreadable'));
  });
});

describe('parseTable', () => {
  it('fills up cells that are left out at the end', () => {
    expect(parseTable('a\tb\tc\n1\t2\r\n\n\t\t3\n', 't.tsv')).toEqual([
      { a: '1', b: '2', c: '' },
      { a: '', b: '', c: '3' },
    ]);
  });

  it('refuses a row with a cell too many, with the line', () => {
    expect(() => parseTable('a\tb\n1\t2\n1\t2\t3\n', 't.tsv')).toThrow('t.tsv:3: 3 cells, 2 columns (bad-value)');
  });
});
