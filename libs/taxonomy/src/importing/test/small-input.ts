import type { InputFile } from '../text-input.js';

export type Files = Record<string, string>;

export const asInput = (files: Files): InputFile[] =>
  Object.entries(files).map(([name, text]) => ({ name, bytes: () => Buffer.from(text) }));

export const dump = (concepts: readonly object[]): string => JSON.stringify({ data: { concepts } });

const occupation = (id: string, label: string, more: object = {}) => ({
  id,
  preferred_label: label,
  type: 'occupation-name',
  ...more,
});
const skill = (id: string, label: string, more: object = {}) => ({
  id,
  preferred_label: label,
  type: 'skill',
  ...more,
});

/** An invented taxonomy in every form that the importer reads. */
export function smallInput(): Files {
  return {
    'jobtech/groups.json': dump([
      {
        id: 'grpA_aaa_001',
        type: 'ssyk-level-4',
        preferred_label: 'Snöformare',
        ssyk_code_2012: '9991',
        definition: 'Formar snö.\r\n\r\nHit hör inte\r\nIsformare (9992)',
        narrower: [occupation('occA_aaa_001', 'Snöskulptör'), occupation('occB_aaa_002', 'Snöbyggare')],
      },
      {
        id: 'grpB_aaa_002',
        type: 'ssyk-level-4',
        preferred_label: 'Isformare',
        ssyk_code_2012: '9992',
        narrower: [occupation('occC_aaa_003', 'Isskulptör')],
      },
    ]),
    'jobtech/isco.json': dump([
      {
        id: 'grpA_aaa_001',
        type: 'ssyk-level-4',
        preferred_label: 'Snöformare',
        related: [{ id: 'iscA_aaa_001', type: 'isco-level-4', preferred_label: 'Snow shapers', isco_code_08: '9991' }],
      },
    ]),
    'jobtech/keywords.json': dump([
      {
        id: 'keyA_aaa_001',
        type: 'keyword',
        preferred_label: 'Snögubbar',
        related: [occupation('occA_aaa_001', 'Snöskulptör')],
      },
    ]),
    'jobtech/skills.json': dump([
      skill('skiA_aaa_001', 'Snöpackning'),
      skill('skiB_aaa_002', 'Snöfräsning, maskinell'),
      skill('skiC_aaa_003', 'Snöformarbevis'),
    ]),
    'jobtech/group-skills.json': dump([
      {
        id: 'grpA_aaa_001',
        type: 'ssyk-level-4',
        preferred_label: 'Snöformare',
        related: [skill('skiA_aaa_001', 'Snöpackning'), skill('skiC_aaa_003', 'Snöformarbevis')],
      },
    ]),
    'jobtech/substitution.json': dump([
      occupation('occA_aaa_001', 'Snöskulptör', {
        substituted_by: [occupation('occC_aaa_003', 'Isskulptör', { substitutability_percentage: 75 })],
        substitutes: [],
      }),
    ]),
    'jobtech/education.json': dump([
      {
        id: 'sunX_aaa_001',
        type: 'sun-education-field-3',
        preferred_label: 'Snölära',
        sun_education_field_code_2020: '777',
        narrower: [
          {
            id: 'sunY_aaa_002',
            type: 'sun-education-field-4',
            preferred_label: 'Snölära, allmän',
            sun_education_field_code_2020: '777z',
          },
        ],
      },
    ]),
    'legacy.json': JSON.stringify({
      'occupation-name': {
        '11': { conceptId: 'occA_aaa_001', preferredTerm: 'Snöskulptör' },
        '12': { conceptId: 'oldZ_aaa_009', preferredTerm: 'Isskulptör' },
        '13': { conceptId: 'oldY_aaa_008', preferredTerm: 'Snökungen' },
      },
      place: { '2584-snobyn': { conceptId: 'plaA_aaa_001', preferredTerm: 'Snöbyn' } },
    }),
    'esco/occupations_en.csv': [
      'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code',
      'Occupation,http://data.europa.eu/esco/occupation/o1,9991,snow sculptor,"sculptor of snow\nsnow artist",released,"Shapes ""snow"".",9991.1',
      'Occupation,http://data.europa.eu/esco/occupation/o2,9991,snow inspector,,released,Inspects snow.,9991.2',
    ].join('\n'),
    'esco/occupations_fi.csv': [
      'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code',
      'Occupation,http://data.europa.eu/esco/occupation/o1,9991,lumenveistäjä,,released,,9991.1',
    ].join('\n'),
    'crosswalk/occupations.tsv': [
      'esco_uri\tesco_label_sv\tjobtech_occupation_id\tjobtech_label\trelation',
      'http://data.europa.eu/esco/occupation/o1\tsnökonstnär\toccA_aaa_001\tSnöskulptör\texactMatch',
    ].join('\n'),
    'crosswalk/skills.tsv': [
      'esco_skill_uri\tesco_label_sv\tjobtech_skill_id\tjobtech_label\trelation',
      'http://data.europa.eu/esco/skill/s1\tpacka "snö\tskiA_aaa_001\tSnöpackning\texactMatch',
      'http://data.europa.eu/esco/skill/s2\thantera snö\tskiA_aaa_001\tSnöpackning\tnarrowMatch',
      'http://data.europa.eu/esco/skill/s3\tfräsa djup snö\tskiB_aaa_002\tSnöfräsning, maskinell\tbroadMatch',
    ].join('\n'),
    'synonyms.tsv': 'synonym\tconcept_id\nFrost\toccB_aaa_002',
    'SOURCE.md': 'invented',
  };
}
