import type { RelatedSkills, IscoGroups, Substitution, TaxonomySnapshot, UsualSkills } from '../../snapshot.js';
import type { ImportReport } from '../import-report.js';
import type { JobtechState } from '../material.js';
import type { Draft } from './draft.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Pairs of two types that a file relates, whichever of the two it stands under; by the first. */
function relatedPairs(state: JobtechState, first: string, second: string): Map<string, string[]> {
  const pairs = new Map<string, Set<string>>();
  const typeOf = (id: string): string | undefined => state.concepts.get(id)?.type;
  for (const { from, to } of state.related) {
    const pair =
      typeOf(from) === first && typeOf(to) === second
        ? [from, to]
        : typeOf(from) === second && typeOf(to) === first
          ? [to, from]
          : null;
    if (pair) pairs.set(pair[0]!, (pairs.get(pair[0]!) ?? new Set()).add(pair[1]!));
  }
  return new Map([...pairs].sort(([a], [b]) => compare(a, b)).map(([id, others]) => [id, [...others].sort(compare)]));
}

/** JobTech's substitutions; the starter's where JobTech's files have none between the two. */
export function mergeSubstitutions(
  state: JobtechState,
  starter: TaxonomySnapshot,
  draft: Draft,
  report: ImportReport,
): Substitution[] {
  const pairs = new Map<string, Substitution>();
  for (const { from, to, percentage } of state.substitutions) {
    if (from === to || !draft.get(from) || !draft.get(to)) continue;
    pairs.set(`${from} ${to}`, { from, to, percentage: percentage as Substitution['percentage'] });
  }
  let lent = 0;
  for (const one of starter.substitutions) {
    const key = `${one.from} ${one.to}`;
    if (pairs.has(key)) continue;
    pairs.set(key, one);
    lent += 1;
  }
  if (lent > 0) report.fromStarter['substitutions that no file has'] = lent;
  return [...pairs].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
}

export function mergeIscoGroups(state: JobtechState): IscoGroups[] {
  return [...relatedPairs(state, 'ssyk-level-4', 'isco-level-4')].map(([group, isco]) => ({ group, isco }));
}

/** Skills that JobTech relates to an SSYK-4 group. */
export function mergeRelatedSkills(state: JobtechState, draft: Draft): RelatedSkills[] {
  return [...relatedPairs(state, 'ssyk-level-4', 'skill')].flatMap(([concept, skills]) => {
    const known = skills.filter((id) => draft.get(id)?.kind === 'skill');
    return known.length > 0 ? [{ concept, skills: known }] : [];
  });
}

/** Nobody is presumed to hold what somebody else attests. */
const attested =
  /bevis|certifi|legitim|examen|utbildning|behörighet|körkort|kort$|intyg|licens|auktoris|diplom|kurs|kompetens$|godkän/i;

const mostUsual = 12;

/**
 * Skills that a group's people usually have: the starter's choice where it made one, else those of JobTech's that belong to the fewest groups, without
 * certificates.
 */
export function mergeUsualSkills(
  starter: TaxonomySnapshot,
  related: readonly RelatedSkills[],
  draft: Draft,
  report: ImportReport,
): UsualSkills[] {
  const chosen = new Set(starter.usualSkills.map(({ group }) => group));
  const groupsOf = new Map<string, number>();
  for (const { skills } of related) for (const id of skills) groupsOf.set(id, (groupsOf.get(id) ?? 0) + 1);
  const further = related
    .filter(({ concept }) => !chosen.has(concept))
    .map(({ concept, skills }) => ({
      group: concept,
      skills: skills
        .filter((id) => !attested.test(draft.get(id)!.label.sv))
        .sort((a, b) => groupsOf.get(a)! - groupsOf.get(b)! || compare(a, b))
        .slice(0, mostUsual)
        .sort(compare),
    }))
    .filter(({ skills }) => skills.length > 0);
  report.fromStarter['groups whose usual skills the starter chose'] = chosen.size;
  return [...starter.usualSkills, ...further];
}
