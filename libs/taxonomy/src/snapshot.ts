import type { Concept } from './concept.js';

/** A concept as a snapshot carries it. */
export interface SnapshotConcept extends Concept {
  /** Other ids that mean this concept: older JobTech ids, legacy ids of Arbetsförmedlingen. */
  readonly references: readonly string[];
}

/** Where a municipality lies; keyed by its concept. */
export interface SnapshotPlace {
  readonly conceptId: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly labourMarketRegionId: string;
  /** Concept ids of the municipalities that share a border. */
  readonly neighbours: readonly string[];
}

/** `from` (an occupation that somebody holds) can step in for `to`. */
export interface Substitution {
  readonly from: string;
  readonly to: string;
  readonly percentage: 25 | 75;
}

/** Skills usual in an SSYK-4 group. */
export interface UsualSkills {
  readonly group: string;
  readonly skills: readonly string[];
}

/** Two concepts of one kind that mean the same. */
export interface ExactMatch {
  readonly from: string;
  readonly to: string;
}

export interface TaxonomySource {
  readonly name: string;
  readonly url: string;
  readonly licence: string;
  /** What was taken from it. */
  readonly used: string;
}

/** A whole taxonomy as plain JSON: immutable, versioned, and hashed over its canonical form. */
export interface TaxonomySnapshot {
  readonly format: 'rallare-taxonomy/1';
  readonly version: string;
  readonly sources: readonly TaxonomySource[];
  readonly concepts: readonly SnapshotConcept[];
  readonly places: readonly SnapshotPlace[];
  readonly substitutions: readonly Substitution[];
  readonly usualSkills: readonly UsualSkills[];
  readonly exactMatches: readonly ExactMatch[];
}
