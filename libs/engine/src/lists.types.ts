import type { MatchFigures, RankBy } from '#contracts';
import type { KnockOut } from './engine.types.js';

/** Narrows a list before anything is counted. Every field given must hold; within a field any value will do. Empty lists are ignored. */
export interface RankFilter {
  /** Places: a vacancy's, or a person's home. Municipalities and counties widen each other. */
  readonly municipalities?: readonly string[];
  readonly counties?: readonly string[];
  /** An occupation, group or field: the vacancy's occupation, or one that the person has held, is or lies within it. */
  readonly occupationFields?: readonly string[];
  /** Vacancies: remote or not. People: accept remote work or not. */
  readonly remote?: boolean;
  /** Vacancies only. */
  readonly employerIds?: readonly string[];
  /** Percent of full time: the vacancy offers, or the person wants, at least so much. People who have not said pass. */
  readonly extentMin?: number;
}

export interface RankQuery {
  readonly rankBy: RankBy;
  /** 1 to 10,000. */
  readonly limit: number;
  /** How many of the best to leave out; not together with `after`. */
  readonly offset?: number;
  /** `next` of the page before: what comes after it. Pages that follow one another this way have neither gaps nor repeats, also where the list changes meanwhile. */
  readonly after?: string;
  /** `YYYY-MM-DD`: vacancies whose last day to apply is before it are not listed. */
  readonly today: string;
  readonly filter?: RankFilter;
  /** Demand weights for this question only, 0 (left out) to 10, by demand id. For `rankProfiles`. */
  readonly weights?: Readonly<Record<string, number>>;
}

export interface Ranking {
  /** How many are on the whole list: eligible, or not known not to be. */
  readonly total: number;
  readonly items: MatchFigures[];
  /** Those taken off, each counted once, under the first of the knock-outs that it fails. */
  readonly removed: Record<KnockOut, number>;
  /** What to ask the next page with, as `after`; null where the list ends here. */
  readonly next: string | null;
}

/** What to count by: a question without a page. */
export interface CountQuery {
  /** `YYYY-MM-DD`. Only lists of vacancies depend on it. */
  readonly today?: string;
  readonly filter?: RankFilter;
  /** As in `RankQuery`. */
  readonly weights?: RankQuery['weights'];
  /** As if this demand were not there. */
  readonly withoutDemandId?: string;
}

export interface WidenQuery extends Omit<CountQuery, 'withoutDemandId'> {
  /** Fewer than this are too few: 1 to 10,000. */
  readonly wanted: number;
}

/** One thing that could be given up. */
export type Loosening =
  /** A requirement of the vacancy, with all of its alternatives. */
  | { readonly kind: 'demand'; readonly reason: KnockOut; readonly demandIds: readonly string[] }
  /** The vacancy could be done remotely. */
  | { readonly kind: 'remote-offered' }
  /** The person would travel further: `to` in all. */
  | { readonly kind: 'reach'; readonly unit: 'minutes' | 'km'; readonly to: number }
  /** The person would move anywhere. */
  | { readonly kind: 'would-move' }
  /** Vacancies did not ask for what the person fails of this kind. */
  | { readonly kind: 'knock-out'; readonly reason: Exclude<KnockOut, 'reach'> }
  /** A part of the question's filter. Municipalities and counties are one part. */
  | { readonly kind: 'filter'; readonly field: 'place' | 'occupationFields' | 'remote' | 'employerIds' | 'extentMin' };

/** How thin a market is, and what single change would make it how much less so. */
export interface Widening {
  readonly total: number;
  readonly wanted: number;
  /** Empty where there are enough. Each was computed by asking again with it, alone; those that bring nobody are left out; most first. */
  readonly loosened: readonly { readonly loosening: Loosening; readonly total: number; readonly more: number }[];
}

export interface BulkQuery {
  readonly lists: 'profiles-for-vacancies' | 'vacancies-for-profiles';
  readonly rankBy: RankBy;
  /** Best so many of each list: 1 to 1,000. */
  readonly limit: number;
  readonly today: string;
  /** Begin after this id, in code-unit order: `next` of the range before. */
  readonly after?: string;
  /** How many lists; all that are left where it is not given. */
  readonly count?: number;
  /** Threads to compute on, the calling one among them; 1 where it is not given, and for the plain kernel. */
  readonly threads?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Many lists, in columns. Ranges that follow one another hold exactly what the whole run holds. */
export interface BulkLists {
  /** Whose lists: the rankable ones, in code-unit order. */
  readonly ids: readonly string[];
  /** How many are on each whole list. */
  readonly totals: Int32Array;
  /** Where each list begins in the columns below; one more entry tells where the last ends. */
  readonly starts: Uint32Array;
  readonly found: readonly string[];
  readonly employerFits: Int32Array;
  readonly seekerFits: Int32Array;
  /** The last id, where more are left. */
  readonly next: string | null;
}
