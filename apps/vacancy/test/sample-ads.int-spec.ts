import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vacancyApi, type ImportResult, type VacancyView } from '#contracts';
import { describeWhere } from '#testing';
import { importAds, removalOf } from './ads.js';
import { operator, startVacancyService, type RunningService } from './service.js';

const shared = process.env.RALLARE_SHARED ?? join('..', 'shared');
const sampleFile = join(shared, 'data', 'ads', 'jobstream-sample-2020', 'jobstream_events_24.json');

describeWhere(existsSync(sampleFile), 'RALLARE_SHARED has no sample of JobStream')('the sample ads', () => {
  let service: RunningService;
  let records: { id: string | number; removed?: boolean }[];

  beforeAll(async () => {
    records = JSON.parse(readFileSync(sampleFile, 'utf8')) as typeof records;
    service = await startVacancyService('api');
  }, 60_000);
  afterAll(() => service?.stop());

  const count = (results: ImportResult[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  };

  it('become vacancies with place, text and demands; the removals are of ads that never came; twice is once', async () => {
    const first = await importAds(service, records);
    expect(count(first)).toEqual({ created: 10, unchanged: 14 });
    let read = 0;
    for (const { vacancyId } of first.filter(({ outcome }) => outcome === 'created')) {
      const vacancy = await service.get<VacancyView>(vacancyApi.getVacancy, operator, { params: { vacancyId } });
      expect(vacancy.status).toBe('expired');
      expect(vacancy.municipalities).toHaveLength(1);
      expect(vacancy.text.length).toBeGreaterThan(200);
      expect(vacancy.language).toBe('sv');
      for (const { span, origin } of vacancy.demands) {
        if (origin === 'read') read += 1;
        if (span) expect(vacancy[span.field as 'headline' | 'text'].slice(span.start, span.end)).toBe(span.quote);
      }
    }
    expect(read).toBeGreaterThan(20);
    const events = await service.events();
    expect(count(await importAds(service, records))).toEqual({ unchanged: 24 });
    expect(await service.events()).toEqual(events);
  });

  it('close when the stream removes them', async () => {
    const ads = records.filter(({ removed }) => removed !== true);
    const removals = ads.map(({ id }) => removalOf(Number(id)));
    expect(count(await importAds(service, removals))).toEqual({ removed: 10 });
  });
});
