import { vacancyApi, type VacancyView } from '#contracts';
import { importAds, inventedAd, outcomes, removalOf } from './ads.js';
import { anonymous, employer, operator, startVacancyService, type RunningService } from './service.js';

describe('importing ads', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startVacancyService('api');
  }, 60_000);
  afterAll(() => service?.stop());

  const view = (vacancyId: string | null): Promise<VacancyView> =>
    service.get<VacancyView>(vacancyApi.getVacancy, operator, { params: { vacancyId: vacancyId! } });

  it('makes vacancies of them, published, with the facts that the ad states', async () => {
    const skill = service.taxonomy.ofKind('skill')[0]!;
    const occupation = service.taxonomy.ofKind('occupation')[0]!;
    const [result] = await importAds(service, [
      inventedAd('a1', {
        occupation: { concept_id: occupation.id, label: occupation.label.sv },
        must_have: {
          skills: [
            { concept_id: skill.id, label: skill.label.sv, weight: 10 },
            { concept_id: 'no_such', weight: 10 },
          ],
        },
        salary_description: 'Fast lön',
      }),
    ]);
    expect(result).toMatchObject({ index: 0, externalId: 'a1', outcome: 'created', reason: null });
    const vacancy = await view(result!.vacancyId);
    expect(vacancy).toMatchObject({
      status: 'published',
      revision: 1,
      employer: { name: 'Påhittade Verkstaden AB', organisationNumber: '5560000001', demo: false },
      occupationId: occupation.id,
      occupationOrigin: 'stated',
      municipalities: ['2580'],
      positions: 2,
      extent: { min: 50, max: 100 },
      employmentTypeId: 'PFZr_Syz_cUq',
      deadline: '2098-12-31',
      pay: { text: 'Fast lön' },
      publishedAt: '2025-01-02T07:00:00.000Z',
      source: { name: 'test', externalId: 'a1', url: 'https://example.com/a1' },
    });
    const origins = vacancy.demands.map(({ kind, origin }) => [kind, origin]);
    expect(origins).toContainEqual(['skill', 'stated']);
    expect(origins).toContainEqual(['driving-licence', 'read']);
    expect(await service.events(vacancy.id)).toEqual(['published 1']);
  });

  it('changes nothing when the same comes again, and takes what is new', async () => {
    const [first] = await importAds(service, [inventedAd('b1')]);
    expect(await importAds(service, [inventedAd('b1', { timestamp: 99 })])).toMatchObject([
      { outcome: 'unchanged', vacancyId: first!.vacancyId },
    ]);
    expect(await importAds(service, [inventedAd('b1', { headline: 'Ny rubrik' })])).toMatchObject([
      { outcome: 'updated' },
    ]);
    expect(await view(first!.vacancyId)).toMatchObject({ headline: 'Ny rubrik', revision: 2 });
    expect(await service.events(first!.vacancyId!)).toEqual(['published 1', 'changed 2']);
  });

  it('keeps what the employer said about demands', async () => {
    const [made] = await importAds(service, [inventedAd('b2')]);
    const before = await view(made!.vacancyId);
    const licence = before.demands.find(({ kind }) => kind === 'driving-licence')!;
    await service.get(vacancyApi.changeDemand, operator, {
      params: { vacancyId: before.id, demandId: licence.id },
      body: { origin: 'rejected' },
    });
    await importAds(service, [inventedAd('b2', { description: { text: 'Ny text. Krav: B-körkort.' } })]);
    const after = await view(made!.vacancyId);
    expect(after.demands.find(({ id }) => id === licence.id)).toMatchObject({ origin: 'rejected' });
  });

  it('removes what the source removed, whatever its id looks like, and brings it back when it returns', async () => {
    const [made] = await importAds(service, [inventedAd('4711')]);
    const id = made!.vacancyId!;
    expect(await importAds(service, [removalOf(4711)])).toMatchObject([
      { outcome: 'removed', vacancyId: id, externalId: '4711' },
    ]);
    expect(await view(id)).toMatchObject({ status: 'closed', revision: 2, closedAt: '2025-03-01T02:00:00.000Z' });
    expect((await service.ask(vacancyApi.getVacancy, anonymous, { params: { vacancyId: id } })).status).toBe(410);
    expect(outcomes(await importAds(service, [removalOf('4711'), removalOf('unknown')]))).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect(outcomes(await importAds(service, [inventedAd('4711')]))).toEqual(['updated']);
    expect(await view(id)).toMatchObject({ status: 'published', revision: 3, closedAt: null });
    expect(await service.events(id)).toEqual(['published 1', 'closed 2', 'published 3']);
  });

  it('does not open again what the employer closed', async () => {
    const [made] = await importAds(service, [inventedAd('b3')]);
    const id = made!.vacancyId!;
    await service.get(vacancyApi.closeVacancy, operator, { params: { vacancyId: id }, body: { revision: 1 } });
    expect(outcomes(await importAds(service, [inventedAd('b3', { headline: 'Ändrad' })]))).toEqual(['updated']);
    expect(await view(id)).toMatchObject({ status: 'closed', headline: 'Ändrad' });
  });

  it('takes an ad whose last day has passed as expired, and opens it when the day is moved', async () => {
    const [made] = await importAds(service, [inventedAd('b4', { application_deadline: '2020-03-28T23:59:59' })]);
    expect(await view(made!.vacancyId)).toMatchObject({ status: 'expired', deadline: '2020-03-28' });
    await importAds(service, [inventedAd('b4')]);
    expect(await view(made!.vacancyId)).toMatchObject({ status: 'published', deadline: '2098-12-31' });
  });

  it('takes each record on its own: what is bad is rejected with its reason and harms no other', async () => {
    const hostile: [unknown, string][] = [
      [inventedAd('h1'), 'created'],
      [null, 'rejected'],
      ['<script>', 'rejected'],
      [[[[]]], 'rejected'],
      [{ id: 'h2' }, 'rejected'],
      [inventedAd('h3', { headline: { $ne: null } }), 'rejected'],
      [inventedAd('h4', { application_deadline: '2031-02-30T00:00:00' }), 'rejected'],
      [inventedAd('h5', { description: { text: 'å'.repeat(100_000) } }), 'rejected'],
      [inventedAd('h6', { headline: 'Nul\u0000tecken', description: { text: 'a\u0000b\ud800c' } }), 'created'],
      [inventedAd('h7', { description: { text: 'x'.repeat(50_000) } }), 'created'],
      [
        inventedAd('h8', {
          workplace_address: { municipality_code: '9999', municipality: "'; DROP TABLE vacancies; --" },
        }),
        'created',
      ],
      [inventedAd('h9', { number_of_vacancies: 1e9 }), 'rejected'],
      [inventedAd('h10', { description: { text: '<p>Fet <script>alert(1)</script>text</p>' } }), 'created'],
      [
        inventedAd('h11', { employer: { organization_number: '800101-0001', name: 'Enskild påhittad firma' } }),
        'created',
      ],
      [
        inventedAd('h12', { publication_date: '9999-12-31T23:59:59', scope_of_work: { min: null, max: null } }),
        'created',
      ],
      [JSON.parse('{"id": "h13", "__proto__": {"headline": "x"}, "constructor": 1}'), 'rejected'],
      [
        inventedAd('h14', { must_have: { skills: Array.from({ length: 500 }, () => ({ concept_id: 'x1' })) } }),
        'rejected',
      ],
      [inventedAd('h1', { headline: 'Samma id igen' }), 'created'],
    ];
    const results = await importAds(
      service,
      hostile.map(([record]) => record),
    );
    const expected = hostile.map(([, outcome]) => outcome);
    expected[0] = 'superseded';
    expect(outcomes(results)).toEqual(expected);
    expect(results.map(({ index }) => index)).toEqual(hostile.map((_, index) => index));
    for (const { outcome, reason } of results)
      expect(reason === null).toBe(outcome !== 'rejected' && outcome !== 'superseded');
    const of = (id: string) =>
      view(results.find(({ externalId, vacancyId }) => externalId === id && vacancyId)!.vacancyId);
    expect(await of('h1')).toMatchObject({ headline: 'Samma id igen' });
    expect(await of('h6')).toMatchObject({ headline: 'Nul tecken', text: 'ab\ufffdc' });
    expect((await of('h8')).municipalities).toEqual([]);
    expect((await of('h10')).text).toBe('Fet  text');
    expect((await of('h11')).employer).toMatchObject({ organisationNumber: null });
    expect(Date.parse((await of('h12')).publishedAt!)).toBeLessThanOrEqual(Date.now());
  });

  it('tells employers apart by number, else by name within the source', async () => {
    const by = (id: string, organization_number: string | null, name: string) =>
      inventedAd(id, { employer: { organization_number, name } });
    const results = [
      ...(await importAds(service, [
        by('e1', '5560000002', 'Ett namn'),
        by('e2', '556000-0002', 'Ett annat namn'),
        by('e3', null, 'Utan Nummer'),
      ])),
      ...(await importAds(service, [by('e4', null, 'UTAN nummer')])),
      ...(await importAds(service, [by('e5', null, 'Utan nummer')], { source: 'other' })),
    ];
    const [e1, e2, e3, e4, e5] = (await Promise.all(results.map(({ vacancyId }) => view(vacancyId)))).map(
      (one) => one.employer.id,
    );
    expect(e1).toBe(e2);
    expect(e3).toBe(e4);
    expect(new Set([e1, e3, e5]).size).toBe(3);
  });

  it('is the same whether two run at once or one after the other', async () => {
    const ads = Array.from({ length: 60 }, (_, index) => inventedAd(`c${index}`));
    const runs = await Promise.all([
      importAds(service, ads, { source: 'twice' }),
      importAds(service, ads, { source: 'twice' }),
    ]);
    const all = outcomes(runs.flat());
    expect([all.filter((one) => one === 'created').length, all.filter((one) => one === 'unchanged').length]).toEqual([
      60, 60,
    ]);
    expect(new Set(runs.flat().map(({ vacancyId }) => vacancyId)).size).toBe(60);
  });

  it('is for operators, 200 records at most', async () => {
    const body = { source: 'test', records: [] };
    expect((await service.ask(vacancyApi.importAds, employer('x'), { body })).status).toBe(403);
    const many = { source: 'test', records: Array.from({ length: 201 }, () => null) };
    expect((await service.ask(vacancyApi.importAds, operator, { body: many })).body).toMatchObject({
      errors: [{ pointer: '/records' }],
    });
  });

  it('removes the demo without a trace, and nothing else', async () => {
    const demo = await importAds(service, [inventedAd('d1'), inventedAd('d2', { employer: { name: 'Demo AB' } })], {
      source: 'demo',
      demo: true,
    });
    const [real] = await importAds(service, [inventedAd('d3')], { source: 'real' });
    expect(await view(demo[0]!.vacancyId)).toMatchObject({
      demo: true,
      employer: { demo: true, organisationNumber: null },
    });
    expect(await service.get(vacancyApi.removeDemoVacancies, operator)).toEqual({ removed: 2 });
    for (const { vacancyId } of demo) {
      expect((await service.ask(vacancyApi.getVacancy, operator, { params: { vacancyId } })).status).toBe(404);
      expect(await service.events(vacancyId!)).toEqual(['published 1', 'erased 2']);
    }
    const left = await service.get<{ items: { demo: boolean }[] }>(vacancyApi.listEmployers, operator, {
      query: { limit: 100 },
    });
    expect(left.items.some((one) => one.demo)).toBe(false);
    expect((await view(real!.vacancyId)).demo).toBe(false);
    expect(await service.get(vacancyApi.removeDemoVacancies, operator)).toEqual({ removed: 0 });
  });
});
