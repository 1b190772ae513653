import type { ConceptKind } from '#contracts';
import type { ImportReport } from '../import-report.js';
import type { JobtechState, Material } from '../material.js';
import type { Draft } from './draft.js';

const kindOfOlderType: Readonly<Record<string, ConceptKind>> = {
  'occupation-name': 'occupation',
  skill: 'skill',
  'ssyk-level-4': 'occupation-group',
  language: 'language',
  'sun-education-field-1': 'education-field',
  'sun-education-field-2': 'education-field',
  'sun-education-field-3': 'education-field',
};

/** Ids that stored data may still hold lead to what takes their place: by JobTech's word, else the concept of their kind with the same name. */
export function mergeOlderIds({ older }: Material, state: JobtechState, draft: Draft, report: ImportReport): void {
  for (const { from, to } of state.replacedBy) {
    const successor = draft.get(to);
    if (draft.get(from) || !successor) continue;
    successor.references.add(from);
    report.count('replaced ids that lead to their successor');
  }
  for (const raw of [...older.concepts.values()]) {
    const kind = kindOfOlderType[raw.type];
    if (!kind || draft.get(raw.id)) continue;
    const named = draft.labelled(kind, raw.label).filter(({ id }) => !id.startsWith('esco:'));
    if (named.length === 1) {
      named[0]!.references.add(raw.id);
      for (const id of raw.legacyIds) named[0]!.references.add(id);
      report.count('older ids that lead to the concept of the same name');
    } else report.leaveOut(`older ${raw.type}`, 'nothing has its name now');
  }
}

/** What job seekers typed for an occupation helps to find it while typing; much of it ("Pizza", "Gym") is no name for it in a text. */
export function mergeSynonyms({ synonyms }: Material, draft: Draft, report: ImportReport): void {
  for (const { word, conceptId } of synonyms) {
    const concept = draft.get(conceptId);
    if (!concept) {
      report.leaveOut('synonym', 'of an occupation that there is no more');
      continue;
    }
    concept.searchWords.add(word);
    report.count('synonyms to search by');
  }
}
