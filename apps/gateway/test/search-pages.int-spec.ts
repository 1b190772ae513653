import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { account, reset, startTestGateway, Visitor, type RunningGateway } from './gateway.js';
import { json } from './stub-service.js';

jest.setTimeout(60_000);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterEach(() => reset(gateway));
afterAll(() => gateway?.stop());

const summary = (over: object = {}) => ({
  id: randomUUID(),
  revision: 1,
  status: 'published',
  headline: 'Svetsare & <montör>',
  employer: { id: randomUUID(), name: 'Påhittade Verkstaden' },
  occupationId: null,
  municipalities: ['2580'],
  remote: false,
  positions: 1,
  extent: null,
  language: 'sv',
  deadline: '2026-12-24',
  publishedAt: '2026-11-20T08:00:00.000Z',
  demo: false,
  ...over,
});
const none = { total: 0, items: [], facets: {}, chips: [], relaxations: [], degraded: false };
const found = (...items: object[]) => ({
  ...none,
  total: items.length,
  items: items.map((item) => ({ ...item, highlights: [] })),
});
const label = (name: string) => ({ sv: name, en: name });
const searches = (): URLSearchParams[] =>
  gateway.vacancy.asked
    .filter(({ url }) => url.startsWith('/vacancies?'))
    .map(({ url }) => new URL(url, gateway.url).searchParams);
const visitor = (): Visitor => new Visitor(gateway);

describe('the search page', () => {
  it('shows how the words were read, each with a link that takes it out', async () => {
    const chip = { kind: 'municipality', words: 'giron', label: label('Kiruna'), without: 'svetsare' };
    gateway.vacancy.answer = json({ ...found(summary()), chips: [chip] });
    const { text } = await visitor().get('/sv/lediga-jobb?q=svetsare+giron&remote=true');
    expect(text).toContain('href="/sv/lediga-jobb?q=svetsare&amp;remote=true"');
    expect(text).toContain('Kommun<!-- -->: '.replace('<!-- -->', ''));
    expect(text).toContain('Ta bort Kommun: Kiruna ur sökningen');
  });

  it('asks for what its address says, and says where the search can be followed', async () => {
    gateway.vacancy.answer = json(found(summary()));
    const address = 'q=svetsare&near=2580&km=25&noExperience=true&publishedAfter=2026-11-01';
    const { text } = await visitor().get(`/en/vacancies?${address}`);
    expect(Object.fromEntries(searches().at(-1)!)).toMatchObject({
      near: '2580',
      km: '25',
      noExperience: 'true',
      publishedAfter: '2026-11-01',
    });
    expect(text).toContain('Within 25 km of Luleå');
    expect(text).toContain('type="application/atom+xml" href="/en/vacancies.atom?q=svetsare');
  });

  it('says of an empty list what to leave out', async () => {
    const relaxations = [
      { filter: 'county', q: 'svetsare', label: label('Västerbottens län'), total: 12 },
      { filter: 'q', q: '', label: null, total: 1 },
    ];
    gateway.vacancy.answer = json({ ...none, relaxations });
    const { text } = await visitor().get('/sv/lediga-jobb?q=svetsare&county=24');
    expect(text).toContain(
      '<a href="/sv/lediga-jobb?q=svetsare" rel="nofollow">Utan filtret Västerbottens län</a>: 12 lediga jobb',
    );
    expect(text).toContain('<a href="/sv/lediga-jobb?county=24" rel="nofollow">Utan sökord</a>: 1 ledigt jobb');
  });

  it('orders by fit for a seeker, and by relevance where that cannot be had', async () => {
    const seeker = visitor();
    await seeker.signIn(account());
    const item = summary();
    const match = { fit: 74, employerFit: 1, seekerFit: 1, eligibility: 'met' };
    gateway.vacancy.answer = json(found(item, summary()));
    gateway.profile.answer = json({ profileId: randomUUID() });
    gateway.matching.answer = json({ ...none, total: 1, items: [{ ...item, highlights: [], match }] });
    expect((await seeker.get('/sv/lediga-jobb?q=svets&sort=fit')).text).toContain('Passning 74');
    expect(gateway.matching.asked.at(-1)!.url).toMatch(/\/vacancy-search\?q=svets/);
    gateway.matching.answer = json({ type: '/problems/unavailable', title: 'x', status: 503 }, 503);
    const fallen = (await seeker.get('/sv/lediga-jobb?q=svets&sort=fit')).text;
    expect(fallen).not.toContain('Passning');
    expect(fallen).toContain('<option value="relevance" selected="">');
    expect((await visitor().get('/sv/lediga-jobb?sort=fit')).text).not.toContain('value="fit"');
  });

  it('saves a search from a form with its token, for a seeker only', async () => {
    const seeker = visitor();
    const { csrfToken } = await seeker.signIn(account());
    gateway.profile.answer = json({ profileId: randomUUID() });
    const alert = {
      name: null,
      active: true,
      minimumFit: 0,
      municipalities: [],
      search: {},
      newHits: 0,
      createdAt: '2026-11-24T08:00:00.000Z',
    };
    gateway.matching.answer = json({ id: randomUUID(), ...alert }, 201);
    const form = (token: string) =>
      seeker.ask('post', '/auth/saved-searches/sv', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          csrfToken: token,
          search: '?q=svetsare&county=25&county=24&remote=true',
        }).toString(),
      });
    const saved = await form(csrfToken);
    expect([saved.status, saved.get('location')]).toEqual([
      303,
      '/sv/lediga-jobb?q=svetsare&county=25&county=24&remote=true&saved=1',
    ]);
    const { search, minimumFit } = JSON.parse(gateway.matching.asked.at(-1)!.body) as {
      search: object;
      minimumFit: number;
    };
    expect(search).toMatchObject({ q: 'svetsare', county: ['25', '24'], remote: 'true' });
    expect(minimumFit).toBe(0);
    expect((await form('wrong')).status).toBe(403);
    expect((await visitor().ask('post', '/auth/saved-searches/sv')).status).toBe(403);
  });
});

describe('what other programs read', () => {
  it('is a feed for every search, well-formed and newest first', async () => {
    const item = summary();
    gateway.vacancy.answer = json(found(item));
    const feed = await visitor().get('/sv/lediga-jobb.atom?q=svetsare&county=25');
    expect(feed.get('content-type')).toContain('application/atom+xml');
    expect(Object.fromEntries(searches().at(-1)!)).toMatchObject({ q: 'svetsare', county: '25', sort: 'newest' });
    expect(feed.text).toContain('<title>Svetsare &amp; &lt;montör&gt;</title>');
    expect(feed.text).toContain(`<link href="${gateway.url}/sv/lediga-jobb/${item.id}"/>`);
    expect(feed.text).toContain('<updated>2026-11-20T08:00:00.000Z</updated>');
    expect(feed.text).toContain(`rel="self" href="${gateway.url}/sv/lediga-jobb.atom?q=svetsare&amp;county=25`);
  });

  it('is a sitemap in parts, without invented vacancies', async () => {
    const one = { id: `a${randomUUID().slice(1)}`, updatedAt: '2026-11-20T08:00:00.000Z' };
    gateway.vacancy.answer = json({
      items: [
        { ...one, demo: false },
        { ...one, id: randomUUID(), demo: true },
      ],
    });
    const index = (await visitor().get('/sitemap.xml')).text;
    expect(index.match(/<sitemap>/g)).toHaveLength(17);
    const part = (await visitor().get('/sitemaps/a.xml')).text;
    expect(part.match(/<url>/g)).toHaveLength(2);
    expect(part).toContain(`<loc>${gateway.url}/en/vacancies/${one.id}</loc><lastmod>${one.updatedAt}</lastmod>`);
    expect((await visitor().get('/sitemaps/pages.xml')).text).toContain(`<loc>${gateway.url}/sv/lediga-jobb</loc>`);
    expect((await visitor().get('/sitemaps/g.xml')).status).toBe(404);
  });

  it('is 410 for a vacancy that was open, with others like it', async () => {
    const other = summary({ headline: 'En annan svetsare' });
    gateway.vacancy.answer = (asked, response) =>
      asked.url.endsWith('/similar')
        ? json({ items: [other] })(asked, response)
        : asked.url.startsWith('/vacancies?')
          ? json(none)(asked, response)
          : json({ type: '/problems/gone', title: 'No longer here', status: 410 }, 410)(asked, response);
    const gone = await visitor().get(`/sv/lediga-jobb/${randomUUID()}`);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain(`href="/sv/lediga-jobb/${other.id}" lang="sv">En annan svetsare</a>`);
  });
});
