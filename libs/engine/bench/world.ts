import type { KernelLists } from '../src/kernel/kernel-lists.js';
import { buildIdf, matchingModel, type EngineParts, type EngineProfile, type EngineVacancy } from '../src/index.js';
import { modelContext, type ModelContext } from '../src/model-context.js';
import { vacancyForm } from '../src/vacancy-form.js';
import { Seeded, syntheticGeography, syntheticGraph, syntheticProfile, syntheticVacancy } from './workload.js';

export const seed = 20_260_921;
export const today = '2026-10-01';

/** One invented region: everything follows from the seed and the two sizes. Profiles are made when they are asked for, so that a million of them need not be held. */
export class World {
  readonly vacancies: readonly EngineVacancy[];
  readonly parts: EngineParts;
  readonly context: ModelContext;

  constructor(
    readonly profileCount: number,
    readonly vacancyCount: number,
  ) {
    this.vacancies = Array.from({ length: vacancyCount }, (_, n) => syntheticVacancy(new Seeded(seed + 2 * n + 1), n));
    this.parts = {
      model: matchingModel,
      graph: syntheticGraph(seed + 1),
      geography: syntheticGeography(seed + 2),
      idf: buildIdf({ documents: vacancyCount, counts: countDemands(this.vacancies) }),
    };
    this.context = modelContext(this.parts);
  }

  profile(n: number): EngineProfile {
    return syntheticProfile(new Seeded(seed + 2 * n), n);
  }

  formOfVacancy = (n: number) => vacancyForm(this.vacancies[n]!, this.context);

  /** A spread of both sides, the same in every run. */
  vacancyAt = (n: number): number => (n * 7919) % this.vacancyCount;
  profileAt = (n: number): number => (n * 104_729) % this.profileCount;

  fill(lists: KernelLists, profiles = this.profileCount): void {
    for (let n = 0; n < this.vacancyCount; n++) lists.addVacancy(this.formOfVacancy(n));
    for (let n = 0; n < profiles; n++) lists.addProfile(this.profile(n));
  }
}

function countDemands(all: readonly EngineVacancy[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { demands } of all)
    for (const { conceptId } of demands) if (conceptId !== null) counts[conceptId] = (counts[conceptId] ?? 0) + 1;
  return counts;
}
