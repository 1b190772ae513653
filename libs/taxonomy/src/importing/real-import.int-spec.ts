import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTaxonomy } from '../build-taxonomy.js';
import { readSnapshot, snapshotBytes, starterTaxonomyPath } from '../taxonomy-file.js';
import { importTaxonomy } from './import-taxonomy.js';
import type { InputFile } from './text-input.js';

const folder = join(process.env['RALLARE_SHARED'] ?? '../shared', 'data', 'taxonomy');

function inputFiles(below = ''): InputFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    return entry.isDirectory() ? inputFiles(`${name}/`) : [{ name, bytes: () => readFileSync(join(folder, name)) }];
  });
}

(existsSync(folder) ? describe : describe.skip)(`the whole taxonomy (${folder})`, () => {
  const starter = readSnapshot(starterTaxonomyPath()).snapshot;
  const { snapshot } = importTaxonomy(inputFiles(), starter);
  const taxonomy = buildTaxonomy(snapshot);

  it('is whole, and the same from files in another order', () => {
    const sizes = (['occupation', 'skill', 'industry', 'isco-group', 'education-field'] as const).map(
      (kind) => taxonomy.ofKind(kind).length,
    );
    for (const [index, least] of [4800, 19_000, 1800, 436, 500].entries())
      expect(sizes[index]).toBeGreaterThanOrEqual(least);
    const again = importTaxonomy(inputFiles().reverse(), starter).snapshot;
    expect(snapshotBytes(again, true).equals(snapshotBytes(snapshot, true))).toBe(true);
  });

  it('has every relation that matching needs', () => {
    const occupations = taxonomy.ofKind('occupation').filter(({ id }) => !id.startsWith('esco:'));
    expect(occupations.filter(({ id }) => taxonomy.occupationGroupOf(id) === undefined)).toEqual([]);
    expect(occupations.filter(({ id }) => taxonomy.occupationFieldOf(id) === undefined)).toEqual([]);
    expect(snapshot.substitutions).toHaveLength(8324);
    expect(snapshot.usualSkills).toHaveLength(400);
    expect(snapshot.places).toHaveLength(290);
    expect(taxonomy.ofKind('labour-market-region')).toHaveLength(60);
  });

  it('keeps what one skill earns credit for small enough to rank by', () => {
    const sizes = taxonomy
      .ofKind('skill')
      .map(({ id }) => taxonomy.creditRelations(id).length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length * 0.95)]).toBeLessThanOrEqual(40);
  });

  it('finds the ids that feeds and people from abroad bring', () => {
    expect(taxonomy.resolve('occupation', 'bXNH_MNX_dUR')?.label.sv).toBe('Sjuksköterska, grundutbildad');
    const esco = 'http://data.europa.eu/esco/occupation/258e46f9-0075-4a2e-adae-1ff0477e0f30';
    expect(taxonomy.resolve('occupation', esco)?.label.sv).toBe('Data scientist');
  });
});
