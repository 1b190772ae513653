import type { ConceptKind } from '#contracts';
import { buildTaxonomy } from '../../build-taxonomy.js';
import type { SnapshotConcept } from '../../snapshot.js';
import type { Taxonomy } from '../../taxonomy.js';
import { TextReader } from '../text-reader.js';

type Row = readonly [
  id: string,
  sv: string,
  en: string,
  alternativesSv?: string,
  alternativesEn?: string,
  code?: string,
  broader?: string,
];

const ROWS: Readonly<Partial<Record<ConceptKind, readonly Row[]>>> = {
  'occupation-field': [['field:industry', 'Industri', 'Industry']],
  'occupation-group': [['ssyk:7212', 'Svetsare och gasskärare', 'Welders', '', '', '7212', 'field:industry']],
  occupation: [
    ['occ:welder', 'Svetsare', 'Welder', 'licenssvetsare', '', '', 'ssyk:7212'],
    ['occ:lorry', 'Lastbilsförare', 'Lorry driver', 'lastbilschaufför', 'truck driver'],
    ['occ:nurse', 'Sjuksköterska, grundutbildad', 'Registered nurse', 'sjuksköterska', 'nurse'],
    ['occ:assistant-nurse', 'Undersköterska', 'Assistant nurse'],
    ['occ:mechanic', 'Underhållsmekaniker', 'Maintenance mechanic', 'reparatör'],
    ['occ:developer', 'Systemutvecklare/Programmerare', 'Software developer', 'mjukvaruutvecklare'],
    ['occ:teacher', 'Lärare i grundskolan', 'Primary school teacher', 'lärare'],
  ],
  skill: [
    ['skill:welding', 'Svetsning', 'Welding', 'svetsarbete'],
    ['skill:tig', 'TIG-svetsning', 'TIG welding'],
    ['skill:fork', 'Truckkort', 'Forklift licence', 'truckförarbevis'],
    ['skill:hot', 'Heta arbeten', 'Hot work certificate'],
    ['skill:roof', 'Takarbete', 'Roofing', 'tak'],
    ['skill:sheet', 'Plåtarbete', 'Sheet metal work', 'plåt'],
    ['skill:primary-care', 'Primärvård', 'Primary health care'],
    ['skill:maintenance', 'Underhåll', 'Maintenance'],
    ['skill:project', 'Projektledning', 'Project management', 'leda projekt'],
    ['skill:service', 'Service', 'Service'],
    ['skill:environment', 'Miljö', 'Environment'],
    ['skill:sales', 'Försäljning', 'Sales'],
    ['skill:java', 'Java', 'Java'],
    ['skill:excel', 'Excel', 'Excel'],
    ['skill:sap', 'SAP', 'SAP'],
    ['skill:csharp', 'C#', 'C#'],
    ['skill:cpp', 'C++', 'C++'],
    ['skill:dotnet', '.NET', '.NET'],
    ['skill:sql', 'SQL', 'SQL'],
    ['skill:cad', 'CAD-ritning', 'CAD drafting', 'CAD', 'CAD'],
    ['skill:dementia', 'Demensvård', 'Dementia care'],
    ['skill:palliative', 'Palliativ vård', 'Palliative care'],
  ],
  language: [
    ['lang:sv', 'Svenska', 'Swedish', '', '', 'sv'],
    ['lang:en', 'Engelska', 'English', '', '', 'en'],
    ['lang:fi', 'Finska', 'Finnish', '', '', 'fi'],
    ['lang:ar', 'Arabiska', 'Arabic', '', '', 'ar'],
    ['lang:de', 'Tyska', 'German', '', '', 'de'],
  ],
  'driving-licence': ['AM', 'A', 'B', 'B96', 'BE', 'C1', 'C', 'CE', 'D'].map(
    (code) => [`dl:${code}`, `${code}-körkort`, `Driving licence ${code}`, '', '', code] as const,
  ),
  'professional-licence': [
    [
      'pl:nurse',
      'Sjuksköterskelegitimation',
      'Licence to practise as a registered nurse',
      'legitimerad sjuksköterska',
      'licensed nurse',
    ],
    [
      'pl:midwife',
      'Barnmorskelegitimation',
      'Licence to practise as a midwife',
      'legitimerad barnmorska',
      'licensed midwife',
    ],
    [
      'pl:psychologist',
      'Psykologlegitimation',
      'Licence to practise as a psychologist',
      'legitimerad psykolog',
      'licensed psychologist',
    ],
    ['pl:teacher', 'Lärarlegitimation', 'Teacher licence', 'legitimerad lärare', 'licensed teacher'],
    ['pl:ykb', 'Yrkeskompetensbevis (YKB)', 'Certificate of professional competence', 'YKB'],
  ],
  'education-level': [2, 3, 4, 5, 6].map(
    (code) => [`sun:${code}`, `Nivå ${code}`, `Level ${code}`, '', '', String(code)] as const,
  ),
  'work-permit': [
    ['permit:se', 'Arbetstillstånd i Sverige', 'Right to work in Sweden', 'arbetstillstånd', 'work permit', 'SE'],
  ],
};

/** A small invented taxonomy for the reader's tests. */
export function smallTaxonomy(): Taxonomy {
  const concepts = (Object.entries(ROWS) as [ConceptKind, readonly Row[]][]).flatMap(([kind, rows]) =>
    rows.map((row) => concept(kind, row)),
  );
  return buildTaxonomy({
    format: 'rallare-taxonomy/1',
    version: 'reading-test',
    sources: [],
    concepts,
    places: [],
    substitutions: [],
    usualSkills: [{ group: 'ssyk:7212', skills: ['skill:maintenance', 'skill:welding'] }],
    exactMatches: [],
  });
}

export function smallReader(): TextReader {
  return new TextReader(smallTaxonomy());
}

function concept(
  kind: ConceptKind,
  [id, sv, en, alternativesSv = '', alternativesEn = '', code = '', broader = '']: Row,
): SnapshotConcept {
  return {
    id,
    kind,
    label: { sv, en },
    alternatives: { sv: list(alternativesSv), en: list(alternativesEn) },
    code: code === '' ? null : code,
    broader: list(broader),
    references: [],
  };
}

function list(joined: string): string[] {
  return joined.split('|').filter((one) => one !== '');
}
