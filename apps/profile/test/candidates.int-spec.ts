import { profileApi } from '#contracts';
import { openCandidateIndex, type CandidateDocument, type SearchIndex } from '#search';
import { IndexCandidates } from '../src/search/index-candidates.service.js';
import { newProfile, operator, startProfileService, type RunningService } from './service.js';

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

const indexed = async (): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for await (const batch of index.revisions()) for (const { id, revision } of batch) found[id] = revision;
  return found;
};

const hits = async (text: string): Promise<string[]> => {
  const query = { text, filters: {}, facets: [], sort: 'relevance' as const, limit: 50, offset: 0 };
  const answer = await index.search({ ...query, highlight: false, today: '2025-06-15' });
  return answer.hits.map(({ id }) => id);
};

it('holds concepts and a place, follows changes, and forgets who pauses', async () => {
  const conceptId = (name: string): string => service.taxonomy.resolve('skill', name)!.id;
  const { person, profile } = await newProfile(service, {
    homeMunicipality: '2580',
    facts: [
      { kind: 'skill', conceptId: conceptId('Python') },
      { kind: 'skill', conceptId: conceptId('Java'), denied: true },
    ],
  });
  await service.drain();
  expect(await indexed()).toMatchObject({ [profile.id]: 1 });
  expect(await hits('python')).toContain(profile.id);
  expect(await hits('java')).not.toContain(profile.id);
  const restrict = (restricted: boolean) =>
    service.get(profileApi.restrictProfile, person, { params: { profileId: profile.id }, body: { restricted } });
  await restrict(true);
  await service.drain();
  expect(await indexed()).not.toHaveProperty(profile.id);
  await restrict(false);
  await service.drain();
  expect(await indexed()).toMatchObject({ [profile.id]: 3 });
});

it('is repaired where it lost somebody, kept somebody, or is ahead of a restored database', async () => {
  const [lost, ahead, right] = await Promise.all([1, 2, 3].map(() => newProfile(service)));
  await service.drain();
  const stranger = { ...documentOf(right!.profile.id), id: '00000000-0000-4000-8000-000000000001' };
  await index.remove([{ id: lost!.profile.id, revision: 1 }]);
  await index.upsert([stranger, { ...stranger, id: ahead!.profile.id, revision: 7 }]);
  expect(await service.app.get(IndexCandidates).reconcile()).toBe(3);
  const found = await indexed();
  for (const { profile } of [lost!, ahead!, right!]) expect(found[profile.id]).toBe(1);
  expect(found).not.toHaveProperty(stranger.id);
  expect(await service.app.get(IndexCandidates).reconcile()).toBe(0);
});

it('is built anew on demand', async () => {
  const { profile } = await newProfile(service);
  await service.drain();
  await index.remove([{ id: profile.id, revision: 1 }]);
  const { count } = await service.get<{ count: number }>(profileApi.rebuildCandidateSearch, operator);
  expect(count).toBe(Object.keys(await indexed()).length);
  expect(await indexed()).toMatchObject({ [profile.id]: 1 });
});

const documentOf = (id: string): CandidateDocument => ({
  id,
  revision: 1,
  conceptIds: [],
  conceptLabels: [],
  municipalityCode: null,
  countyCode: null,
  willingToMove: false,
  demo: false,
});
