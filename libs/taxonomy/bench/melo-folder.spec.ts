import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMelo, siblingIn } from './melo-folder.js';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'melo-'))));
afterEach(() => rmSync(parent, { recursive: true }));

function folder(name: string, files: Record<string, string> = {}): string {
  const path = join(parent, name);
  mkdirSync(path);
  const whole = {
    'queries.tsv': 'Q1\tKock\nQ2\tutan gold\n',
    'corpus_elements.tsv': 'C1_sv_000\tkock\nC1_sv_001\tkokerska\r\n',
    'concept_mapping.tsv': 'C1_sv_000\turi:1\nC1_sv_001\turi:1\n',
    'annotations.tsv': 'Q1\t0\tC1_sv_000\t1\nQ1\t0\tC1_sv_001\t0\n',
    ...files,
  };
  for (const [file, text] of Object.entries(whole)) writeFileSync(join(path, file), text);
  return path;
}

it('reads queries that have gold, elements with their concept, and what is relevant', () => {
  const melo = readMelo(folder('swe_q_sv_c_sv'));
  expect(melo.language).toBe('sv');
  expect(melo.queries).toEqual([{ id: 'Q1', text: 'Kock' }]);
  expect(melo.elements).toEqual([
    { id: 'C1_sv_000', concept: 'uri:1', text: 'kock' },
    { id: 'C1_sv_001', concept: 'uri:1', text: 'kokerska' },
  ]);
  expect(melo.gold.get('Q1')).toEqual(new Set(['C1_sv_000']));
});

it('finds the folder beside it that names the concepts in another language', () => {
  const english = folder('swe_q_sv_c_en');
  expect(siblingIn('sv', english)).toBeNull();
  const swedish = folder('swe_q_sv_c_sv');
  expect(siblingIn('sv', english)).toBe(swedish);
});

it.each([
  [{ 'queries.tsv': 'Q1\n' }, /queries\.tsv, line 1/],
  [{ 'concept_mapping.tsv': '' }, /corpus_elements\.tsv: C1_sv_000/],
  [{ 'annotations.tsv': 'Q1\t0\tC9\t1\n' }, /annotations\.tsv: C9/],
])('says which file is wrong: %j', (files, message) => {
  expect(() => readMelo(folder('broken', files))).toThrow(message);
});

it('says which file is missing', () => {
  expect(() => readMelo(join(parent, 'nowhere'))).toThrow(/concept_mapping\.tsv: cannot be read/);
});
