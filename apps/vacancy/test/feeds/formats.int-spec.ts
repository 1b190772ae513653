import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedApi, type FeedView } from '#contracts';
import { describeWhere } from '#testing';
import { operator, startVacancyService, type RunningService } from '../service.js';
import { feedServer, type FeedServer } from './feed-server.js';
import { addFeed, endedRun, statuses } from './feeds.js';

const shared = join(process.env.RALLARE_SHARED ?? join('..', 'shared'), 'data', 'ads');

interface Stored {
  external_id: string;
  headline: string;
  text: string;
  municipalities: string[];
  deadline: string | null;
  positions: number;
  employer: string;
  number: string | null;
  source_url: string | null;
  extent_max: number | null;
}

describe('forms of feeds', () => {
  let server: FeedServer;
  let service: RunningService;
  let folder: string;

  beforeAll(async () => {
    server = await feedServer();
    folder = mkdtempSync(join(tmpdir(), 'rallare-feeds-'));
    service = await startVacancyService('all', { FEED_ALLOWED_HOSTS: server.host, FEED_FOLDER: folder });
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    const { items } = await service.get<{ items: FeedView[] }>(feedApi.listFeeds, operator);
    for (const { id } of items) await service.get(feedApi.removeFeed, operator, { params: { feedId: id } });
    await service.database.query('DELETE FROM vacancies');
  });

  const stored = (): Promise<Stored[]> =>
    service.database.query<Stored[]>(
      `SELECT v.external_id, v.headline, v.text, v.municipalities, v.deadline::text, v.positions, e.name AS employer,
              e.organisation_number AS number, v.source_url, v.extent_max
         FROM vacancies v JOIN employers e ON e.id = v.employer_id ORDER BY v.external_id`,
    );

  it('CSV with a mapping: separators, quotes, defaults; a file without its columns fails', async () => {
    server.answers['/jobs.csv'] =
      '\ufeffnr;titel;beskrivning;ort;sista dag;antal\r\n1;"Kock; varmkök";"Du lagar ""mat"".\nVarje dag.";2580;2098-01-31;2\r\n2;Svetsare;Svets.;Kiruna;;\r\n;Utan nummer;x;Kiruna;;\r\n';
    const mapping = {
      id: 'nr',
      headline: 'titel',
      text: 'beskrivning',
      municipality: 'ort',
      deadline: 'sista dag',
      positions: 'antal',
    };
    const defaults = { employerName: 'Påhittade Kommunen', organisationNumber: '2120000001' };
    const feed = await addFeed(service, {
      name: 'csv',
      kind: 'csv',
      address: server.url('/jobs.csv'),
      mapping,
      defaults,
    });
    expect(await endedRun(service, feed.id)).toMatchObject({ status: 'done', counts: { created: 2, rejected: 1 } });
    expect(await stored()).toMatchObject([
      {
        external_id: '1',
        headline: 'Kock; varmkök',
        text: 'Du lagar "mat".\nVarje dag.',
        municipalities: ['2580'],
        deadline: '2098-01-31',
        positions: 2,
        employer: 'Påhittade Kommunen',
        number: '2120000001',
      },
      { external_id: '2', municipalities: ['2584'], deadline: null, positions: 1 },
    ]);
    server.answers['/other.csv'] = 'a,b\n1,2\n';
    const other = await addFeed(service, { name: 'other', kind: 'csv', address: server.url('/other.csv'), mapping });
    expect((await endedRun(service, other.id)).reason).toMatch(/no column .*titel/);
  });

  it('JobPosting in the pages that a sitemap names, of the same host alone', async () => {
    const posting = (id: number): object => ({
      '@context': 'https://schema.org/',
      '@type': 'JobPosting',
      title: `Jobb ${id}`,
      identifier: { '@type': 'PropertyValue', name: 'x', value: `ref-${id}` },
      description: '<p>Du <b>svetsar</b> rör.</p><ul><li>Licens krävs</li></ul>',
      datePosted: '2025-01-01',
      validThrough: '2098-02-01T23:59',
      totalJobOpenings: 3,
      employmentType: ['FULL_TIME'],
      hiringOrganization: { '@type': 'Organization', name: 'Påhittade Verken AB', vatID: 'SE556000000701' },
      jobLocation: {
        '@type': 'Place',
        address: { '@type': 'PostalAddress', addressLocality: 'Luleå', postalCode: '97231', addressCountry: 'SE' },
      },
      directApply: false,
    });
    const page = (...pieces: object[]): string =>
      `<!doctype html><html><head>${pieces.map((piece) => `<script type="application/ld+json">${JSON.stringify(piece)}</script>`).join('')}</head></html>`;
    server.answers['/sitemap.xml'] =
      `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${server.url('/jobs.xml')}</loc></sitemap></sitemapindex>`;
    server.answers['/jobs.xml'] =
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${server.url('/1')}</loc></url><url><loc>${server.url('/2')}</loc></url><url><loc>http://169.254.169.254/3</loc></url></urlset>`;
    server.answers['/1'] = page({ '@type': 'Organization', name: 'x' }, posting(1));
    server.answers['/2'] = page({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, posting(2)] });
    const feed = await addFeed(service, { name: 'pages', kind: 'jsonld', address: server.url('/sitemap.xml') });
    expect(await endedRun(service, feed.id)).toMatchObject({ status: 'done', counts: { created: 2, rejected: 0 } });
    expect(await stored()).toMatchObject([
      {
        external_id: 'ref-1',
        headline: 'Jobb 1',
        municipalities: ['2580'],
        deadline: '2098-02-01',
        positions: 3,
        number: '5560000007',
        extent_max: 100,
      },
      { external_id: 'ref-2', headline: 'Jobb 2' },
    ]);
    expect((await stored())[0]!.text).toBe('Du svetsar rör.\n\n- Licens krävs');

    // A page that is away stands for an ad that may still be there: nothing leaves.
    delete server.answers['/2'];
    await service.get(feedApi.runFeed, operator, { params: { feedId: feed.id } });
    const runs = await endedRun(service, feed.id, [(await endedRun(service, feed.id)).id]);
    expect(runs).toMatchObject({ status: 'failed', counts: { removed: 0 } });
    expect(await statuses(service)).toEqual({ published: 2 });
  });

  it('HR-XML, without documents or entities from elsewhere', async () => {
    server.answers['/hr.xml'] =
      `<?xml version="1.0"?><Envelope><PositionOpening xmlns="http://ns.hr-xml.org/2007-04-15">
      <PositionRecordInfo><Id><IdValue>pos-1</IdValue></Id></PositionRecordInfo>
      <PositionPostings><PositionPosting><Title>Snickare</Title></PositionPosting></PositionPostings>
      <PositionProfile><PositionDateInfo><StartDate>2025-01-01</StartDate></PositionDateInfo>
        <Organization><OrganizationName>Påhittade Bygg AB</OrganizationName></Organization>
        <PositionDetail><PhysicalLocation><Area><Value>x</Value></Area><CityName>Kiruna</CityName></PhysicalLocation></PositionDetail>
        <FormattedPositionDescription><Value><![CDATA[Du bygger hus.]]></Value></FormattedPositionDescription></PositionProfile>
      <NumberToFill>4</NumberToFill></PositionOpening></Envelope>`;
    const feed = await addFeed(service, { name: 'hr', kind: 'hrxml', address: server.url('/hr.xml') });
    expect(await endedRun(service, feed.id)).toMatchObject({ status: 'done', counts: { created: 1 } });
    expect(await stored()).toMatchObject([
      {
        external_id: 'pos-1',
        headline: 'Snickare',
        text: 'Du bygger hus.',
        municipalities: ['2584'],
        positions: 4,
        employer: 'Påhittade Bygg AB',
      },
    ]);
    server.answers['/evil.xml'] =
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><Envelope><JobPositionPosting><JobPositionPostingId>1</JobPositionPostingId><JobPositionTitle>&a;&b;</JobPositionTitle></JobPositionPosting></Envelope>`;
    const evil = await addFeed(service, { name: 'evil', kind: 'hrxml', address: server.url('/evil.xml') });
    expect(await endedRun(service, evil.id)).toMatchObject({ status: 'failed', counts: { created: 0 } });
  });

  it('files of the folder for feeds', async () => {
    writeFileSync(
      join(folder, 'ads.ndjson'),
      `${JSON.stringify({ id: '1', headline: 'Ur en fil', employer: { name: 'X' } })}\n`,
    );
    const feed = await addFeed(service, { name: 'file', kind: 'jobsearch', address: 'file:ads.ndjson' });
    expect(await endedRun(service, feed.id)).toMatchObject({ status: 'done', counts: { created: 1 } });
    const missing = await addFeed(service, { name: 'missing', kind: 'jobsearch', address: 'file:none.json' });
    expect((await endedRun(service, missing.id)).reason).toContain('there is no such file');
  });

  describeWhere(existsSync(shared), 'RALLARE_SHARED has no ads')('real samples', () => {
    const sample = (...path: string[]): string => readFileSync(join(shared, ...path), 'utf8');

    it('of JobStream, HR-XML, JobPosting and titles run through', async () => {
      server.answers['/snapshot'] = sample('jobstream-sample-2020', 'jobstream_events_24.json');
      const stream = await addFeed(service, { name: 'stream', kind: 'jobstream', address: server.url('/') });
      expect(await endedRun(service, stream.id)).toMatchObject({
        status: 'done',
        counts: { read: 24, created: 10, rejected: 0, removed: 0 },
      });

      server.answers['/sample.xml'] = sample('hrxml-platsbanken', 'sample.xml');
      const xml = await addFeed(service, { name: 'xml', kind: 'hrxml', address: server.url('/sample.xml') });
      expect(await endedRun(service, xml.id)).toMatchObject({ status: 'done', counts: { created: 1, rejected: 0 } });

      const postings = readdirSync(join(shared, 'schemaorg-jobposting')).filter((name) => name.endsWith('.json'));
      server.answers['/postings'] = postings.map((name) => JSON.parse(sample('schemaorg-jobposting', name)) as object);
      const ld = await addFeed(service, {
        name: 'ld',
        kind: 'jsonld',
        address: server.url('/postings'),
        defaults: { employerName: 'Någon' },
      });
      const run = await endedRun(service, ld.id);
      expect(run.status).toBe('done');
      expect(run.counts.read).toBe(12);
      expect(run.counts.created).toBeGreaterThanOrEqual(8);

      const titles = sample('title-strings-2019', 'ontology_all_occupations.txt')
        .split('\n')
        .filter((title) => title.trim() !== '');
      server.answers['/titles.csv'] = `id,titel\n${titles
        .slice(0, 300)
        .map((title, at) => `${at},"${title.replaceAll('"', '""')}"`)
        .join('\n')}\n`;
      const csv = await addFeed(service, {
        name: 'titles',
        kind: 'csv',
        address: server.url('/titles.csv'),
        mapping: { id: 'id', headline: 'titel' },
        defaults: { employerName: 'Någon', municipality: '2580' },
      });
      expect(await endedRun(service, csv.id)).toMatchObject({
        status: 'done',
        counts: { read: 300, created: 300, rejected: 0 },
      });
    }, 120_000);
  });
});
