import { readConfig } from '#platform';
import type { z } from 'zod';
import { configSchema as gateway } from '../../apps/gateway/src/config.js';
import { configSchema as matching } from '../../apps/matching/src/config.js';
import { configSchema as profile } from '../../apps/profile/src/config.js';
import { configSchema as vacancy } from '../../apps/vacancy/src/config.js';
import { compose, type ComposeService, exampleSettings, interpolate, readText, references } from './compose-file.js';

const schemas: Record<string, z.ZodObject> = { gateway, matching, profile, vacancy };
const SECRET = /PASSWORD|SECRET|TOKEN|KEY/;
/** What the image itself reads, not the service. */
const OF_THE_IMAGE = ['SERVICE'];

const settings = exampleSettings();
/** What may stay empty. */
const optional = references(readText('docker-compose.yml')).filter((one) => one.operator === ':-' && !one.fallback);
const mayBeEmpty = new Set(optional.map(({ name }) => name));
const filledIn = Object.fromEntries(
  Object.entries(settings).map(([name, value]) => [
    name,
    value || mayBeEmpty.has(name) ? value : `${name.toLowerCase().replaceAll('_', '')}${'0'.repeat(32)}`,
  ]),
);
const services = Object.entries(compose.services);
const own = services.filter(([, { environment }]) => environment?.SERVICE !== undefined);

function environmentOf({ environment = {} }: ComposeService): Record<string, string> {
  const entries = Object.entries(environment).filter(([name]) => !OF_THE_IMAGE.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, interpolate(String(value), filledIn)]));
}

describe('docker-compose.yml', () => {
  it('holds the stores and every service', () => {
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(['postgres', 'redis', 'meilisearch']));
    expect([...new Set(own.map(([, { environment }]) => environment!.SERVICE))].sort()).toEqual(
      Object.keys(schemas).sort(),
    );
  });

  it.each(services)('%s has an image with a version, a health check, and networks that exist', (_name, service) => {
    expect(service.image).toMatch(/^[\w./-]+:(?!latest$).+/);
    const check = service.healthcheck!;
    if (check.disable) expect(service.command).toEqual(['node', 'tools/ensure-databases.mjs']);
    else expect(check.test!.length).toBeGreaterThan(1);
    for (const network of service.networks!) expect(Object.keys(compose.networks)).toContain(network);
  });

  it.each(services)(
    '%s waits only for what is there, for its health where it has any',
    (_name, { depends_on = {} }) => {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(compose.services[name]).toBeDefined();
        const ends = compose.services[name]!.healthcheck!.disable === true;
        expect(condition).toBe(ends ? 'service_completed_successfully' : 'service_healthy');
      }
    },
  );

  it('builds its own image from the Dockerfile in this folder', () => {
    const stages = [...readText('Dockerfile').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, stage]) => stage);
    for (const [, { build }] of own) {
      expect(build!.context).toBe('.');
      expect(stages).toContain(build!.target);
    }
  });

  it('keeps Redis from losing jobs', () => {
    const command = compose.services.redis!.command!.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('opens no port but that of the gateway', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['gateway']);
  });
});

describe('the environment of', () => {
  it.each(own)('%s holds only settings that the service knows', (_name, service) => {
    const known = Object.keys(schemas[service.environment!.SERVICE as string]!.shape);
    expect(Object.keys(environmentOf(service)).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(own)('%s lacks none, and each has a value that the service takes', (_name, service) => {
    const schema = schemas[service.environment!.SERVICE as string]!;
    expect(() => readConfig(schema, environmentOf(service))).not.toThrow();
  });

  it.each(own)('%s would be refused without what it needs', (_name, service) => {
    const schema = schemas[service.environment!.SERVICE as string]!;
    expect(() => readConfig(schema, { ...environmentOf(service), DATABASE_URL: undefined })).toThrow('DATABASE_URL');
  });

  it('the services agrees with the databases that are made for them', () => {
    const made = interpolate(String(compose.services.databases!.environment!.DATABASE_URLS), filledIn).split(/\s+/);
    for (const [, service] of own) expect(made).toContain(environmentOf(service).DATABASE_URL);
  });
});

describe('secrets', () => {
  const used = references(readText('docker-compose.yml'));

  it('have no default values, in the compose file or in .env.example', () => {
    const secrets = used.filter(({ name }) => SECRET.test(name));
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter(({ operator }) => operator !== ':?')).toEqual([]);
    expect(Object.entries(settings).filter(([name, value]) => SECRET.test(name) && value !== '')).toEqual([]);
  });

  it('do not stand in the compose file themselves', () => {
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment))
        if (SECRET.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
    }
  });

  it('and all other variables are listed in .env.example, which lists no more', () => {
    expect(Object.keys(settings).sort()).toEqual([...new Set(used.map(({ name }) => name))].sort());
    for (const { name, operator, fallback } of used)
      if (operator === ':-') expect([name, settings[name]]).toEqual([name, fallback]);
  });
});
