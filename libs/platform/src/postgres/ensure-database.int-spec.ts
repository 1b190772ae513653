import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, ensureDatabase, startEmbeddedPostgres } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'rallare-pg-'));
let server: EmbeddedPostgres;

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durability: 'fast' });
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('ensureDatabase', () => {
  const people = { database: 'people åäö', role: 'people', password: `quote ' and @ slash / %` };
  const ads = { database: 'ads', role: 'ads', password: 'plain' };

  it('makes a database that its role owns and no other role may enter', async () => {
    const admin = server.superuserUrl('postgres');
    const peopleUrl = await ensureDatabase(admin, people);
    const adsUrl = await ensureDatabase(admin, ads);
    await query(peopleUrl, 'CREATE TABLE person (id int); CREATE EXTENSION IF NOT EXISTS pg_trgm');

    const intruder = new URL(peopleUrl);
    const stranger = new URL(adsUrl);
    intruder.username = stranger.username;
    intruder.password = stranger.password;
    await expect(query(intruder.href, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    await expect(query(adsUrl, 'CREATE DATABASE more')).rejects.toThrow(/permission denied/);
  }, 60_000);

  it('keeps what exists and sets a new password, also for several starters at once', async () => {
    const admin = server.superuserUrl('postgres');
    const before = await ensureDatabase(admin, people);
    await query(before, 'CREATE TABLE IF NOT EXISTS person (id int); INSERT INTO person VALUES (7)');
    const changed = { ...people, password: 'changed' };
    const urls = await Promise.all([1, 2, 3].map(() => ensureDatabase(admin, changed)));
    expect(await query(urls[2]!, 'SELECT id FROM person LIMIT 1')).toEqual([{ id: 7 }]);
    await expect(query(before, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  }, 60_000);

  it('works for an admin who is no superuser', async () => {
    const superuser = server.superuserUrl('postgres');
    await query(superuser, `DROP ROLE IF EXISTS manager; CREATE ROLE manager LOGIN CREATEROLE CREATEDB PASSWORD 'm'`);
    const url = await ensureDatabase(`postgres://manager:m@127.0.0.1:${server.port}/postgres`, {
      database: 'managed',
      role: 'managed',
      password: 'p',
    });
    expect(await query(url, 'SELECT current_user AS me')).toEqual([{ me: 'managed' }]);
  }, 60_000);
});
