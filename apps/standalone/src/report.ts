import { matchingApi, profileApi, vacancyApi, type ExplanationPart, type VacancySummary } from '#contracts';
import type { ApiClient } from './cli/api-client.js';
import { evidenceLine, labelsOf } from './cli/match.js';
import { demoAccounts, type DemoAccount } from './demo/demo-region.js';
import type { RunFile } from './run-file.js';
import { print } from './terminal.js';

interface Ranked {
  readonly title: string;
  readonly fit: number;
  readonly evidence: readonly ExplanationPart[];
}

const shown = 3;
const pageSize = 100;

/** Prints what a newcomer wants to know: as whom to sign in, and that the system really matches. */
export async function report(client: ApiClient, demo: boolean, run: RunFile): Promise<void> {
  const { url, openDataUrl, operatorTokenFile } = run;
  if (demo) {
    const references = await demoReferences(client);
    if (references.size > 0) {
      print();
      print('Sign in there as one of the invented people of the demo region:');
      const names = demoAccounts().map(({ name }) => name.length);
      for (const { name, sees } of demoAccounts()) print(`  ${name.padEnd(Math.max(...names))}  ${sees.en}`);
      await reportSeeker(client, references);
      await reportVacancy(client, references);
    }
  }
  print();
  print(`Open data for other programs, as JobSearch and JobStream answer: ${openDataUrl} (described at /openapi.json)`);
  print(`The API is described at ${url}/api/docs; the operator’s commands by npm run rallare -- help`);
  print(`(token in ${operatorTokenFile}). Ctrl-C stops everything.`);
}

/** Ids of the demo people's profiles, with the references that they were imported under. */
async function demoReferences(client: ApiClient): Promise<Map<string, string>> {
  const references = new Map<string, string>();
  for (let offset = 0; ; offset += pageSize) {
    const query = { demo: 'true', limit: pageSize, offset } as const;
    const { total, items } = await client.call(profileApi.listProfiles, { query });
    for (const { id, reference } of items) references.set(id, reference ?? id.slice(0, 8));
    if (offset + pageSize >= total) return references;
  }
}

/** The best vacancies of the first demo person who looks for work. */
async function reportSeeker(client: ApiClient, references: ReadonlyMap<string, string>): Promise<void> {
  const account = demoAccounts().find(({ profile }) => profile !== undefined);
  const profileId = [...references].find(([, reference]) => reference === account?.profile)?.[0];
  if (!account || !profileId) return;
  const { items, total } = await client.call(matchingApi.inspectProfile, {
    params: { profileId },
    query: { limit: shown },
  });
  const ranked = items.map(({ vacancy, fit, evidence }) => ({ title: titleOf(vacancy), fit, evidence }));
  await printRanked(
    client,
    `Best of ${total} vacancies for ${account.name}, with fit (0 to 100) and evidence:`,
    ranked,
  );
}

/** The best candidates of a vacancy of the first demo employer. */
async function reportVacancy(client: ApiClient, references: ReadonlyMap<string, string>): Promise<void> {
  const account = demoAccounts().find(({ employer }) => employer !== undefined);
  const vacancy = account && (await newestVacancy(client, account));
  if (!vacancy) return;
  const { items, total } = await client.call(matchingApi.inspectVacancy, {
    params: { vacancyId: vacancy.id },
    query: { limit: shown },
  });
  const ranked = items.map(({ profileId, fit, evidence }) => ({
    title: references.get(profileId) ?? 'a candidate',
    fit,
    evidence,
  }));
  await printRanked(client, `Best of ${total} candidates for ${titleOf(vacancy)}:`, ranked);
}

async function newestVacancy(client: ApiClient, { employer }: DemoAccount): Promise<VacancySummary | undefined> {
  const query = { q: employer!, sort: 'newest', limit: 50 } as const;
  const { items } = await client.call(vacancyApi.searchVacancies, { query });
  return items.find((one) => one.demo && one.employer.name === employer);
}

const titleOf = ({ headline, employer }: VacancySummary): string => `“${headline}” (${employer.name})`;

async function printRanked(client: ApiClient, heading: string, ranked: readonly Ranked[]): Promise<void> {
  const labels = await labelsOf(
    client,
    ranked.flatMap(({ evidence }) => evidence),
  );
  print();
  print(heading);
  for (const { fit, title, evidence } of ranked) {
    print(`  ${String(fit).padStart(3)}  ${title}`);
    print(`       ${evidenceLine(evidence.find(({ vacancySpan }) => vacancySpan) ?? evidence[0], labels)}`);
  }
  if (ranked.length === 0) print('  none yet');
}
