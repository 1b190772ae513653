import { profileApi, profileInternalApi, type EventPayload, type ProfileView } from '#contracts';
import { Outbox } from '#messaging';
import { openCandidateIndex, type CandidateDocument, type SearchIndex } from '#search';
import { until } from '#testing';
import { randomUUID } from 'node:crypto';
import { DisclosuresHandler } from '../src/disclosures/disclosures.handler.js';
import { CandidatesHandler } from '../src/search/candidates.handler.js';
import {
  findEverywhere,
  matching,
  newProfile,
  newSeeker,
  operator,
  startProfileService,
  type RunningService,
} from './service.js';

let service: RunningService;
let index: SearchIndex<CandidateDocument>;
beforeAll(async () => {
  service = await startProfileService('all');
  index = openCandidateIndex(service.url);
}, 60_000);
afterAll(async () => {
  await index?.close();
  await service?.stop();
});

type Shown = EventPayload<'candidate.shown.v1'>;

const shown = (profileId: string, over: Partial<Shown> = {}): Shown => ({
  profileId,
  employerId: randomUUID(),
  vacancyId: randomUUID(),
  viewId: randomUUID(),
  purpose: 'candidate',
  ...over,
});

const tell = (payload: Shown): Promise<void> =>
  service.database.transaction((manager) => service.app.get(Outbox).add(manager, 'candidate.shown.v1', payload));

const indexed = async (id: string): Promise<number | undefined> => {
  for await (const batch of index.revisions()) for (const one of batch) if (one.id === id) return one.revision;
  return undefined;
};

const disclosuresOf = async ({ person, profile }: Awaited<ReturnType<typeof newProfile>>) =>
  service.get<{ total: number; items: { purpose: string }[] }>(profileApi.listDisclosures, person, {
    params: { profileId: profile.id },
  });

describe('who has looked', () => {
  it('is written down once, however often it is told', async () => {
    const one = await newProfile(service);
    const payload = shown(one.profile.id);
    await tell(payload);
    await tell(payload);
    await tell(shown(one.profile.id, { viewId: payload.viewId, purpose: 'contact' }));
    await service.drain();
    const context = { eventId: randomUUID(), requestId: null, occurredAt: new Date() };
    await service.database.transaction((manager) =>
      service.app.get(DisclosuresHandler).shown(payload, { ...context, manager }),
    );
    expect(await disclosuresOf(one)).toMatchObject({ total: 2 });
    const exported = await service.get(profileApi.exportProfile, one.person, { params: { profileId: one.profile.id } });
    expect(exported).toMatchObject({ disclosures: [{ vacancyId: expect.any(String) }, {}] });
  });

  it('holds decisions and their undoing, newest first', async () => {
    const one = await newProfile(service);
    const decided = {
      decisionId: randomUUID(),
      profileId: one.profile.id,
      vacancyId: randomUUID(),
      employerId: randomUUID(),
    };
    for (const undone of [false, true]) {
      await service.database.transaction((manager) =>
        service.app.get(Outbox).add(manager, 'shortlist.decided.v1', { ...decided, undone }),
      );
      await service.drain();
    }
    const { items } = await disclosuresOf(one);
    expect(items.map(({ purpose }) => purpose)).toEqual(['decision-undone', 'decision']);
  });
});

describe('erasure', () => {
  const name = `Kanariefågel ${randomUUID()}`;
  const email = `kanarie-${randomUUID()}@prov.example`;

  it('leaves nothing of the person in any table, queue or index', async () => {
    const one = await newProfile(service, {
      contact: { name, email, phone: '070-1740605' },
      headline: name,
      summary: `Skriv till ${email}`,
      facts: [
        { kind: 'skill', words: name },
        { kind: 'skill', conceptId: service.taxonomy.resolve('skill', 'Python')!.id },
      ],
    });
    const { person, profile } = one;
    const params = { profileId: profile.id };
    const document = { basics: { name, summary: `Jag heter ${name}` }, work: [{ position: `Svetsare hos ${name}` }] };
    await service.get(profileApi.addCv, person, { params, body: { format: 'json-resume', document } });
    await service.get(profileApi.linkHousehold, person, { params, body: {} });
    await tell(shown(profile.id));
    await service.drain();
    expect(await findEverywhere(service.database, name)).toEqual(
      expect.arrayContaining(['public.contacts', 'public.profiles', 'public.cv_texts']),
    );
    expect(await findEverywhere(service.database, email)).toEqual(
      expect.arrayContaining(['public.contacts', 'public.profiles']),
    );
    expect(await indexed(profile.id)).toBeDefined();

    await service.get(profileApi.eraseProfile, person, { params });
    await service.drain();
    for (const canary of [name, email, person.subject, '070-1740605'])
      expect(await findEverywhere(service.database, canary)).toEqual([]);
    expect(await indexed(profile.id)).toBeUndefined();
    expect(await service.database.query('SELECT FROM disclosures WHERE profile_id = $1', [profile.id])).toEqual([]);
    expect((await service.ask(profileApi.getProfile, person, { params })).status).toBe(404);
    const body = { ids: [profile.id] };
    expect(await service.get(profileInternalApi.matchViews, matching, { body })).toEqual({ items: [] });
    const events = await service.events(profile.id);
    expect(events.at(-1)).toBe(`erased ${events.length}`);
    expect(await service.database.query('SELECT revision FROM tombstones WHERE profile_id = $1', [profile.id])).toEqual(
      [{ revision: events.length }],
    );
  });

  it('stays, whatever comes late', async () => {
    const { person, profile } = await newProfile(service);
    await service.get(profileApi.eraseProfile, person, { params: { profileId: profile.id } });
    await service.drain();
    await tell(shown(profile.id));
    await service.database.transaction((manager) =>
      service.app.get(Outbox).add(manager, 'profile.changed.v1', { profileId: profile.id, revision: 1 }),
    );
    await service.drain();
    const context = { eventId: randomUUID(), requestId: null, occurredAt: new Date() };
    await service.database.transaction((manager) =>
      service.app.get(CandidatesHandler).refresh({ profileId: profile.id, revision: 9 }, { ...context, manager }),
    );
    expect(await indexed(profile.id)).toBeUndefined();
    expect(await service.database.query('SELECT FROM disclosures WHERE profile_id = $1', [profile.id])).toEqual([]);
  });

  it('may be asked twice at once, and lets the account begin anew', async () => {
    const { person, profile } = await newProfile(service);
    const params = { profileId: profile.id };
    const answers = await Promise.all([1, 2].map(() => service.ask(profileApi.eraseProfile, person, { params })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const body = { contact: { name: 'Again' }, noticeVersion: '2' };
    const again = await service.get<ProfileView>(profileApi.createProfile, person, { body });
    expect(again.id).not.toBe(profile.id);
  });

  it('takes a member out of a household that others stay in', async () => {
    const [one, two] = [await newProfile(service), await newProfile(service)];
    const link = (who: typeof one, invitation: string | null) =>
      service.get<{ invitation: string; members: number }>(profileApi.linkHousehold, who.person, {
        params: { profileId: who.profile.id },
        body: { invitation },
      });
    const { invitation } = await link(one, null);
    expect(await link(two, invitation)).toMatchObject({ members: 2 });
    await service.get(profileApi.eraseProfile, one.person, { params: { profileId: one.profile.id } });
    expect(await link(two, null)).toMatchObject({ members: 1 });
  });

  it('of the demo region takes its people and nobody else', async () => {
    const { person, profile } = await newProfile(service);
    const demo = (reference: string) =>
      service.get<{ profileId: string }>(profileApi.importProfile, operator, {
        body: {
          format: 'json-resume',
          document: { basics: { name: 'Demo Person' } },
          reference,
          household: 'demo household',
          demo: true,
        },
      });
    const { profileId } = await demo('demo-1');
    await demo('demo-2');
    await until(async () => (await indexed(profileId)) === 1, { what: 'the demo person in the index' });
    expect(await service.get(profileApi.removeDemoProfiles, operator)).toEqual({ removed: 2 });
    expect(await service.get(profileApi.removeDemoProfiles, operator)).toEqual({ removed: 0 });
    await service.drain();
    expect(await indexed(profileId)).toBeUndefined();
    expect(await findEverywhere(service.database, 'demo household')).toEqual([]);
    expect(await service.get(profileApi.getMyProfile, person)).toMatchObject({ id: profile.id });
  });
});

it('tells that it is ready, and holds no dead letters', async () => {
  const response = await fetch(`${await service.app.getUrl()}/health/ready`);
  expect(await response.json()).toMatchObject({
    ok: true,
    parts: { database: { ok: true }, queue: { ok: true }, search: { ok: true } },
  });
  const { deadLetterApi } = await import('#contracts');
  expect(await service.get(deadLetterApi.profile.list, matching)).toEqual({ items: [] });
  expect((await service.ask(deadLetterApi.profile.list, newSeeker())).status).toBe(403);
});
