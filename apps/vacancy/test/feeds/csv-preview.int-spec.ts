import { feedApi, type CsvPreview } from '#contracts';
import { operator, seeker, startVacancyService, type RunningService } from '../service.js';
import { feedServer, type FeedServer } from './feed-server.js';

describe('a preview of a CSV feed', () => {
  let server: FeedServer;
  let service: RunningService;

  beforeAll(async () => {
    server = await feedServer();
    service = await startVacancyService('api', { FEED_ALLOWED_HOSTS: server.host });
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await server?.stop();
  });

  const preview = (body: object): Promise<CsvPreview> =>
    service.get<CsvPreview>(feedApi.previewCsvFeed, operator, { body });
  const file = [
    'Annons-ID;Rubrik;Ort;Yrke;Arbetsgivare;Sista ansökningsdag',
    '1;Svetsare till verkstad;Kiruna;Svetsare;Påhittade Verken AB;2098-01-31',
    ';Utan nummer;Kiruna;;Påhittade Verken AB;',
    '3;Kock;Ingenstans;;;2098-13-77',
  ].join('\n');

  it('guesses what the columns are, and tells what each row becomes or why it does not', async () => {
    const { columns, mapping, rows } = await preview({ text: file });
    expect(columns).toHaveLength(6);
    expect(mapping).toEqual({
      id: 'Annons-ID',
      headline: 'Rubrik',
      municipality: 'Ort',
      occupation: 'Yrke',
      employer: 'Arbetsgivare',
      deadline: 'Sista ansökningsdag',
    });
    expect(rows).toMatchObject([
      {
        position: 1,
        cells: { Rubrik: 'Svetsare till verkstad' },
        fault: null,
        ad: {
          id: '1',
          headline: 'Svetsare till verkstad',
          municipality: 'Kiruna',
          deadline: '2098-01-31',
          positions: 1,
        },
      },
      { position: 2, fault: expect.stringMatching(/^id:/), ad: null },
      { position: 3, fault: expect.stringMatching(/not a date/), ad: null },
    ]);
    expect(rows[0]!.ad!.occupation).toMatch(/^Svetsare/);
  });

  it('reads by the mapping that is given, with what the feed says of every ad', async () => {
    const mapping = { id: 'Annons-ID', headline: 'Yrke' };
    const defaults = { employerName: 'Påhittade Kommunen', municipality: '2580' };
    const { rows } = await preview({ text: file, mapping, defaults });
    expect(rows[0]).toMatchObject({
      ad: { headline: 'Svetsare', employer: 'Påhittade Kommunen', municipality: 'Luleå' },
    });
    expect(rows[2]).toMatchObject({ fault: expect.stringMatching(/headline/) });
  });

  it('takes the first rows of an address, however long it goes on', async () => {
    const line = (number: number): string => `${number},Jobb ${number},Bolaget\n`;
    server.answers['/long.csv'] = `id,title,company\n${Array.from({ length: 50_000 }, (_, at) => line(at)).join('')}`;
    const { rows } = await preview({ address: server.url('/long.csv') });
    expect(rows.map(({ ad }) => ad?.id)).toEqual(Array.from({ length: 10 }, (_, at) => String(at)));
  });

  it('asks for the mapping where the columns tell nothing', async () => {
    expect(await preview({ text: 'a;b\n1;2' })).toEqual({
      columns: ['a', 'b'],
      mapping: null,
      rows: [{ position: 1, cells: { a: '1', b: '2' }, fault: null, ad: null }],
    });
  });

  it('says what is wrong: no such column, nothing there, an address inside, both or neither', async () => {
    const status = async (body: object): Promise<number> =>
      (await service.ask(feedApi.previewCsvFeed, operator, { body })).status;
    expect(await status({ text: file, mapping: { id: 'nr', headline: 'Rubrik' } })).toBe(400);
    expect(await status({ address: server.url('/none.csv') })).toBe(400);
    expect(await status({ address: 'http://127.0.0.1:1/x.csv' })).toBe(400);
    expect(await status({ text: '\n' })).toBe(400);
    expect(await status({})).toBe(400);
    expect(await status({ text: file, address: server.url('/long.csv') })).toBe(400);
    expect((await service.ask(feedApi.previewCsvFeed, seeker, { body: { text: file } })).status).toBe(403);
  });

  it('stores nothing', async () => {
    expect(await service.database.query('SELECT count(*)::int AS n FROM vacancies')).toEqual([{ n: 0 }]);
    expect(await service.database.query('SELECT count(*)::int AS n FROM feeds')).toEqual([{ n: 0 }]);
  });
});
