import { vacancyApi, type Principal, type VacancyView } from '#contracts';
import { employerWithMember, startVacancyService, type RunningService } from './service.js';

describe('what an employer sends', () => {
  let service: RunningService;
  let employerId: string;
  let member: Principal;

  beforeAll(async () => {
    service = await startVacancyService('api');
    ({ employerId, member } = await employerWithMember(service, 'Påhittade Gruvan AB'));
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
  it('says what cannot be, with pointers', async () => {
    const refused = async (body: object) => {
      const answer = await service.ask(vacancyApi.createVacancy, member, {
        params: { employerId },
        body: { headline: 'x', ...body },
      });
      return [
        answer.status,
        ((answer.body as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer),
      ];
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
      [
        '/occupationId',
        '/employmentTypeId',
        '/municipalities/1',
        '/deadline',
        '/demands/0/level',
        '/demands/1/conceptId',
        '/demands/2/level',
      ],
    ]);
    expect(
      await refused({
        demands: [
          { kind: 'skill', conceptId: skill },
          { kind: 'skill', conceptId: skill },
        ],
      }),
    ).toEqual([400, ['/demands/1']]);
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
});
