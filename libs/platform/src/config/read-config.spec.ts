import { z } from 'zod';
import { ConfigError, readConfig, setting } from './read-config.js';

const schema = z.object({
  PORT: setting.port('the port of the test').default(3000),
  DATABASE_URL: setting.databaseUrl,
  SECRET: setting.secret('the secret of the test'),
  OTHER_URL: setting.httpUrl('the address of the other').optional(),
  ROLE: setting.role,
  QUEUE_PREFIX: setting.queuePrefix,
});
const good = { DATABASE_URL: 'postgres://role:word@host:5432/db', SECRET: 's'.repeat(32) };

const told = (over: Record<string, string | undefined>): string[] => {
  try {
    readConfig(schema, { ...good, ...over });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n');
  }
};

describe('readConfig', () => {
  it('takes what is set, and defaults for what is not', () => {
    expect(
      readConfig(schema, { ...good, PORT: '8080', OTHER_URL: 'http://other:1///', UNKNOWN: 'left alone' }),
    ).toEqual({
      ...good,
      PORT: 8080,
      OTHER_URL: 'http://other:1',
      ROLE: 'all',
      QUEUE_PREFIX: 'rallare',
    });
  });

  it('counts an empty string as not set', () => {
    expect(readConfig(schema, { ...good, PORT: '', OTHER_URL: '' })).toMatchObject({ PORT: 3000 });
    expect(told({ SECRET: '' })).toEqual(['SECRET: is not set; it is the secret of the test']);
  });

  it('names each variable that is wrong in a line of its own, and what it should be', () => {
    expect(told({ DATABASE_URL: 'mysql://host/db', SECRET: 'short', ROLE: 'boss' })).toEqual([
      "DATABASE_URL: must begin with postgres:// or postgresql://; it is the service's own PostgreSQL database, postgres://role:password@host:port/database",
      'SECRET: must have at least 32 characters; it is the secret of the test',
      expect.stringMatching(/^ROLE: .*"api"\|"worker"\|"all".*; it is api, worker or all: what this process does$/),
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '80.5'],
    ['OTHER_URL', 'other:1'],
    ['OTHER_URL', '/path'],
    ['OTHER_URL', 'ftp://other'],
    ['QUEUE_PREFIX', 'Rallare:x'],
    ['DATABASE_URL', 'not an address'],
  ])('refuses %s=%s', (name, value) => {
    expect(told({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: .+; it is `))]);
  });

  it('never repeats a secret', () => {
    expect(told({ SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });
});
