import { createRequire } from 'node:module';
import { join } from 'node:path';
import { termKey } from '../src/term-key.js';
import { askKeys, type VacancyForm } from '../src/vacancy-form.js';
import { offer } from '../src/wishes/offer-row.js';
import { wish } from '../src/wishes/wish-row.js';
import { profileForm, profileTerms } from '../src/profile-form.js';
import { codeElsewhere, codeOf } from '../src/kernel/place-codes.js';
import { placeBetween } from '../src/pair.js';
import type { Peer } from './peers.js';
import type { World } from './world.js';

interface Client {
  connect(): Promise<void>;
  query(sql: string, values?: unknown[]): Promise<{ rows: { id: string }[] }>;
  end(): Promise<void>;
}

const batch = 2000;

/**
 * One row for each term of each profile, clustered by term and covering the value, and one row for each profile; a question is one join, grouped and sorted, with the
 * knock-outs and reach as conditions. Times include the round trip over loopback.
 */
export async function postgresPeer(world: World, url: string): Promise<Peer> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const { Client } = require('pg') as { Client: new (settings: { connectionString: string }) => Client };
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TEMP TABLE person (n int PRIMARY KEY, id text COLLATE "C", elsewhere int, remote bool)');
  await client.query('CREATE TEMP TABLE term (term int, n int, value int)');
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const { municipalities } = world.context;
  for (let n = 0; n < 290; n++) municipalities.number(String(1000 + n));
  for (let from = 0; from < world.profileCount; from += batch) {
    const people: [number[], string[], number[], boolean[]] = [[], [], [], []];
    const terms: [number[], number[], number[]] = [[], [], []];
    for (let n = from; n < Math.min(world.profileCount, from + batch); n++) {
      const form = profileForm(world.profile(n), world.context);
      const put = (key: string, value: number) => {
        terms[0].push(numberOf(key));
        terms[1].push(n);
        terms[2].push(value);
      };
      for (const { key, value } of profileTerms(form, world.context)) if (!key.startsWith('p|')) put(key, value);
      const elsewhere = codeElsewhere(form.row, world.context);
      for (let place = 0; place < municipalities.count; place++) {
        const onSite = {
          row: new Int32Array(10),
          places: [place],
          placeKeys: [termKey.place(municipalities.code(place))],
        };
        const code = codeOf(placeBetween(form.row, form.namedPlaces, onSite as unknown as VacancyForm, world.context));
        if (code > elsewhere) put(termKey.place(municipalities.code(place)), code);
      }
      people[0].push(n);
      people[1].push(form.profile.profileId);
      people[2].push(elsewhere);
      people[3].push(form.row[wish.remote] === 1);
    }
    await client.query('INSERT INTO person SELECT * FROM unnest($1::int[], $2::text[], $3::int[], $4::bool[])', people);
    await client.query('INSERT INTO term SELECT * FROM unnest($1::int[], $2::int[], $3::int[])', terms);
  }
  await client.query('CREATE INDEX ON term (term, n) INCLUDE (value)');
  await client.query('CLUSTER term USING term_term_n_value_idx');
  await client.query('VACUUM ANALYZE term').catch(() => client.query('ANALYZE term'));
  await client.query('ANALYZE person');
  const find = (key: string) => numbers.get(key) ?? -1;
  return {
    name: 'PostgreSQL, a join',
    goal: 300,
    scale: 1,
    ask: async (vacancy) => (await client.query(sqlOf(vacancy, world, find))).rows.map(({ id }) => id),
    end: () => client.end(),
  };
}

function sqlOf(vacancy: VacancyForm, world: World, find: (key: string) => number): string {
  const asks = vacancy.asks
    .filter(({ share }) => share > 0)
    .flatMap((ask) => askKeys(ask, world.context).map((key) => `(${find(key)}, ${ask.need}, ${ask.share})`));
  const conditions = vacancy.checks.map(({ members: [member] }) => {
    const { heldKey, deniedKeys, level } = member!;
    const lowest = level ?? 0;
    const held = `SELECT 1 FROM term k WHERE k.term = ${find(heldKey)} AND k.n = p.n`;
    const isMet = `EXISTS (${held} AND (k.value & 7) >= ${lowest})`;
    const isLow = `EXISTS (${held} AND (k.value & 8) = 0)`;
    const isDenied = `EXISTS (SELECT 1 FROM term d WHERE d.term IN (${deniedKeys.map(find).join()}) AND d.n = p.n)`;
    return `(${isMet} OR NOT (${isLow}${deniedKeys.length > 0 ? ` OR ${isDenied}` : ''}))`;
  });
  const places = vacancy.placeKeys.map(find).join();
  if (vacancy.row[offer.remote] !== 1 && places)
    conditions.push(`(p.elsewhere > 0 OR EXISTS (SELECT 1 FROM term r WHERE r.term IN (${places}) AND r.n = p.n))`);
  return `WITH ask (term, need, share) AS (VALUES ${asks.join()}),
    earned AS (SELECT n, sum(share * least(100, 100 * value / need)) AS points FROM ask JOIN term USING (term) GROUP BY n)
    SELECT id FROM earned JOIN person p USING (n) WHERE ${conditions.length > 0 ? conditions.join(' AND ') : 'true'}
    ORDER BY points DESC, id LIMIT 50`;
}
