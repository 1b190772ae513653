// The search box under load, through the gateway, among many vacancies made from the real title list:
// npm run bench:search [-- --vacancies 50000] [--per-second 50] [--seconds 20]
// On Meilisearch where MEILI_URL and MEILI_MASTER_KEY are set, else on PostgreSQL. The title list lies in RALLARE_SHARED.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/libs/platform/src/postgres/index.js';
import { loadTaxonomy } from '../../dist/libs/taxonomy/src/index.js';
import { machine, printTable, quantile } from './support/figures.mjs';
import { openLoop } from './support/open-loop.mjs';
import { seededRandom, zipf } from './support/seeded-people.mjs';
import { seededVacancies } from './support/seeded-vacancies.mjs';
import { root, withSystem } from './support/system.mjs';

const { values } = parseArgs({
  options: {
    vacancies: { type: 'string', default: '50000' },
    'per-second': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
  },
});
const bounded = (text, low, high) => Math.min(Math.max(Math.trunc(Number(text)) || low, low), high);
const wanted = bounded(values.vacancies, 500, 200_000);
const load = { perSecond: bounded(values['per-second'], 1, 200), seconds: bounded(values.seconds, 2, 120) };
const seed = 20_261_124;
const employers = 800;
const inOneStatement = 1_000;
const changes = 30;
const shared = process.env.RALLARE_SHARED ?? join(root, '..', 'shared');
const titles = readFileSync(join(shared, 'data/ads/title-strings-2019/ontology_all_occupations.txt'), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line.length > 2 && line.length < 100);
const observed = readFileSync(join(shared, 'data/benchmarks/platsbanken-observed-queries/observed_queries.tsv'), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split('\t')[0]?.trim() || []);
const meili = process.env.MEILI_URL;
const engine = meili ? 'Meilisearch' : 'PostgreSQL';
/** Counted by the bare engine, too. */
const facets = ['municipality', 'county', 'occupationField', 'occupationGroup', 'employmentType', 'employer', 'remote'];
/** p95 in milliseconds that are aimed at. */
const goals = { facets: meili ? 30 : 40, typeahead: 20 };

const folder = mkdtempSync(join(tmpdir(), 'rallare-bench-pg-'));
const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'fast' });
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  const env = { DATABASE_URL: server.superuserUrl('postgres'), DEMO: '0' };
  await withSystem({ env, timeoutMs: 900_000 }, async ({ url, api }) => {
    console.log(`${wanted} vacancies on ${engine}, ${load.perSecond} requests a second; ${machine()}\n`);
    const employerIds = await insertVacancies(server.superuserUrl('rallare_vacancy'));
    const begun = performance.now();
    await rebuilt(api);
    console.log(`index of ${wanted} built anew in ${((performance.now() - begun) / 1000).toFixed(1)} s (goal 120 s)\n`);
    await measureSearches(url);
    await measureChanges(url, api, employerIds[0]);
    await removeIndexes();
  });
} finally {
  await server.stop();
}

/** Has the index built anew and follows that to its end. */
async function rebuilt(api) {
  const giveUp = performance.now() + 400_000;
  let rebuild = await api('POST', '/search/vacancies/rebuild');
  while (rebuild.state === 'running') {
    if (performance.now() > giveUp) throw new Error(`${rebuild.done} of ${rebuild.of} are in the index`);
    await delay(250);
    rebuild = await api('GET', '/search/vacancies/rebuild');
  }
  if (rebuild.state !== 'done' || rebuild.done < wanted)
    throw new Error(`the index was not built: ${JSON.stringify(rebuild)}`);
}

/** What people type, whole and half, with and without filters; each different from the one before. */
function* queries() {
  const random = seededRandom(seed + 1);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const title = zipf(titles.length, random);
  const filters = ['', '&county=25', '&near=2580&km=100', '&remote=true', '&publishedAfter=2026-11-01&extent=full'];
  for (;;) {
    const words = random() < 0.5 ? pick(observed) : titles[title()];
    const q = random() < 0.15 ? '' : random() < 0.3 ? `${words} luleå` : words;
    yield `/vacancies?q=${encodeURIComponent(q)}${pick(filters)}`;
  }
}

async function measureSearches(url) {
  const get = async (path) => {
    const response = await fetch(`${url}/api${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const searches = queries();
  const typed = queries();
  let degraded = 0;
  const search = async (path) => {
    if ((await get(path)).degraded) degraded += 1;
  };
  const bareQueries = queries();
  const bare = meili ? () => bareMeilisearch(bareQueries.next().value) : await barePostgres(bareQueries);
  const prefix = (path) => {
    const q = new URLSearchParams(path.split('?')[1]).get('q') || 'kiruna';
    return `/search-suggestions?q=${encodeURIComponent(q.slice(0, 3 + (q.length % 5)))}`;
  };
  const measured = [
    ['bare round trip', () => get('/taxonomy'), null],
    [`the bare engine (${engine})`, bare, null],
    ['search with all facets', () => search(searches.next().value), goals.facets],
    ['a word that nearly all hold', () => search('/vacancies?q=arbete'), null],
    ['typeahead', () => get(prefix(typed.next().value)), goals.typeahead],
  ];
  const rows = [];
  let engineP50;
  for (const [name, request, goal] of measured) {
    await openLoop({ ...load, seconds: 3 }, request);
    const times = await openLoop(load, request);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
    if (name.startsWith('the bare engine')) engineP50 = p50;
    const ratio = engineP50 === undefined ? '' : (p50 / engineP50).toFixed(1);
    const met = goal === null ? '' : p95 <= goal ? `${goal}: met` : `${goal}: not met`;
    rows.push([name, times.length, ...[p50, p95, p99].map((ms) => ms.toFixed(1)), ratio, met]);
  }
  printTable(['', 'n', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 / engine', 'p95 goal'], rows);
  console.log(`\n${degraded} degraded answers`);
}

/** The server's own answer to the same words with facets. */
async function bareMeilisearch(path) {
  const q = new URLSearchParams(path.split('?')[1]).get('q');
  const response = await fetch(`${meili}/indexes/vacancies/search`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.MEILI_MASTER_KEY}`,
      'content-type': 'application/json',
      'accept-encoding': 'identity',
    },
    body: JSON.stringify({ q, facets, limit: 20, attributesToRetrieve: ['id'], matchingStrategy: 'all' }),
  });
  if (!response.ok) throw new Error(await response.text());
  await response.json();
}

/** One statement that finds the same words and counts, nothing else. */
async function barePostgres(searches) {
  const pool = new pg.Pool({ connectionString: server.superuserUrl('rallare_vacancy'), max: 4 });
  pool.on('error', () => undefined);
  return async () => {
    const q = new URLSearchParams(searches.next().value.split('?')[1]).get('q');
    const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = words.length === 0 ? '' : 'WHERE found @@ $1::tsquery';
    await pool.query(
      `WITH hits AS MATERIALIZED (SELECT id, facets, published FROM search.vacancies_documents ${found})
       SELECT (SELECT count(*) FROM hits), (SELECT json_agg(id) FROM (SELECT id FROM hits ORDER BY published DESC LIMIT 20) p),
         (SELECT json_agg(c) FROM (SELECT value, count(*) FROM hits, unnest(facets) value GROUP BY value) c)`,
      found ? [words.map((word) => `'${word}'`).join(' & ')] : [],
    );
  };
}

/** From the answer to a publication until a search finds it, one at a time. */
async function measureChanges(url, api, employerId) {
  const times = [];
  for (let number = 0; number < changes; number += 1) {
    const word = `provord${String.fromCharCode(97 + (number % 26))}${number}`;
    const draft = await api('POST', `/employers/${employerId}/vacancies`, {
      headline: `Svetsare ${word}`,
      text: 'Krav: B-körkort.',
      municipalities: ['2580'],
    });
    await api('POST', `/vacancies/${draft.id}/publication`, { revision: draft.revision });
    const begun = performance.now();
    for (const giveUp = begun + 30_000; ; await delay(25)) {
      const answer = await (
        await fetch(`${url}/api/vacancies?q=${word}&limit=1`, { headers: { cookie: 'a=b' } })
      ).json();
      if (answer.total > 0) break;
      if (performance.now() > giveUp) throw new Error('a published vacancy is not found');
    }
    times.push(performance.now() - begun);
  }
  const [p50, p95] = [0.5, 0.95].map((share) => quantile(times, share).toFixed(0));
  console.log(`published to found: p50 ${p50} ms, p95 ${p95} ms (goal 3,000)`);
}

async function insertVacancies(databaseUrl) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query(
      `INSERT INTO employers (id, name, organisation_number, sector, demo, created_at)
       SELECT gen_random_uuid(), 'Påhittade Arbetsgivaren ' || n, NULL, 'private', true, now() FROM generate_series(1, $1) n
       RETURNING id`,
      [employers],
    );
    const employerIds = rows.map(({ id }) => id);
    const next = seededVacancies(loadTaxonomy(), titles, employerIds, seed);
    for (let made = 0; made < wanted; made += inOneStatement) {
      const batch = Array.from({ length: Math.min(inOneStatement, wanted - made) }, next);
      const columns = Object.keys(batch[0]).join(', ');
      await client.query(
        `INSERT INTO vacancies (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::vacancies, $1)`,
        [JSON.stringify(batch)],
      );
    }
    return employerIds;
  } finally {
    await client.end();
  }
}

/** The bench leaves nothing in a Meilisearch that it was lent. */
async function removeIndexes() {
  if (!meili) return;
  for (const uid of ['vacancies', 'vacancies_removed'])
    await fetch(`${meili}/indexes/${uid}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${process.env.MEILI_MASTER_KEY}` },
    });
}
