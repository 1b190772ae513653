import {
  buildIdf,
  matchingModel,
  type ConceptRelation,
  type EngineDemand,
  type EngineFact,
  type EngineParts,
  type EngineProfile,
  type EngineVacancy,
} from '../src/index.js';

const relations: Record<string, [string, ConceptRelation][]> = {
  welder: [['fitter', 'substitute-75']],
  blueprints: [['drawings', 'exact-match']],
  'tig-welding': [['welding', 'narrower']],
};
const ancestors: Record<string, string[]> = {
  welder: ['welders', 'metal'],
  fitter: ['fitters', 'metal'],
  CE: ['C', 'B', 'AM'],
  C: ['B', 'AM'],
  B: ['AM'],
};
const minutes: Record<string, number> = { '2580-2582': 35, '2580-2480': 170 };

/** Three municipalities, two occupations, every concept equally rare. */
export const smallWorld: EngineParts = {
  model: matchingModel,
  idf: buildIdf({ documents: 0, counts: {} }),
  graph: {
    creditRelations: (id) => (relations[id] ?? []).map(([conceptId, relation]) => ({ conceptId, relation })),
    ancestors: (id) => ancestors[id] ?? [],
    occupationGroupOf: (id) => ({ welder: 'welders', fitter: 'fitters' })[id],
    usualSkills: (id) => (id === 'welder' ? ['welding', 'blueprints'] : []),
  },
  geography: {
    municipality: (code) =>
      ['2580', '2582', '2480'].includes(code)
        ? { code, countyCode: code.slice(0, 2), labourMarketRegionId: code.startsWith('25') ? 'fa:1' : 'fa:2' }
        : undefined,
    km: (a, b) => minutes[`${a}-${b}`] ?? minutes[`${b}-${a}`] ?? 0,
    minutes: (a, b) => minutes[`${a}-${b}`] ?? minutes[`${b}-${a}`] ?? 0,
  },
};

export const fact = (kind: EngineFact['kind'], conceptId: string, rest: Partial<EngineFact> = {}): EngineFact => ({
  id: `fact:${conceptId}`,
  kind,
  conceptId,
  level: null,
  years: null,
  origin: 'stated',
  span: null,
  ...rest,
});

export const demand = (
  kind: EngineDemand['kind'],
  conceptId: string,
  rest: Partial<EngineDemand> = {},
): EngineDemand => ({
  id: `demand:${conceptId}`,
  kind,
  conceptId,
  necessity: 'requirement',
  level: null,
  years: null,
  weight: 5,
  origin: 'stated',
  span: null,
  ...rest,
});

export const person = (
  facts: readonly EngineFact[],
  wishes: Partial<EngineProfile['wishes']> = {},
  homeMunicipality: string | null = '2580',
): EngineProfile => ({
  profileId: 'person',
  rankable: true,
  homeMunicipality,
  facts,
  wishes: {
    occupations: [],
    municipalities: [],
    counties: [],
    reachMinutes: null,
    reachKm: null,
    willingToMove: null,
    remote: false,
    employmentTypes: [],
    extent: null,
    earliestStart: null,
    payFloor: null,
    ...wishes,
  },
});

export const job = (rest: Partial<EngineVacancy> = {}): EngineVacancy => ({
  vacancyId: 'job',
  rankable: true,
  employerId: 'employer',
  occupationId: null,
  demands: [],
  municipalities: ['2580'],
  remote: false,
  employmentTypeId: null,
  extent: null,
  pay: null,
  deadline: null,
  start: null,
  ...rest,
});
