import { importAds, removalOf } from '../ads.js';
import { startVacancyService, type RunningService } from '../service.js';
import { adOf, askOpen, caughtUp, idsOf, searchOpen } from './open-data.js';
import { ids, sampleAds } from './sample.js';

/** Each line of the description of the API that two or more clients use has its test. */
describe('GET /search', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startVacancyService('all');
    await importAds(service, [...sampleAds]);
    await caughtUp(service);
  }, 60_000);
  afterAll(() => service?.stop());

  const found = async (query: Record<string, string | readonly string[]>): Promise<(string | null)[]> =>
    idsOf(await searchOpen(service, { sort: 'pubdate-asc', limit: '100', ...query }));
  const errorsOf = async (query: Record<string, string>): Promise<unknown> => {
    const { status, body } = await askOpen(service, 'search', query);
    const { errors } = body as { errors?: { pointer: string; detail: string }[] };
    return [status, ...(errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`)];
  };
  const all = sampleAds.map(({ id }) => id);

  describe('q', () => {
    it('is absent where it is empty', async () => {
      const answer = await searchOpen(service, { q: '' });
      expect(answer.total.value).toBe(6);
      expect(answer.freetext_concepts).toEqual({});
      expect(answer.hits.map(({ relevance }) => relevance)).toEqual([0, 0, 0, 0, 0, 0]);
    });

    it('has 255 characters at most', async () => {
      expect(await errorsOf({ q: 'a'.repeat(256) })).toEqual([
        400,
        'query/q: parameter can not be longer than 255 characters',
      ]);
      expect((await searchOpen(service, { q: 'a'.repeat(255) })).total.value).toBe(0);
    });
  });

  it('limit is 0 to 100, default 10; 0 only counts', async () => {
    expect(await errorsOf({ limit: '101' })).toEqual([
      400,
      'query/limit: Invalid argument: 101. argument must be within the range 0 - 100',
    ]);
    expect(await errorsOf({ limit: '-1' })).toEqual([
      400,
      'query/limit: Invalid argument: -1. argument must be within the range 0 - 100',
    ]);
    expect(await errorsOf({ limit: 'ten' })).toEqual([400, 'query/limit: ten is not a valid integer']);
    const none = await searchOpen(service, { limit: '0' });
    expect([none.total.value, none.hits]).toEqual([6, []]);
  });

  it('offset is 0 to 2000; pages follow each other', async () => {
    expect(await errorsOf({ offset: '2001' })).toEqual([
      400,
      'query/offset: Invalid argument: 2001. argument must be within the range 0 - 2000',
    ]);
    const pages = [await found({ limit: '4' }), await found({ limit: '4', offset: '4' })];
    expect(pages.flat()).toEqual(all);
    expect(await found({ offset: '2000' })).toEqual([]);
  });

  it('municipality and region: concept id or SCB code, repeated, -id excludes', async () => {
    for (const value of [ids.lulea, '2580'])
      expect(await found({ municipality: value })).toEqual(['nurse-lulea', 'cook-lulea']);
    for (const value of [ids.norrbotten, '25'])
      expect(await found({ region: value })).toEqual(['nurse-lulea', 'nurse-kiruna', 'cook-lulea', 'developer-remote']);
    expect(await found({ municipality: [ids.lulea, '2584'] })).toHaveLength(4);
    expect(await found({ region: '25', municipality: `-${ids.lulea}` })).toEqual(['nurse-kiruna', 'developer-remote']);
    expect(await found({ municipality: 'nowhere' })).toEqual([]);
    expect(await found({ municipality: ids.lulea.toLowerCase() })).toEqual([]);
  });

  it('country: concept id or old code; places are one group of alternatives', async () => {
    for (const value of [ids.norway, '155']) expect(await found({ country: value })).toEqual(['welder-norway']);
    expect(await found({ country: `-${ids.sweden}` })).toEqual(['welder-norway']);
    expect(await found({ country: '155', municipality: '2580' })).toEqual([
      'nurse-lulea',
      'cook-lulea',
      'welder-norway',
    ]);
  });

  it('abroad adds what is not in Sweden; unspecified-sweden-workplace what names no county; false does nothing', async () => {
    expect(await found({ municipality: '2580', abroad: 'true' })).toEqual([
      'nurse-lulea',
      'cook-lulea',
      'welder-norway',
    ]);
    expect(await found({ abroad: 'true' })).toEqual(['welder-norway']);
    expect(await found({ abroad: 'false' })).toEqual(all);
    expect(await found({ 'unspecified-sweden-workplace': 'true' })).toEqual(['teacher-anywhere']);
    expect(await errorsOf({ abroad: 'perhaps' })).toEqual([
      400,
      'query/abroad: Invalid literal for boolean(): perhaps',
    ]);
  });

  it('the most local place comes first', async () => {
    const answer = await searchOpen(service, { municipality: '2584', region: '25' });
    expect(idsOf(answer)).toEqual(['developer-remote', 'nurse-kiruna', 'cook-lulea', 'nurse-lulea']);
  });

  it('occupation-group: concept id or SSYK code; with name and field one group of alternatives', async () => {
    const { occupation_group: group, occupation_field: field } = (await searchOpen(service, { q: 'svetsare' }))
      .hits[0]!;
    for (const value of [group!.concept_id, group!.legacy_ams_taxonomy_id!])
      expect(await found({ 'occupation-group': value })).toEqual(['welder-norway']);
    expect(await found({ 'occupation-group': group!.concept_id, 'occupation-name': ids.cook })).toEqual([
      'cook-lulea',
      'welder-norway',
    ]);
    expect(await found({ 'occupation-field': field!.concept_id })).toEqual(['welder-norway']);
    expect(await found({ 'occupation-field': field!.legacy_ams_taxonomy_id! })).toEqual(['welder-norway']);
    expect(await found({ 'occupation-name': `-${ids.nurse}` })).not.toContain('nurse-lulea');
    expect(await found({ 'occupation-name': '7663' })).toEqual(['cook-lulea']);
  });

  it('sort: by date of publication, last day, change; else 400', async () => {
    expect(await found({ sort: 'pubdate-desc' })).toEqual([...all].reverse());
    const byDay = [
      'welder-norway',
      'developer-remote',
      'teacher-anywhere',
      'nurse-kiruna',
      'nurse-lulea',
      'cook-lulea',
    ];
    expect(await found({ sort: 'applydate-asc' })).toEqual(byDay);
    expect(await found({ sort: 'applydate-desc' })).toEqual([...byDay].reverse());
    const updated = (await searchOpen(service, { sort: 'updated' })).hits.map(({ timestamp }) => timestamp);
    expect(updated).toEqual([...updated].sort((a, b) => b - a));
    expect(await errorsOf({ sort: 'newest' })).toEqual([
      400,
      "query/sort: The value 'newest' is not a valid choice for 'sort'.",
    ]);
  });

  it('published-after: a time, minutes back, a day, a time with Z; published-before', async () => {
    expect(await found({ 'published-after': '2025-01-04T08:00:00' })).toHaveLength(3);
    expect(await found({ 'published-after': '2025-01-04T08:00:01' })).toHaveLength(2);
    expect(await found({ 'published-after': '2025-01-05' })).toHaveLength(2);
    // Swedish winter time is an hour ahead.
    expect(await found({ 'published-after': '2025-01-04T07:00:00Z' })).toHaveLength(3);
    expect(await found({ 'published-after': '2025-01-04T07:00:01.000Z' })).toHaveLength(2);
    expect(await found({ 'published-after': '1440' })).toEqual([]);
    expect(await found({ 'published-before': '2025-01-02T08:00:00' })).toEqual(['nurse-lulea', 'nurse-kiruna']);
    for (const bad of ['2025-13-01T00:00:00', '2025-02-30', 'yesterday'])
      expect(((await errorsOf({ 'published-after': bad })) as unknown[])[0]).toBe(400);
  });

  it('remote: true, or false for only the others', async () => {
    expect(await found({ remote: 'true' })).toEqual(['developer-remote']);
    expect(await found({ remote: 'false' })).toHaveLength(5);
  });

  it('employment-type, worktime-extent, duration: concept id or old code', async () => {
    for (const value of [ids.onCall, '4']) expect(await found({ 'employment-type': value })).toEqual(['cook-lulea']);
    for (const value of [ids.full, '1']) expect(await found({ 'worktime-extent': value })).toEqual(['nurse-lulea']);
    for (const value of [ids.permanent, '1']) expect(await found({ duration: value })).toEqual(['nurse-lulea']);
    expect(await found({ 'employment-type': `-${ids.onCall}` })).toHaveLength(5);
  });

  it('parttime.min and parttime.max: both ends of the scope inside', async () => {
    expect(await found({ 'parttime.min': '50', 'parttime.max': '80' })).toEqual(['nurse-kiruna']);
    expect(await found({ 'parttime.max': '40' })).toEqual(['cook-lulea']);
    expect(((await errorsOf({ 'parttime.min': 'half' })) as unknown[])[0]).toBe(400);
  });

  it('employer: what the organisation number begins with, else a word of name or workplace; + and -', async () => {
    expect(await found({ employer: '2' })).toEqual(['nurse-lulea', 'nurse-kiruna']);
    expect(await found({ employer: '5560000003' })).toEqual(['developer-remote']);
    expect(await found({ employer: 'krogen' })).toEqual(['cook-lulea']);
    expect(await found({ employer: 'örnäset' })).toEqual(['nurse-lulea']);
    expect(await found({ employer: ['krogen', 'kod'] })).toEqual(['cook-lulea', 'developer-remote']);
    expect(await found({ employer: ['+påhittade', '-krogen', '-2'] })).toEqual([
      'developer-remote',
      'teacher-anywhere',
    ]);
  });

  it('driving-license-required, experience: true or false', async () => {
    expect(await found({ 'driving-license-required': 'true' })).toEqual(['nurse-lulea']);
    expect(await found({ 'driving-license-required': 'false' })).toHaveLength(5);
    expect(await found({ experience: 'true' })).toEqual(['nurse-lulea']);
    expect(await found({ experience: 'false' })).toHaveLength(5);
  });

  it('skill, language, driving-license: required or wished, -id', async () => {
    expect(await found({ skill: ids.csharp })).toEqual(['developer-remote']);
    expect(await found({ skill: '605952' })).toEqual(['developer-remote']);
    expect(await found({ language: ids.swedish })).toEqual(['nurse-lulea']);
    expect(await found({ 'driving-license': ids.licenceB })).toEqual(['nurse-lulea']);
    expect(await found({ skill: `-${ids.python}` })).toHaveLength(5);
  });

  it('position with a radius in kilometres, in pairs; malformed is 400', async () => {
    expect(await found({ position: '65.6,22.1', 'position.radius': '60' })).toEqual(['nurse-lulea', 'cook-lulea']);
    expect(await found({ position: ['65.6,22.1', '67.9,20.2'], 'position.radius': ['60', '150'] })).toHaveLength(4);
    expect(await found({ position: '59.3,18.0' })).toEqual([]);
    expect(((await errorsOf({ position: '91,0' })) as unknown[])[0]).toBe(400);
  });

  it('occupation-collection narrows with the rest; flags that no ad has find nothing', async () => {
    expect(await found({ 'occupation-collection': ids.nurse, municipality: '2580' })).toEqual(['nurse-lulea']);
    expect(await found({ trainee: 'true' })).toEqual([]);
    expect(await found({ larling: 'false' })).toEqual(all);
  });

  it('unknown parameters are ignored', async () => {
    expect(await found({ 'api-key': 'any', colour: 'blue' })).toEqual(all);
  });

  it('resdet=brief leaves out texts', async () => {
    const { hits } = await searchOpen(service, { resdet: 'brief', limit: '1' });
    expect(hits[0]).not.toHaveProperty('description');
    expect(hits[0]).toHaveProperty('employer.name');
  });

  it('positions sums the places, and everything is of the open ads alone', async () => {
    expect((await searchOpen(service, { 'occupation-name': ids.nurse })).positions).toBe(5);
  });

  it('stats: in the order asked, by count, within the filters, five rows unless told', async () => {
    const { stats } = await searchOpen(service, {
      stats: ['region', 'occupation-name', 'municipality'],
      'stats.limit': '2',
    });
    expect(stats.map(({ type }) => type)).toEqual(['region', 'occupation-name', 'municipality']);
    expect(stats[0]!.values).toEqual([{ term: 'Norrbottens län', concept_id: ids.norrbotten, code: '25', count: 4 }]);
    expect(stats[1]!.values).toHaveLength(2);
    expect(stats[1]!.values[0]).toMatchObject({ concept_id: ids.nurse, count: 2 });
    expect(stats[2]!.values.map(({ code, count }) => [code, count])).toEqual(
      [
        ['2584', 2],
        ['2580', 2],
      ].sort(),
    );
    const within = await searchOpen(service, { stats: 'country', municipality: '2580' });
    expect(within.stats[0]!.values).toEqual([{ term: 'Sverige', concept_id: ids.sweden, code: '199', count: 2 }]);
    expect((await searchOpen(service)).stats).toEqual([]);
    expect(((await errorsOf({ stats: 'employer' })) as unknown[])[0]).toBe(400);
    expect(((await errorsOf({ 'stats.limit': '31' })) as unknown[])[0]).toBe(400);
  });

  it('an ad has every key, Swedish wall clock, longitude first, and no number of a person', async () => {
    const ad = adOf((await askOpen(service, 'ad/nurse-lulea')).body);
    expect(ad).toMatchObject({
      external_id: 'nurse-lulea',
      publication_date: '2025-01-01T08:00:00',
      application_deadline: '2098-03-01T23:59:59',
      employment_type: { concept_id: ids.regular, label: 'Vanlig anställning', legacy_ams_taxonomy_id: '1' },
      occupation: { concept_id: ids.nurse },
      workplace_address: {
        municipality: 'Luleå',
        municipality_code: '2580',
        region_code: '25',
        country: 'Sverige',
        country_code: '199',
        city: 'Luleå',
      },
      must_have: { languages: [{ concept_id: ids.swedish, label: 'Svenska', weight: 10 }] },
      driving_license: [{ concept_id: ids.licenceB }],
      scope_of_work: { min: 100, max: 100 },
      removed: false,
      removed_date: null,
    });
    expect(ad.workplace_address.coordinates[0]).toBeLessThan(ad.workplace_address.coordinates[1]!);
    expect((await askOpen(service, `ad/${ad.id}`)).body).toEqual(ad);
    for (const unknown of ['nobody', '00000000-0000-0000-0000-000000000000'])
      expect((await askOpen(service, `ad/${unknown}`)).status).toBe(404);
  });

  it('text_formatted holds bare tags and links to http(s) alone', async () => {
    const { description } = adOf((await askOpen(service, 'ad/nurse-kiruna')).body);
    expect(description.text_formatted).toContain('<a href="https://example.com/jobb?a=1&amp;b=2">');
    expect(description.text_formatted).not.toContain('<script');
    expect(description.text_formatted!.replace(/<\/?(p|br|ul|li|a( href="https?:[^"<>]*")?)>/g, '')).not.toMatch(
      /[<>]/,
    );
  });

  it('the logo is a picture of one pixel, of what is open', async () => {
    const answer = await askOpen(service, 'ad/cook-lulea/logo');
    expect([answer.status, answer.type]).toEqual([200, 'image/png']);
    expect((answer.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
    expect((await askOpen(service, 'ad/nobody/logo')).status).toBe(404);
  });

  it('what is removed or ended never appears', async () => {
    await importAds(
      service,
      sampleAds.map((ad) => ({ ...ad, id: `gone-${ad['id'] as string}` })),
    );
    await caughtUp(service);
    expect((await searchOpen(service)).total.value).toBe(12);
    const [first] = (await searchOpen(service, { q: 'gone-cook-lulea' })).hits;
    expect(first?.external_id).toBe('gone-cook-lulea');
    await importAds(
      service,
      sampleAds.map(({ id }) => removalOf(`gone-${id as string}`)),
    );
    // At once, whatever waits to be taken over.
    expect(idsOf(await searchOpen(service, { sort: 'pubdate-asc' }))).toEqual(all);
    expect((await askOpen(service, `ad/${first!.id}`)).status).toBe(404);
    service.clock.set('2098-02-10T12:00:00Z');
    expect(await found({})).toEqual(['nurse-lulea', 'cook-lulea']);
    service.clock.set(null);
  });
});
