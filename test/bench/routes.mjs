// Every route that can be read, asked by each role of the demo region through the gateway, one at a time: npm run bench:routes [-- --rounds 30]
// Of a running system where RALLARE_URL is set. Routes whose object the demo region lacks are named at the end.
import { parseArgs } from 'node:util';
import { publicOperations } from '../../dist/libs/contracts/src/index.js';
import { machine, printTable, quantile } from './support/figures.mjs';
import { signedIn } from './support/signed-in.mjs';
import { withSystem } from './support/system.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Math.min(Math.max(Math.trunc(Number(values.rounds)) || 1, 1), 500);
/** p95 of each route in milliseconds that is aimed at. */
const goal = 200;
const accounts = { seeker: 'elin', employer: 'jonas', officer: 'maria', operator: 'olle' };
/** Queries of the routes that cannot be asked without. */
const queries = {
  '/concepts': 'q=svets',
  '/search-suggestions': 'q=svets',
  '/occupation-suggestions': 'title=Svetsare',
  '/skill-suggestions': 'occupationId=rxrQ_Nyy_k6y',
  '/vacancies': 'q=svetsare',
};

const operations = publicOperations.filter(({ method, isStream }) => method === 'GET' && !isStream);

if (process.env.RALLARE_URL) await measure({ url: process.env.RALLARE_URL });
else await withSystem({ env: { DEMO: '1' }, timeoutMs: 600_000 }, measure);

async function measure({ url }) {
  // What the machine and the door cost by themselves.
  const bare = { ask: () => fetch(`${url}/health/live`), times: [], statuses: new Set() };
  const asked = [];
  const leftOut = [];
  for (const [role, account] of Object.entries(accounts)) {
    const api = await signedIn(url, account);
    const known = await idsOf(role, api);
    for (const operation of operations.filter(({ who }) => who === 'anyone' || who.includes(role))) {
      const query = queries[operation.path] ? `?${queries[operation.path]}` : '';
      const path = operation.path.replace(/\{(\w+)\}/g, (whole, name) => known[name] ?? whole) + query;
      if (path.includes('{')) leftOut.push(`${role} ${operation.path}`);
      else asked.push({ role, operation, ask: () => api.ask(`/api${path}`), times: [], statuses: new Set() });
    }
  }
  // Round after round, so that what else the machine does meets all routes alike.
  for (let round = 0; round <= rounds; round++) {
    for (const { ask, times, statuses } of [bare, ...asked]) {
      const begun = performance.now();
      const response = await ask();
      await response.arrayBuffer();
      if (round > 0) times.push(performance.now() - begun);
      statuses.add(response.status);
    }
  }
  report(bare, asked, leftOut);
}

/** What the account's own addresses are made of. */
async function idsOf(role, api) {
  const session = await api('GET', '/session');
  const known = { conceptId: 'rxrQ_Nyy_k6y' };
  const firstOf = async (path) => (await api('GET', path)).items?.[0];
  if (role === 'seeker') {
    known.profileId = session.profileId;
    known.vacancyId = (await firstOf(`/profiles/${known.profileId}/matches`))?.vacancy?.id;
  } else if (role === 'employer' || role === 'officer') {
    known.employerId = session.employerIds[0];
    known.vacancyId = (await firstOf(`/employers/${known.employerId}/vacancies?status=published`))?.id;
    known.profileId = (await firstOf(`/vacancies/${known.vacancyId}/candidates`))?.profileId;
    if (role === 'officer') known.shortlistId = (await firstOf(`/vacancies/${known.vacancyId}/shortlists`))?.id;
  } else known.vacancyId = (await firstOf('/vacancies?limit=1'))?.id;
  return Object.fromEntries(Object.entries(known).filter(([, id]) => id));
}

function report(bare, asked, leftOut) {
  const floor = quantile(bare.times, 0.5);
  const rows = asked.map(({ role, operation, times, statuses }) => ({
    role,
    path: operation.path,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    status: [...statuses].join(' '),
  }));
  rows.sort((a, b) => b.p95 - a.p95);
  const all = asked.flatMap(({ times }) => times);
  console.log(
    `${rows.length} routes of ${Object.keys(accounts).length} roles, ${rounds} rounds, one at a time; ${machine()}\n`,
  );
  printTable(
    ['route', 'role', 'p50 ms', 'p95 ms', 'p50 / bare', 'status'],
    rows.map(({ role, path, p50, p95, status }) => [
      path,
      role,
      p50.toFixed(1),
      p95.toFixed(1),
      (p50 / floor).toFixed(1),
      status,
    ]),
  );
  console.log(`\na bare request: p50 ${floor.toFixed(1)} ms, p95 ${quantile(bare.times, 0.95).toFixed(1)} ms`);
  const slow = rows.filter(({ p95 }) => p95 > goal).length;
  console.log(`all together: p50 ${quantile(all, 0.5).toFixed(1)} ms, p95 ${quantile(all, 0.95).toFixed(1)} ms`);
  console.log(`goal: p95 of ${goal} ms; ${slow === 0 ? 'met by every route' : `missed by ${slow}`}`);
  if (leftOut.length > 0) console.log(`left out, nothing of the kind in the demo region: ${leftOut.join(', ')}`);
}
