import type {
  ConceptGraph,
  ConceptRelation,
  EngineDemand,
  EngineFact,
  EngineProfile,
  EngineVacancy,
  Geography,
} from '../src/index.js';
import { Seeded } from '../test/seeded.js';

export { Seeded };

const occupationCount = 3000;
const groupCount = 430;
const fieldCount = 21;
const skillCount = 13_500;
const municipalityCount = 290;

const occupation = (n: number) => `occupation-${n}`;
const skill = (n: number) => `skill-${n}`;
const group = (n: number) => `group-${n % groupCount}`;
const code = (n: number) => String(1000 + n);

/** Usual skills lie close together by number, so that people and vacancies of one group share them. */
const usualSkill = (groupNumber: number, n: number) => skill((groupNumber * 31 + n * n * 7) % skillCount);

export function syntheticGraph(seed: number): ConceptGraph {
  const random = new Seeded(seed);
  const relations = new Map<string, { conceptId: string; relation: ConceptRelation }[]>();
  const link = (from: string, conceptId: string, relation: ConceptRelation) =>
    relations.set(from, [...(relations.get(from) ?? []), { conceptId, relation }]);
  for (let n = 0; n < skillCount; n++) {
    const parent = skill(random.below(skillCount));
    link(skill(n), parent, 'narrower');
    link(parent, skill(n), 'broader');
    link(skill(n), skill((n + 1) % skillCount), 'sibling');
    link(skill((n + 1) % skillCount), skill(n), 'sibling');
  }
  for (let n = 0; n < occupationCount; n++) {
    link(occupation(n), occupation(random.below(occupationCount)), 'substitute-75');
    link(occupation(n), occupation(random.below(occupationCount)), 'substitute-25');
  }
  const numberOf = (id: string) => Number(id.slice(id.indexOf('-') + 1));
  const groupOf = (id: string) => (id.startsWith('occupation-') ? group(numberOf(id)) : undefined);
  const usual = Array.from({ length: groupCount }, (_, at) => Array.from({ length: 12 }, (_, n) => usualSkill(at, n)));
  return {
    creditRelations: (id) => relations.get(id) ?? [],
    ancestors: (id) => {
      const its = groupOf(id);
      return its === undefined ? [] : [its, `field-${numberOf(its) % fieldCount}`];
    },
    occupationGroupOf: groupOf,
    usualSkills: (id) => usual[numberOf(id) % groupCount] ?? [],
  };
}

export function syntheticGeography(seed: number): Geography {
  const random = new Seeded(seed);
  const points = Array.from({ length: municipalityCount }, () => [random.next() * 500, random.next() * 1500] as const);
  const km = (a: string, b: string) => {
    const [from, to] = [points[Number(a) - 1000]!, points[Number(b) - 1000]!];
    return Math.hypot(from[0] - to[0], from[1] - to[1]);
  };
  return {
    municipality: (its) => ({ code: its, countyCode: its.slice(0, 2), labourMarketRegionId: `fa:${Number(its) % 60}` }),
    km,
    minutes: (a, b) => 8 + km(a, b) * 0.8,
  };
}

function skillNear(random: Seeded, occupationNumber: number): string {
  if (random.chance(0.7)) return usualSkill(occupationNumber % groupCount, random.skewed(12));
  return skill(random.skewed(skillCount));
}

export function syntheticProfile(random: Seeded, n: number): EngineProfile {
  const main = random.skewed(occupationCount);
  const facts: EngineFact[] = [];
  const add = (kind: EngineFact['kind'], conceptId: string, level: number | null, years: number | null) =>
    facts.push({
      id: `${n}-${facts.length}`,
      kind,
      conceptId,
      level,
      years,
      origin: random.chance(0.2) ? 'extracted' : 'stated',
      span: null,
    });
  add('occupation', occupation(main), null, random.skewed(30));
  if (random.chance(0.4)) add('occupation', occupation(random.skewed(occupationCount)), null, random.skewed(15));
  for (let left = 4 + random.below(16); left > 0; left--)
    add('skill', skillNear(random, main), random.chance(0.5) ? 1 + random.below(5) : null, null);
  if (random.chance(0.9)) add('language', 'swedish', random.chance(0.8) ? 6 : 1 + random.below(5), null);
  if (random.chance(0.7)) add('language', 'english', 1 + random.below(6), null);
  if (random.chance(0.6)) add('driving-licence', random.chance(0.1) ? 'CE' : 'B', null, null);
  if (random.chance(0.8)) add('education', `education-${random.skewed(80)}`, 1 + random.below(6), null);
  return {
    profileId: `profile-${n}`,
    rankable: true,
    homeMunicipality: code(random.skewed(municipalityCount)),
    facts,
    wishes: {
      occupations: [occupation(main), ...(random.chance(0.3) ? [group(random.below(groupCount))] : [])],
      municipalities: random.chance(0.3) ? [code(random.skewed(municipalityCount))] : [],
      counties: [],
      reachMinutes: random.chance(0.7) ? 30 + random.below(90) : null,
      reachKm: null,
      willingToMove: random.chance(0.5) ? random.chance(0.4) : null,
      remote: random.chance(0.3),
      employmentTypes: random.chance(0.5) ? ['permanent'] : [],
      extent: random.chance(0.5) ? { min: 75, max: 100 } : null,
      earliestStart: random.chance(0.3) ? '2026-11-01' : null,
      payFloor: random.chance(0.4) ? 24_000 + random.below(30) * 1000 : null,
    },
  };
}

export function syntheticVacancy(random: Seeded, n: number): EngineVacancy {
  const main = random.skewed(occupationCount);
  const demands: EngineDemand[] = [];
  const add = (
    kind: EngineDemand['kind'],
    conceptId: string,
    level: number | null,
    years: number | null,
    must: boolean,
  ) =>
    demands.push({
      id: `${n}-${demands.length}`,
      kind,
      conceptId,
      necessity: must ? 'requirement' : 'merit',
      level,
      years,
      weight: 1 + random.below(10),
      origin: 'read',
      span: null,
      // in every fifth vacancy one of the first three skills is enough
      either: n % 5 === 0 && demands.length < 3 ? 1 : null,
    });
  for (let at = 0, all = 3 + random.below(10); at < all; at++)
    add('skill', skillNear(random, main), random.chance(0.2) ? 1 + random.below(5) : null, null, at < 4);
  if (random.chance(0.5)) add('occupation', occupation(main), null, 1 + random.below(6), true);
  if (random.chance(0.6)) add('language', 'swedish', 3 + random.below(3), null, random.chance(0.7));
  if (random.chance(0.3)) add('driving-licence', random.chance(0.1) ? 'C' : 'B', null, null, random.chance(0.7));
  if (random.chance(0.4))
    add('education', `education-${random.skewed(80)}`, 2 + random.below(4), null, random.chance(0.3));
  return {
    vacancyId: `vacancy-${n}`,
    rankable: true,
    employerId: `employer-${random.below(500)}`,
    occupationId: occupation(main),
    demands,
    municipalities: [code(random.skewed(municipalityCount))],
    remote: random.chance(0.08),
    employmentTypeId: random.chance(0.9) ? random.pick(['permanent', 'temporary']) : null,
    extent: random.chance(0.8) ? { min: 100, max: 100 } : null,
    pay: random.chance(0.3) ? { min: 24_000, max: 28_000 + random.below(20) * 1000 } : null,
    deadline: '2026-12-31',
    start: random.chance(0.2) ? '2026-10-01' : null,
  };
}
