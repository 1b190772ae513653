import { applicationApi, matchingApi, seekerApi, type AnswerOf, type Principal } from '#contracts';
import { startMatchingService, type RunningService } from './service.js';
import { addProfile, addVacancy, changeVacancy, profileView, vacancyView } from './world.js';

type Closings = AnswerOf<typeof matchingApi.listClosings>;

describe('a vacancy that closes', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startMatchingService();
  }, 60_000);
  afterAll(() => service?.stop(), 30_000);

  it('is told to whoever saved it or applied, once, with why; not to others; and taken back when it opens again', async () => {
    const view = vacancyView();
    await addVacancy(service, view);
    const people: { principal: Principal; profileId: string }[] = [];
    for (let at = 0; at < 3; at += 1) {
      const profile = profileView();
      people.push({ principal: await addProfile(service, profile), profileId: profile.profileId });
    }
    await service.settle();
    const [both, saver, other] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    for (const { principal, profileId } of [both, saver])
      await service.get(seekerApi.saveVacancy, principal, { params: { profileId, vacancyId: view.vacancyId } });
    await service.get(applicationApi.apply, both.principal, {
      params: { profileId: both.profileId },
      body: { vacancyId: view.vacancyId, message: null },
    });
    const closings = ({ principal, profileId }: (typeof people)[0]): Promise<Closings> =>
      service.get(matchingApi.listClosings, principal, { params: { profileId } });
    expect(await closings(both)).toEqual({ total: 0, items: [] });

    await changeVacancy(service, { ...view, revision: 2, rankable: false });
    await service.tell('vacancy.closed.v1', { vacancyId: view.vacancyId, revision: 2 });
    await service.settle();
    expect((await closings(both)).items).toMatchObject([{ vacancyId: view.vacancyId, because: ['applied', 'saved'] }]);
    expect((await closings(saver)).items).toMatchObject([{ vacancyId: view.vacancyId, because: ['saved'] }]);
    expect((await closings(other)).total).toBe(0);
    const foreign = await service.ask(matchingApi.listClosings, other.principal, {
      params: { profileId: both.profileId },
    });
    expect(foreign.status).toBe(404);

    service.owners.vacancies.set(view.vacancyId, { ...view, revision: 3 });
    await service.tell('vacancy.published.v1', { vacancyId: view.vacancyId, revision: 3 });
    await service.settle();
    expect((await closings(saver)).total).toBe(0);
  });
});
