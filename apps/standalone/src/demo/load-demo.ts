import { readFile } from 'node:fs/promises';
import { profileApi, vacancyApi } from '#contracts';
import { accountSubject, demoNamespace } from '#platform';
import type { ApiClient } from '../cli/api-client.js';
import { importAds } from '../cli/import-ads.js';
import { importProfiles } from '../cli/import-profiles.js';
import { demoAccounts, demoFile } from './demo-region.js';
import { withDates } from './with-dates.js';

const subjectOf = (accountId: string): string => accountSubject(demoNamespace, accountId);

async function* demoText(file: Parameters<typeof demoFile>[0], today: Date): AsyncIterable<string> {
  yield withDates(await readFile(demoFile(file), 'utf8'), today);
}

/** Loads the demo region through the same operations as any other data. Again changes nothing. */
export async function loadDemo(client: ApiClient, today = new Date()): Promise<{ vacancies: number; people: number }> {
  const accounts = demoAccounts();
  const owners = new Map(accounts.flatMap(({ id, profile }) => (profile ? [[profile, subjectOf(id)]] : [])));
  const ads = await importAds(client, demoText('ads.ndjson', today), { source: 'demo', demo: true, today });
  const people = await importProfiles(client, demoText('people.ndjson', today), {
    demo: true,
    subjectOf: (reference) => owners.get(reference) ?? null,
  });
  const rejects = [...ads.rejected, ...people.rejected];
  if (rejects.length > 0)
    throw new Error(
      `the demo region has records that are rejected, the first in line ${rejects[0]!.line}: ${rejects[0]!.reason}`,
    );
  const employers = await demoEmployers(client);
  for (const { id, employer } of accounts) {
    if (!employer) continue;
    const employerId = employers.get(employer);
    if (!employerId) throw new Error(`the demo region has no employer ${employer}`);
    await client.call(vacancyApi.addMember, { params: { employerId, subject: subjectOf(id) } });
  }
  return { vacancies: ads.read, people: people.read };
}

async function demoEmployers(client: ApiClient): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let offset = 0; ; offset += 100) {
    const { total, items } = await client.call(vacancyApi.listEmployers, { query: { limit: 100, offset } });
    for (const { id, name, demo } of items) if (demo) found.set(name, id);
    if (offset + 100 >= total) return found;
  }
}

export async function removeDemo(client: ApiClient): Promise<{ vacancies: number; people: number }> {
  const people = await client.call(profileApi.removeDemoProfiles);
  const vacancies = await client.call(vacancyApi.removeDemoVacancies);
  return { vacancies: vacancies.removed, people: people.removed };
}
