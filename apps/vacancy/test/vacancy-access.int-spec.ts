import { vacancyApi, type Principal, type VacancyView } from '#contracts';
import {
  anonymous,
  employer,
  employerWithMember,
  operator,
  seeker,
  startVacancyService,
  type RunningService,
} from './service.js';

const unknown = '00000000-0000-4000-8000-000000000000';

describe('a vacancy of somebody else', () => {
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
});
