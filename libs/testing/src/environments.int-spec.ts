import { Redis } from 'ioredis';
import pg from 'pg';
import { claimRedisDatabase, describeWithRedis, testDatabase } from './index.js';

async function query(url: string, text: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('testDatabase', () => {
  it('gives each caller an empty database of its own', async () => {
    const [one, other] = await Promise.all([testDatabase('same'), testDatabase('same')]);
    await query(one.url, 'CREATE TABLE mine ()');
    expect(await query(other.url, `SELECT FROM pg_tables WHERE tablename = 'mine'`)).toEqual([]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('drops it in spite of sessions that are still there', async () => {
    const database = await testDatabase('busy');
    const lingering = new pg.Client({ connectionString: database.url });
    lingering.on('error', () => undefined);
    await lingering.connect();
    await database.drop();
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await lingering.end().catch(() => undefined);
  });
});

describeWithRedis('claimRedisDatabase', () => {
  it('never gives the same database twice, nor one that holds data', async () => {
    const taken = await claimRedisDatabase();
    const other = await claimRedisDatabase();
    expect(other.url).not.toBe(taken.url);
    await Promise.all([taken.release(), other.release()]);

    const data = new Redis(taken.url);
    await data.set('precious', 'data');
    const next = await claimRedisDatabase();
    expect(next.url).not.toBe(taken.url);
    expect(await data.get('precious')).toBe('data');
    await data.flushdb();
    await data.quit();
    await next.release();
  });
});
