import type { ExactMatch, IscoGroups, RelatedSkills } from '../../snapshot.js';
import { ImportError } from '../import-error.js';
import type { ImportReport } from '../import-report.js';
import type { Material } from '../material.js';
import type { Draft, DraftConcept } from './draft.js';
import { reaches } from './merge-esco.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Taken = ReadonlyMap<string, DraftConcept>;

/**
 * Sets the crosswalk's links: exact ones between what did not become one concept, and what is broader than what, as long as nothing becomes broader than
 * itself by it. Close matches say that two are not the same, and give nothing.
 */
export function mergeCrosswalk(material: Material, taken: Taken, draft: Draft, report: ImportReport): ExactMatch[] {
  const exact = new Map<string, ExactMatch>();
  const sorted = [...material.matches].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  for (const { from, to, relation, file, place } of sorted) {
    if (!material.esco.concepts.has(from))
      throw new ImportError('unknown-target', file, place, `${from} is no concept`);
    const [esco, jobtech] = [taken.get(from), draft.get(to)];
    if (!esco || !jobtech) report.leaveOut('link of the crosswalk', 'one of the two is in no file');
    else if (esco.kind !== jobtech.kind)
      report.leaveOut('link of the crosswalk', 'the two are of different kinds here');
    else if (esco === jobtech) report.count('links between what is one concept here');
    else if (relation === 'close') report.leaveOut('link of the crosswalk', 'a close match is no relation here');
    else if (relation === 'exact') {
      const [a, b] = [esco.id, jobtech.id].sort(compare) as [string, string];
      exact.set(`${a} ${b}`, { from: a, to: b });
    } else {
      const [narrow, broad] = relation === 'broad' ? [esco, jobtech] : [jobtech, esco];
      if (narrow.broader.includes(broad.id)) continue;
      if (reaches(draft, broad.id, narrow.id))
        report.leaveOut('link of the crosswalk', 'would make a concept broader than itself');
      else {
        narrow.broader.push(broad.id);
        report.count('links that say which of two concepts is broader');
      }
    }
  }
  return [...exact.values()];
}

/** ESCO's occupations lie in the SSYK groups that answer to their ISCO group; where there are several, in those of the occupations they are linked to. */
export function placeEscoOccupations(
  { esco, matches }: Material,
  taken: Taken,
  iscoGroups: readonly IscoGroups[],
  draft: Draft,
  report: ImportReport,
): void {
  const groupsOfCode = new Map<string, string[]>();
  for (const { group, isco } of iscoGroups)
    for (const id of isco) {
      const code = draft.get(id)?.code;
      if (code) groupsOfCode.set(code, [...(groupsOfCode.get(code) ?? []), group]);
    }
  const linked = new Map<string, Set<string>>();
  for (const { from, to } of matches)
    for (const group of draft.get(to)?.broader ?? []) linked.set(from, (linked.get(from) ?? new Set()).add(group));
  for (const [uri, concept] of taken) {
    if (concept.kind !== 'occupation' || !concept.id.startsWith('esco:')) continue;
    const groups = groupsOfCode.get(esco.concepts.get(uri)?.iscoGroup ?? '') ?? [];
    const likely = groups.filter((group) => linked.get(uri)?.has(group));
    const chosen = likely.length > 0 ? likely : groups;
    if (chosen.length === 0) report.count('ESCO occupations whose ISCO group answers to no SSYK group');
    concept.broader.unshift(...chosen.filter((group) => !concept.broader.includes(group)));
  }
}

/** Skills that ESCO calls essential for an occupation. */
export function escoRelatedSkills({ esco }: Material, taken: Taken): RelatedSkills[] {
  const skills = new Map<string, Set<string>>();
  for (const { from, to, file, place } of esco.occupationSkills) {
    for (const uri of [from, to])
      if (!esco.concepts.has(uri)) throw new ImportError('unknown-target', file, place, `${uri} is no concept`);
    const [occupation, skill] = [taken.get(from), taken.get(to)];
    if (occupation?.kind !== 'occupation' || skill?.kind !== 'skill') continue;
    skills.set(occupation.id, (skills.get(occupation.id) ?? new Set()).add(skill.id));
  }
  return [...skills]
    .sort(([a], [b]) => compare(a, b))
    .map(([concept, ids]) => ({ concept, skills: [...ids].sort(compare) }));
}
