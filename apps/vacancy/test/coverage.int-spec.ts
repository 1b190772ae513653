import {
  vacancyApi,
  type ConceptDetail,
  type ConceptSuggestionView,
  type Principal,
  type VacancyView,
} from '#contracts';
import { ConceptUsage } from '../src/concepts/concept-usage.js';
import {
  anonymous,
  employerWithMember,
  operator,
  seeker,
  startVacancyService,
  type RunningService,
} from './service.js';

interface Words {
  total: number;
  items: { words: string; kind: string; vacancies: number; example: string }[];
}

describe('how far the taxonomy goes', () => {
  let service: RunningService;
  let employerId: string;
  let member: Principal;
  const skill = (name: string): string => service.taxonomy.resolve('skill', name)!.id;

  async function publish(demands: object[], occupation: string | null = null): Promise<string> {
    const draft = await service.get<VacancyView>(vacancyApi.createVacancy, member, {
      params: { employerId },
      body: {
        headline: 'Vi söker dig',
        text: 'Välkommen.',
        municipalities: ['2580'],
        occupationId: occupation,
        demands,
      },
    });
    await service.get(vacancyApi.publishVacancy, member, {
      params: { vacancyId: draft.id },
      body: { revision: draft.revision },
    });
    return draft.id;
  }

  beforeAll(async () => {
    service = await startVacancyService('api');
    ({ employerId, member } = await employerWithMember(service, 'Påhittade Verkstaden AB'));
    const welder = service.taxonomy.resolve('occupation', 'Svetsare')!.id;
    const three = ['Truckkort', 'TIG-svetsning', 'Heta arbeten'].map((name) => ({
      kind: 'skill',
      conceptId: skill(name),
    }));
    await publish([...three, { kind: 'skill', words: 'Glödgning' }], welder);
    await publish([
      { kind: 'skill', words: 'glödgning' },
      { kind: 'skill', words: '=Härdning, "djup"' },
    ]);
  }, 60_000);
  afterAll(() => service?.stop());

  it('is counted over open vacancies', async () => {
    expect(await service.get(vacancyApi.taxonomyCoverage, operator)).toMatchObject({
      version: service.taxonomy.version,
      hash: service.taxonomy.hash,
      vacancies: 2,
      withOccupation: 1,
      withThreeDemands: 1,
      withThreeConcepts: 1,
      demands: 6,
      demandsWithConcept: 3,
      words: 2,
    });
  });

  it('lists what has no concept, most frequent first, in pages and whole as a table', async () => {
    const list = await service.get<Words>(vacancyApi.uncoveredWords, operator, { query: { limit: 1 } });
    expect(list).toMatchObject({ total: 2, items: [{ kind: 'skill', vacancies: 2 }] });
    expect(list.items[0]!.words.toLowerCase()).toBe('glödgning');
    expect(await service.get(vacancyApi.uncoveredWords, operator, { query: { kind: 'language' } })).toEqual({
      total: 0,
      items: [],
    });
    const table = await service.ask(vacancyApi.uncoveredWordsTable, operator);
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.text.split('\r\n')[2]).toMatch(/^"'=Härdning, ""djup""",skill,1,/);
  });

  it('is for operators', async () => {
    for (const operation of [vacancyApi.taxonomyCoverage, vacancyApi.uncoveredWords, vacancyApi.uncoveredWordsTable])
      expect((await service.ask(operation, seeker)).status).toBe(403);
  });

  it('offers the concepts that are used most first, with what they stand for', async () => {
    const offered = async (q: string) =>
      (
        await service.get<{ items: ConceptSuggestionView[] }>(vacancyApi.suggestConcepts, anonymous, {
          query: { q, kind: 'skill' },
        })
      ).items;
    await service.app.get(ConceptUsage).count();
    const [first, ...rest] = await offered('tig');
    expect(first).toMatchObject({
      id: skill('TIG-svetsning'),
      quality: 'exact',
      matched: 'TIG',
      definition: null,
    });
    expect(rest.map(({ id }) => id)).not.toContain(first!.id);
    const detail = await service.get<ConceptDetail>(vacancyApi.getConcept, anonymous, {
      params: { conceptId: first!.id },
    });
    expect(detail.alternatives.en).toEqual(expect.any(Array));
  });
});
