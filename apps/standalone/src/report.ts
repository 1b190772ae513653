import type { MatchFigures } from '#contracts';
import type { ApiClient } from './cli/api-client.js';
import { evidenceLine, labelsOf } from './cli/match.js';
import { demoAccounts } from './demo/demo-region.js';
import { matchingApi, profileApi, vacancyApi, type ExplanationPart } from '#contracts';
import { print } from './terminal.js';

type Ranked = MatchFigures & { readonly evidence: readonly ExplanationPart[] };

/** Prints what a newcomer wants to know: where to go, as whom, and that the system really matches. */
export async function report(client: ApiClient, url: string, tokenFile: string): Promise<void> {
  print();
  print(`Rallare runs at ${url}`);
  print();
  print('Sign in there as one of the invented people of the demo region:');
  for (const { name, roles, sees } of demoAccounts()) print(`  ${name} (${roles.join(', ')}): ${sees.en}`);
  await reportVacancy(client);
  print();
  print(`API: ${url}/api/docs   Operator: npm run rallare -- help (token in ${tokenFile})   Stop: Ctrl-C`);
}

/** The best three matches of one demo seeker and of one demo vacancy, asked of the running system. */
async function reportVacancy(client: ApiClient): Promise<void> {
  const found = await client.call(vacancyApi.searchVacancies, { query: { limit: 20, sort: 'newest' } });
  const vacancy = found.items.find(({ demo }) => demo);
  const { items: people } = await client.call(profileApi.listProfiles, { query: { demo: 'true', limit: 1 } });
  if (vacancy) {
    const { items } = await client.call(matchingApi.inspectVacancy, {
      params: { vacancyId: vacancy.id },
      query: { limit: 3 },
    });
    print();
    print(`Best three candidates for “${vacancy.headline}” (${vacancy.employer.name}):`);
    await printRanked(client, items, ({ profileId }) => `candidate ${profileId.slice(0, 8)}`);
  }
  const person = people[0];
  if (person) {
    const { items } = await client.call(matchingApi.inspectProfile, {
      params: { profileId: person.id },
      query: { limit: 3 },
    });
    print();
    print(`Best three vacancies for the invented person ${person.id.slice(0, 8)}:`);
    const headlines = new Map(items.map(({ vacancy: one }) => [one.id, `${one.headline} (${one.employer.name})`]));
    await printRanked(client, items, ({ vacancyId }) => headlines.get(vacancyId) ?? vacancyId);
  }
}

async function printRanked(client: ApiClient, items: readonly Ranked[], name: (item: Ranked) => string): Promise<void> {
  const labels = await labelsOf(
    client,
    items.flatMap(({ evidence }) => evidence),
  );
  for (const item of items)
    print(`  ${String(item.fit).padStart(3)}  ${name(item)}: ${evidenceLine(item.evidence[0], labels)}`);
  if (items.length === 0) print('  nobody yet');
}
