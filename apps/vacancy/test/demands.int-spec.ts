import { vacancyApi, type Demand, type Principal, type VacancyView } from '#contracts';
import { employerWithMember, startVacancyService, type RunningService } from './service.js';

describe('demands', () => {
  let service: RunningService;
  let employerId: string;
  let member: Principal;

  beforeAll(async () => {
    service = await startVacancyService('api');
    ({ employerId, member } = await employerWithMember(service, 'Påhittade Skogen AB'));
  }, 60_000);
  afterAll(() => service?.stop());

  const text = 'Krav: B-körkort och svenska i tal och skrift. Det är meriterande om du talar finska.';
  const create = (body: object): Promise<VacancyView> =>
    service.get<VacancyView>(vacancyApi.createVacancy, member, { params: { employerId }, body });
  const changeDemand = (vacancy: VacancyView, demand: Demand, body: object): Promise<VacancyView> =>
    service.get<VacancyView>(vacancyApi.changeDemand, member, {
      params: { vacancyId: vacancy.id, demandId: demand.id },
      body,
    });
  const ofKind = (vacancy: VacancyView, kind: string): Demand => {
    const found = vacancy.demands.find((demand) => demand.kind === kind);
    if (!found) throw new Error(`no ${kind} in ${JSON.stringify(vacancy.demands)}`);
    return found;
  };

  it('are read out of the text, as read, with spans that point at their words', async () => {
    const vacancy = await create({ headline: 'Skördarförare', text });
    const licence = ofKind(vacancy, 'driving-licence');
    expect(licence).toMatchObject({ origin: 'read', necessity: 'requirement' });
    expect(
      vacancy.demands
        .filter(({ kind }) => kind === 'language')
        .map(({ necessity }) => necessity)
        .sort(),
    ).toEqual(['merit', 'requirement']);
    expect(vacancy.language).toBe('sv');
    for (const { span, origin } of vacancy.demands) {
      expect(origin).toBe('read');
      const source = span!.field === 'headline' ? vacancy.headline : vacancy.text;
      expect(source.slice(span!.start, span!.end)).toBe(span!.quote);
    }
  });

  it('tell the language and an occupation that the headline names whole', async () => {
    const [occupation] = service.taxonomy.ofKind('occupation');
    const vacancy = await create({
      headline: occupation!.label.sv,
      text: 'You will work with us and you have a driving licence. We offer a good place to work for the team.',
    });
    expect(vacancy).toMatchObject({ occupationId: occupation!.id, occupationOrigin: 'read', language: 'en' });
    const none = await service.get<VacancyView>(vacancyApi.changeVacancy, member, {
      params: { vacancyId: vacancy.id },
      body: { revision: 1, occupationId: null, language: 'sv' },
    });
    expect(none).toMatchObject({ occupationId: null, occupationOrigin: 'stated', language: 'sv' });
  });

  it('stay confirmed, rejected and corrected when the text is read again', async () => {
    let vacancy = await create({ headline: 'Skördarförare', text });
    const languages = vacancy.demands.filter(({ kind }) => kind === 'language');
    const [swedish, finnish] = languages as [Demand, Demand];
    const other = service.taxonomy
      .ofKind('language')
      .find(({ id }) => languages.every((one) => one.conceptId !== id))!.id;
    vacancy = await changeDemand(vacancy, ofKind(vacancy, 'driving-licence'), { origin: 'rejected' });
    vacancy = await changeDemand(vacancy, swedish, { level: 5 });
    vacancy = await changeDemand(vacancy, finnish, { conceptId: other });
    expect(vacancy.revision).toBe(4);
    const changed = await service.get<VacancyView>(vacancyApi.changeVacancy, member, {
      params: { vacancyId: vacancy.id },
      body: { revision: 4, text: `Välkommen!\n${text}` },
    });
    const after = (id: string) => changed.demands.find((demand) => demand.id === id);
    expect(after(swedish.id)).toMatchObject({ origin: 'confirmed', level: 5 });
    expect(after(finnish.id)).toMatchObject({ origin: 'confirmed', conceptId: other });
    expect(ofKind(changed, 'driving-licence')).toMatchObject({ origin: 'rejected' });
    expect(changed.demands).toHaveLength(vacancy.demands.length);
    for (const { span } of changed.demands) if (span) expect(changed.text.slice(span.start, span.end)).toBe(span.quote);
  });

  it('can be stated; what was only read becomes stated and what was stated is not doubled', async () => {
    const vacancy = await create({ headline: 'Förare', text: 'Krav: B-körkort.' });
    const { id, conceptId } = ofKind(vacancy, 'driving-licence');
    const state = () =>
      service.ask(vacancyApi.addDemand, member, {
        params: { vacancyId: vacancy.id },
        body: { kind: 'driving-licence', conceptId, necessity: 'merit' },
      });
    const stated = await state();
    expect(stated.status).toBe(201);
    expect((stated.body as VacancyView).demands.filter(({ kind }) => kind === 'driving-licence')).toMatchObject([
      { id, origin: 'stated', necessity: 'merit' },
    ]);
    expect((await state()).status).toBe(409);
  });

  it('refuse a concept of another kind, and one that another demand has', async () => {
    const vacancy = await create({ headline: 'Tolk', text });
    const [one, two] = vacancy.demands.filter(({ kind }) => kind === 'language') as [Demand, Demand];
    for (const conceptId of [service.taxonomy.ofKind('skill')[0]!.id, two.conceptId, 'no_such_concept']) {
      const answer = await service.ask(vacancyApi.changeDemand, member, {
        params: { vacancyId: vacancy.id, demandId: one.id },
        body: { conceptId },
      });
      expect(answer.body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer: '/conceptId' }] });
    }
  });

  it('are not shown to others once they are rejected', async () => {
    let vacancy = await create({ headline: 'Förare', text, municipalities: ['2580'] });
    vacancy = await changeDemand(vacancy, ofKind(vacancy, 'driving-licence'), { origin: 'rejected' });
    await service.get(vacancyApi.publishVacancy, member, { params: { vacancyId: vacancy.id }, body: { revision: 2 } });
    const own = await service.get<VacancyView>(vacancyApi.getVacancy, member, { params: { vacancyId: vacancy.id } });
    const outsider = { subject: 'anonymous', roles: [], employerIds: [] };
    const seen = await service.get<VacancyView>(vacancyApi.getVacancy, outsider, { params: { vacancyId: vacancy.id } });
    expect(own.demands).toHaveLength(seen.demands.length + 1);
    expect(seen.demands.map(({ origin }) => origin)).not.toContain('rejected');
  });

  it('are read while a text is written, without saving anything', async () => {
    const [{ count: before }] = await service.database.query<[{ count: string }]>('SELECT count(*) FROM vacancies');
    const answer = await service.get<{ language: string; demands: Demand[] }>(vacancyApi.readText, member, {
      body: { headline: 'Förare', text },
    });
    expect(answer.language).toBe('sv');
    expect(answer.demands.map(({ kind }) => kind)).toContain('driving-licence');
    const [{ count: after }] = await service.database.query<[{ count: string }]>('SELECT count(*) FROM vacancies');
    expect(after).toBe(before);
  });
});
