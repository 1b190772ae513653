import { createEngine, buildIdf, matchingModel, type EngineDemand, type EngineFact, type EngineVacancy } from '#engine';
import { conceptGraph, geography, type Taxonomy } from '#taxonomy';
import type { Counterfactual } from '#contracts';

export const exampleYears = [0, 1, 2, 4] as const;
export const exampleLicences = ['yes', 'no', 'unsaid'] as const;
/** Where the invented person may live; the vacancy is in the first. */
export const exampleHomes = ['2580', '2582', '2584'] as const;

/** What a reader of the example chooses of the invented person. */
export interface ExampleChoice {
  readonly years: (typeof exampleYears)[number];
  readonly licence: (typeof exampleLicences)[number];
  readonly home: (typeof exampleHomes)[number];
}

export type WorkedExample = NonNullable<ReturnType<typeof workedExample>>;

// Of the JobTech taxonomy, which every taxonomy here is made of.
const welder = 'rxrQ_Nyy_k6y';
const welding = 'rdtv_EuD_NfB';
const carLicence = 'VTK8_WRx_GcM';
const swedish = 'zSLA_vw2_FXN';
const permanent = 'kpPX_CNN_gDU';

const demand = (kind: EngineDemand['kind'], conceptId: string, over: Partial<EngineDemand> = {}): EngineDemand => ({
  id: `${kind} ${conceptId}`,
  kind,
  conceptId,
  necessity: 'requirement',
  level: null,
  years: null,
  weight: 5,
  origin: 'stated',
  span: null,
  ...over,
});

const fact = (kind: EngineFact['kind'], conceptId: string, over: Partial<EngineFact> = {}): EngineFact => ({
  id: `${kind} ${conceptId}`,
  kind,
  conceptId,
  level: null,
  years: null,
  origin: 'stated',
  span: null,
  ...over,
});

/** Asks for four years and says nothing of pay. */
const vacancy: EngineVacancy = {
  vacancyId: 'example',
  rankable: true,
  employerId: 'example',
  occupationId: welder,
  demands: [
    demand('skill', welding),
    demand('driving-licence', carLicence),
    demand('occupation', welder, { years: 4 }),
    demand('language', swedish, { necessity: 'merit', level: 5 }),
  ],
  municipalities: [exampleHomes[0]],
  remote: false,
  employmentTypeId: permanent,
  extent: null,
  pay: null,
  deadline: null,
  start: null,
};

const person = ({ years, licence, home }: ExampleChoice) => ({
  profileId: 'example',
  rankable: true,
  homeMunicipality: home,
  facts: [
    fact('occupation', welder, { years }),
    fact('skill', welding),
    fact('language', swedish, { level: 4 }),
    ...(licence === 'unsaid'
      ? []
      : [fact('driving-licence', carLicence, { origin: licence === 'yes' ? 'stated' : 'denied' })]),
  ],
  wishes: {
    occupations: [welder],
    municipalities: [],
    counties: [],
    reachMinutes: 60,
    reachKm: null,
    willingToMove: null,
    remote: false,
    employmentTypes: [permanent],
    extent: null,
    earliestStart: null,
    payFloor: 34_000,
  },
});

/**
 * An invented person and an invented vacancy, computed by the engine that computes everybody's matches; every concept counts as equally rare.
 * @returns null where the taxonomy in use lacks what the example speaks of.
 */
export function workedExample(taxonomy: Taxonomy, choice: ExampleChoice) {
  if ([welder, welding, carLicence, swedish, permanent].some((id) => !taxonomy.concept(id))) return null;
  const engine = createEngine(
    {
      model: matchingModel,
      graph: conceptGraph(taxonomy),
      geography: geography(taxonomy),
      idf: buildIdf({ documents: 0, counts: {} }),
    },
    { kernel: 'plain' },
  );
  const seeker = person(choice);
  const [change]: (Counterfactual | undefined)[] = engine.counterfactuals(seeker, vacancy, 1);
  return { ...engine.explain(seeker, vacancy), change };
}
