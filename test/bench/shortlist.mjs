// How long an employer waits for 50 candidates with their evidence, among many people, at a steady load through the gateway:
// npm run bench:shortlist [-- --profiles 100000] [--per-second 50] [--seconds 20]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { isRankedDemand } from '../../dist/libs/contracts/src/index.js';
import { startEmbeddedPostgres } from '../../dist/libs/platform/src/postgres/index.js';
import { loadTaxonomy } from '../../dist/libs/taxonomy/src/index.js';
import { machine, printTable, quantile } from './support/figures.mjs';
import { openLoop } from './support/open-loop.mjs';
import { processorTimes } from './support/processor-time.mjs';
import { readAll } from './support/reading.mjs';
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
    { env: { DATABASE_URL: server.superuserUrl('postgres') }, timeoutMs: 590_000 },
    async ({ url, api, services }) => {
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
      const cookie = employer.cookie();
      const get = (path) => readAll(`${url}/api${path}`, { cookie });
      // One list after another with a weight that nobody asked with before: nothing of it was made already.
      const weighed = weighedLists(await Promise.all(vacancies.map(({ id }) => employer('GET', `/vacancies/${id}`))));
      const measured = [
        ['/health/live', () => readAll(`${url}/health/live`)],
        ['a frozen shortlist of 50', (n) => get(`/shortlists/${turn(lists, n).id}`)],
        ['50 candidates ranked', (n) => get(`/vacancies/${turn(vacancies, n).id}/candidates?limit=50`)],
        ['50 candidates ranked and explained', () => get(weighed())],
      ];
      const rows = [];
      let bare;
      for (const [name, request] of measured) {
        await openLoop({ ...load, seconds: 2 }, request);
        const before = processorTimes(services);
        const times = await openLoop(load, request);
        const after = processorTimes(services);
        const figures = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
        bare ??= figures;
        const spent = ['gateway', 'matching'].map((service) =>
          service in after ? ((after[service] - before[service]) / times.length).toFixed(1) : '',
        );
        const goal = figures === bare ? '' : figures[1] <= goalMs ? 'met' : 'not met';
        const ratios = [0, 1].map((at) => (figures[at] / bare[at]).toFixed(1));
        rows.push([name, times.length, ...figures.map((one) => one.toFixed(1)), ...ratios, ...spent, goal]);
      }
      const head = ['p50 ms', 'p95 ms', 'p99 ms', 'p50 / bare', 'p95 / bare', 'gateway ms', 'matching ms'];
      printTable(['', 'n', ...head, `p95 <= ${goalMs}`], rows);
      console.log('(gateway, matching: processor time of a request)');
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

/** Every demand's weights in turn, over and over with another: some thousands of questions before one comes again. */
function weighedLists(vacancies) {
  const asked = vacancies
    .map(({ id, demands }) => ({
      id,
      demands: demands.filter((one) => isRankedDemand(one) && one.origin !== 'rejected'),
    }))
    .filter(({ demands }) => demands.length >= 3);
  let number = 0;
  return () => {
    const { id, demands } = asked[number % asked.length];
    const round = Math.floor(number++ / asked.length);
    const weights = demands.slice(0, 3).map((demand, at) => `${demand.id}:${(Math.floor(round / 10 ** at) % 10) + 1}`);
    return `/vacancies/${id}/candidates?limit=50&${weights.map((one) => `weight=${one}`).join('&')}`;
  };
}

async function ownVacancies(employer) {
  const { items: employers } = await employer('GET', '/employers');
  const lists = await Promise.all(employers.map(({ id }) => employer('GET', `/employers/${id}/vacancies?limit=50`)));
  const open = lists.flatMap(({ items }) => items).filter(({ status }) => status === 'published');
  if (open.length === 0) throw new Error('the employer of the demo region has no published vacancy');
  return open;
}
