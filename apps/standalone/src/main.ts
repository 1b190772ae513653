import { readFileSync } from 'node:fs';
import { profileApi } from '#contracts';
import { ConfigError } from '#platform';
import { ApiClient } from './cli/api-client.js';
import { explain } from './cli/explain.js';
import { readEnvironment, type StandaloneConfig } from './config.js';
import { demoLoad, markDemoLoaded } from './demo/demo-mark.js';
import { loadDemo } from './demo/load-demo.js';
import { waitForMatching } from './demo/wait-for-matching.js';
import { Stopped } from './processes/supervised.js';
import { report } from './report.js';
import { System } from './system.js';
import { print, step } from './terminal.js';

/** On the first start, and again before its dates pass; what an operator has removed stays away. */
async function keepDemo({ DEMO, RALLARE_DATA }: StandaloneConfig, client: ApiClient): Promise<void> {
  const now = new Date();
  const loaded = demoLoad(RALLARE_DATA, now);
  if (!DEMO || loaded === 'fresh') return;
  if (loaded === 'old') {
    const { total } = await client.call(profileApi.listProfiles, { query: { demo: 'true', limit: 1 } });
    if (total === 0) return;
  }
  const { vacancies } = await step(
    'demo region',
    () => loadDemo(client, now),
    (count) => `${count.vacancies} vacancies, ${count.people} people`,
  );
  if (loaded === 'never')
    await step(
      'matching',
      () => waitForMatching(client, vacancies),
      (done) => (done ? '' : 'goes on in the background'),
    );
  markDemoLoaded(RALLARE_DATA, now);
}

async function main(): Promise<void> {
  const config = readEnvironment();
  const system = new System(config);
  let told = false;
  const stop = (signal: string): void => {
    if (told) return;
    told = true;
    print(`\n${signal}: stopping …`);
    void system.stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  const started = performance.now();
  let url: string | undefined;
  try {
    const run = await system.start();
    url = run.url;
    const client = new ApiClient(url, readFileSync(run.operatorTokenFile, 'utf8').trim());
    await keepDemo(config, client);
    system.announce(run);
    print(`\nRallare runs at ${url} (ready after ${((performance.now() - started) / 1000).toFixed(1)} s)`);
    await report(client, config.DEMO && !config.OIDC_ISSUER, run);
  } catch (error) {
    if (told) return;
    told = true;
    if (!(error instanceof Stopped)) print(`\nRallare did not start: ${startFailure(error, url)}`);
    await system.stop();
    process.exit(1);
  }
}

/** What a service said before it ended keeps its lines; the rest is one. */
const startFailure = (error: unknown, url: string | undefined): string =>
  error instanceof Error && error.constructor === Error ? error.message : explain(error, url);

// Whoever reads the output may go before the system does.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  await main();
} catch (error) {
  print(error instanceof ConfigError ? error.message : String(error));
  process.exit(1);
}
