import type { Counterfactual, ExplanationPart, MatchFigures } from '#contracts';
import type { EngineProfile, EngineVacancy } from './engine.types.js';
import type { Section } from './snapshot/snapshot-format.js';
import type { BulkLists, BulkQuery, CountQuery, Ranking, RankQuery, Widening, WidenQuery } from './lists.types.js';

export interface Explanation extends MatchFigures {
  /** Sums exactly to `employerFit`. */
  employerParts: ExplanationPart[];
  /** Sums exactly to `seekerFit`. */
  seekerParts: ExplanationPart[];
}

/** What computes the lists: plain TypeScript, or WebAssembly with vector instructions on shared memory. Both give the same, to the bit. */
export type KernelName = 'plain' | 'wasm-simd';

export interface EngineOptions {
  /** `auto`, the default: the fastest that this machine has. A kernel that is asked for by name and cannot run throws. */
  readonly kernel?: KernelName | 'auto';
  /** Slots in a segment of the kernel's index, 16 to 65,536: how much is packed at a time. For tests; the default is measured. */
  readonly segmentSlots?: number;
  /** Told, once in a process, why the plain one took over. */
  readonly onFallback?: (why: string) => void;
}

/** Takes over what was saved, section by section; `end` makes whatever could not be taken over as it was. */
export interface Restoring {
  take(section: Section): void;
  end(): void;
}

/** Versions and positions that a snapshot is saved with, such as the taxonomy's hash and how far the projections were followed. */
export type SnapshotAbout = Readonly<Record<string, string>>;

/**
 * Exact two-way matching. Where a profile or vacancy is asked for, an id names a stored one (`UnknownIdError` if there is none) and an object is used as
 * it stands. Writes are visible in the next question. Lists are ordered by score, then by id in code-unit order.
 */
export interface MatchingEngine {
  readonly kernel: KernelName;
  upsertProfile(profile: EngineProfile): void;
  /** Nothing happens when there is no such profile. */
  removeProfile(profileId: string): void;
  upsertVacancy(vacancy: EngineVacancy): void;
  removeVacancy(vacancyId: string): void;
  hasProfile(profileId: string): boolean;
  hasVacancy(vacancyId: string): boolean;
  /** Stored ones, rankable or not. */
  readonly profileCount: number;
  readonly vacancyCount: number;
  rankProfiles(vacancy: string | EngineVacancy, query: RankQuery): Ranking;
  rankVacancies(profile: string | EngineProfile, query: RankQuery): Ranking;
  match(profile: string | EngineProfile, vacancy: string | EngineVacancy): MatchFigures;
  explain(profile: string | EngineProfile, vacancy: string | EngineVacancy): Explanation;
  /** `explain` for many people and one vacancy, which is prepared once; in their order. */
  explainProfiles(vacancy: string | EngineVacancy, profiles: readonly (string | EngineProfile)[]): Explanation[];
  /** `explain` for many vacancies and one person. */
  explainVacancies(profile: string | EngineProfile, vacancies: readonly (string | EngineVacancy)[]): Explanation[];
  /** Changes of one fact that raise the fit or settle the eligibility, most gain for least effort first. */
  counterfactuals(profile: string | EngineProfile, vacancy: string | EngineVacancy, limit: number): Counterfactual[];
  /** How many profiles are eligible or unknown, if need be as if one demand were not there. */
  countProfiles(vacancy: string | EngineVacancy, query?: CountQuery): number;
  /** How many vacancies the profile is eligible for, or not known not to be. */
  countVacancies(profile: string | EngineProfile, query: CountQuery & { readonly today: string }): number;
  /** Where too few people are on a vacancy's list: which demand, or part of the filter, given up alone would bring how many. */
  widenProfiles(vacancy: string | EngineVacancy, query: WidenQuery): Widening;
  /** The same for a person's list: which wish, filter or kind of knock-out. */
  widenVacancies(profile: string | EngineProfile, query: WidenQuery & { readonly today: string }): Widening;
  /** Whose lists `bulk` makes: the rankable ones, in code-unit order. */
  listIds(lists: BulkQuery['lists']): readonly string[];
  /** The lists of many at once. A write in between counts for the lists after it. */
  bulk(query: BulkQuery): Promise<BulkLists>;
  /** Everything held, as the chunks of a file; `readSnapshot` makes an engine of it. */
  snapshot(about: SnapshotAbout): Iterable<Uint8Array>;
  /** For `readSnapshot`: takes the sections of a file into an empty engine. */
  restoring(): Restoring;
}
