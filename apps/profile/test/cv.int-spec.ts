import { profileApi, type ProfileView } from '#contracts';
import { describeWhere } from '#testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { newProfile, newSeeker, operator, startProfileService, type RunningService } from './service.js';

let service: RunningService;
beforeAll(async () => (service = await startProfileService('api')), 60_000);
afterAll(() => service?.stop());

interface Import {
  profileId: string;
  outcome: string;
  warnings: { pointer: string }[];
}

const importing = (body: object) => service.ask(profileApi.importProfile, operator, { body });
const imported = (body: object) => service.get<Import>(profileApi.importProfile, operator, { body });
const idOf = (kind: Parameters<RunningService['taxonomy']['resolve']>[0], name: string): string =>
  service.taxonomy.resolve(kind, name)!.id;

const document = {
  basics: {
    name: 'Test Provsson',
    email: 'test@prov.example',
    label: 'Svetsare',
    summary: 'Jag har B-körkort och truckkort.',
    location: { city: 'Luleå', countryCode: 'SE' },
  },
  work: [{ name: 'Verkstan', position: 'Svetsare', startDate: '2015-01', endDate: '2019-12' }],
  skills: [
    { name: 'TIG-svetsning', level: 'Avancerad' },
    { name: 'Python', level: 'Nybörjare' },
  ],
  languages: [{ language: 'Svenska', fluency: 'Modersmål' }],
  meta: { rallare: { notice: '2025-01', wishes: { willingToMove: true, counties: ['24'] } } },
};

describe('reading a CV', () => {
  it('saves nothing, and gives spans into the text that it gives', async () => {
    const { profile, text } = await service.get<{ profile: ProfileView; text: string }>(
      profileApi.readCv,
      newSeeker(),
      {
        body: { format: 'json-resume', document },
      },
    );
    expect(profile).toMatchObject({ homeMunicipality: '2580', wishes: { willingToMove: true, counties: ['24'] } });
    expect(profile.facts.length).toBeGreaterThanOrEqual(6);
    for (const { span } of profile.facts) expect(text.slice(span!.start, span!.end)).toBe(span!.quote);
    expect(await service.database.query('SELECT FROM profiles')).toEqual([]);
  });

  it('into a profile leaves what the person said, and takes the CV before it away', async () => {
    const { person, profile } = await newProfile(service, {
      contact: { name: 'My Own Name' },
      headline: 'My own headline',
      facts: [
        { kind: 'skill', conceptId: idOf('skill', 'TIG-svetsning'), level: 2 },
        { kind: 'skill', conceptId: idOf('skill', 'Python'), denied: true },
      ],
      wishes: { remote: true },
    });
    const params = { profileId: profile.id };
    expect((await service.ask(profileApi.getCv, person, { params })).status).toBe(404);
    const read = await service.get<ProfileView>(profileApi.addCv, person, {
      params,
      body: { format: 'json-resume', document },
    });
    const of = (view: ProfileView, name: string) =>
      view.facts
        .filter(({ conceptId }) => conceptId === idOf('skill', name))
        .map(({ origin, level }) => [origin, level]);
    expect(of(read, 'TIG-svetsning')).toEqual([['stated', 2]]);
    expect(of(read, 'Python')).toEqual([['denied', null]]);
    expect(read).toMatchObject({
      contact: { name: 'My Own Name', email: 'test@prov.example' },
      headline: 'My own headline',
      summary: document.basics.summary,
      homeMunicipality: '2580',
      wishes: { remote: true, willingToMove: null },
    });
    const { text } = await service.get<{ text: string }>(profileApi.getCv, person, { params });
    for (const { span } of read.facts) if (span) expect(text.slice(span.start, span.end)).toBe(span.quote);

    const occupation = read.facts.find(({ kind }) => kind === 'occupation')!;
    const confirming = { params: { ...params, factId: occupation.id }, body: { origin: 'confirmed' } };
    await service.get(profileApi.changeFact, person, confirming);
    const other = { basics: { name: 'X' }, skills: [{ name: 'Excel' }] };
    const again = await service.get<ProfileView>(profileApi.addCv, person, {
      params,
      body: { format: 'json-resume', document: other },
    });
    expect(again.facts.map(({ origin }) => origin).sort()).toEqual(['confirmed', 'denied', 'extracted', 'stated']);
    expect(again.facts.find(({ origin }) => origin === 'confirmed')).toMatchObject({ id: occupation.id });
    const { text: newText } = await service.get<{ text: string }>(profileApi.getCv, person, { params });
    expect(newText).not.toContain('Svetsare');
  });
});

describe('importing', () => {
  it('is the same again under the same reference, and tells only of changes', async () => {
    const body = { format: 'json-resume', document, reference: 'same-again' };
    const first = await imported(body);
    expect(first.outcome).toBe('created');
    expect(await imported(body)).toMatchObject({ profileId: first.profileId, outcome: 'unchanged' });
    const changed = { ...body, document: { ...document, languages: [{ language: 'Finska', fluency: 'C1' }] } };
    expect(await imported(changed)).toMatchObject({ profileId: first.profileId, outcome: 'updated' });
    expect(await imported(changed)).toMatchObject({ outcome: 'unchanged' });
    expect(await service.events(first.profileId)).toEqual(['changed 1', 'changed 2']);
  });

  it('makes one profile of one reference, also when asked at the same time', async () => {
    const body = { format: 'json-resume', document, reference: 'at-once' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => imported(body)));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['created', 'unchanged', 'unchanged', 'unchanged']);
  });

  it('gives a profile to its account, and refuses an account a second one', async () => {
    const person = newSeeker();
    const body = { format: 'json-resume', document, reference: 'owned-1', subject: person.subject, demo: true };
    const { profileId } = await imported(body);
    expect(await service.get(profileApi.getMyProfile, person)).toMatchObject({
      id: profileId,
      demo: true,
      noticeVersion: '2025-01',
      contact: { name: 'Test Provsson' },
    });
    expect((await importing({ ...body, reference: 'owned-2' })).status).toBe(409);
    await imported({ ...body, subject: null, reference: 'owned-3' });
    expect((await importing({ ...body, reference: 'owned-3' })).status).toBe(409);
  });

  it('keeps what the person said since, and their pause', async () => {
    const person = newSeeker();
    const body = { format: 'json-resume', document, reference: 'kept', subject: person.subject };
    const { profileId } = await imported(body);
    const params = { profileId };
    await service.get(profileApi.restrictProfile, person, { params, body: { restricted: true } });
    await service.get(profileApi.addFact, person, {
      params,
      body: { kind: 'skill', conceptId: idOf('skill', 'Python'), denied: true },
    });
    await imported({ ...body, document: { ...document, basics: { ...document.basics, label: 'Robotsvetsare' } } });
    const now = await service.get<ProfileView>(profileApi.getMyProfile, person);
    expect(now).toMatchObject({ status: 'restricted', headline: 'Robotsvetsare' });
    expect(now.facts.filter(({ conceptId }) => conceptId === idOf('skill', 'Python'))).toMatchObject([
      { origin: 'denied' },
    ]);
  });

  it('links households by key, four at most', async () => {
    const of = (reference: string) => ({ format: 'json-resume', document, reference, household: 'demo-1' });
    const ids = [];
    for (const reference of ['hh-1', 'hh-2', 'hh-3', 'hh-4']) ids.push((await imported(of(reference))).profileId);
    const rows = await service.database.query<{ household_id: string }[]>(
      'SELECT DISTINCT household_id FROM profiles WHERE id = ANY($1)',
      [ids],
    );
    expect(rows).toEqual([{ household_id: expect.any(String) }]);
    const fifth = await importing(of('hh-5'));
    expect([fifth.status, fifth.body]).toMatchObject([400, { errors: [{ pointer: '/household' }] }]);
    expect(await service.database.query(`SELECT FROM profiles WHERE import_reference = 'hh-5'`)).toEqual([]);
  });

  it('needs a name, and says where it belongs', async () => {
    const answer = await importing({ format: 'json-resume', document: { basics: {} }, reference: 'nameless' });
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/document/basics/name' }] });
  });

  it('of an export loses nothing', async () => {
    const { person, profile } = await newProfile(service, {
      contact: { name: 'Åsa  Öberg', email: 'asa@prov.example', phone: '+46 70' },
      homeMunicipality: '2482',
      headline: 'Lok &amp; förare',
      summary: 'Rad ett\nRad två <b>',
      language: 'en',
      facts: [
        { kind: 'occupation', conceptId: idOf('occupation', 'Svetsare'), years: 7 },
        { kind: 'language', conceptId: idOf('language', 'Finska'), level: 5 },
        { kind: 'skill', words: 'Egna ord' },
        { kind: 'skill', conceptId: idOf('skill', 'Java'), denied: true },
      ],
      wishes: {
        occupations: [idOf('occupation', 'Svetsare')],
        reachKm: 80,
        payFloor: 33_000,
        extent: { min: 50, max: 100 },
      },
    });
    const params = { profileId: profile.id };
    await service.get(profileApi.addCv, person, { params, body: { format: 'json-resume', document } });
    await service.get(profileApi.linkHousehold, person, { params, body: {} });
    await service.get(profileApi.restrictProfile, person, { params, body: { restricted: true } });

    interface Export {
      profile: ProfileView;
      cv: { format: string; text: string };
      resume: object;
      householdMembers: number;
      disclosures: unknown[];
    }
    const exported = await service.get<Export>(profileApi.exportProfile, person, { params });
    expect(exported).toMatchObject({ householdMembers: 1, disclosures: [] });

    const other = newSeeker();
    const answer = await imported({
      format: 'json-resume',
      document: exported.resume,
      reference: 'round-trip',
      subject: other.subject,
    });
    expect(answer.warnings).toEqual([]);
    const again = await service.get<Export>(profileApi.exportProfile, other, {
      params: { profileId: answer.profileId },
    });
    const comparable = ({ profile: { id: _, revision: __, createdAt, updatedAt, facts, ...rest }, cv }: Export) => {
      expect(createdAt <= updatedAt).toBe(true);
      return { ...rest, facts: facts.map(({ id: ___, ...fact }) => fact), cv: { ...cv, readAt: null } };
    };
    expect(comparable(again)).toEqual(comparable(exported));
    expect(again.resume).toEqual(exported.resume);
    expect(again.profile.householdId).toBe(exported.profile.householdId);
  });
});

describe('documents that are broken or hostile', () => {
  const nested = (depth: number): string => (depth === 0 ? '{}' : `{"deeper":${nested(depth - 1)}}`);

  it.each([
    ['a wrong type', '{"basics":{"name":7}}', 400, '/document/basics/name'],
    ['a NUL', '{"basics":{"name":"a\\u0000b"}}', 400, '/document/basics/name'],
    ['half a character', '{"basics":{"name":"a\\ud800b"}}', 400, '/document/basics/name'],
    ['100,000 characters', `{"basics":{"name":"${'a'.repeat(100_000)}"}}`, 400, '/document/basics/name'],
    ['2,000 levels', `{"basics":${nested(2000)}}`, 400, null],
    ['an enormous list', `{"skills":[${'{},'.repeat(90_000)}{}]}`, 400, '/document'],
    ['no object', '[]', 400, '/document'],
    ['half a document', '{"basics":{', 400, null],
    ['a prototype', '{"__proto__":{"basics":{"name":"x"}},"constructor":1}', 400, '/document'],
  ])('with %s are refused by reading and by importing, and nothing is saved', async (_, json, status, pointer) => {
    const before = await service.database.query('SELECT count(*) FROM profiles');
    for (const operation of [profileApi.readCv, profileApi.importProfile]) {
      const rest = operation === profileApi.importProfile ? ',"reference":"hostile"' : '';
      const token = await tokenOf(operator);
      const answer = await request(service.app.getHttpServer() as never)
        .post(operation.path)
        .set('authorization', `Bearer ${token}`)
        .set('content-type', 'application/json')
        .send(`{"format":"json-resume","document":${json}${rest}}`);
      expect(answer.status).toBe(status);
      if (pointer) expect((answer.body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe(pointer);
    }
    expect(await service.database.query('SELECT count(*) FROM profiles')).toEqual(before);
  });
});

const example = join(
  process.env['RALLARE_SHARED'] ?? '../shared',
  'data/cv-formats/europass-examples/Europass_JSON_V3.4.0_ECV_Example.json',
);

describeWhere(existsSync(example), 'the official Europass example is not there')(
  'the official Europass example',
  () => {
    it('is imported with its person’s languages, work, education and licences', async () => {
      const person = newSeeker();
      const official = JSON.parse(readFileSync(example, 'utf8')) as object;
      const body = { format: 'europass', document: official, reference: 'europass', subject: person.subject };
      const { outcome, warnings } = await imported(body);
      expect(outcome).toBe('created');
      const profile = await service.get<ProfileView>(profileApi.getMyProfile, person);
      expect(profile).toMatchObject({ homeCountry: 'GB', homeMunicipality: null, language: 'en' });
      const levels = Object.fromEntries(
        profile.facts.flatMap(({ kind, conceptId, level }) =>
          kind === 'language' ? [[service.taxonomy.view(conceptId!).label.en, level]] : [],
        ),
      );
      expect(levels).toEqual({ English: 6, Chinese: 6, French: 4, German: 2 });
      const occupations = profile.facts.filter(({ kind }) => kind === 'occupation');
      expect(occupations.map(({ words }) => words)).toEqual(
        expect.arrayContaining(['Independent consultant', 'Researcher / Independent Consultant']),
      );
      expect(occupations.find(({ words }) => words === 'Independent consultant')!.years).toBeGreaterThanOrEqual(22);
      expect(profile.facts.filter(({ kind }) => kind === 'education').map(({ level }) => level)).toContain(6);
      expect(profile.facts.filter(({ kind }) => kind === 'driving-licence')).toHaveLength(3);
      expect(warnings.every(({ pointer }) => pointer.startsWith('/SkillsPassport/LearnerInfo/'))).toBe(true);
      expect((await imported(body)).outcome).toBe('unchanged');
    });
  },
);

const tokenOf = (principal: typeof operator): Promise<string> => service.tokens.mint(principal, 'profile');
