import { Redis } from 'ioredis';
import { describeWhere } from './describe-where.js';

export interface RedisDatabase {
  /** With the number of the database as its path. */
  url: string;
  /** Empties it and gives it back. */
  release(): Promise<void>;
}

const OWNER_KEY = 'rallare-test-owner';
const OWNED_SECONDS = 3600;
const LAST_DATABASE = 15;

/** The Redis that `npm test` found or started; undefined where there is none. */
export function redisUrl(): string | undefined {
  return process.env.REDIS_URL || undefined;
}

/** `describe` where there is a Redis, else a suite that is skipped with the reason in its name. */
export const describeWithRedis = describeWhere(
  redisUrl() !== undefined,
  'no Redis: set REDIS_URL or install redis-server',
);

/** A numbered database that was empty, for something that cannot put a prefix before its keys. Never touches one that holds data. */
export async function claimRedisDatabase(): Promise<RedisDatabase> {
  const server = redisUrl();
  if (!server) throw new Error('REDIS_URL is not set: run this through `npm test -- <file>`, or name a server.');
  for (let number = LAST_DATABASE; number > 0; number -= 1) {
    const url = new URL(server);
    url.pathname = `/${number}`;
    const redis = new Redis(url.href, { maxRetriesPerRequest: 1 });
    if ((await redis.dbsize()) === 0 && (await redis.set(OWNER_KEY, process.pid, 'EX', OWNED_SECONDS, 'NX'))) {
      const release = async (): Promise<void> => {
        await redis.flushdb();
        await redis.quit();
      };
      return { url: url.href, release };
    }
    await redis.quit();
  }
  throw new Error(`Databases 1 to ${LAST_DATABASE} of the Redis at ${new URL(server).host} all hold data.`);
}
