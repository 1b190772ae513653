import type { Concept } from './concept.js';

/** A concept as a snapshot carries it. */
export interface SnapshotConcept extends Concept {
  /** Other ids and names that mean this concept to a machine: older JobTech ids, legacy ids, JobTech's full label where ours is shorter. */
  readonly references: readonly string[];
}

/** Where a municipality lies. */
export interface SnapshotPlace {
  readonly municipality: string;
  /** Degrees, WGS 84, of the municipality's seat. */
  readonly latitude: number;
  readonly longitude: number;
  readonly labourMarketRegion: string;
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

/** Skills that a source relates to an SSYK-4 group or an occupation, certificates and rare ones among them: to offer, not to infer. */
export interface RelatedSkills {
  readonly concept: string;
  readonly skills: readonly string[];
}

/** The ISCO-08 groups that an SSYK-4 group answers to. */
export interface IscoGroups {
  readonly group: string;
  readonly isco: readonly string[];
}

/** Two concepts of one kind that mean the same; holds both ways. */
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
  /** The source's own version, or the hash of what was read of it. */
  readonly version?: string;
}

/** A whole taxonomy as plain JSON: immutable and versioned. The order of `concepts` counts: of two concepts with one name, the first is meant. */
export interface TaxonomySnapshot {
  readonly format: typeof snapshotFormat;
  readonly version: string;
  readonly sources: readonly TaxonomySource[];
  readonly concepts: readonly SnapshotConcept[];
  readonly places: readonly SnapshotPlace[];
  readonly substitutions: readonly Substitution[];
  readonly usualSkills: readonly UsualSkills[];
  readonly exactMatches: readonly ExactMatch[];
  readonly relatedSkills?: readonly RelatedSkills[];
  readonly iscoGroups?: readonly IscoGroups[];
}

export const snapshotFormat = 'rallare-taxonomy/1';
