import { profileApi, profileInternalApi, type ProfileMatchView, type ProfileView } from '#contracts';
import type { Response } from 'supertest';
import { matching, newProfile, newSeeker, operator, startProfileService, type RunningService } from './service.js';

let service: RunningService;
beforeAll(async () => (service = await startProfileService('api')), 60_000);
afterAll(() => service?.stop());

const idOf = (kind: Parameters<RunningService['taxonomy']['resolve']>[0], name: string): string =>
  service.taxonomy.resolve(kind, name)!.id;

const pointersOf = ({ body }: Response): string[] =>
  (body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer) ?? [];

describe('creating a profile', () => {
  it('stores it whole, with the notice that was shown, and tells of it once', async () => {
    const { person, profile } = await newProfile(service, {
      contact: { name: 'Åsa Provsson', email: 'asa@prov.example' },
      homeMunicipality: '2580',
      headline: 'Svetsare <script>alert(1)</script>',
      facts: [
        { kind: 'occupation', conceptId: idOf('occupation', 'Svetsare'), years: 5 },
        { kind: 'skill', conceptId: idOf('skill', 'Python'), denied: true },
        { kind: 'skill', words: 'Egna ord' },
      ],
      wishes: { municipalities: ['2580', '2482'], reachMinutes: 45, willingToMove: false, payFloor: 30_000 },
    });
    expect(profile).toMatchObject({
      revision: 1,
      status: 'active',
      homeCountry: 'SE',
      headline: 'Svetsare <script>alert(1)</script>',
      contact: { name: 'Åsa Provsson', email: 'asa@prov.example', phone: null },
      noticeVersion: '2025-01',
      householdId: null,
      demo: false,
    });
    expect(profile.facts.map(({ origin, years }) => [origin, years])).toEqual([
      ['stated', 5],
      ['denied', null],
      ['stated', null],
    ]);
    expect(await service.get(profileApi.getMyProfile, person)).toEqual(profile);
    expect(await service.get(profileApi.getProfile, person, { params: { profileId: profile.id } })).toEqual(profile);
    expect(await service.events(profile.id)).toEqual(['changed 1']);
  });

  it('is done once for each account, also when asked at the same time', async () => {
    const person = newSeeker();
    const body = { contact: { name: 'Test' }, noticeVersion: '1' };
    const answers = await Promise.all([1, 2, 3].map(() => service.ask(profileApi.createProfile, person, { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('refuses what cannot be, all of it told at once', async () => {
    service.clock.set('2025-06-15T10:00:00Z');
    const answer = await service.ask(profileApi.createProfile, newSeeker(), {
      body: {
        contact: { name: 'Test' },
        noticeVersion: '1',
        homeMunicipality: '9999',
        wishes: {
          municipalities: ['2580', '0001'],
          occupations: [idOf('skill', 'Python')],
          earliestStart: '2025-06-14',
        },
      },
    });
    service.clock.set(null);
    expect(answer.status).toBe(400);
    expect(pointersOf(answer).sort()).toEqual([
      '/homeMunicipality',
      '/wishes/earliestStart',
      '/wishes/municipalities/1',
      '/wishes/occupations/0',
    ]);
  });

  it.each([
    ['without a notice', { noticeVersion: undefined }, '/noticeVersion'],
    ['with an unknown field', { score: 100 }, '/score'],
    ['with a NUL in a name', { contact: { name: 'a\u0000b' } }, '/contact/name'],
    ['with half a character in words', { facts: [{ kind: 'skill', words: 'a\ud800' }] }, '/facts/0/words'],
    ['with a summary of 100,000 characters', { summary: 'a'.repeat(100_000) }, '/summary'],
    [
      'with a level of the wrong kind',
      { facts: [{ kind: 'driving-licence', words: 'B', level: 3 }] },
      '/facts/0/level',
    ],
    ['with a home in Sweden and abroad', { homeMunicipality: '2580', homeCountry: 'NO' }, '/homeMunicipality'],
    ['in a country that there is not', { homeCountry: 'XX' }, '/homeCountry'],
    ['with a day that there is not', { wishes: { earliestStart: '2030-02-30' } }, '/wishes/earliestStart'],
  ])('refuses one %s', async (_, fields, pointer) => {
    const body = { contact: { name: 'Test' }, noticeVersion: '1', ...fields };
    const answer = await service.ask(profileApi.createProfile, newSeeker(), { body });
    expect([answer.status, ...pointersOf(answer)]).toEqual([400, pointer]);
  });
});

describe('somebody else’s profile', () => {
  it('is not found, like one that there is not, whatever is asked of it', async () => {
    const { profile } = await newProfile(service);
    const stranger = newSeeker();
    const params = { profileId: profile.id, factId: profile.id };
    const bodies: Record<string, unknown> = {
      changeProfile: { revision: 1, headline: 'x' },
      changeWishes: { revision: 1, wishes: {} },
      addFact: { kind: 'skill', words: 'x' },
      changeFact: { origin: 'denied' },
      addCv: { format: 'json-resume', document: { basics: {} } },
      restrictProfile: { restricted: true },
      linkHousehold: {},
    };
    for (const operation of Object.values(profileApi)) {
      if (!operation.path.startsWith('/profiles/{profileId}')) continue;
      const body = bodies[operation.id];
      const answers = await Promise.all([
        service.ask(operation, stranger, { params, body }),
        service.ask(operation, stranger, { params: { ...params, profileId: stranger.subject.slice(7) }, body }),
      ]);
      expect([operation.id, ...answers.map(({ status }) => status)]).toEqual([operation.id, 404, 404]);
    }
    expect(await service.events(profile.id)).toEqual(['changed 1']);
  });

  it('is not for other roles either, and an operator’s list holds no names', async () => {
    const { profile } = await newProfile(service, { contact: { name: 'Hemlig Listad' } });
    const asked = await service.ask(profileApi.getProfile, operator, { params: { profileId: profile.id } });
    expect(asked.status).toBe(403);
    const list = await service.ask(profileApi.listProfiles, operator, { query: { limit: 100 } });
    expect(list.body).toMatchObject({ total: expect.any(Number) });
    expect((list.body as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(profile.id);
    expect(JSON.stringify(list.body)).not.toContain('Hemlig');
  });
});

describe('changing a profile', () => {
  it('raises the revision, refuses a stale one, and leaves what is not named', async () => {
    const { person, profile } = await newProfile(service, { headline: 'Before', homeMunicipality: '2580' });
    const params = { profileId: profile.id };
    const changed = await service.get<ProfileView>(profileApi.changeProfile, person, {
      params,
      body: { revision: 1, headline: 'After', contact: { name: 'New Name', phone: '1' } },
    });
    expect(changed).toMatchObject({
      revision: 2,
      headline: 'After',
      homeMunicipality: '2580',
      contact: { phone: '1' },
    });
    const stale = await service.ask(profileApi.changeProfile, person, {
      params,
      body: { revision: 1, headline: 'Lost' },
    });
    expect([stale.status, (stale.body as { type: string }).type]).toEqual([409, '/problems/stale-revision']);
    const wished = { params, body: { revision: 2, wishes: { remote: true } } };
    expect(await service.get(profileApi.changeWishes, person, wished)).toMatchObject({
      revision: 3,
      wishes: { remote: true },
    });
    expect(await service.events(profile.id)).toEqual(['changed 1', 'changed 2', 'changed 3']);
  });

  it('of two at the same time takes one', async () => {
    const { person, profile } = await newProfile(service);
    const ask = (headline: string) =>
      service.ask(profileApi.changeProfile, person, {
        params: { profileId: profile.id },
        body: { revision: 1, headline },
      });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(ask));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('that changes nothing tells nobody', async () => {
    const { person, profile } = await newProfile(service);
    const input = { params: { profileId: profile.id }, body: { restricted: false } };
    expect(await service.get(profileApi.restrictProfile, person, input)).toEqual(profile);
    expect(await service.events(profile.id)).toEqual(['changed 1']);
  });

  it('keeps an earliest start that has passed, and refuses a new one in the past', async () => {
    service.clock.set('2025-06-15T10:00:00Z');
    const { person, profile } = await newProfile(service, { wishes: { earliestStart: '2025-08-01' } });
    service.clock.set('2025-09-15T10:00:00Z');
    const wish = (revision: number, earliestStart: string) =>
      service.ask(profileApi.changeWishes, person, {
        params: { profileId: profile.id },
        body: { revision, wishes: { earliestStart, remote: true } },
      });
    expect((await wish(1, '2025-08-01')).status).toBe(200);
    expect(pointersOf(await wish(2, '2025-08-02'))).toEqual(['/wishes/earliestStart']);
    expect(pointersOf(await wish(2, '2031-01-01'))).toEqual(['/wishes/earliestStart']);
    service.clock.set(null);
  });
});

describe('facts', () => {
  it('are stated, corrected, denied and taken away', async () => {
    const { person, profile } = await newProfile(service);
    const params = { profileId: profile.id };
    const conceptId = idOf('skill', 'Python');
    const added = await service.get<ProfileView>(profileApi.addFact, person, {
      params,
      body: { kind: 'skill', conceptId, level: 2 },
    });
    const factId = added.facts[0]!.id;
    const change = (body: object) =>
      service.get<ProfileView>(profileApi.changeFact, person, { params: { ...params, factId }, body });
    expect((await change({ level: 4, years: 3 })).facts).toMatchObject([{ level: 4, years: 3, origin: 'stated' }]);
    expect((await change({ origin: 'denied' })).facts).toMatchObject([{ level: null, years: null, origin: 'denied' }]);
    const again = { params, body: { kind: 'skill', conceptId, level: 5 } };
    expect((await service.get<ProfileView>(profileApi.addFact, person, again)).facts).toMatchObject([
      { id: factId, level: 5, origin: 'stated' },
    ]);
    const removed = await service.get<ProfileView>(profileApi.removeFact, person, { params: { ...params, factId } });
    expect(removed).toMatchObject({ facts: [], revision: 6 });
    expect((await service.ask(profileApi.removeFact, person, { params: { ...params, factId } })).status).toBe(404);
  });
});

describe('what matching is given', () => {
  it('holds concepts, places and levels, and no word that the person wrote', async () => {
    const { person, profile } = await newProfile(service, {
      contact: { name: 'Kanarie Fågel', email: 'kanarie@prov.example' },
      headline: 'Kanariehuvud',
      summary: 'Kanarietext',
      facts: [
        { kind: 'skill', conceptId: idOf('skill', 'Python'), words: 'Kanarieord', level: 3 },
        { kind: 'skill', words: 'Kanarieannat' },
      ],
    });
    const body = { ids: [profile.id, newSeeker().subject.slice(7)] };
    const views = await service.get<{ items: ProfileMatchView[] }>(profileInternalApi.matchViews, matching, { body });
    expect(views.items).toMatchObject([{ profileId: profile.id, rankable: true, facts: [{ level: 3, words: null }] }]);
    expect(JSON.stringify(views)).not.toMatch(/kanarie/i);
    await service.get(profileApi.restrictProfile, person, {
      params: { profileId: profile.id },
      body: { restricted: true },
    });
    expect(await service.get(profileInternalApi.matchViews, matching, { body })).toMatchObject({
      items: [{ revision: 2, rankable: false }],
    });
    const of = { params: { subject: person.subject } };
    expect(await service.get(profileInternalApi.profileOf, matching, of)).toEqual({ profileId: profile.id });
    const nobody = { params: { subject: 'nobody' } };
    expect(await service.get(profileInternalApi.profileOf, matching, nobody)).toEqual({ profileId: null });
  });

  it('comes page by page, each profile once', async () => {
    await Promise.all([1, 2, 3].map(() => newProfile(service)));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query: object = after ? { after, limit: 2 } : { limit: 2 };
      const page: { items: ProfileMatchView[]; next: string | null } = await service.get(
        profileInternalApi.matchViewPage,
        matching,
        { query },
      );
      seen.push(...page.items.map(({ profileId }) => profileId));
      after = page.next;
    } while (after);
    const { total } = await service.get<{ total: number }>(profileApi.listProfiles, operator);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toEqual([...seen].sort());
  });
});
