import { buildTaxonomy } from './build-taxonomy.js';
import { snapshotFormat, type SnapshotConcept } from './snapshot.js';
import { compareTaxonomies, Successions } from './succession.js';
import type { Taxonomy } from './taxonomy.js';

type Given = [id: string, label: string, references?: string[], kind?: SnapshotConcept['kind']];

const taxonomy = (version: string, concepts: readonly Given[]): Taxonomy =>
  buildTaxonomy({
    format: snapshotFormat,
    version,
    sources: [],
    concepts: concepts.map(([id, label, references = [], kind = 'skill']) => ({
      id,
      kind,
      label: { sv: label, en: label },
      alternatives: { sv: [], en: [] },
      code: null,
      broader: [],
      references,
    })),
    places: [],
    substitutions: [],
    usualSkills: [],
    exactMatches: [],
  });

const first = taxonomy('1', [
  ['a1', 'Ugn'],
  ['lost', 'Kakelugn'],
]);
const older = taxonomy('2', [
  ['same', 'Svets'],
  ['new-name', 'Smide'],
  ['by-id', 'Gjutning'],
  ['by-label', 'Fräsning'],
  ['gone', 'Telegrafi'],
  ['other-kind', 'Kock'],
]);
const newer = taxonomy('3', [
  ['same', 'Svets'],
  ['new-name', 'Smidesarbete'],
  ['casting', 'Metallgjutning', ['by-id']],
  ['milling', 'fräsning'],
  ['other-kind', 'Kock', [], 'occupation'],
  ['fresh', 'Laser'],
]);

it('says of each concept what became of it', () => {
  const { kept, added, renamed, replaced, gone } = compareTaxonomies(older, newer);
  const ids = (changes: readonly { before: { id: string } }[]) => changes.map(({ before }) => before.id);
  expect([kept, added]).toEqual([1, 2]);
  expect(ids(renamed)).toEqual(['new-name']);
  expect(replaced.map(({ before, now }) => [before.id, now.id])).toEqual([
    ['by-id', 'casting'],
    ['by-label', 'milling'],
  ]);
  expect(ids(gone)).toEqual(['gone', 'other-kind']);
});

it('leads ids of any older taxonomy to the current one', () => {
  const successions = new Successions(newer, [older, first]);
  expect(successions.of('by-id')).toMatchObject({ state: 'replaced', now: { id: 'casting' } });
  expect(successions.of('lost')).toMatchObject({ state: 'gone', before: { label: { sv: 'Kakelugn' } } });
  expect(successions.of('fresh')).toMatchObject({ state: 'kept' });
  expect(successions.of('never')).toBeUndefined();
});
