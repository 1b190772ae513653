// How fast a feed's ads get in, from its first byte until each is projected in matching and found by a search, through the whole built system:
// npm run bench:import [-- --ads 3000] [--seconds 400]
// Real texts where RALLARE_SHARED holds them, each ad with a headline and an id of its own; else seeded sentences.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/libs/platform/src/postgres/index.js';
import { loadTaxonomy, occupationFromTitle, TextReader } from '../../dist/libs/taxonomy/src/index.js';
import { machine, printTable } from './support/figures.mjs';
import { seededVacancies } from './support/seeded-vacancies.mjs';
import { root, withSystem } from './support/system.mjs';

const { values } = parseArgs({
  options: { ads: { type: 'string', default: '3000' }, seconds: { type: 'string', default: '400' } },
});
const bounded = (text, low, high) => Math.min(Math.max(Math.trunc(Number(text)) || low, low), high);
const wanted = bounded(values.ads, 100, 50_000);
const seconds = bounded(values.seconds, 10, 1_800);
const goal = 300;
const employers = 400;
const ticksASecond = 100;
const shared = process.env.RALLARE_SHARED ?? join(root, '..', 'shared');

const taxonomy = loadTaxonomy(process.env.TAXONOMY || undefined);
const ads = madeAds();
const address = await served(ads);
const folder = mkdtempSync(join(tmpdir(), 'rallare-bench-pg-'));
const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'fast' });
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  const env = {
    DATABASE_URL: server.superuserUrl('postgres'),
    DEMO: '0',
    FEED_ALLOWED_HOSTS: new URL(address).host,
  };
  await withSystem({ env, timeoutMs: (seconds + 120) * 1000 }, measure);
} finally {
  await server.stop();
}
process.exit();

async function measure(run) {
  const words = ads.reduce((sum, { description }) => sum + description.text.split(/\s+/).length, 0);
  console.log(`${wanted} ads of ${Math.round(words / wanted)} words in the mean; ${machine()}\n`);
  const alone = readerAlone();
  const counts = await counters();
  const before = processorTime(run);
  const begun = performance.now();
  const feed = await run.api('POST', '/feeds', { name: 'bench', kind: 'jobsearch', address, everyMinutes: 10_080 });
  const done = {};
  while (Object.keys(done).length < Object.keys(counts).length) {
    for (const [stage, count] of Object.entries(counts))
      if (done[stage] === undefined && (await count()) >= wanted) done[stage] = (performance.now() - begun) / 1000;
    const { health, lastRun } = await run.api('GET', `/feeds/${feed.id}`);
    if (health === 'failing') throw new Error(`the feed: ${lastRun.reason}`);
    if (performance.now() - begun > seconds * 1000) {
      const states = await Promise.all(Object.entries(counts).map(async ([name, count]) => `${name} ${await count()}`));
      throw new Error(`not done after ${seconds} s: ${states.join(', ')}`);
    }
    await delay(200);
  }
  const whole = Math.max(...Object.values(done));
  const rate = (time) => [time.toFixed(1), Math.round(wanted / time)];
  printTable(
    ['', 's', 'ads/s'],
    [
      ['the reader alone, one thread', ...rate(alone)],
      ...Object.entries(done).map(([stage, time]) => [stage, ...rate(time)]),
      [`the whole (goal ${goal}: ${wanted / whole >= goal ? 'met' : 'not met'})`, ...rate(whole)],
    ],
  );
  const after = processorTime(run);
  console.log('\nProcessor time for each ad');
  const spent = [...after].map(([name, time]) => [name, time - (before.get(name) ?? 0)]);
  const total = spent.reduce((sum, [, time]) => sum + time, 0);
  printTable(
    ['process', 'ms'],
    [...spent, ['all', total]].map(([name, time]) => [name, ((1000 * time) / wanted).toFixed(2)]),
  );
}

/** Titles and texts read in this process, by its processor time, once warm. */
function readerAlone() {
  const reader = new TextReader(taxonomy);
  const some = ads.slice(0, 1_000);
  const readAll = () => {
    for (const { headline, description } of some)
      reader.readVacancy({ headline, text: description.text, occupationId: occupationFromTitle(reader, headline) });
  };
  readAll();
  const before = process.cpuUsage();
  readAll();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6 / some.length) * wanted;
}

async function counters() {
  const count = (database, sql) => {
    const pool = new pg.Pool({ connectionString: server.superuserUrl(database), max: 1 });
    pool.on('error', () => undefined);
    return async () => Number((await pool.query(sql)).rows[0].count);
  };
  return {
    stored: count('rallare_vacancy', 'SELECT count(*) FROM vacancies'),
    'projected in matching': count('rallare_matching', 'SELECT count(*) FROM vacancy_projection'),
    'found by a search': count('rallare_vacancy', 'SELECT count(*) FROM search.vacancies_documents'),
    'in the open data': count('rallare_vacancy', 'SELECT count(*) FROM open_ads'),
  };
}

function madeAds() {
  const file = join(shared, 'data/ads/platsbanken-texts/ads_dev.ndjson');
  const listed = join(shared, 'data/ads/title-strings-2019/ontology_all_occupations.txt');
  const lines = (path) => readFileSync(path, 'utf8').trim().split('\n');
  const titles = existsSync(listed)
    ? lines(listed).filter((title) => title.trim().length > 2)
    : ['Svetsare', 'Undersköterska'];
  const seeded = seededVacancies(taxonomy, titles, ['one'], 20_261_124);
  const real = existsSync(file)
    ? lines(file).map((line) => JSON.parse(line).description?.text ?? '')
    : Array.from({ length: 500 }, () => seeded().text);
  const places = taxonomy.municipalities.filter(({ countyCode }) => ['24', '25'].includes(countyCode));
  const today = Date.now();
  return Array.from({ length: wanted }, (_, number) => ({
    id: `bench-${number}`,
    headline: titles[(number * 7) % titles.length].trim().slice(0, 200),
    description: { text: `${real[number % real.length]}\n\nAnnons ${number}` },
    employer: { name: `Påhittade Arbetsgivaren ${number % employers}` },
    workplace_address: { municipality_code: places[number % places.length].code },
    publication_date: new Date(today - 86_400_000).toISOString(),
    application_deadline: new Date(today + 30 * 86_400_000).toISOString(),
    number_of_vacancies: 1,
  }));
}

/** A server on loopback whose one answer is the ads, a line each. @returns its address. */
async function served(records) {
  const body = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'));
  const http = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/x-ndjson' }).end(body),
  );
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${http.address().port}/ads.ndjson`;
}

/** Seconds that the system's processes have used, by service; read from /proc, so on Linux only. */
function processorTime({ services }) {
  const sums = new Map();
  if (!existsSync('/proc/self/stat')) return sums;
  const names = new Map(Object.entries(services).map(([name, { pid }]) => [String(pid), name]));
  const stats = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s/s, '')
        .split(' ');
      return [
        {
          pid,
          parent: fields[1],
          seconds: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksASecond,
        },
      ];
    } catch {
      return [];
    }
  });
  // A server process that ended counts in its parent.
  const postmaster = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
  for (const { pid, parent, seconds: used } of stats) {
    const name = names.get(pid) ?? (pid === postmaster || parent === postmaster ? 'PostgreSQL' : undefined);
    if (name) sums.set(name, (sums.get(name) ?? 0) + used);
  }
  return sums;
}
