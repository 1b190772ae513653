import { matchingApi, type AnswerOf, type Principal, type ProfileMatchView } from '#contracts';
import { randomUUID } from 'node:crypto';
import { AlertFinder } from '../src/alerts/alert-finder.service.js';
import { Reconciler } from '../src/projections/reconciler.js';
import { startMatchingService, type RunningService } from './service.js';
import {
  addProfile,
  addVacancy,
  changeProfile,
  changeVacancy,
  concepts,
  demand,
  fact,
  lulea,
  profileView,
  skelleftea,
  vacancyView,
  wishes,
} from './world.js';

type Alert = AnswerOf<typeof matchingApi.createAlert>;
type Notifications = AnswerOf<typeof matchingApi.listNotifications>;

let service: RunningService;
beforeAll(async () => {
  service = await startMatchingService();
}, 60_000);
afterAll(() => service?.stop(), 30_000);

interface Person {
  readonly principal: Principal;
  readonly view: ProfileMatchView;
}

const skill = (): string => concepts(service).skills[0]!;
const newPerson = async (over: Partial<ProfileMatchView> = {}): Promise<Person> => {
  const view = profileView({
    facts: [fact('skill', skill(), { level: 5 })],
    wishes: { ...wishes, willingToMove: true },
    ...over,
  });
  const principal = await addProfile(service, view);
  await service.settle();
  return { principal, view };
};
const at = ({ view }: Person): { params: { profileId: string } } => ({ params: { profileId: view.profileId } });
const newAlert = (person: Person, body: object = {}): Promise<Alert> =>
  service.get(matchingApi.createAlert, person.principal, { ...at(person), body: { minimumFit: 1, ...body } });
const notified = async (person: Person, query: object = { limit: 100 }): Promise<Notifications> =>
  service.get(matchingApi.listNotifications, person.principal, { ...at(person), query });
const vacanciesOf = ({ items }: Notifications): string[] => items.map(({ vacancyId }) => vacancyId);
const fitting = (over: object = {}) => vacancyView({ demands: [demand('skill', skill())], ...over });

describe('an alert', () => {
  it('that is a saved search tells of what the search finds, whatever the fit', async () => {
    const person = await newPerson();
    const search = { q: '', municipality: [skelleftea], remote: 'true' };
    const alert = await newAlert(person, { minimumFit: 0, search });
    expect(alert.search).toEqual({ municipality: [skelleftea], remote: 'true' });
    const { items } = await service.get<AnswerOf<typeof matchingApi.listAlerts>>(
      matchingApi.listAlerts,
      person.principal,
      at(person),
    );
    expect(items).toEqual([alert]);
    const [found, elsewhere] = [vacancyView({ municipalities: [skelleftea] }), fitting({ municipalities: [lulea] })];
    await addVacancy(service, elsewhere);
    await addVacancy(service, found);
    await service.settle();
    expect(vacanciesOf(await notified(person))).toEqual([found.vacancyId]);
    const refused = await service.ask(matchingApi.createAlert, person.principal, {
      ...at(person),
      body: { search: { q: 'x', page: 2 } },
    });
    expect(refused.status).toBe(400);
  });

  it('tells of a vacancy once, however often that is told or changed', async () => {
    const person = await newPerson();
    const alert = await newAlert(person);
    const vacancy = fitting();
    await addVacancy(service, vacancy);
    await service.settle();
    const first = await notified(person);
    expect(first.items).toMatchObject([{ alertId: alert.id, vacancyId: vacancy.vacancyId }]);
    expect(first.items[0]!.fit).toBe(service.host.engine.match(person.view.profileId, vacancy.vacancyId).fit);

    await service.tell('vacancy.published.v1', { vacancyId: vacancy.vacancyId, revision: 1 });
    await changeVacancy(service, { ...vacancy, revision: 2, positions: 3 });
    const found = {
      alertId: alert.id,
      profileId: person.view.profileId,
      vacancyId: vacancy.vacancyId,
      vacancyRevision: 1,
    };
    await Promise.all([service.tell('match.found.v1', found), service.tell('match.found.v1', found)]);
    await service.settle();
    expect(await notified(person)).toEqual(first);
  });

  it('is quiet about what fits too little, lies elsewhere or cannot be had', async () => {
    const { truck, skills } = concepts(service);
    const person = await newPerson({
      facts: [fact('skill', skill(), { level: 5 }), fact('driving-licence', truck, { origin: 'denied' })],
    });
    await newAlert(person, { minimumFit: 50, municipalities: [skelleftea] });
    const right = fitting({ municipalities: [skelleftea] });
    const remote = fitting({ municipalities: [lulea], remote: true });
    const elsewhere = fitting({ municipalities: [lulea] });
    const weak = vacancyView({ municipalities: [skelleftea], demands: [demand('skill', skills.at(-1)!)] });
    const barred = fitting({
      municipalities: [skelleftea],
      demands: [demand('skill', skill()), demand('driving-licence', truck)],
    });
    for (const vacancy of [right, remote, elsewhere, weak, barred]) await addVacancy(service, vacancy);
    await service.settle();
    expect(service.host.engine.match(person.view, weak).fit).toBeLessThan(50);
    expect(vacanciesOf(await notified(person)).sort()).toEqual([right.vacancyId, remote.vacancyId].sort());
  });

  it('is quiet while its person pauses, and after they changed so that it does not hold', async () => {
    const person = await newPerson();
    const alert = await newAlert(person, { minimumFit: 60 });
    const vacancy = fitting();
    await changeProfile(service, { ...person.view, revision: 2, rankable: false });
    await service.settle();
    await addVacancy(service, vacancy);
    await service.settle();
    // Found before, heard of after: by then the skill is gone.
    await changeProfile(service, { ...person.view, revision: 3, facts: [] });
    await service.settle();
    const found = {
      alertId: alert.id,
      profileId: person.view.profileId,
      vacancyId: vacancy.vacancyId,
      vacancyRevision: 1,
    };
    await service.tell('match.found.v1', found);
    await service.settle();
    expect((await notified(person)).total).toBe(0);
  });

  it('hears of a vacancy that the reconciler brought, and once when its event comes too', async () => {
    const person = await newPerson();
    await newAlert(person);
    const vacancy = fitting();
    service.owners.vacancies.set(vacancy.vacancyId, vacancy);
    expect(await service.app.get(Reconciler).reconcile('vacancy')).toBe(1);
    await service.tell('vacancy.published.v1', { vacancyId: vacancy.vacancyId, revision: 1 });
    await service.settle();
    expect(vacanciesOf(await notified(person))).toEqual([vacancy.vacancyId]);
  });

  it('reaches people beyond the first page of alerts', async () => {
    const person = await newPerson();
    const vacancy = fitting();
    const rows = Array.from({ length: 1001 }, () => randomUUID());
    await service.database.query(
      `INSERT INTO alert (id, profile_id, minimum_fit, municipalities, created_at)
       SELECT id, $2, 1, '{}', now() FROM unnest($1::uuid[]) AS id`,
      [rows, person.view.profileId],
    );
    const told = await service.database.transaction(async (manager) => {
      await service.app.get(AlertFinder).tell(manager, vacancy);
      const count = await manager.query<[{ count: number }]>(
        `SELECT count(DISTINCT payload ->> 'alertId')::int AS count FROM outbox
         WHERE name = 'match.found.v1' AND payload ->> 'vacancyId' = $1 AND payload ->> 'profileId' = $2`,
        [vacancy.vacancyId, person.view.profileId],
      );
      await manager.query(`DELETE FROM outbox WHERE payload ->> 'vacancyId' = $1`, [vacancy.vacancyId]);
      await manager.query(`DELETE FROM alert WHERE profile_id = $1`, [person.view.profileId]);
      return count[0].count;
    });
    expect(told).toBe(1001);
  });

  it('names places that there are, and there are 20 at most, also when made at the same time', async () => {
    const person = await newPerson();
    const refused = await service.ask(matchingApi.createAlert, person.principal, {
      ...at(person),
      body: { municipalities: [lulea, '9999'] },
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/municipalities/1' }] });
    for (let i = 0; i < 18; i += 1) await newAlert(person);
    const raced = await Promise.all(
      Array.from({ length: 5 }, () =>
        service.ask(matchingApi.createAlert, person.principal, { ...at(person), body: {} }),
      ),
    );
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
  });

  it('has a name, tells what is new since it was opened, and is silent where it is told to be', async () => {
    const person = await newPerson();
    const { id: alertId } = await newAlert(person, { name: '  Svets i Luleå ' });
    const params = { profileId: person.view.profileId, alertId };
    const change = (body: object): Promise<Alert> =>
      service.get(matchingApi.changeAlert, person.principal, { params, body });
    const listed = async (): Promise<Alert> =>
      (await service.get<AnswerOf<typeof matchingApi.listAlerts>>(matchingApi.listAlerts, person.principal, at(person)))
        .items[0]!;
    expect(await listed()).toMatchObject({ name: 'Svets i Luleå', active: true, newHits: 0 });

    const [closed, silent] = [fitting(), fitting()];
    await addVacancy(service, closed);
    await addVacancy(service, fitting());
    await service.settle();
    expect((await listed()).newHits).toBe(2);
    await changeVacancy(service, { ...closed, revision: 2, rankable: false });
    await service.settle();
    expect((await listed()).newHits).toBe(1);
    expect(await change({ seen: true })).toMatchObject({ name: 'Svets i Luleå', newHits: 0 });

    expect(await change({ active: false, name: null })).toMatchObject({ name: null, active: false });
    const told = await notified(person);
    await addVacancy(service, silent);
    await service.settle();
    expect(await notified(person)).toEqual(told);
    // What it found is there to be opened, and stays untold when it speaks again.
    expect(await change({ active: true })).toMatchObject({ active: true, newHits: 1 });
    expect(await notified(person)).toEqual(told);
    const refused = await service.ask(matchingApi.changeAlert, person.principal, { params, body: { name: '' } });
    expect(refused.status).toBe(400);
  });

  it('that is removed takes along what it found', async () => {
    const person = await newPerson();
    const alert = await newAlert(person);
    await addVacancy(service, fitting());
    await service.settle();
    expect((await notified(person)).total).toBeGreaterThan(0);
    const params = { profileId: person.view.profileId, alertId: alert.id };
    expect((await service.ask(matchingApi.removeAlert, person.principal, { params })).status).toBe(204);
    expect((await service.ask(matchingApi.removeAlert, person.principal, { params })).status).toBe(404);
    expect((await notified(person)).total).toBe(0);
  });

  it('findings come page by page, newest first', async () => {
    const person = await newPerson();
    await newAlert(person);
    for (let i = 0; i < 5; i += 1) await addVacancy(service, fitting());
    await service.settle();
    const whole = await notified(person);
    expect(whole.total).toBe(5);
    expect(whole.items.map(({ at: time }) => time)).toEqual(
      whole.items
        .map(({ at: time }) => time)
        .sort()
        .reverse(),
    );
    const pages: string[] = [];
    for (let offset = 0; offset < 5; offset += 2)
      pages.push(...vacanciesOf(await notified(person, { limit: 2, offset })));
    expect(pages).toEqual(vacanciesOf(whole));
  });
});

describe('a search', () => {
  it('is searched in the order of fit, whatever is not fit last', async () => {
    const person = await newPerson({ homeMunicipality: lulea });
    const best = fitting({ municipalities: [skelleftea] });
    const weak = vacancyView({
      municipalities: [skelleftea],
      demands: [demand('skill', concepts(service).skills[1]!)],
    });
    for (const one of [weak, best]) await addVacancy(service, one);
    await service.settle();
    const ask = (query: object) =>
      service.get<AnswerOf<typeof matchingApi.searchByFit>>(matchingApi.searchByFit, person.principal, {
        ...at(person),
        query: { municipality: skelleftea, limit: 100, ...query },
      });
    const { total, items } = await ask({});
    expect(total).toBe(items.length);
    const products = items.map(({ match }) =>
      match!.eligibility === 'not-met' ? -1 : match!.employerFit * match!.seekerFit,
    );
    expect(products).toEqual([...products].sort((a, b) => b - a));
    const ids = items.map(({ id }) => id);
    expect(ids.indexOf(best.vacancyId)).toBeLessThan(ids.indexOf(weak.vacancyId));
    expect((await ask({ limit: 1, offset: 1 })).items.map(({ id }) => id)).toEqual(ids.slice(1, 2));
    const other = await newPerson();
    const stranger = await service.ask(matchingApi.searchByFit, other.principal, at(person));
    expect(stranger.status).toBe(404);
  });
});
