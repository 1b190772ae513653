import { freeTextConcepts } from '#contracts';
import { importAds } from '../ads.js';
import { startVacancyService, type RunningService } from '../service.js';
import { askOpen, caughtUp, idsOf, searchOpen } from './open-data.js';
import { sampleAds } from './sample.js';

describe('free text and completion', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startVacancyService('all');
    await importAds(service, [...sampleAds]);
    await caughtUp(service);
  }, 60_000);
  afterAll(() => service?.stop());

  const found = async (q: string, more: Record<string, string> = {}): Promise<(string | null)[]> =>
    idsOf(await searchOpen(service, { q, sort: 'pubdate-asc', ...more }));
  const best = async (q: string): Promise<string | null | undefined> => idsOf(await searchOpen(service, { q }))[0];

  it('is case-insensitive; a comma is a space', async () => {
    expect(await found('SVETSARE')).toEqual(['welder-norway']);
    expect(await found('svetsare,kock')).toEqual(await found('svetsare kock'));
    expect(await found('svetsare kock')).toEqual(['cook-lulea', 'welder-norway']);
  });

  it('c#, .net and #word are words', async () => {
    expect(await found('.net')).toEqual(['developer-remote']);
    expect(await found('c#')).toEqual(['developer-remote']);
    expect(await found('#uppdrag')).toEqual(['developer-remote']);
    expect(await found('uppdrag')).toEqual(['developer-remote']);
    expect(await found('c++')).toEqual([]);
  });

  it('a quoted phrase holds together, + requires it, - excludes it; an open quote closes itself', async () => {
    expect(await found('"under jord"')).toEqual(['welder-norway']);
    expect(await found('"jord under"')).toEqual([]);
    expect(await found('"under jord')).toEqual(['welder-norway']);
    expect(await found('"från grunden" "under jord"')).toEqual(['cook-lulea', 'welder-norway']);
    expect(await found('+"från grunden" du')).toEqual(['cook-lulea']);
    expect(await found('du -"från grunden"')).not.toContain('cook-lulea');
  });

  it('reads occupations, skills and places, inflected or by other names; one kind is or, kinds are and', async () => {
    expect(await found('sjuksköterskor')).toEqual(['nurse-lulea', 'nurse-kiruna']);
    expect(await found('nurse')).toEqual(['nurse-lulea', 'nurse-kiruna']);
    expect(await found('sjuksköterska kock luleå')).toEqual(['nurse-lulea', 'cook-lulea']);
    expect(await found('sjuksköterska kiruna luleå')).toEqual(['nurse-lulea', 'nurse-kiruna']);
    expect(await found('norrbotten kock')).toEqual(['cook-lulea']);
    expect(await found('python')).toEqual(['developer-remote']);
  });

  it('plain words are alternatives unless asked for otherwise', async () => {
    expect(await found('museicaféet jord')).toEqual(['cook-lulea', 'welder-norway']);
    expect(await found('museicaféet jord', { 'x-feature-freetext-bool-method': 'and' })).toEqual([]);
    expect(await found('mat grunden', { 'x-feature-freetext-bool-method': 'and' })).toEqual(['cook-lulea']);
    expect(await found('nurse-kiruna')).toContain('nurse-kiruna');
  });

  it('+word is required, -word excluded, for concepts and plain words; -word alone is all without it', async () => {
    expect(await found('mat +jord')).toEqual(['welder-norway']);
    expect(await found('sjuksköterska -kiruna')).toEqual(['nurse-lulea']);
    expect(await found('-sjuksköterska')).toEqual([
      'cook-lulea',
      'developer-remote',
      'welder-norway',
      'teacher-anywhere',
    ]);
    expect(await found('-jord')).toHaveLength(5);
    expect(await found('+kock')).toContain('cook-lulea');
  });

  it('brackets are noise and OR is a word', async () => {
    expect(await found('+(kock OR kock*) -chef')).toContain('cook-lulea');
  });

  it('musei* begins, *sköterska ends, from three letters on', async () => {
    expect(await found('musei*')).toEqual(['cook-lulea']);
    expect(await found('*sköterska')).toEqual(['nurse-lulea', 'teacher-anywhere']);
    expect(await found('*ingetsådant')).toEqual([]);
    expect(await found('museic* -mat*')).toEqual([]);
  });

  it('concepts weigh most, then a headline that holds all words; relevance is a share of the best', async () => {
    expect(await best('lärare student')).toBe('teacher-anywhere');
    expect(await best('natt museicaféet')).toBe('cook-lulea');
    const { hits } = await searchOpen(service, { q: 'kock' });
    expect(hits.map(({ external_id }) => external_id)[0]).toBe('cook-lulea');
    expect(hits[0]!.relevance).toBe(1);
    for (const { relevance } of hits) expect(relevance).toBeLessThanOrEqual(1);
  });

  it('freetext_concepts tells what was read, in nine arrays', async () => {
    const { freetext_concepts: read } = await searchOpen(service, { q: 'sjuksköterska +python -luleå natt' });
    expect(freeTextConcepts.parse(read)).toEqual({
      skill: [],
      occupation: ['sjuksköterska, grundutbildad'],
      location: [],
      skill_must: ['python'],
      occupation_must: [],
      location_must: [],
      skill_must_not: [],
      occupation_must_not: [],
      location_must_not: ['luleå'],
    });
  });

  it('without smart free text words are words; qfields limits the kinds; relevance-threshold drops weak hits', async () => {
    expect(await found('nurse', { 'x-feature-disable-smart-freetext': 'true' })).toEqual([
      'nurse-lulea',
      'nurse-kiruna',
    ]);
    const plain = await searchOpen(service, { q: 'sjuksköterska', 'x-feature-disable-smart-freetext': 'true' });
    expect(plain.freetext_concepts).toMatchObject({ occupation: [] });
    const { freetext_concepts: read } = await searchOpen(service, { q: 'kock luleå', qfields: 'location' });
    expect(read).toMatchObject({ occupation: [], location: ['luleå'] });
    const all = await searchOpen(service, { q: 'natt museicaféet du' });
    const strong = await searchOpen(service, { q: 'natt museicaféet du', 'relevance-threshold': '0.9' });
    expect(strong.total.value).toBeLessThan(all.total.value);
    expect(strong.total.value).toBeGreaterThan(0);
  });

  it('is never a fault', async () => {
    for (const q of [
      `'`,
      `\\`,
      `'; DROP TABLE x`,
      '%',
      '*',
      '**',
      '-',
      '+',
      '"',
      '""',
      '&|!:*',
      'a:*b',
      '<->',
      '😀',
      '\u0000x',
      '.',
      '#',
      '+-"',
      '(((',
      "it's",
      "a'b:c",
      '<script>',
    ])
      expect([q, (await askOpen(service, 'search', { q })).status]).toEqual([q, 200]);
    for (const q of [`'`, '*', '"', '😀 ', 'x  y', '\\', '%'])
      expect([q, (await askOpen(service, 'complete', { q })).status]).toEqual([q, 200]);
  });

  describe('GET /complete', () => {
    interface Word {
      value: string;
      found_phrase: string;
      type: string;
      occurrences: number;
    }
    const words = async (q: string, more: Record<string, string> = {}): Promise<Word[]> => {
      const { status, body } = await askOpen(service, 'complete', { q, ...more });
      expect(status).toBe(200);
      return (body as { typeahead: Word[] }).typeahead;
    };
    const values = async (q: string, more: Record<string, string> = {}): Promise<string[]> =>
      (await words(q, more)).map(({ value }) => value);

    it('completes the last word, lower case, most frequent first, with its type and count', async () => {
      expect(await words('Sjuksk')).toContainEqual({
        value: 'sjuksköterska',
        found_phrase: 'sjuksköterska',
        type: 'occupation',
        occurrences: 2,
      });
      expect((await words('k')).map(({ occurrences }) => occurrences)).toEqual(
        [...(await words('k'))].map(({ occurrences }) => occurrences).sort((a, b) => b - a),
      );
      expect(await words('kir')).toContainEqual({
        value: 'kiruna',
        found_phrase: 'kiruna',
        type: 'location',
        occurrences: 2,
      });
    });

    it('keeps the words before in the value, and counts within what they find; contextual=false counts all', async () => {
      expect(await values('kock lul')).toContain('kock luleå');
      expect(await values('kock kiru')).not.toContain('kock kiruna');
      expect(await values('kock kiru', { contextual: 'false' })).toContain('kock kiruna');
    });

    it('offers the next word after a space, and something for nothing', async () => {
      expect(await values('sjuksköterska ', { limit: '50' })).toEqual(
        expect.arrayContaining(['sjuksköterska luleå', 'sjuksköterska kiruna']),
      );
      expect(await values('', { limit: '50' })).toContain('luleå');
    });

    it('corrects what nothing begins like', async () => {
      expect(await values('sjukskoterksa')).toContain('sjuksköterska');
      expect(await values('kirunna')).toContain('kiruna');
    });

    it('follows a single answer with pairs', async () => {
      const pairs = (await words('pytho')).filter(({ type }) => type.includes('_'));
      expect(pairs.length).toBeGreaterThan(0);
      expect(pairs).toContainEqual(
        expect.objectContaining({ value: 'python kiruna', type: 'skill_location', occurrences: 1 }),
      );
    });

    it('limit is 0 to 50; qfields and the filters narrow', async () => {
      const { body } = await askOpen(service, 'complete', { q: 'x', limit: '51' });
      expect((body as { errors: unknown[] }).errors).toEqual([
        { pointer: 'query/limit', detail: 'Invalid argument: 51. argument must be within the range 0 - 50' },
      ]);
      expect(await words('k', { limit: '0' })).toEqual([]);
      expect(
        (await words('k', { qfields: 'location', limit: '50' })).every(({ type }) => type.startsWith('location')),
      ).toBe(true);
      expect(await values('sjuksk', { municipality: '2580' })).toContain('sjuksköterska');
      expect(await values('python', { municipality: '2580' })).toEqual([]);
    });
  });
});
