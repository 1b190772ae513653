// How long a published vacancy takes until it is ranked and found, through the whole built system: npm run bench:flow [-- vacancies]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { machine, printTable, quantile } from './support/figures.mjs';
import { withSystem } from './support/system.mjs';

const vacancies = Math.min(Math.max(Number(process.argv[2] ?? 200), 10), 1000);
const atOnce = [1, 8];
const roundTrips = 300;
const seenTimeoutMs = 30_000;
const idleMs = 10_000;

await withSystem({ timeoutMs: 540_000 }, async (run) => {
  const { api } = run;
  console.log(`${vacancies} vacancies on ${machine()}\n`);
  const rows = [];
  const bare = await measureRoundTrip(api);
  rows.push(row('bare round trip of a request', bare, bare));
  const employer = await api('POST', '/employers', { name: 'Bänkprovet AB' });
  for (const lanes of atOnce) {
    const { ranked, found } = await measureFlow(api, employer.id, lanes, Math.floor(vacancies / atOnce.length));
    const way = lanes === 1 ? 'one at a time' : `${lanes} at once`;
    rows.push(row(`commit to ranked, ${way}`, ranked, bare), row(`commit to found, ${way}`, found, bare));
  }
  printTable(['', 'n', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 / bare'], rows);
  await delay(idleMs);
  console.log(`\nMemory, idle for ${idleMs / 1000} s`);
  printTable(['process', 'RSS MB', 'PSS MB'], memory(run));
});

/** The smallest thing that a service answers through the gateway, with its database left alone. */
async function measureRoundTrip(api) {
  const times = [];
  for (let number = -50; number < roundTrips; number += 1) {
    const begun = performance.now();
    await api('GET', '/taxonomy');
    if (number >= 0) times.push(performance.now() - begun);
  }
  return times;
}

async function measureFlow(api, employerId, lanes, count) {
  const times = { ranked: [], found: [] };
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const number = next++;
      const word = `prov${lanes}x${number}ord`;
      const draft = await api('POST', `/employers/${employerId}/vacancies`, {
        headline: `Svetsare ${word}`,
        text: `Vi söker dig som är svetsare. Krav: MIG/MAG-svetsning och B-körkort. Meriterande: erfarenhet av rörsvetsning. ${word}`,
        municipalities: ['2582'],
      });
      await api('POST', `/vacancies/${draft.id}/publication`, { revision: draft.revision });
      // The answer comes after the commit: what is measured from here on is the way through outbox, queue and projections.
      const committed = performance.now();
      const seen = async (look) => {
        while (!(await look())) {
          if (performance.now() - committed > seenTimeoutMs)
            throw new Error(`${draft.id} is not seen after ${seenTimeoutMs / 1000} s`);
          await delay(5);
        }
        return performance.now() - committed;
      };
      const [ranked, found] = await Promise.all([
        seen(
          async () =>
            (await api('GET', `/vacancies/${draft.id}/match-inspection?limit=1`, undefined, 404))?.items.length > 0,
        ),
        seen(async () => {
          const { items, degraded } = await api('GET', `/vacancies?limit=1&q=${word}`);
          return !degraded && items[0]?.id === draft.id;
        }),
      ]);
      times.ranked.push(ranked);
      times.found.push(found);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return times;
}

function row(name, times, bare) {
  const figures = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1));
  return [name, times.length, ...figures, (quantile(times, 0.5) / quantile(bare, 0.5)).toFixed(1)];
}

/** Every process of the system; shared pages count once in PSS and in each process in RSS. Read from /proc, so on Linux only. */
function memory(run) {
  if (!existsSync('/proc/self/smaps_rollup')) return [['not measured on this platform', '', '']];
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(
        Number(pid),
        Number(
          readFileSync(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\)\s/s, '')
            .split(' ')[1],
        ),
      );
    } catch {
      // It ended meanwhile.
    }
  }
  const tree = [run.pid];
  for (let index = 0; index < tree.length; index += 1)
    for (const [pid, parent] of parents) if (parent === tree[index]) tree.push(pid);
  const names = new Map(Object.entries(run.services).map(([name, { pid }]) => [pid, name]));
  const sums = new Map();
  for (const pid of tree) {
    const name = pid === run.pid ? 'starter' : (names.get(pid) ?? 'PostgreSQL');
    const sum = sums.get(name) ?? { rss: 0, pss: 0 };
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    for (const key of ['rss', 'pss']) sum[key] += Number(new RegExp(`^${key}:\\s+(\\d+)`, 'im').exec(rollup)[1]) / 1024;
    sums.set(name, sum);
  }
  const rows = [...sums].map(([name, { rss, pss }]) => [name, rss, pss]);
  const total = rows.reduce(([, rss, pss], one) => ['all', rss + one[1], pss + one[2]], ['all', 0, 0]);
  return [...rows, total].map(([name, rss, pss]) => [name, rss.toFixed(0), pss.toFixed(0)]);
}
