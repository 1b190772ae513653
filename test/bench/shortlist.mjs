// How long an employer waits for 50 candidates with their evidence, among many people, at a steady load through the gateway:
// npm run bench:shortlist [-- --profiles 100000] [--per-second 50] [--seconds 20]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/libs/platform/src/postgres/index.js';
import { loadTaxonomy } from '../../dist/libs/taxonomy/src/index.js';
import { machine, printTable, quantile } from './support/figures.mjs';
import { openLoop } from './support/open-loop.mjs';
import { seededPeople } from './support/seeded-people.mjs';
import { signedIn } from './support/signed-in.mjs';
import { withSystem } from './support/system.mjs';

const { values } = parseArgs({
  options: {
    profiles: { type: 'string', default: '100000' },
    'per-second': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
  },
});
const bounded = (text, low, high) => Math.min(Math.max(Math.trunc(Number(text)) || low, low), high);
const people = bounded(values.profiles, 1000, 1_000_000);
const load = { perSecond: bounded(values['per-second'], 1, 200), seconds: bounded(values.seconds, 5, 120) };
const seed = 20_261_124;
const rankedTimeoutMs = 240_000;
const inOneStatement = 2000;
const goalMs = 60;

const folder = mkdtempSync(join(tmpdir(), 'rallare-bench-pg-'));
const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'fast' });
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  await withSystem(
    { env: { DATABASE_URL: server.superuserUrl('postgres') }, timeoutMs: 540_000 },
    async ({ url, api }) => {
      const before = (await api('GET', '/matching')).profiles;
      const begun = performance.now();
      // The owner knows none of these people: all is measured before matching is compared with it, some minutes after its start.
      await insertPeople(server.superuserUrl('rallare_matching'));
      const inserted = performance.now();
      await untilRanked(api, before + people);
      const ranked = performance.now();
      const { engine } = await api('GET', '/matching');
      console.log(
        `${people} people, ${load.perSecond} requests a second for ${load.seconds} s, engine ${engine}; ${machine()}`,
      );
      console.log(`inserted in ${seconds(inserted - begun)}, ranked ${seconds(ranked - inserted)} later\n`);
      const employer = await signedIn(url, 'jonas');
      const vacancies = await ownVacancies(employer);
      const lists = [];
      for (const { id } of vacancies) lists.push(await employer('POST', `/vacancies/${id}/shortlists`, { size: 50 }));
      const turn = (all, number) => all[number % all.length];
      const measured = [
        ['bare round trip', () => employer('GET', '/taxonomy')],
        ['a frozen shortlist of 50', (n) => employer('GET', `/shortlists/${turn(lists, n).id}`)],
        [
          '50 candidates ranked anew',
          (n) => employer('GET', `/vacancies/${turn(vacancies, n).id}/candidates?limit=50`),
        ],
      ];
      const rows = [];
      let bare;
      for (const [name, request] of measured) {
        await openLoop({ ...load, seconds: 2 }, request);
        const times = await openLoop(load, request);
        bare ??= quantile(times, 0.5);
        const figures = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
        const goal = name === 'bare round trip' ? '' : figures[1] <= goalMs ? 'met' : 'not met';
        rows.push([name, times.length, ...figures.map((one) => one.toFixed(1)), (figures[0] / bare).toFixed(1), goal]);
      }
      printTable(['', 'n', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 / bare', `p95 <= ${goalMs}`], rows);
    },
  );
} finally {
  await server.stop();
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

async function insertPeople(databaseUrl) {
  const next = seededPeople(loadTaxonomy(), seed);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    for (let made = 0; made < people; made += inOneStatement) {
      const views = Array.from({ length: Math.min(inOneStatement, people - made) }, next);
      await client.query(
        `INSERT INTO profile_projection (id, revision, view)
         SELECT (view ->> 'profileId')::uuid, 1, view FROM jsonb_array_elements($1::jsonb) AS view`,
        [JSON.stringify(views)],
      );
    }
  } finally {
    await client.end();
  }
}

async function untilRanked(api, wanted) {
  for (
    const deadline = Date.now() + rankedTimeoutMs;
    (await api('GET', '/matching')).profiles < wanted;
    await delay(500)
  )
    if (Date.now() > deadline) throw new Error(`not all people are ranked after ${seconds(rankedTimeoutMs)}`);
}

async function ownVacancies(employer) {
  const { items: employers } = await employer('GET', '/employers');
  const lists = await Promise.all(employers.map(({ id }) => employer('GET', `/employers/${id}/vacancies?limit=50`)));
  const open = lists.flatMap(({ items }) => items).filter(({ status }) => status === 'published');
  if (open.length === 0) throw new Error('the employer of the demo region has no published vacancy');
  return open;
}
