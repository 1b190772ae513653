import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brokenLayerRules } from './cruise-layers.js';
import { layerRules } from './layer-rules.js';

const PACKAGES = ['zod', 'bullmq', 'ioredis', 'meilisearch', '@nestjs/common'];

/** A house in which everything is as it should be. */
const sound: Record<string, string> = {
  'libs/contracts/src/index.ts': `import { z } from 'zod'; export const ids = z; export type Fact = string;`,
  'libs/engine/src/index.ts': `import { type Fact } from '#contracts'; export const rank = (fact: Fact): Fact => fact;`,
  'libs/taxonomy/src/index.ts': `import type { Fact } from '#contracts'; export const read = (fact: Fact): Fact => fact;`,
  'libs/search/src/index.ts': `import { ids } from '#contracts'; export * from './meilisearch/adapter.js'; export { ids };`,
  'libs/search/src/meilisearch/adapter.ts': `import { client } from 'meilisearch'; export const adapter = client;`,
  'libs/messaging/src/index.ts': `import { Queue } from 'bullmq'; import { Redis } from 'ioredis'; export { Queue, Redis };`,
  'libs/platform/src/index.ts': `import { Module } from '@nestjs/common'; import { ids } from '#contracts'; export { Module, ids };`,
  'libs/taxonomy-store/src/index.ts': `import { read } from '#taxonomy'; import { Queue } from '#messaging'; export { read, Queue };`,
  'libs/embeddings/src/index.ts': `export const embed = 1;`,
  'libs/site/src/index.ts': `import type { Fact } from '#contracts'; export const frame = (fact: Fact): Fact => fact;`,
  'libs/testing/src/index.ts': `import { Redis } from 'ioredis'; export { Redis };`,
  'apps/matching/src/main.ts': `import { rank } from '#engine'; import { Queue } from '#messaging'; console.log(rank, Queue);`,
  'apps/matching/test/main.int-spec.ts': `import { Redis } from '#testing'; console.log(Redis);`,
  'apps/profile/src/main.ts': `import { Module } from '#platform'; export const main = Module;`,
  'apps/web/src/main.tsx': `import { ids } from '#contracts'; import { frame } from '#site'; export const main = [ids, frame];`,
};

/** One violation for each rule, as a file of its own in that house. */
const planted: Record<string, [file: string, source: string]> = {
  'no-cycles': ['libs/platform/src/egg.ts', `import { hen } from './hen.js'; export const egg = () => hen;`],
  'no-unresolvable': ['libs/platform/src/lost.ts', `import { lost } from './nowhere.js'; export { lost };`],
  'sources-only': [
    'apps/profile/src/old.ts',
    `import { old } from '../../../dist/libs/platform/old.js'; export { old };`,
  ],
  'apps-apart': ['apps/profile/src/shortcut.ts', `import { own } from '../../matching/src/own.js'; export { own };`],
  'libs-below-apps': [
    'libs/platform/src/upwards.ts',
    `import { main } from '../../../apps/profile/src/main.js'; export { main };`,
  ],
  'contracts-zod-only': [
    'libs/contracts/src/file.ts',
    `import { readFileSync } from 'node:fs'; export { readFileSync };`,
  ],
  'pure-without-nest': [
    'libs/engine/src/engine.module.ts',
    `import { Module } from '@nestjs/common'; export { Module };`,
  ],
  'pure-contracts-as-types': ['libs/engine/src/parse.ts', `import { ids } from '#contracts'; export { ids };`],
  'pure-alone': ['libs/engine/src/labels.ts', `import { read } from '#taxonomy'; export { read };`],
  'middle-on-contracts': ['libs/search/src/logging.ts', `import { Module } from '#platform'; export { Module };`],
  'store-on-middle': ['libs/taxonomy-store/src/fit.ts', `import { rank } from '#engine'; export { rank };`],
  'site-on-contracts': ['libs/site/src/ids.ts', `import { Module } from '#platform'; export { Module };`],
  'fit-without-vectors': ['apps/matching/src/nearest.ts', `import { embed } from '#embeddings'; export { embed };`],
  'web-on-contracts': ['apps/web/src/score.tsx', `import { rank } from '#engine'; export { rank };`],
  'queues-in-messaging': ['apps/matching/src/queue.ts', `import { Queue } from 'bullmq'; export { Queue };`],
  'meilisearch-in-its-adapter': [
    'libs/search/src/search.ts',
    `import type { client } from 'meilisearch'; export type { client };`,
  ],
  'product-without-testing': ['apps/matching/src/fixture.ts', `import { Redis } from '#testing'; export { Redis };`],
};

const besidePlanted: Record<string, string> = {
  'libs/platform/src/hen.ts': `import { egg } from './egg.js'; export const hen = () => egg;`,
  'dist/libs/platform/old.js': `export const old = 1;`,
  'apps/matching/src/own.ts': `export const own = 1;`,
};

const houses: string[] = [];

function build(files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'rallare-layers-')));
  houses.push(root);
  const all = { ...files };
  for (const name of PACKAGES) {
    all[`node_modules/${name}/package.json`] = JSON.stringify({
      name,
      version: '1.0.0',
      type: 'module',
      exports: './index.js',
    });
    all[`node_modules/${name}/index.js`] = 'export const z = 1, Queue = 1, Redis = 1, client = 1, Module = 1;';
  }
  for (const [file, source] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${source}\n`);
  }
  return root;
}

afterAll(() => {
  for (const root of houses) rmSync(root, { recursive: true, force: true });
});

it('nothing is found in a sound house', async () => {
  expect((await brokenLayerRules(build(sound))).broken).toEqual([]);
}, 60_000);

describe('a planted violation is caught', () => {
  let broken: string[];

  beforeAll(async () => {
    ({ broken } = await brokenLayerRules(
      build({ ...sound, ...besidePlanted, ...Object.fromEntries(Object.values(planted)) }),
    ));
  }, 60_000);

  it.each(Object.entries(planted))('%s', (rule, [file]) => {
    expect(broken.filter((line) => line.startsWith(`${rule}: ${file} → `))).toHaveLength(1);
  });

  it('and so is one for every rule that exists', () => {
    expect(Object.keys(planted).sort()).toEqual(layerRules.map(({ name }) => name).sort());
  });
});
