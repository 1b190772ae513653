import fc from 'fast-check';
import type {
  ConceptGraph,
  ConceptRelation,
  EngineDemand,
  EngineFact,
  EngineProfile,
  EngineVacancy,
  Geography,
} from '../src/index.js';
import { buildIdf, matchingModel, type EngineParts, type RankFilter, type RankQuery } from '../src/index.js';

/** A small world in which everything meets everything: few concepts, so that ties, conflicts and relations are common. */
const range = (n: number, prefix: string) => Array.from({ length: n }, (_, at) => `${prefix}${at}`);
export const occupations = range(8, 'occ-');
const groups = range(3, 'group-');
const fields = range(2, 'field-');
const skills = range(9, 'skill-');
const languages = range(3, 'lang-');
const licences = ['AM', 'B', 'BE', 'C', 'CE'];
const professional = range(3, 'prof-');
const educationFields = range(3, 'edu-');
const educationLevels = range(6, 'edu-level-');
const permits = range(2, 'permit-');
const types = range(3, 'type-');
export const places = range(6, '250');
const counties = ['24', '25'];

const broader: Record<string, string[]> = {
  B: ['AM'],
  BE: ['B', 'AM'],
  C: ['B', 'AM'],
  CE: ['C', 'B', 'AM'],
  'prof-0': ['prof-1'],
  'type-0': ['type-2'],
};
occupations.forEach((id, at) => (broader[id] = [groups[at % 3]!, fields[(at % 3) % 2]!]));
groups.forEach((id, at) => (broader[id] = [fields[at % 2]!]));

const byKind: Record<EngineFact['kind'], string[]> = {
  occupation: [...occupations, ...groups, ...fields],
  skill: skills,
  language: languages,
  'driving-licence': licences,
  'professional-licence': professional,
  education: [...educationFields, ...educationLevels],
  'work-permit': permits,
};
const kinds = Object.keys(byKind) as EngineFact['kind'][];
const relations: ConceptRelation[] = [
  'exact-match',
  'narrower',
  'broader',
  'sibling',
  'substitute-75',
  'substitute-25',
  'same-group',
  'none',
];

const graph: fc.Arbitrary<ConceptGraph> = fc
  .record({
    edges: fc.array(
      fc
        .constantFrom(...kinds)
        .chain((kind) =>
          fc.tuple(...[0, 1].map(() => fc.constantFrom(...byKind[kind])), fc.constantFrom(...relations)),
        ),
      { maxLength: 40 },
    ),
    usual: fc.array(fc.tuple(fc.constantFrom(...groups), fc.constantFrom(...skills)), { maxLength: 14 }),
  })
  .map(({ edges, usual }) => ({
    creditRelations: (id) =>
      edges
        .filter(([from]) => from === id)
        .map(([, to, relation]) => ({ conceptId: to!, relation: relation as ConceptRelation })),
    ancestors: (id) => broader[id] ?? [],
    occupationGroupOf: (id) => (occupations.includes(id) ? broader[id]![0] : undefined),
    usualSkills: (id) => usual.filter(([group]) => group === broader[id]?.[0]).map(([, skill]) => skill),
    educationLevelOf: (id) => (educationLevels.includes(id) ? educationLevels.indexOf(id) + 1 : undefined),
  }));

const geography: fc.Arbitrary<Geography> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.double({ min: 0, max: 120, noNaN: true })), {
    minLength: 6,
    maxLength: 6,
  })
  .map((points) => {
    const km = (a: string, b: string) => {
      const [from, to] = [points[places.indexOf(a)]!, points[places.indexOf(b)]!];
      return Math.hypot(from[0] - to[0], from[1] - to[1]);
    };
    return {
      municipality: (code) => {
        const at = places.indexOf(code);
        return at < 0 ? undefined : { code, countyCode: counties[at % 2]!, labourMarketRegionId: `fa:${at % 3}` };
      },
      km,
      minutes: (a, b) => 5 + km(a, b) * 0.9,
    };
  });

export const parts: fc.Arbitrary<EngineParts> = fc.record({
  model: fc.constant(matchingModel),
  graph,
  geography,
  idf: fc
    .dictionary(fc.constantFrom(...kinds.flatMap((kind) => byKind[kind])), fc.nat(500), { noNullPrototype: true })
    .map((counts) => buildIdf({ documents: 500, counts })),
});

const or = <T>(value: T, arb: fc.Arbitrary<T>) => fc.oneof(fc.constant(value), arb);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-0${1 + (n % 9)}-${String(n).padStart(2, '0')}`);
const extent = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const span = fc.constant({ field: 'text' as const, start: 3, end: 8, quote: 'svets' });
const someOf = (values: string[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const about = fc
  .constantFrom<EngineFact['kind']>(...kinds, 'skill', 'skill', 'occupation', 'driving-licence', 'language')
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      conceptId: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom<(string | null)[]>(...byKind[kind]) },
        { weight: 1, arbitrary: fc.constantFrom(null, 'never-heard-of') },
      ),
    }),
  );
const level = maybe(fc.integer({ min: 1, max: 6 }));
const years = maybe(fc.integer({ min: 0, max: 25 }));

const fact: fc.Arbitrary<EngineFact> = fc
  .tuple(
    about,
    fc.record({
      id: fc.nat(1_000_000).map((n) => `fact-${n}`),
      level,
      years,
      origin: fc.constantFrom('stated', 'stated', 'confirmed', 'extracted', 'inferred', 'denied', 'denied'),
      span: maybe(span),
    }),
  )
  .map(([what, rest]) => ({ ...what, ...rest }));

const demand: fc.Arbitrary<EngineDemand> = fc
  .tuple(
    about,
    fc.record({
      id: fc.nat(1_000_000).map((n) => `demand-${n}`),
      necessity: fc.constantFrom('requirement', 'requirement', 'merit'),
      level,
      years,
      weight: fc.integer({ min: 1, max: 10 }),
      origin: fc.constantFrom('read', 'stated', 'confirmed', 'rejected'),
      span: maybe(span),
      either: fc.constantFrom(undefined, null, null, 1, 1, 2),
    }),
  )
  .map(([what, rest]) => ({ ...what, ...rest }));

const uniqueById = <T extends { id: string }>(arb: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(arb, { maxLength, selector: (one) => one.id });

export const profile: fc.Arbitrary<EngineProfile> = fc.record({
  profileId: fc.integer({ min: 0, max: 14 }).map((n) => `p${n}`),
  rankable: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  homeMunicipality: fc.constantFrom<string | null>(null, '9999', ...places, ...places),
  facts: uniqueById(fact, 12),
  wishes: fc.record({
    occupations: or([] as string[], someOf([...byKind.occupation, 'never-heard-of'], 4)),
    municipalities: or([] as string[], someOf([...places, '9999'], 2)),
    counties: or([] as string[], someOf(counties, 1)),
    reachMinutes: maybe(fc.integer({ min: 0, max: 120 })),
    reachKm: maybe(fc.integer({ min: 0, max: 120 })),
    willingToMove: maybe(fc.boolean()),
    remote: fc.boolean(),
    employmentTypes: or([] as string[], someOf(types, 2)),
    extent: maybe(extent),
    earliestStart: maybe(day),
    payFloor: maybe(fc.integer({ min: 0, max: 60_000 })),
  }),
});

export const vacancy: fc.Arbitrary<EngineVacancy> = fc.record({
  vacancyId: fc.integer({ min: 0, max: 14 }).map((n) => `v${n}`),
  rankable: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  employerId: fc.constantFrom('e0', 'e1'),
  occupationId: maybe(fc.constantFrom(...byKind.occupation, 'never-heard-of')),
  demands: uniqueById(demand, 8),
  municipalities: someOf([...places, '9999'], 3),
  remote: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  employmentTypeId: maybe(fc.constantFrom(...types)),
  extent: maybe(extent),
  pay: maybe(
    fc.record({ min: maybe(fc.integer({ min: 0, max: 60_000 })), max: maybe(fc.integer({ min: 0, max: 60_000 })) }),
  ),
  deadline: maybe(day),
  start: maybe(day),
});

const filter: fc.Arbitrary<RankFilter> = fc.record(
  {
    municipalities: someOf([...places, '9999'], 3),
    counties: someOf(counties, 1),
    occupationFields: someOf(byKind.occupation, 2),
    remote: fc.boolean(),
    employerIds: someOf(['e0', 'e1'], 1),
    extentMin: fc.integer({ min: 1, max: 100 }),
  },
  { requiredKeys: [] },
);

export const query: fc.Arbitrary<RankQuery> = fc.record({
  rankBy: fc.constantFrom('both', 'seeker', 'employer'),
  limit: fc.constantFrom(1, 7, 50),
  offset: fc.constantFrom(0, 0, 1, 5),
  today: day,
  filter: or({}, filter),
});

export type Change =
  | { do: 'upsertProfile'; profile: EngineProfile }
  | { do: 'upsertVacancy'; vacancy: EngineVacancy }
  | { do: 'removeProfile' | 'removeVacancy'; number: number };

export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('upsertProfile' as const), profile }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('upsertVacancy' as const), vacancy }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('removeProfile' as const, 'removeVacancy' as const),
      number: fc.nat(14),
    }),
  },
);
