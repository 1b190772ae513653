import { setTimeout as delay } from 'node:timers/promises';
import { matchingApi, profileApi, vacancyApi } from '#contracts';
import { isUnavailable } from '#platform';
import type { ApiClient } from '../cli/api-client.js';

const patienceMs = 60_000;

/** Waits until the people and so many vacancies have travelled through the queues, and are ranked and found. @returns whether they have; a slow machine may need longer. */
export async function waitForMatching(client: ApiClient, wanted: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (await isThere(client, wanted)) return true;
    if (Date.now() > deadline) return false;
    await delay(250);
  }
}

async function isThere(client: ApiClient, wanted: number): Promise<boolean> {
  try {
    const [ranked, people, found] = await Promise.all([
      client.call(matchingApi.matchingInfo),
      client.call(profileApi.listProfiles, { query: { limit: 1 } }),
      client.call(vacancyApi.searchVacancies, { query: { limit: 1 } }),
    ]);
    return ranked.profiles >= people.total && ranked.vacancies >= found.total && found.total >= wanted;
  } catch (error) {
    // A service that is busy with what was just loaded may answer late.
    if (isUnavailable(error)) return false;
    throw error;
  }
}
