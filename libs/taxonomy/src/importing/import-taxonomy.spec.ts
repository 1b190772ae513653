import { buildTaxonomy } from '../build-taxonomy.js';
import { readSnapshot, snapshotBytes, starterTaxonomyPath } from '../taxonomy-file.js';
import { ImportError } from './import-error.js';
import { importTaxonomy } from './import-taxonomy.js';
import { asInput, dump, smallInput, type Files } from './test/small-input.js';

const starter = readSnapshot(starterTaxonomyPath()).snapshot;
const run = (files: Files) => importTaxonomy(asInput(files), starter);

describe('an imported taxonomy', () => {
  const { snapshot, report } = run(smallInput());
  const taxonomy = buildTaxonomy(snapshot);
  const relation = (held: string, credited: string) =>
    taxonomy.creditRelations(held).find(({ conceptId }) => conceptId === credited)?.relation;

  it('has the same bytes for the same input, in whatever order it comes', () => {
    const again = importTaxonomy(asInput(smallInput()).reverse(), starter);
    expect(snapshotBytes(again.snapshot, true).equals(snapshotBytes(snapshot, true))).toBe(true);
    const other = run({ ...smallInput(), 'synonyms.tsv': 'synonym\tconcept_id\nRimfrost\toccB_aaa_002' });
    expect(other.snapshot.version).not.toBe(snapshot.version);
  });

  it('holds all of the starter, and names what it is made of', () => {
    for (const { id } of starter.concepts) expect(taxonomy.concept(id)).toBeDefined();
    expect(taxonomy.municipality('2580')?.labourMarketRegionId).toBeDefined();
    expect(taxonomy.resolve('driving-licence', 'CE')).toBeDefined();
    expect(snapshot.sources.map(({ licence }) => licence)).toEqual(expect.arrayContaining(['CC0 1.0', 'CC BY 4.0']));
    expect(snapshot.sources.filter(({ version }) => version?.startsWith('sha256:'))).toHaveLength(5);
    expect(report.concepts.occupation).toEqual({ starter: 947, added: 4 });
  });

  it('keeps occupations in their groups, with definition, codes and what they are substituted by', () => {
    expect(taxonomy.occupationGroupOf('occA_aaa_001')).toBe('grpA_aaa_001');
    expect(taxonomy.concept('grpA_aaa_001')).toMatchObject({ code: '9991', definition: { sv: 'Formar snö.' } });
    expect(relation('occC_aaa_003', 'occA_aaa_001')).toBe('substitute-75');
    expect(relation('occA_aaa_001', 'occC_aaa_003')).toBeUndefined();
    expect(taxonomy.iscoGroupsOf('occA_aaa_001')).toEqual(['iscA_aaa_001']);
    expect(taxonomy.concept('sunY_aaa_002')?.broader).toEqual(['sunX_aaa_001']);
  });

  it('infers no certificate, and offers it', () => {
    expect(taxonomy.usualSkills('occA_aaa_001')).toEqual(['skiA_aaa_001']);
    expect(taxonomy.relatedSkills('occA_aaa_001')).toContain('skiC_aaa_003');
  });

  it('makes one concept of what the crosswalk calls the same, one to one', () => {
    expect(taxonomy.resolve('occupation', 'http://data.europa.eu/esco/occupation/o1')?.id).toBe('occA_aaa_001');
    expect(taxonomy.resolve('occupation', 'esco:o1')?.id).toBe('occA_aaa_001');
    expect(taxonomy.concept('occA_aaa_001')).toMatchObject({
      label: { sv: 'Snöskulptör', en: 'snow sculptor' },
      alternatives: { sv: ['Snögubbar', 'snökonstnär'], en: ['sculptor of snow', 'snow artist'] },
      definition: { en: 'Shapes "snow".' },
      searchWords: ['lumenveistäjä'],
    });
    expect(taxonomy.concept('occB_aaa_002')).toMatchObject({ label: { en: 'Snöbyggare' }, borrowed: 'en' });
  });

  it('keeps the rest of ESCO as concepts, in the group that answers to theirs and with what is broader', () => {
    expect(taxonomy.concept('esco:o2')).toMatchObject({ label: { sv: 'snow inspector' }, borrowed: 'sv' });
    expect(taxonomy.occupationGroupOf('esco:o2')).toBe('grpA_aaa_001');
    expect(relation('skiA_aaa_001', 'esco:s2')).toBe('narrower');
    expect(relation('esco:s3', 'skiB_aaa_002')).toBe('narrower');
    expect(taxonomy.resolve('skill', 'packa "snö')?.id).toBe('skiA_aaa_001');
  });

  it('leads older ids, legacy ids and names of villages to what they mean now', () => {
    expect(taxonomy.resolve('occupation', 'oldZ_aaa_009')?.id).toBe('occC_aaa_003');
    expect(taxonomy.resolve('occupation', '11')?.id).toBe('occA_aaa_001');
    expect(taxonomy.resolve('occupation', 'oldY_aaa_008')).toBeUndefined();
    expect(report.leftOut['older occupation-name: nothing has its name now']).toBe(1);
    expect(taxonomy.resolve('municipality', '2584')?.searchWords).toContain('Snöbyn');
    expect(taxonomy.concept('occB_aaa_002')?.searchWords).toEqual(['Frost']);
  });
});

describe('broken input', () => {
  const fault = (files: Files | ReturnType<typeof asInput>): [string, string, string] => {
    try {
      importTaxonomy(Array.isArray(files) ? files : asInput(files), starter);
    } catch (error) {
      if (error instanceof ImportError) return [error.code, error.file, error.place];
      throw error;
    }
    throw new Error('it was taken');
  };
  const skills = 'jobtech/skills.json';
  const one = (more: object) => dump([{ id: 'skiA_aaa_001', type: 'skill', preferred_label: 'Snö', ...more }]);

  it.each<[string, Files, [string, string, string]]>([
    ['cut short', { [skills]: '{"data":\n {"concepts":[' }, ['broken-json', skills, 'line 2, column 15']],
    ['no JSON', { [skills]: '{\n"data": x}' }, ['broken-json', skills, 'line 2, column 9']],
    ['of no known form', { [skills]: '{"a":1}' }, ['unknown-file', skills, '']],
    [
      'with a relation that is not known',
      { [skills]: one({ likes: [] }) },
      ['unknown-relation', skills, 'data.concepts[0].likes'],
    ],
    ['without a label', { [skills]: one({ preferred_label: '' }) }, ['bad-value', skills, 'data.concepts[0]']],
    [
      'with an id twice',
      { [skills]: dump([0, 1].map(() => ({ id: 'skiA_aaa_001', type: 'skill', preferred_label: 'Snö' }))) },
      ['duplicate-id', skills, 'data.concepts[1]'],
    ],
    [
      'with one id of two types',
      { [skills]: dump([{ id: 'occA_aaa_001', type: 'skill', preferred_label: 'Snö' }]) },
      ['bad-value', skills, 'data.concepts[0]'],
    ],
    [
      'with a cycle',
      {
        [skills]: one({
          broader: [
            {
              id: 'skiB_aaa_002',
              type: 'skill',
              preferred_label: 'Is',
              broader: [{ id: 'skiA_aaa_001', type: 'skill', preferred_label: 'Snö' }],
            },
          ],
        }),
      },
      ['cycle', skills, 'data.concepts[0].broader[0]'],
    ],
    [
      'with a cycle of what becomes no concept',
      {
        'levels.json': dump([
          {
            id: 'levA_aaa_001',
            type: 'sun-education-level-2',
            preferred_label: 'A',
            narrower: [{ id: 'levB_aaa_002', type: 'sun-education-level-3', preferred_label: 'B' }],
          },
          {
            id: 'levB_aaa_002',
            type: 'sun-education-level-3',
            preferred_label: 'B',
            narrower: [{ id: 'levA_aaa_001', type: 'sun-education-level-2', preferred_label: 'A' }],
          },
        ]),
      },
      ['cycle', 'levels.json', 'data.concepts[1].narrower[0]'],
    ],
    [
      'with a substitutability that there is not',
      {
        [skills]: dump([
          {
            id: 'occA_aaa_001',
            type: 'occupation-name',
            preferred_label: 'S',
            substitutes: [
              { id: 'occB_aaa_002', type: 'occupation-name', preferred_label: 'B', substitutability_percentage: 50 },
            ],
          },
        ]),
      },
      ['bad-value', skills, 'data.concepts[0].substitutes[0]'],
    ],
    [
      'a table with a cell too few',
      { 'crosswalk/occupations.tsv': 'esco_uri\tjobtech_occupation_id\trelation\na\tb' },
      ['broken-table', 'crosswalk/occupations.tsv', 'line 2'],
    ],
    [
      'a table with a relation that is not known',
      { 'crosswalk/occupations.tsv': 'esco_uri\tjobtech_occupation_id\trelation\nhttp://x\tb\tlikes' },
      ['unknown-relation', 'crosswalk/occupations.tsv', 'line 2'],
    ],
    ['a table of no known form', { 'x.csv': 'a,b\n1,2' }, ['unknown-file', 'x.csv', '']],
    [
      'an open quote',
      { 'esco/occupations_en.csv': 'conceptType,conceptUri,preferredLabel\nOccupation,http://x,"a' },
      ['broken-table', 'esco/occupations_en.csv', 'line 2'],
    ],
  ])('%s is told with file and place', (_what, files, expected) => {
    expect(fault({ ...smallInput(), ...files })).toEqual(expected);
  });

  it('in a wrong encoding is told with the line', () => {
    const latin = [...asInput(smallInput()), { name: 'z.json', bytes: () => Buffer.from('{\n"å": 1}', 'latin1') }];
    expect(fault(latin)).toEqual(['wrong-encoding', 'z.json', 'line 2']);
    const wide = [...asInput(smallInput()), { name: 'z.json', bytes: () => Buffer.from('\uFEFF{}', 'utf16le') }];
    expect(fault(wide)).toEqual(['wrong-encoding', 'z.json', '']);
  });

  it('without what a taxonomy needs is told by what is missing', () => {
    const { [skills]: _, 'jobtech/group-skills.json': __, ...rest } = smallInput();
    expect(fault(rest)).toEqual(['missing', 'the input', '']);
  });
});

describe('an older state alone', () => {
  it('is a taxonomy, with the ids that lists of ids know its names by', () => {
    const skill = (id: string, label: string) => ({
      id,
      preferred_label: label,
      occupation_groups: [{ id: 'grpA_aaa_001', preferred_label: 'Snöformare', type: 'ssyk-level-4' }],
    });
    const { snapshot } = run({
      'groups.json': JSON.stringify([
        {
          'taxonomy/id': 'grpA_aaa_001',
          'taxonomy/type': 'ssyk-level-4',
          'taxonomy/preferred-label': 'Snöformare',
          'taxonomy/ssyk-code-2012': '9991',
        },
      ]),
      'names.json': JSON.stringify([
        { Occupation: 'Snöskulptör', SSYK: 9991, OccupationGroup: 'Snöformare', OccupationField: 'Snö' },
        { Occupation: 'Snökung', SSYK: 9991, OccupationGroup: 'Snöformare', OccupationField: 'Snö' },
      ]),
      'skills.json': dump([skill('skiA_aaa_001', 'Snöpackning')]),
      'ids.json': JSON.stringify({
        'occupation-name': { '11': { conceptId: 'occA_aaa_001', preferredTerm: 'Snöskulptör' } },
      }),
    });
    const taxonomy = buildTaxonomy(snapshot);
    expect(taxonomy.occupationGroupOf('occA_aaa_001')).toBe('grpA_aaa_001');
    expect(taxonomy.resolve('occupation', 'Snökung')?.id).toMatch(/^name:[0-9a-f]{24}$/);
    expect(taxonomy.relatedSkills('occA_aaa_001')).toEqual(['skiA_aaa_001']);
  });
});
