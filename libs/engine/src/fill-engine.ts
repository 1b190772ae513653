import { setImmediate } from 'node:timers/promises';
import type { EngineProfile, EngineVacancy } from './engine.types.js';
import type { MatchingEngine } from './matching-engine.types.js';

export interface EngineSource {
  readonly profiles: AsyncIterable<readonly EngineProfile[]> | Iterable<readonly EngineProfile[]>;
  readonly vacancies: AsyncIterable<readonly EngineVacancy[]> | Iterable<readonly EngineVacancy[]>;
}

/** Fills an engine batch by batch, letting others work in between, and says how far it is. */
export async function fillEngine(
  engine: MatchingEngine,
  { profiles, vacancies }: EngineSource,
  onProgress: (done: { readonly profiles: number; readonly vacancies: number }) => void = () => undefined,
): Promise<void> {
  const done = { profiles: 0, vacancies: 0 };
  for await (const batch of vacancies) {
    for (const vacancy of batch) engine.upsertVacancy(vacancy);
    done.vacancies += batch.length;
    onProgress({ ...done });
    await setImmediate();
  }
  for await (const batch of profiles) {
    for (const profile of batch) engine.upsertProfile(profile);
    done.profiles += batch.length;
    onProgress({ ...done });
    await setImmediate();
  }
}
