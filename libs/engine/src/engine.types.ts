import type { ExplanationPart, Fact, MatchFigures, VacancyMatchView, Wishes } from '#contracts';
import type { MatchingModel } from './model/model.types.js';

export type ConceptRelation = ExplanationPart['relation'];
export type FitPart = ExplanationPart['part'];
export type Check = MatchFigures['checks'][number];
export type KnockOut = Check['reason'];
export type Eligibility = MatchFigures['eligibility'];

/** What the engine asks of a taxonomy. All answers must be stable for the engine's lifetime. */
export interface ConceptGraph {
  /**
   * The demanded concepts that a person's `conceptId` earns credit for, and how the person's concept stands to each: `narrower` = the person's is the
   * narrower one; `substitute-75` = an employer who asks for that occupation can take the person's instead in most cases. Itself need not be listed.
   */
  creditRelations(conceptId: string): readonly { conceptId: string; relation: ConceptRelation }[];
  /** Every broader concept, nearest first; for an occupation its group and field, for a driving licence those that it includes. */
  ancestors(conceptId: string): readonly string[];
  /** The SSYK 2012 four-digit group of an occupation. */
  occupationGroupOf(conceptId: string): string | undefined;
  /** The skills that are usual in an occupation's group: what holding it implies. */
  usualSkills(occupationId: string): readonly string[];
  /** 1 to 6 (first digit of SUN 2000 level) where the concept is an education level; undefined where it is a field. */
  educationLevelOf?(conceptId: string): number | undefined;
}

/** What the engine asks of geography. Distances are one way and are rounded to whole km and minutes. */
export interface Geography {
  municipality(code: string): { code: string; countyCode: string; labourMarketRegionId: string } | undefined;
  km(from: string, to: string): number;
  minutes(from: string, to: string): number;
}

/** Concept rarity, frozen: the same snapshot gives the same points for ever. */
export interface IdfSnapshot {
  readonly id: string;
  /** 100 (everybody has it) to 400 (nobody has it). */
  weight(conceptId: string): number;
}

export type EngineFact = Readonly<Pick<Fact, 'id' | 'kind' | 'conceptId' | 'level' | 'years' | 'origin' | 'span'>>;

/** All that is known of a person here. There is no field for a name, sex, age, origin, family or text: they cannot be ranked by. */
export interface EngineProfile {
  readonly profileId: string;
  /** False: kept for `match` and `explain`, never listed. */
  readonly rankable: boolean;
  readonly homeMunicipality: string | null;
  readonly facts: readonly EngineFact[];
  readonly wishes: Readonly<Wishes>;
}

export type EngineDemand = Readonly<
  Pick<
    VacancyMatchView['demands'][number],
    'id' | 'kind' | 'conceptId' | 'necessity' | 'level' | 'years' | 'weight' | 'origin' | 'span' | 'either'
  >
>;

export interface EngineVacancy {
  readonly vacancyId: string;
  /** False: kept for `rankProfiles`, `match` and `explain`, never listed. */
  readonly rankable: boolean;
  readonly employerId: string;
  readonly occupationId: string | null;
  readonly demands: readonly EngineDemand[];
  readonly municipalities: readonly string[];
  readonly remote: boolean;
  readonly employmentTypeId: string | null;
  readonly extent: { readonly min: number; readonly max: number } | null;
  readonly pay: { readonly min: number | null; readonly max: number | null } | null;
  readonly deadline: string | null;
  readonly start: string | null;
}

export interface EngineParts {
  readonly model: MatchingModel;
  readonly graph: ConceptGraph;
  readonly geography: Geography;
  readonly idf: IdfSnapshot;
}
