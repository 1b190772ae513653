import { dirname, join } from 'node:path';
import { ConfigError } from '#platform';
import { configSchema, currentFolder, inheritedEnvironment, readCliEnvironment, readEnvironment } from './config.js';
import { installationFolder } from './installation.js';

const messageOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'nothing was wrong';
};

const broken: readonly (readonly [string, string])[] = [
  ['PORT', 'many'],
  ['PORT', '70000'],
  ['PORT', '3000.5'],
  ['PUBLIC_URL', 'jobb.example.se'],
  ['PUBLIC_URL', 'https://example.se/jobb'],
  ['DATABASE_URL', 'mysql://x'],
  ['DATABASE_PREFIX', 'Rallare-1'],
  ['QUEUE_URL', 'amqp://x'],
  ['REDIS_URL', 'localhost:6379'],
  ['QUEUE_PREFIX', 'a:b'],
  ['SEARCH_URL', 'elastic://x'],
  ['MEILI_URL', 'meili'],
  ['MEILI_MASTER_KEY', 'short'],
  ['OIDC_ISSUER', 'id.example.se'],
  ['DEMO', 'yes'],
  ['RATE_LIMIT', 'none'],
  ['TRUST_PROXY', 'yes'],
  ['LOG_LEVEL', 'loud'],
];

describe('the settings of npm start', () => {
  it('need none', () => {
    expect(readEnvironment({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      DEMO: true,
      RALLARE_DATA: join(installationFolder(), '.rallare'),
    });
    expect(readEnvironment({ PORT: '', DEMO: '', RALLARE_DATA: '' })).toEqual(readEnvironment({}));
  });

  it.each(broken)('name the variable that is wrong, in one line: %s=%s', (name, value) => {
    const message = messageOf(() => readEnvironment({ OIDC_CLIENT_SECRET: 'x', [name]: value }));
    expect(message.startsWith(`${name}: `)).toBe(true);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('name all that are wrong at once', () => {
    const names = [...new Set(broken.map(([name]) => name))];
    const lines = messageOf(() => readEnvironment({ OIDC_CLIENT_SECRET: 'x', ...Object.fromEntries(broken) })).split(
      '\n',
    );
    expect(new Set(lines.map((line) => line.split(':')[0]))).toEqual(new Set(names));
  });

  it('want the secret of a provider that is not the demo’s', () => {
    const issuer = { OIDC_ISSUER: 'https://id.example.se' };
    expect(messageOf(() => readEnvironment(issuer))).toMatch(/^OIDC_CLIENT_SECRET: is not set/);
    expect(readEnvironment({ ...issuer, OIDC_CLIENT_SECRET: 'x' }).OIDC_ISSUER).toBe('https://id.example.se');
  });
});

describe('folders', () => {
  it('count from where the person is, whom npm tells', () => {
    const byNpm = { INIT_CWD: '/home/elin', npm_package_json: join(process.cwd(), 'package.json') };
    expect(currentFolder(byNpm)).toBe('/home/elin');
    expect(readEnvironment({ ...byNpm, RALLARE_DATA: 'data' }).RALLARE_DATA).toBe('/home/elin/data');
    expect(readCliEnvironment({ RALLARE_DATA: '../x' }).RALLARE_DATA).toBe(join(dirname(process.cwd()), 'x'));
    expect(readEnvironment({ ...byNpm, RALLARE_DATA: '/srv/rallare' }).RALLARE_DATA).toBe('/srv/rallare');
  });

  it('count from the current one in what npm’s scripts start elsewhere', () => {
    expect(currentFolder({ INIT_CWD: '/home/elin', npm_package_json: '/elsewhere/package.json' })).toBe(process.cwd());
    expect(currentFolder({})).toBe(process.cwd());
  });
});

describe('the settings of the command line', () => {
  it.each([
    ['RALLARE_URL', 'localhost'],
    ['RALLARE_TOKEN', 'short'],
  ])('name the variable that is wrong: %s', (name, value) => {
    expect(messageOf(() => readCliEnvironment({ [name]: value }))).toMatch(new RegExp(`^${name}: must `));
  });
});

it('services inherit nothing of Rallare’s own settings', () => {
  const names = Object.keys(inheritedEnvironment());
  expect(names.filter((name) => name in configSchema.shape)).toEqual([]);
});
