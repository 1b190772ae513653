import type { RankBy } from '#contracts';
import type { EngineProfile, KnockOut } from '../engine.types.js';
import type { RankFilter } from '../lists.types.js';
import type { KernelName } from '../matching-engine.types.js';
import type { VacancyForm } from '../vacancy-form.js';
import type { Section } from '../snapshot/snapshot-format.js';
import type { ListPosition } from './list-position.js';

/** A question, checked and with everything spelled out. */
export interface ListQuestion {
  readonly rankBy: RankBy;
  /** How many of the best to find; 0 only counts. */
  readonly k: number;
  /** Only what comes after this place on the list is found; everything is counted. */
  readonly after: ListPosition | null;
  readonly filter: RankFilter;
  /** Day number; what must be applied for before it is not listed. */
  readonly today: number;
  /** A kind of knock-out that is let through. */
  readonly ignoring: KnockOut | null;
}

export interface FoundItem {
  readonly id: string;
  readonly employerFit: number;
  readonly seekerFit: number;
}

export interface FoundList {
  readonly total: number;
  readonly removed: Record<KnockOut, number>;
  /** Best first. */
  readonly items: readonly FoundItem[];
}

/** How lists are found: what the kernels differ in. Who was added is found by the next question; an id that is added again replaces the earlier. */
export interface ListIndex {
  readonly kernel: KernelName;
  addProfile(profile: EngineProfile): void;
  removeProfile(profileId: string): void;
  addVacancy(form: VacancyForm): void;
  removeVacancy(vacancyId: string): void;
  /** Of those that can be found. */
  profileIds(): string[];
  vacancyIds(): string[];
  /** The index as it is now, for `restore` of an empty one; nothing where it is made anew from the records as quickly. */
  sections(): Iterable<Section>;
  restore(section: Section): void;
  /** Whether everything was taken over from sections. */
  readonly isRestored: boolean;
  listProfiles(vacancy: VacancyForm, question: ListQuestion): FoundList;
  listVacancies(profile: EngineProfile, question: ListQuestion): FoundList;
  /** List after list, in order, on several threads, where this index can; a write in between waits for what is under way. */
  eachProfileList?(
    count: number,
    vacancyAt: (at: number) => VacancyForm | undefined,
    question: ListQuestion,
    threads: number,
    take: (at: number, list: FoundList | undefined) => void,
  ): Promise<void>;
  eachVacancyList?(
    count: number,
    profileAt: (at: number) => EngineProfile | undefined,
    question: ListQuestion,
    threads: number,
    take: (at: number, list: FoundList | undefined) => void,
  ): Promise<void>;
}
