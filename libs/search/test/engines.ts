import { randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  type CandidateDocument,
  openCandidateIndex,
  openVacancyIndex,
  type SearchIndex,
  type SearchOptions,
  type VacancyDocument,
} from '#search';
import { testDatabase } from '#testing';

/** A real engine with room of its own for one run. */
export interface Engine {
  vacancies(options?: SearchOptions): SearchIndex<VacancyDocument>;
  candidates(): SearchIndex<CandidateDocument>;
  /** Closes what was opened and removes what was made. */
  dispose(): Promise<void>;
}

export interface EngineKind {
  name: string;
  available: boolean;
  reason: string;
  /** An address at which there is no such engine. */
  nowhere: string;
  open: () => Promise<Engine>;
}

/** The environment variables that say where engines are. */
export interface Addresses {
  TEST_DATABASE_URL?: string;
  MEILI_URL?: string;
  MEILI_MASTER_KEY?: string;
}

export function engines({ TEST_DATABASE_URL, MEILI_URL, MEILI_MASTER_KEY }: Addresses): EngineKind[] {
  return [
    {
      name: 'PostgreSQL',
      available: Boolean(TEST_DATABASE_URL),
      reason: 'TEST_DATABASE_URL is not set',
      nowhere: 'postgres://nobody@127.0.0.1:1/nothing',
      open: () => openPostgres(TEST_DATABASE_URL ?? ''),
    },
    {
      name: 'Meilisearch',
      available: Boolean(MEILI_URL),
      reason: 'MEILI_URL is not set',
      nowhere: 'http://127.0.0.1:1',
      open: () => openMeilisearch(MEILI_URL ?? '', MEILI_MASTER_KEY ?? ''),
    },
  ];
}

/** A database whose owner is no superuser, as in production. */
export async function ownedDatabase(
  serverUrl: string,
): Promise<{ url: string; adminUrl: string; drop(): Promise<void> }> {
  const database = await testDatabase('search');
  const role = `search_owner_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const name = new URL(database.url).pathname.slice(1);
  await run(
    database.url,
    `CREATE ROLE ${role} LOGIN PASSWORD '${password}'`,
    `ALTER DATABASE ${name} OWNER TO ${role}`,
  );
  const url = new URL(database.url);
  url.username = role;
  url.password = password;
  return {
    url: url.href,
    adminUrl: database.url,
    drop: async () => {
      await database.drop();
      await run(serverUrl, `DROP ROLE ${role}`);
    },
  };
}

export async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openPostgres(serverUrl: string): Promise<Engine> {
  const database = await ownedDatabase(serverUrl);
  return engine(database.url, {}, () => database.drop());
}

export async function openMeilisearch(url: string, key: string): Promise<Engine> {
  const suffix = randomBytes(6).toString('hex');
  return engine(url, { key, name: `t${suffix}` }, async () => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(new URL('/indexes?limit=1000', url), { headers });
    const { results } = (await answer.json()) as { results: { uid: string }[] };
    for (const { uid } of results) {
      if (uid.includes(suffix)) await fetch(new URL(`/indexes/${uid}`, url), { method: 'DELETE', headers });
    }
  });
}

function engine(url: string, base: SearchOptions, drop: () => Promise<void>): Engine {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <Index extends { close(): Promise<void> }>(index: Index): Index => {
    opened.push(index);
    return index;
  };
  const named = (kind: string, name?: string) => ({ ...base, name: `${base.name ?? 't'}_${name ?? kind}` });
  return {
    vacancies: (options = {}) => keep(openVacancyIndex(url, { ...named('vacancies', options.name) })),
    candidates: () => keep(openCandidateIndex(url, named('candidates'))),
    dispose: async () => {
      await Promise.all(opened.map((index) => index.close()));
      await drop();
    },
  };
}
