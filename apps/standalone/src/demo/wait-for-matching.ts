import { setTimeout as delay } from 'node:timers/promises';
import { matchingApi, profileApi, vacancyApi } from '#contracts';
import type { ApiClient } from '../cli/api-client.js';

const patienceMs = 60_000;

/** Waits until every demo person and vacancy has travelled through the queues and is ranked and found. */
export async function waitForMatching(client: ApiClient): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const [{ profiles, vacancies }, people, open] = await Promise.all([
      client.call(matchingApi.matchingInfo),
      client.call(profileApi.listProfiles, { query: { limit: 1 } }),
      client.call(vacancyApi.searchVacancies, { query: { limit: 1 } }),
    ]);
    if (profiles >= people.total && vacancies > 0 && open.total >= vacancies) return;
    if (Date.now() > deadline)
      throw new Error(`matching has ${profiles} of ${people.total} people after ${patienceMs / 1000} s`);
    await delay(250);
  }
}
