import { buildTaxonomy } from './build-taxonomy.js';
import { toSnapshot } from './snapshot-shape.js';
import type { SnapshotConcept, TaxonomySnapshot } from './snapshot.js';
import { TaxonomyError } from './taxonomy-error.js';

type Draft<T> = T extends string | number | null
  ? T
  : T extends readonly (infer Item)[]
    ? Draft<Item>[]
    : { -readonly [Key in keyof T]: Draft<T[Key]> };

function concept(id: string, kind: SnapshotConcept['kind'], more: Partial<SnapshotConcept> = {}): SnapshotConcept {
  return {
    id,
    kind,
    label: { sv: `${id} sv`, en: `${id} en` },
    alternatives: { sv: [], en: [] },
    code: null,
    broader: [],
    references: [],
    ...more,
  };
}

function snapshot(): Draft<TaxonomySnapshot> {
  const whole: TaxonomySnapshot = {
    format: 'rallare-taxonomy/1',
    version: 'test-1',
    sources: [{ name: 'test', url: 'https://example.org/', licence: 'CC0', used: 'all' }],
    concepts: [
      concept('county-25', 'county', { code: '25' }),
      concept('fa:1', 'labour-market-region', { code: '1' }),
      concept('lulea', 'municipality', { code: '2580', broader: ['county-25', 'fa:1'] }),
      concept('boden', 'municipality', { code: '2582', broader: ['county-25', 'fa:1'] }),
      concept('group', 'occupation-group', { code: '7212' }),
      concept('welder', 'occupation', { broader: ['group'] }),
      concept('smith', 'occupation', { broader: ['group'] }),
      concept('welding', 'skill'),
      concept('tig', 'skill', { broader: ['welding'] }),
    ],
    places: [
      { municipality: 'lulea', latitude: 65.58, longitude: 22.15, labourMarketRegion: 'fa:1', neighbours: ['boden'] },
      { municipality: 'boden', latitude: 65.83, longitude: 21.69, labourMarketRegion: 'fa:1', neighbours: ['lulea'] },
    ],
    substitutions: [{ from: 'welder', to: 'smith', percentage: 75 }],
    usualSkills: [{ group: 'group', skills: ['welding'] }],
    exactMatches: [],
  };
  return structuredClone(whole) as Draft<TaxonomySnapshot>;
}

function refusal(change: (draft: Draft<TaxonomySnapshot>) => void): { code: string; place: string } {
  const draft = snapshot();
  change(draft);
  try {
    buildTaxonomy(draft);
  } catch (error) {
    if (error instanceof TaxonomyError) return { code: error.code, place: error.place };
    throw error;
  }
  throw new Error('was not refused');
}

describe('buildTaxonomy', () => {
  it('builds what is whole', () => {
    const taxonomy = buildTaxonomy(snapshot());
    expect(taxonomy.municipality('2580')).toEqual({
      code: '2580',
      conceptId: 'lulea',
      name: 'lulea sv',
      countyCode: '25',
      latitude: 65.58,
      longitude: 22.15,
      labourMarketRegionId: 'fa:1',
      neighbours: ['2582'],
    });
    expect(taxonomy.usualSkills('welder')).toEqual(['welding']);
    expect(taxonomy.view('tig')).toEqual({
      id: 'tig',
      kind: 'skill',
      label: { sv: 'tig sv', en: 'tig en' },
      code: null,
      within: { sv: 'welding sv', en: 'welding en' },
    });
    expect(() => taxonomy.view('gone')).toThrow('gone: is not in taxonomy test-1 (unknown-concept)');
  });

  it('is frozen, and does not follow its snapshot', () => {
    const draft = snapshot();
    const taxonomy = buildTaxonomy(draft);
    draft.concepts[7]!.label.sv = 'changed';
    draft.usualSkills[0]!.skills.push('tig');
    expect(taxonomy.concept('welding')?.label.sv).toBe('welding sv');
    expect(taxonomy.usualSkills('smith')).toEqual(['welding']);
    expect(Object.isFrozen(taxonomy.concept('welding')?.label)).toBe(true);
    expect(Object.isFrozen(taxonomy.municipalities)).toBe(true);
  });

  it('hashes content, not the order of keys', () => {
    const hash = buildTaxonomy(snapshot()).hash;
    const turned = snapshot();
    turned.concepts = turned.concepts.map(
      (one) => Object.fromEntries(Object.entries(one).reverse()) as unknown as Draft<SnapshotConcept>,
    );
    expect(buildTaxonomy(turned).hash).toBe(hash);
    const changed = snapshot();
    changed.concepts[7]!.alternatives.sv.push('svets');
    expect(buildTaxonomy(changed).hash).not.toBe(hash);
  });

  const faults: [string, (draft: Draft<TaxonomySnapshot>) => void, string, string][] = [
    ['an id twice', (d) => (d.concepts[8]!.id = 'welding'), 'duplicate-id', 'concepts[8].id'],
    ['a malformed id', (d) => (d.concepts[8]!.id = 'å b'), 'bad-id', 'concepts[8].id'],
    ['no English label', (d) => (d.concepts[5]!.label.en = ' '), 'empty-label', 'concepts[5].label.en'],
    [
      'an empty alternative',
      (d) => d.concepts[5]!.alternatives.sv.push(''),
      'empty-label',
      'concepts[5].alternatives.sv[0]',
    ],
    [
      'a kind that is none',
      (d) => ((d.concepts[5] as { kind: string }).kind = 'job'),
      'unknown-kind',
      'concepts[5].kind',
    ],
    ['an unknown broader', (d) => (d.concepts[8]!.broader = ['gone']), 'unknown-target', 'concepts[8].broader[0]'],
    ['a broader of another kind', (d) => d.concepts[8]!.broader.push('group'), 'wrong-kind', 'concepts[8].broader[1]'],
    ['a skill broader than itself', (d) => (d.concepts[7]!.broader = ['tig']), 'cycle', 'concepts[7].broader'],
    ['a municipality without a code', (d) => (d.concepts[3]!.code = '258'), 'bad-value', 'concepts[3].code'],
    ['a municipality without a place', (d) => d.places.pop(), 'bad-value', 'concepts[3]'],
    ['a municipality in no county', (d) => (d.concepts[3]!.broader = ['fa:1']), 'bad-value', 'concepts[3].broader'],
    ['a place for a county', (d) => (d.places[1]!.municipality = 'county-25'), 'wrong-kind', 'places[1].municipality'],
    ['two places', (d) => (d.places[1]!.municipality = 'lulea'), 'duplicate-id', 'places[1].municipality'],
    ['latitude 165', (d) => (d.places[1]!.latitude = 165), 'bad-value', 'places[1].latitude'],
    ['longitude 181', (d) => (d.places[1]!.longitude = 181), 'bad-value', 'places[1].longitude'],
    [
      'an unknown region',
      (d) => (d.places[1]!.labourMarketRegion = 'fa:9'),
      'unknown-target',
      'places[1].labourMarketRegion',
    ],
    ['an unknown neighbour', (d) => d.places[0]!.neighbours.push('gone'), 'unknown-target', 'places[0].neighbours[1]'],
    ['a substitute that is a skill', (d) => (d.substitutions[0]!.from = 'tig'), 'wrong-kind', 'substitutions[0].from'],
    [
      '50 percent',
      (d) => ((d.substitutions[0] as { percentage: number }).percentage = 50),
      'bad-value',
      'substitutions[0].percentage',
    ],
    ['one that substitutes itself', (d) => (d.substitutions[0]!.to = 'welder'), 'bad-value', 'substitutions[0]'],
    [
      'a substitution twice',
      (d) => d.substitutions.push({ ...d.substitutions[0]! }),
      'duplicate-id',
      'substitutions[1]',
    ],
    [
      'usual skills of an occupation',
      (d) => (d.usualSkills[0]!.group = 'welder'),
      'wrong-kind',
      'usualSkills[0].group',
    ],
    [
      'a group twice',
      (d) => d.usualSkills.push({ group: 'group', skills: [] }),
      'duplicate-id',
      'usualSkills[1].group',
    ],
    [
      'an unknown usual skill',
      (d) => d.usualSkills[0]!.skills.push('gone'),
      'unknown-target',
      'usualSkills[0].skills[1]',
    ],
    [
      'a match of two kinds',
      (d) => d.exactMatches.push({ from: 'tig', to: 'welder' }),
      'wrong-kind',
      'exactMatches[0].to',
    ],
    [
      'a match of an unknown',
      (d) => d.exactMatches.push({ from: 'gone', to: 'tig' }),
      'unknown-target',
      'exactMatches[0].from',
    ],
    ['a match of itself', (d) => d.exactMatches.push({ from: 'tig', to: 'tig' }), 'bad-value', 'exactMatches[0]'],
  ];
  it.each(faults)('refuses %s, with the place', (_, change, code, place) => {
    expect(refusal(change)).toEqual({ code, place });
  });
});

describe('toSnapshot', () => {
  const faults: [string, unknown, string][] = [
    ['no object', 7, 'snapshot'],
    ['another format', { ...snapshot(), format: 'x' }, 'snapshot.format'],
    ['concepts that are no list', { ...snapshot(), concepts: {} }, 'snapshot.concepts'],
    ['a concept that is no object', { ...snapshot(), concepts: [null] }, 'snapshot.concepts[0]'],
    [
      'a label without Swedish',
      { ...snapshot(), concepts: [{ ...snapshot().concepts[0], label: { en: 'x' } }] },
      'snapshot.concepts[0].label.sv',
    ],
    [
      'an alternative that is a number',
      { ...snapshot(), concepts: [{ ...snapshot().concepts[0], alternatives: { sv: ['a', 1], en: [] } }] },
      'snapshot.concepts[0].alternatives.sv[1]',
    ],
    [
      'a latitude that is text',
      { ...snapshot(), places: [{ ...snapshot().places[0], latitude: '65' }] },
      'snapshot.places[0].latitude',
    ],
  ];
  it.each(faults)('refuses %s, with the place', (_, value, place) => {
    expect(() => toSnapshot(value)).toThrow(expect.objectContaining({ code: 'bad-value', place }) as Error);
  });

  it('takes what JSON gives back', () => {
    expect(toSnapshot(JSON.parse(JSON.stringify(snapshot())))).toEqual(snapshot());
  });
});
