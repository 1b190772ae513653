import type { FactKind, FactOrigin } from '#contracts';
import type { ConceptRelation, FitPart } from '../engine.types.js';

/** Percent by level: index 0 for a level that was not said, 1 and up for the kind's own scale. */
export type LevelPercents = readonly number[];

/** Every number of the model. Percentages are whole; shares are of 10,000, and one share is worth 100 points at full credit. */
export interface MatchingModel {
  /** Raised whenever a formula changes; the numbers below change the version by themselves. */
  readonly formulas: number;
  /** How the employer's 10,000 shares are divided among what a vacancy may mention. */
  readonly employerShares: { readonly demands: number; readonly occupation: number; readonly experience: number };
  /** How the seeker's 10,000 shares are divided among what a person may wish. */
  readonly seekerShares: Readonly<Record<Exclude<FitPart, 'demand' | 'occupation' | 'experience'>, number>>;
  /** Fit, 0 to 1,000,000, of a side that says nothing at all. */
  readonly fitWhenNothingSaid: number;
  readonly necessity: { readonly requirement: number; readonly merit: number };
  readonly idf: { readonly base: number; readonly perDoubling: number; readonly cap: number };
  /** Percent of credit that a relation keeps, by kind; a relation not named keeps nothing. */
  readonly similarity: Readonly<Record<FactKind, Readonly<Partial<Record<ConceptRelation, number>>>>>;
  readonly origin: Readonly<Record<FactOrigin, number>>;
  /** Only same and exact-match concepts earn credit from an inferred fact: a guess is not stretched by a second one. */
  readonly levels: Readonly<Record<'skill' | 'language' | 'education', LevelPercents>>;
  /** An education demand with both: percent of it that the level earns; the field earns the rest. */
  readonly educationLevelPercent: number;
  /** Years beyond this earn no more. */
  readonly yearsCap: number;
  /** Credit where the vacancy does not say what a wish is about. */
  readonly notSaid: number;
  /** Percent that each place down the list of wanted occupations costs. */
  readonly wantedStep: number;
  /** Percent of a stated wish that an occupation held is worth where none is wished: most go on with what they do, yet they have not said so. */
  readonly heldOccupationPercent: number;
  readonly place: {
    readonly home: number;
    readonly named: number;
    /** Credit at the very edge of the reach; nearer is linearly better, up to 100. */
    readonly edgeOfReach: number;
    readonly wouldMove: number;
    readonly remoteWanted: number;
    readonly remotePossible: number;
    readonly sameRegion: number;
    readonly reachNotSaid: number;
    readonly elsewhereThanNamed: number;
  };
  /** Percent lost for each percentage point between the wanted and the offered extent. */
  readonly extentStep: number;
  /** A start so many days before the earliest wanted one earns nothing. */
  readonly startDays: number;
  /** Pay so many percent below the floor earns nothing. */
  readonly payPercent: number;
}
