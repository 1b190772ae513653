import { vacancyApi, type AnswerOf } from '#contracts';
import { until } from '#testing';
import { EmbeddingServer } from '../../../libs/embeddings/test/embedding-server.js';
import { anonymous, employer, startVacancyService, type RunningService } from './service.js';

type Occupations = AnswerOf<typeof vacancyApi.suggestOccupations>;
type Skills = AnswerOf<typeof vacancyApi.suggestSkills>;

const member = employer('member-1');
const advert =
  'We are looking for a colleague. Requirements:\n- project management\nYou will find quarterly reporting.';

describe('without vectors', () => {
  let service: RunningService;
  beforeAll(async () => (service = await startVacancyService('api')), 60_000);
  afterAll(() => service?.stop());
  const occupations = (title: string, limit = 5) =>
    service.get<Occupations>(vacancyApi.suggestOccupations, anonymous, { query: { title, limit } });

  it('a title gives occupations with why, the certain one preselected', async () => {
    const { items } = await occupations('Svetsare till verkstaden i Luleå');
    expect(items[0]).toMatchObject({
      concept: { label: { sv: 'Svetsare' } },
      why: 'label',
      matched: 'Svetsare',
      preselected: true,
    });
    expect(items.slice(1).every(({ preselected }) => !preselected)).toBe(true);
    expect(items.some(({ why }) => why === 'similar')).toBe(true);
    expect((await occupations('Svetsare', 2)).items).toHaveLength(2);
  });

  it('a title that says nothing gives none, a slip is met', async () => {
    expect((await occupations('')).items).toEqual([]);
    expect((await occupations('qzx')).items).toEqual([]);
    const { items } = await occupations('Undersköteska');
    expect(items.map(({ concept }) => concept.label.sv).join()).toContain('ndersköterska');
    expect(items[0]!.preselected).toBe(false);
  });

  it('an English text gives skills that it names and that were not read as demands', async () => {
    const { items } = await service.get<Skills>(vacancyApi.suggestSkills, member, {
      body: { text: `${advert} Our team uses Python every day and the Java language.` },
    });
    expect(items.map(({ why }) => why)).not.toContain('meaning');
    expect(items).toContainEqual(expect.objectContaining({ why: 'named', quote: 'Python' }));
  });

  it('what is no title or text is refused', async () => {
    const long = await service.ask(vacancyApi.suggestOccupations, anonymous, { query: { title: 'x'.repeat(301) } });
    expect(long.status).toBe(400);
    expect((await service.ask(vacancyApi.suggestSkills, anonymous, { body: { text: 'x' } })).status).toBe(401);
  });
});

describe('with vectors', () => {
  let service: RunningService;
  let server: EmbeddingServer;
  beforeAll(async () => {
    server = await EmbeddingServer.start();
    service = await startVacancyService('api', { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'test' });
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await server?.stop();
  });

  it('near meaning adds to both, is told as such, and never goes before what is named', async () => {
    const ask = () =>
      service.get<Occupations>(vacancyApi.suggestOccupations, anonymous, { query: { title: 'Svetsare' } });
    await until(async () => (await ask()).items.some(({ why }) => why === 'meaning'));
    const { items } = await ask();
    expect(items[0]).toMatchObject({ why: 'label', preselected: true });
    expect(items).toHaveLength(5);
    const skills = () => service.get<Skills>(vacancyApi.suggestSkills, member, { body: { text: advert } });
    await until(async () => (await skills()).items.some(({ why }) => why === 'meaning'));
  });

  it('goes on without where the service is away', async () => {
    await server.stop();
    const { items } = await service.get<Occupations>(vacancyApi.suggestOccupations, anonymous, {
      query: { title: 'Kock' },
    });
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ why }) => why)).not.toContain('meaning');
  });
});
