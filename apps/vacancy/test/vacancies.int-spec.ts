import { vacancyApi, vacancyInternalApi, type VacancyMatchView, type VacancyView } from '#contracts';
import type { Principal } from '#contracts';
import { ExpireVacanciesService } from '../src/vacancies/expire-vacancies.service.js';
import {
  anonymous,
  employer,
  employerWithMember,
  matching,
  operator,
  seeker,
  startVacancyService,
  type RunningService,
} from './service.js';

const unknown = '00000000-0000-4000-8000-000000000000';

describe('a vacancy', () => {
  let service: RunningService;
  let employerId: string;
  let member: Principal;
  let other: Principal;

  beforeAll(async () => {
    service = await startVacancyService('api');
    ({ employerId, member } = await employerWithMember(service, 'Påhittade Gruvan AB'));
    ({ member: other } = await employerWithMember(service, 'Ett annat påhittat bolag'));
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
    const changed = await service.get<VacancyView>(vacancyApi.changeVacancy, member, at(id, { body: { revision: 2, positions: 3 } }));
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
    const answer = await service.ask(vacancyApi.changeVacancy, member, at(id, { body: { revision, municipalities: [] } }));
    expect(answer.body).toMatchObject({ type: '/problems/vacancy-incomplete', errors: [{ pointer: '/municipalities' }] });
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

  it('is for its own employer: to everybody else a draft does not exist', async () => {
    const { id } = await draft();
    for (const who of [anonymous, seeker, other, employer('nobody')]) expect(await ask(id, who)).toBe(404);
    expect(await ask(id, operator)).toBe(200);
    const foreign = [
      service.ask(vacancyApi.changeVacancy, other, at(id, { body: { revision: 1, headline: 'x' } })),
      service.ask(vacancyApi.publishVacancy, other, at(id, { body: { revision: 1 } })),
      service.ask(vacancyApi.closeVacancy, other, at(id, { body: { revision: 1 } })),
      service.ask(vacancyApi.reopenVacancy, other, at(id)),
      service.ask(vacancyApi.copyVacancy, other, at(id)),
      service.ask(vacancyApi.removeDraft, other, at(id)),
      service.ask(vacancyApi.addDemand, other, at(id, { body: { kind: 'skill', words: 'x' } })),
      service.ask(vacancyApi.changeDemand, other, {
        params: { vacancyId: id, demandId: unknown },
        body: { origin: 'confirmed' },
      }),
      service.ask(vacancyApi.createVacancy, other, { params: { employerId }, body: { headline: 'x' } }),
      service.ask(vacancyApi.listVacancies, other, { params: { employerId } }),
      service.ask(vacancyApi.listVacancies, operator, { params: { employerId: unknown } }),
      service.ask(vacancyApi.getVacancy, operator, at(unknown)),
    ];
    for (const answer of await Promise.all(foreign)) expect(answer.status).toBe(404);
    expect((await service.ask(vacancyApi.changeVacancy, seeker, at(id, { body: { revision: 1 } }))).status).toBe(403);
  });

  it('stops acting for an employer when the membership ends', async () => {
    const { employerId: short, member: leaving } = await employerWithMember(service, 'Kort påhittad');
    const list = () => service.ask(vacancyApi.listVacancies, leaving, { params: { employerId: short } });
    expect((await list()).status).toBe(200);
    await service.get(vacancyApi.removeMember, operator, { params: { employerId: short, subject: leaving.subject } });
    expect((await list()).status).toBe(404);
  });

  it('is gone for outsiders once it is closed, but not for its employer', async () => {
    const { id, revision } = await publish(await draft());
    expect(await ask(id, anonymous)).toBe(200);
    await service.get(vacancyApi.closeVacancy, member, at(id, { body: { revision } }));
    expect([await ask(id, anonymous), await ask(id, other), await ask(id, seeker)]).toEqual([410, 410, 410]);
    expect([await ask(id, member), await ask(id, operator)]).toEqual([200, 200]);
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
    const [view] = (await service.get<{ items: VacancyMatchView[] }>(vacancyInternalApi.matchViews, matching, { body: { ids: [id] } })).items;
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
    const longer = await service.get<VacancyView>(vacancyApi.changeVacancy, member, at(id, { body: { revision: 3, deadline: '2099-01-01' } }));
    expect(longer.status).toBe('expired');
    expect(await service.get<VacancyView>(vacancyApi.reopenVacancy, member, at(id))).toMatchObject({ status: 'published' });
  });

  it('can be copied and thrown away as a draft', async () => {
    const original = await publish(await draft({ positions: 4 }));
    const copy = await service.get<VacancyView>(vacancyApi.copyVacancy, member, at(original.id));
    expect(copy).toMatchObject({ status: 'draft', revision: 1, positions: 4, publishedAt: null, headline: original.headline });
    expect(copy.demands.map(({ conceptId }) => conceptId)).toEqual(original.demands.map(({ conceptId }) => conceptId));
    expect(copy.demands.some(({ id }) => original.demands.some((one) => one.id === id))).toBe(false);
    await service.get(vacancyApi.removeDraft, member, at(copy.id));
    expect(await ask(copy.id, member)).toBe(404);
    expect(await service.events(copy.id)).toEqual([]);
  });

  it('says what cannot be, with pointers', async () => {
    const refused = async (body: object) => {
      const answer = await service.ask(vacancyApi.createVacancy, member, {
        params: { employerId },
        body: { headline: 'x', ...body },
      });
      return [answer.status, ((answer.body as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer)];
    };
    const skill = service.taxonomy.ofKind('skill')[0]!.id;
    expect(
      await refused({
        occupationId: skill,
        employmentTypeId: 'no_such_id',
        municipalities: ['2580', '9999'],
        deadline: '2020-01-01',
        demands: [
          { kind: 'skill', conceptId: skill, level: 6 },
          { kind: 'language', conceptId: skill },
          { kind: 'driving-licence', words: 'B', level: 1 },
        ],
      }),
    ).toEqual([
      400,
      ['/occupationId', '/employmentTypeId', '/municipalities/1', '/deadline', '/demands/0/level', '/demands/1/conceptId', '/demands/2/level'],
    ]);
    expect(await refused({ demands: [{ kind: 'skill', conceptId: skill }, { kind: 'skill', conceptId: skill }] })).toEqual([400, ['/demands/1']]);
    expect(await refused({ status: 'published' })).toEqual([400, ['/status']]);
    expect(await refused({ text: 'a\u0000b' })).toEqual([400, ['/text']]);
    expect(await refused({ text: '\ud800' })).toEqual([400, ['/text']]);
    expect(await refused({ deadline: '2031-02-30' })).toEqual([400, ['/deadline']]);
    expect(await refused({ text: 'x'.repeat(100_000) })).toEqual([400, ['/text']]);
  });

  it('keeps HTML as the text that it is', async () => {
    const text = '<script>alert(1)</script> & <b>fet</b>';
    expect((await draft({ text })).text).toBe(text);
  });

  it('is listed by its employer, last changed first, page by page', async () => {
    const { employerId: own, member: lister } = await employerWithMember(service, 'Listande påhitt');
    const made: string[] = [];
    for (const headline of ['A', 'B', 'C']) {
      const { id } = await service.get<VacancyView>(vacancyApi.createVacancy, lister, { params: { employerId: own }, body: { headline } });
      made.unshift(id);
    }
    const page = (query: object) =>
      service.get<{ total: number; items: { id: string }[] }>(vacancyApi.listVacancies, lister, { params: { employerId: own }, query });
    expect((await page({})).items.map(({ id }) => id)).toEqual(made);
    expect(await page({ limit: 1, offset: 1 })).toMatchObject({ total: 3, items: [{ id: made[1] }] });
    expect((await page({ status: 'published' })).total).toBe(0);
  });
});
