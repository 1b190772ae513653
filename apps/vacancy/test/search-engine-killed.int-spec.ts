import { jest } from '@jest/globals';
import { deadLetterApi, vacancyApi, type VacancySearchAnswer } from '#contracts';
import { describeWhere, until } from '#testing';
import { importAds, inventedAd } from './ads.js';
import { MeilisearchProcess } from './meilisearch-process.js';
import { anonymous, matching, startVacancyService, type RunningService } from './service.js';

jest.setTimeout(180_000);

const { MEILI_BIN = '' } = process.env;
const patience = { timeout: 60_000 };

describeWhere(MEILI_BIN !== '', 'MEILI_BIN is not set')('a Meilisearch that is killed', () => {
  let engine: MeilisearchProcess;
  let service: RunningService;

  beforeAll(async () => {
    engine = await MeilisearchProcess.start(MEILI_BIN);
    service = await startVacancyService('all', { SEARCH_URL: engine.url, SEARCH_KEY: engine.key });
    await importAds(
      service,
      ['k1', 'k2', 'k3'].map((id) => inventedAd(id, { headline: `Bergsprängare ${id}` })),
    );
    await service.drain();
    await found(3);
  });
  afterAll(async () => {
    await service?.stop();
    await engine?.end();
  });

  const search = (): Promise<VacancySearchAnswer> =>
    service.get<VacancySearchAnswer>(vacancyApi.searchVacancies, anonymous, { query: { q: 'bergsprängare' } });
  const found = (total: number) =>
    until(async () => {
      const answer = await search();
      return !answer.degraded && answer.total === total ? answer : null;
    }, patience);

  it('in the midst of searches fails none: the database answers, until it is back', async () => {
    const answers: VacancySearchAnswer[] = [];
    let searching = true;
    const searches = Array.from({ length: 3 }, async () => {
      while (searching) answers.push(await search());
    });
    await until(() => answers.length > 3, patience);
    await engine.kill();
    await until(() => answers.at(-1)!.degraded, patience);
    await engine.startAgain();
    await until(() => !answers.at(-1)!.degraded, patience);
    searching = false;
    await Promise.all(searches);
    expect(answers.filter(({ total }) => total !== 3)).toEqual([]);
  });

  it('while vacancies come loses none, and makes no dead letter', async () => {
    await engine.kill();
    await importAds(service, [inventedAd('k4', { headline: 'Bergsprängare k4' })]);
    await service.drain();
    expect(await search()).toMatchObject({ total: 4, degraded: true });
    await engine.startAgain();
    expect((await found(4)).items[0]!.highlights).not.toEqual([]);
    expect(await service.get(deadLetterApi.vacancy.list, matching)).toEqual({ items: [] });
  });
});
