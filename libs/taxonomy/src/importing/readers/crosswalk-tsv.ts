import { ImportError } from '../import-error.js';
import type { Material, MatchRelation } from '../material.js';
import type { Row } from '../text-input.js';
import { describe } from './esco-csv.js';

const matchRelations: Readonly<Record<string, MatchRelation>> = {
  exactMatch: 'exact',
  broadMatch: 'broad',
  narrowMatch: 'narrow',
  closeMatch: 'close',
};

/** Columns of the links from ESCO to JobTech: of occupations, and of skills. */
const columns = {
  occupation: { uri: 'esco_uri', id: 'jobtech_occupation_id' },
  skill: { uri: 'esco_skill_uri', id: 'jobtech_skill_id' },
} as const;

/** Reads Arbetsförmedlingen's links from ESCO to its own taxonomy, with ESCO's Swedish labels. @throws ImportError with the line. */
export function readCrosswalk(rows: readonly Row[], file: string, kind: keyof typeof columns, into: Material): void {
  into.esco.languages.add('sv');
  const { uri: uriColumn, id: idColumn } = columns[kind];
  for (const { line, cells } of rows) {
    const { [uriColumn]: uri, [idColumn]: id, esco_label_sv: label, relation: name } = cells;
    const place = `line ${line}`;
    if (!uri || !id) throw new ImportError('bad-value', file, place, `has no ${uri ? idColumn : uriColumn}`);
    const relation = matchRelations[name ?? ''];
    if (!relation)
      throw new ImportError('unknown-relation', file, place, `${JSON.stringify(name)} is a relation that is not known`);
    const concept = into.esco.add(uri, kind);
    if (label) describe(concept, 'sv', { label, alternatives: [], definition: '' });
    into.matches.push({ from: uri, to: id, file, place, relation });
  }
}

/** Reads Swedish labels of ESCO's skills. @throws ImportError with the line. */
export function readSwedishLabels(rows: readonly Row[], file: string, into: Material): void {
  into.esco.languages.add('sv');
  for (const { line, cells } of rows) {
    const { esco_skill_uri: uri, preferred_label_sv: label } = cells;
    if (!uri || !label) throw new ImportError('bad-value', file, `line ${line}`, 'has no URI or no label');
    describe(into.esco.add(uri, 'skill'), 'sv', { label, alternatives: [], definition: '' });
  }
}

/** Reads what job seekers typed for which occupation. @throws ImportError with the line. */
export function readSynonyms(rows: readonly Row[], file: string, into: Material): void {
  for (const { line, cells } of rows) {
    const { synonym: word, concept_id: conceptId } = cells;
    if (!word || !conceptId)
      throw new ImportError('bad-value', file, `line ${line}`, 'has no synonym or no concept_id');
    into.synonyms.push({ word, conceptId });
  }
}
