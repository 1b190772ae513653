import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForMatching } from './demo/wait-for-matching.js';
import { ConfigError } from '#platform';
import { ApiClient } from './cli/api-client.js';
import { readEnvironment, type StandaloneConfig } from './config.js';
import { loadDemo } from './demo/load-demo.js';
import { report } from './report.js';
import { System } from './system.js';
import { print, step } from './terminal.js';

async function loadDemoOnce(config: StandaloneConfig, client: ApiClient): Promise<void> {
  const mark = join(config.RALLARE_DATA, 'demo-loaded');
  if (!config.DEMO || existsSync(mark)) return;
  await step(
    'demo region',
    () => loadDemo(client),
    ({ vacancies, people }) => `${vacancies} vacancies, ${people} people`,
  );
  await step('matching', () => waitForMatching(client));
  writeFileSync(mark, new Date().toISOString());
}

async function main(): Promise<void> {
  const config = readEnvironment();
  const system = new System(config);
  let told = false;
  const stop = (signal: string): void => {
    if (told) return;
    told = true;
    print(`\n${signal}: stopping …`);
    void system.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  try {
    const run = await system.start();
    const client = new ApiClient(run.url, readFileSync(run.operatorTokenFile, 'utf8').trim());
    await loadDemoOnce(config, client);
    system.announce(run);
    if (config.DEMO) await report(client, run.url, run.operatorTokenFile);
    else print(`\nRallare runs at ${run.url}`);
  } catch (error) {
    if (told) return;
    print(`\nRallare did not start: ${error instanceof Error ? error.message : String(error)}`);
    await system.stop();
    process.exit(1);
  }
}

try {
  await main();
} catch (error) {
  print(error instanceof ConfigError ? error.message : String(error));
  process.exit(1);
}
