import { ImportError } from '../import-error.js';
import type { EscoKind, EscoState } from '../material.js';
import type { Row } from '../text-input.js';

const kinds: Readonly<Record<string, EscoKind>> = {
  Occupation: 'occupation',
  KnowledgeSkillCompetence: 'skill',
  SkillGroup: 'skill-group',
  ISCOGroup: 'isco-group',
};

/** ESCO's group of languages, and of what is done in one. */
const languageGroups = new Set([
  'http://data.europa.eu/esco/skill/43f425aa-f45d-4bb4-a200-6f82fa211b66',
  'http://data.europa.eu/esco/skill/e35a5936-091d-4e87-bafe-f264e55bd656',
]);

/** Two letters at the end of the name, as in ESCO's own downloads: `occupations_sv.csv`. */
export const languageOfFile = (file: string): string | null =>
  /_([a-z]{2})\.csv$/i.exec(file)?.[1]?.toLowerCase() ?? null;

/** Alternative labels stand on lines of their own, or between bars. */
const labelsIn = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(/\r?\n| \| /)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function cell(row: Row, column: string, file: string): string {
  const value = row.cells[column]?.trim();
  if (value) return value;
  throw new ImportError('bad-value', file, `line ${row.line}`, `has no ${column}`);
}

/** A table of concepts in one language. @throws ImportError with the line. */
export function readEscoConcepts(rows: readonly Row[], file: string, esco: EscoState): void {
  const language = languageOfFile(file);
  if (language === null)
    throw new ImportError('bad-value', file, '', 'its name must end with a language, as occupations_sv.csv does');
  esco.languages.add(language);
  const areLanguages = rows[0]?.cells['broaderConceptUri'] !== undefined && /language/i.test(file);
  for (const row of rows) {
    const type = cell(row, 'conceptType', file);
    const kind = kinds[type];
    if (!kind) throw new ImportError('bad-value', file, `line ${row.line}`, `${type} is no type of ESCO concept`);
    if (row.cells['status'] === 'obsolete') continue;
    const concept = esco.add(cell(row, 'conceptUri', file), kind);
    if (areLanguages) concept.isLanguage = true;
    describe(concept, language, {
      label: cell(row, 'preferredLabel', file),
      alternatives: [...labelsIn(row.cells['altLabels']), ...labelsIn(row.cells['hiddenLabels'])],
      definition: row.cells['definition']?.trim() || row.cells['description']?.trim() || '',
    });
    concept.code ??= row.cells['code']?.trim() || null;
    concept.iscoGroup ??= row.cells['iscoGroup']?.trim() || null;
    for (const uri of (row.cells['broaderConceptUri'] ?? '').split(' | '))
      if (uri !== '') esco.broader.push({ from: concept.uri, to: uri, file, place: `line ${row.line}` });
  }
}

export function describe(
  concept: ReturnType<EscoState['add']>,
  language: string,
  said: { readonly label: string; readonly alternatives: readonly string[]; readonly definition: string },
): void {
  if (!concept.labels.has(language)) concept.labels.set(language, said.label);
  const alternatives = concept.alternatives.get(language) ?? new Set<string>();
  for (const one of said.alternatives) if (one !== said.label) alternatives.add(one);
  concept.alternatives.set(language, alternatives);
  if (said.definition !== '' && !concept.definitions.has(language)) concept.definitions.set(language, said.definition);
}

export function readEscoBroader(rows: readonly Row[], file: string, esco: EscoState): void {
  for (const row of rows) {
    const [from, to] = [cell(row, 'conceptUri', file), cell(row, 'broaderUri', file)];
    esco.broader.push({ from, to, file, place: `line ${row.line}` });
  }
}

/** What takes ESCO's languages out of its skills: everything below its group of languages. */
export function markLanguages(esco: EscoState): void {
  const narrower = new Map<string, string[]>();
  for (const { from, to } of esco.broader) narrower.set(to, [...(narrower.get(to) ?? []), from]);
  const found = new Set(languageGroups);
  for (const uri of found) for (const one of narrower.get(uri) ?? []) found.add(one);
  for (const uri of found) {
    const concept = esco.concepts.get(uri);
    if (concept) concept.isLanguage = true;
  }
}

const skillRelationColumns = ['occupationUri', 'skillUri'] as const;

export function readEscoOccupationSkills(rows: readonly Row[], file: string, esco: EscoState): void {
  for (const row of rows) {
    const [from, to] = skillRelationColumns.map((column) => cell(row, column, file)) as [string, string];
    if (row.cells['relationType'] === 'essential')
      esco.occupationSkills.push({ from, to, file, place: `line ${row.line}` });
  }
}
