import { matchingApi, profileApi, vacancyApi } from '#contracts';
import { callOperation, type CallInput, type ParsedAnswer } from '#platform';
import type { Operation } from '#contracts';
import { describeWhere, startSystem, until, type System } from '#testing';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rallare, type CommandResult } from './support/starter.js';

const shared = resolve(process.env['RALLARE_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared'));
const sample = join(shared, 'data', 'ads', 'jobstream-sample-2020', 'jobstream_events_24.json');

interface Ad {
  readonly headline: string;
  readonly removed?: boolean;
  readonly description: { readonly text: string };
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const resume = {
  basics: {
    name: 'Påhittad Person',
    email: 'pahittad@example.org',
    label: 'Trädgårdsarbetare',
    summary: 'Har arbetat med grönyteskötsel och plantering. B-körkort.',
    location: { city: 'Härnösand', countryCode: 'SE' },
  },
  work: [{ position: 'Trädgårdsarbetare', name: 'Exempelträdgården', startDate: '2015-03' }],
  languages: [{ language: 'svenska', fluency: 'C2' }],
  certificates: [{ name: 'B-körkort' }],
  meta: { rallare: { wishes: { willingToMove: true } } },
};

describe('the operator’s command line', () => {
  let system: System;
  let folder: string;

  const command = (...args: string[]): Promise<CommandResult> =>
    rallare(args, { RALLARE_DATA: system.dataDir }, folder);
  const ask = <O extends Operation>(operation: O, input: CallInput<O> = {}): Promise<ParsedAnswer<O>> =>
    callOperation(`${system.url}/api`, operation, input, {
      token: readFileSync(system.operatorTokenFile!, 'utf8').trim(),
      timeoutMs: 10_000,
    });
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  /** How many vacancies are ranked: those that somebody of whom nothing is known can be considered for, and the rest. */
  const ranked = async (): Promise<number> => {
    const { total, removed } = await ask(matchingApi.previewMatches, { body: { profile: { facts: [] }, limit: 1 } });
    return Object.values(removed).reduce((sum, count) => sum + count, total);
  };
  /** Waits until so many vacancies are ranked, and as many found. */
  const settles = (vacancies: number): Promise<unknown> =>
    until(
      async () => {
        const found = await ask(vacancyApi.searchVacancies);
        return (await ranked()) === vacancies && found.total === vacancies && !found.degraded;
      },
      { timeout: 30_000, what: `${vacancies} vacancies, ranked and found` },
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rallare-operator-'));
    system = await startSystem({ queue: 'postgres', demo: true });
  }, 180_000);

  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('tells wrong use by 2, and what it cannot reach in one line by 1', async () => {
    expect((await command('help')).code).toBe(0);
    expect(await command('--help')).toMatchObject({ code: 0, output: expect.stringContaining('import-ads') });
    expect((await command('import-ads', '--help')).output).toContain('--rebase');
    expect(await command('nonsense')).toMatchObject({ code: 2, output: expect.stringContaining('nonsense') });
    expect((await command('demo', 'reload')).code).toBe(2);
    expect((await command('match', '--top', '0', '--profile', 'x')).code).toBe(2);
    const unreachable = await rallare(['import-ads', 'x'], {
      RALLARE_URL: 'http://127.0.0.1:59999',
      RALLARE_DATA: system.dataDir,
    });
    expect(unreachable.code).toBe(1);
    const off = await rallare(['dead-letters'], {
      RALLARE_URL: 'http://127.0.0.1:59999',
      RALLARE_DATA: system.dataDir,
    });
    expect(off).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^http:\/\/127\.0\.0\.1:59999 does not answer .*\n$/),
    });
    const none = await rallare(['dead-letters'], { RALLARE_DATA: join(folder, 'nothing') });
    expect(none).toMatchObject({ code: 1, output: expect.stringMatching(/^no system runs here.*\n$/) });
    const elsewhere = await rallare(['dead-letters'], {
      RALLARE_URL: 'http://example.invalid',
      RALLARE_DATA: system.dataDir,
    });
    expect(elsewhere).toMatchObject({ code: 1, output: expect.stringMatching(/^RALLARE_TOKEN: is not set.*\n$/) });
  }, 60_000);

  it('removes every trace of the demo region, and loads it again', async () => {
    const { vacancies, profiles } = await ask(matchingApi.matchingInfo);
    expect(await command('demo', 'remove', '--json')).toMatchObject({ code: 0 });
    await settles(0);
    expect(await ask(matchingApi.matchingInfo)).toMatchObject({ profiles: 0, vacancies: 0 });
    expect((await ask(profileApi.listProfiles)).total).toBe(0);
    expect((await ask(vacancyApi.listEmployers)).total).toBe(0);
    expect((await command('demo', 'load')).code).toBe(0);
    await settles(vacancies);
    await until(async () => (await ask(matchingApi.matchingInfo)).profiles === profiles);
    expect((await command('demo', 'remove')).output).toContain(`${vacancies} vacancies and ${profiles} people removed`);
    await settles(0);
    const { items } = await ask(vacancyApi.searchVacancies, { query: { q: 'svetsare' } });
    expect(items).toEqual([]);
  }, 120_000);

  it('imports what is whole, and tells what is not with its line, id and reason', async () => {
    const ad = (id: string, changes: object = {}): string =>
      JSON.stringify({ id, headline: 'Svetsare', employer: { name: 'Påhittade Verkstaden AB' }, ...changes });
    const lines = [ad('a-1'), '{"id": "a-2", "headline": ', ad('a-3', { headline: 5 }), ad('a-4')].join('\n');
    const some = await command('import-ads', file('some.ndjson.gz', gzipSync(lines)), '--source', 'test');
    expect(some.code).toBe(3);
    expect(some.output).toContain('4 read: 2 created');
    expect(some.output).toMatch(/rejected: line 2: the record is not JSON\nrejected: line 3, id a-3: headline: /);
    const again = await command('import-ads', file('again.json', `[${ad('a-1')},${ad('a-4')}]`), '--source', 'test');
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('2 unchanged') });
    const none = await command('import-ads', file('none.json', ''));
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining('rejected: line 1: the file is empty') });
    expect(await command('import-ads', 'missing.json')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^.*missing\.json: there is no such file\n$/),
    });
    const halfGzip = await command('import-ads', file('half.gz', gzipSync(lines).subarray(0, 60)));
    expect(halfGzip.code).toBe(1);
    expect(halfGzip.output).toContain('the file cannot be read further');
    const removals = ['a-1', 'a-4'].map((id) => JSON.stringify({ id, removed: true })).join('\n');
    expect((await command('import-ads', file('removals.ndjson', removals), '--source', 'test')).output).toContain(
      '2 removed',
    );
    await settles(0);
  }, 90_000);

  describeWhere(existsSync(sample), 'the sample of real ads is not there')('with a sample of real ads', () => {
    it('takes old ads as past, moves them to today on request, and matches a person against them in their own words', async () => {
      const ads = (JSON.parse(readFileSync(sample, 'utf8')) as Ad[]).filter(({ removed }) => !removed);
      const old = await command('import-ads', sample);
      expect(old).toMatchObject({
        code: 0,
        output: expect.stringContaining(`${ads.length} of them are past their last day to apply; --rebase`),
      });
      await settles(0);
      const moved = await command('import-ads', sample, '--rebase');
      expect(moved).toMatchObject({
        code: 0,
        output: expect.stringMatching(/0 created, 10 updated.*\nall dates were moved by \d+ days\n$/),
      });
      await settles(ads.length);
      expect((await command('import-ads', sample, '--rebase')).output).toContain('0 created, 0 updated');

      const matched = await command('match', '--profile', file('cv.json', JSON.stringify(resume)), '--json');
      expect(matched.code).toBe(0);
      const { items } = JSON.parse(matched.output) as ParsedAnswer<typeof matchingApi.previewMatches>;
      expect(items[0]!.vacancy.headline).toMatch(/trädgårdsarbetare/i);
      const quotes = items.flatMap(({ vacancy, employerParts }) =>
        employerParts.flatMap(({ vacancySpan }) =>
          vacancySpan ? [{ headline: vacancy.headline, quote: vacancySpan.quote }] : [],
        ),
      );
      expect(quotes.length).toBeGreaterThan(3);
      for (const { headline, quote } of quotes) {
        const ad = ads.find((one) => tidy(one.headline) === headline)!;
        expect(tidy(`${ad.headline}\n${ad.description.text}`)).toContain(tidy(quote));
      }
      expect((await command('match', '--profile', 'cv.json', '--top', '1')).output).toMatch(/^ *\d+ {2}.*\n.* %\n/);
    }, 90_000);
  });
});
