import { vacancyApi, vacancyInternalApi, type VacancyMatchView, type VacancyView, type Principal } from '#contracts';
import { VacancyViews } from '../src/views/vacancy-views.service.js';
import { ExpireVacanciesService } from '../src/vacancies/expire-vacancies.service.js';
import { anonymous, employerWithMember, matching, startVacancyService, type RunningService } from './service.js';

describe('a vacancy', () => {
  let service: RunningService;
  let employerId: string;
  let member: Principal;

  beforeAll(async () => {
    service = await startVacancyService('api');
    ({ employerId, member } = await employerWithMember(service, 'Påhittade Gruvan AB'));
  }, 60_000);
  afterAll(() => service?.stop());
  afterEach(() => service.clock.set(null));

  const draft = (body: object = {}): Promise<VacancyView> =>
    service.get<VacancyView>(vacancyApi.createVacancy, member, {
      params: { employerId },
      body: {
        headline: 'Medarbetare sökes',
        text: 'Krav: B-körkort.\nMeriterande: goda kunskaper i finska.',
        municipalities: ['2580'],
        deadline: '2099-12-31',
        ...body,
      },
    });
  const at = (vacancyId: string, more: object = {}) => ({ params: { vacancyId }, ...more });
  const publish = ({ id, revision }: VacancyView): Promise<VacancyView> =>
    service.get<VacancyView>(vacancyApi.publishVacancy, member, at(id, { body: { revision } }));
  const ask = async (vacancyId: string, who: Principal): Promise<number> =>
    (await service.ask(vacancyApi.getVacancy, who, at(vacancyId))).status;

  it('goes from draft to published to closed and back, with an event for each step that others see', async () => {
    const { id, revision, status } = await draft();
    expect([revision, status]).toEqual([1, 'draft']);
    const published = await publish(await draftAt(id));
    expect([published.revision, published.status]).toEqual([2, 'published']);
    const changed = await service.get<VacancyView>(
      vacancyApi.changeVacancy,
      member,
      at(id, { body: { revision: 2, positions: 3 } }),
    );
    expect(changed.positions).toBe(3);
    const closed = await service.get<VacancyView>(vacancyApi.closeVacancy, member, at(id, { body: { revision: 3 } }));
    expect([closed.status, closed.closedAt === null]).toEqual(['closed', false]);
    const open = await service.get<VacancyView>(vacancyApi.reopenVacancy, member, at(id));
    expect([open.status, open.closedAt, open.publishedAt]).toEqual(['published', null, published.publishedAt]);
    expect(await service.events(id)).toEqual(['published 2', 'changed 3', 'closed 4', 'published 5']);
  });

  const draftAt = (id: string): Promise<VacancyView> => service.get<VacancyView>(vacancyApi.getVacancy, member, at(id));

  it('does not go where its state does not lead', async () => {
    const one = await draft();
    const status = async (operation: (typeof vacancyApi)[keyof typeof vacancyApi], body?: object) => {
      const answer = await service.ask(operation, member, at(one.id, { body }));
      return [answer.status, (answer.body as { type: string }).type];
    };
    expect(await status(vacancyApi.closeVacancy, { revision: 1 })).toEqual([409, '/problems/vacancy-not-open']);
    expect(await status(vacancyApi.reopenVacancy)).toEqual([409, '/problems/conflict']);
    await publish(one);
    expect(await status(vacancyApi.publishVacancy, { revision: 2 })).toEqual([409, '/problems/conflict']);
    expect(await status(vacancyApi.removeDraft)).toEqual([409, '/problems/conflict']);
  });

  it('counts looks of others, not of its own people', async () => {
    const { id } = await publish(await draft());
    for (const who of [anonymous, anonymous, member]) await ask(id, who);
    await service.app.get(VacancyViews).write();
    const query = { query: { vacancyId: [id] } };
    const views = (who: Principal) => service.ask(vacancyApi.listViews, who, { params: { employerId }, ...query });
    expect((await views(member)).body).toEqual({ items: [{ vacancyId: id, views: 2, lastWeek: 2 }] });
    service.clock.set('2090-01-01T12:00:00Z');
    expect((await views(member)).body).toEqual({ items: [{ vacancyId: id, views: 2, lastWeek: 0 }] });
    expect((await views(matching)).status).toBe(403);
  });

  it('is published only when nothing is missing', async () => {
    const bare = await service.get<VacancyView>(vacancyApi.createVacancy, member, {
      params: { employerId },
      body: { headline: 'Bara en rubrik' },
    });
    const answer = await service.ask(vacancyApi.publishVacancy, member, at(bare.id, { body: { revision: 1 } }));
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      type: '/problems/vacancy-incomplete',
      errors: [{ pointer: '/text' }, { pointer: '/municipalities' }],
    });
    expect(await service.events(bare.id)).toEqual([]);
  });

  it('cannot lose while published what it needs', async () => {
    const { id, revision } = await publish(await draft());
    const answer = await service.ask(
      vacancyApi.changeVacancy,
      member,
      at(id, { body: { revision, municipalities: [] } }),
    );
    expect(answer.body).toMatchObject({
      type: '/problems/vacancy-incomplete',
      errors: [{ pointer: '/municipalities' }],
    });
    expect((await draftAt(id)).revision).toBe(revision);
  });

  it('takes a change only from the revision that is stored, and only one of two at once', async () => {
    const { id } = await draft();
    const change = (headline: string) =>
      service.ask(vacancyApi.changeVacancy, member, at(id, { body: { revision: 1, headline } }));
    const answers = await Promise.all([change('Ett'), change('Två')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ type: '/problems/stale-revision' });
    expect((await draftAt(id)).revision).toBe(2);
  });

  it('expires after its last day, not before, whatever a clock that runs ahead says', async () => {
    service.clock.set('2031-02-01T12:00:00Z');
    const { id } = await publish(await draft({ deadline: '2031-03-01' }));
    const expiry = service.app.get(ExpireVacanciesService);
    service.clock.set('2031-03-02T10:00:00Z');
    // The database's clock has not come so far: the mark is not set, but nobody is shown the vacancy.
    expect(await expiry.expire()).toBe(0);
    expect(await ask(id, anonymous)).toBe(410);
    expect((await draftAt(id)).status).toBe('published');
    const [view] = (
      await service.get<{ items: VacancyMatchView[] }>(vacancyInternalApi.matchViews, matching, { body: { ids: [id] } })
    ).items;
    expect(view).toMatchObject({ rankable: false, revision: 2 });
    service.clock.set('2031-02-28T10:00:00Z');
    expect(await ask(id, anonymous)).toBe(200);
  });

  it('expires for good when database and process agree that its day has passed', async () => {
    const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
    service.clock.set(`${yesterday}T10:00:00Z`);
    const { id } = await publish(await draft({ deadline: yesterday }));
    const expiry = service.app.get(ExpireVacanciesService);
    expect(await expiry.expire()).toBe(0);
    service.clock.set(null);
    expect(await expiry.expire()).toBe(1);
    expect(await draftAt(id)).toMatchObject({ status: 'expired', revision: 3 });
    expect(await service.events(id)).toEqual(['published 2', 'closed 3']);
    expect(await expiry.expire()).toBe(0);
    const reopened = await service.ask(vacancyApi.reopenVacancy, member, at(id));
    expect(reopened.body).toMatchObject({ type: '/problems/vacancy-incomplete', errors: [{ pointer: '/deadline' }] });
    const longer = await service.get<VacancyView>(
      vacancyApi.changeVacancy,
      member,
      at(id, { body: { revision: 3, deadline: '2099-01-01' } }),
    );
    expect(longer.status).toBe('expired');
    expect(await service.get<VacancyView>(vacancyApi.reopenVacancy, member, at(id))).toMatchObject({
      status: 'published',
    });
  });

  it('can be copied and thrown away as a draft', async () => {
    const original = await publish(await draft({ positions: 4 }));
    const copy = await service.get<VacancyView>(vacancyApi.copyVacancy, member, at(original.id));
    expect(copy).toMatchObject({
      status: 'draft',
      revision: 1,
      positions: 4,
      publishedAt: null,
      headline: original.headline,
    });
    expect(copy.demands.map(({ conceptId }) => conceptId)).toEqual(original.demands.map(({ conceptId }) => conceptId));
    expect(copy.demands.some(({ id }) => original.demands.some((one) => one.id === id))).toBe(false);
    await service.get(vacancyApi.removeDraft, member, at(copy.id));
    expect(await ask(copy.id, member)).toBe(404);
    expect(await service.events(copy.id)).toEqual([]);
  });

  it('is listed by its employer, last changed first, page by page', async () => {
    const { employerId: own, member: lister } = await employerWithMember(service, 'Listande påhitt');
    const made: string[] = [];
    for (const headline of ['A', 'B', 'C']) {
      const { id } = await service.get<VacancyView>(vacancyApi.createVacancy, lister, {
        params: { employerId: own },
        body: { headline },
      });
      made.unshift(id);
    }
    const page = (query: object) =>
      service.get<{ total: number; items: { id: string }[] }>(vacancyApi.listVacancies, lister, {
        params: { employerId: own },
        query,
      });
    expect((await page({})).items.map(({ id }) => id)).toEqual(made);
    expect(await page({ limit: 1, offset: 1 })).toMatchObject({ total: 3, items: [{ id: made[1] }] });
    expect((await page({ status: 'published' })).total).toBe(0);
  });
});
