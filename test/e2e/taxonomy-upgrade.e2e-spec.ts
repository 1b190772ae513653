import { matchingApi, profileApi, systemApi, vacancyApi } from '#contracts';
import { callOperation } from '#platform';
import { readSnapshot, starterTaxonomyPath, writeSnapshot, type TaxonomySnapshot } from '#taxonomy';
import { startSystem, until, type System } from '#testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Visitor } from './support/visitor.js';

const starter = readSnapshot(starterTaxonomyPath()).snapshot;
const skill = (label: string): string =>
  starter.concepts.find((one) => one.kind === 'skill' && one.label.sv === label)!.id;
const [replaced, gone, renamed] = [skill('TIG-svetsning'), skill('Heta arbeten'), skill('Ritningsläsning')];

/** The starter with one skill renamed, one replaced and one gone. */
function later({ concepts, usualSkills, ...rest }: TaxonomySnapshot): TaxonomySnapshot {
  const now = (id: string): string => (id === replaced ? 'later:tig' : id);
  return {
    ...rest,
    version: 'later',
    concepts: concepts
      .filter(({ id }) => id !== gone)
      .map((one) => ({
        ...one,
        id: now(one.id),
        label: one.id === renamed ? { sv: 'Läsa ritningar', en: 'Reading drawings' } : one.label,
        references: one.id === replaced ? [...one.references, replaced] : one.references,
        broader: one.broader.filter((id) => id !== gone).map(now),
      })),
    usualSkills: usualSkills.map(({ group, skills }) => ({
      group,
      skills: skills.filter((id) => id !== gone).map(now),
    })),
  };
}

describe('the upgrade from one taxonomy to the next', () => {
  let dataDir: string;
  let system: System;

  const start = async (taxonomy?: string): Promise<System> => {
    const env: Record<string, string> = { RATE_LIMIT: '0', ...(taxonomy ? { TAXONOMY: taxonomy } : {}) };
    return (system = await startSystem({ queue: 'postgres', demo: true, dataDir, env }));
  };
  const moves = async () => {
    const token = readFileSync(system.operatorTokenFile!, 'utf8').trim();
    return (await callOperation(`${system.url}/api`, systemApi.listTaxonomyMoves, {}, { token, timeoutMs: 10_000 }))
      .items;
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'rallare-upgrade-'));
    writeSnapshot(join(dataDir, 'later.json.gz'), later(starter));
    await start();
  }, 180_000);

  afterAll(async () => {
    await system?.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  it('moves people, vacancies and shortlists, and what was shown before is computed as it was', async () => {
    expect(await moves()).toEqual([]);
    let [elin, jonas] = [await new Visitor(system.url).signIn('elin'), await new Visitor(system.url).signIn('jonas')];
    const before = await elin.call(profileApi.getMyProfile);
    const profileId = before.id;
    expect(before.facts.map(({ conceptId }) => conceptId)).toEqual(expect.arrayContaining([gone, renamed]));
    const { items: employers } = await jonas.call(vacancyApi.listEmployers);
    const { items: ads } = await jonas.call(vacancyApi.listVacancies, { params: { employerId: employers[0]!.id } });
    const vacancyId = ads.find(({ headline }) => headline.startsWith('Svetsare till stålverket'))!.id;
    const shown = await elin.call(matchingApi.explainMatch, { params: { profileId, vacancyId } });
    const list = await jonas.call(matchingApi.createShortlist, { params: { vacancyId }, body: { size: 10 } });
    expect(JSON.stringify(list.items)).toContain(gone);

    await system.stop();
    await start(join(dataDir, 'later.json.gz'));
    const finished = await until(
      async () => {
        const all = await moves();
        return all.length === 3 && all.every(({ finishedAt }) => finishedAt) && all;
      },
      { timeout: 60_000, what: 'the three services to have moved' },
    );
    expect(finished.map(({ service }) => service).sort()).toEqual(['matching', 'profile', 'vacancy']);
    for (const move of finished) expect(move).toMatchObject({ from: starter.version, to: 'later', done: move.total });

    [elin, jonas] = [await new Visitor(system.url).signIn('elin'), await new Visitor(system.url).signIn('jonas')];
    const after = await elin.call(profileApi.getMyProfile);
    const lost = before.facts.find(({ conceptId }) => conceptId === gone)!;
    expect(after.facts).toHaveLength(before.facts.length);
    expect(after.facts.find(({ id }) => id === lost.id)).toMatchObject({ conceptId: null, words: 'Heta arbeten' });
    const vacancy = await jonas.call(vacancyApi.getVacancy, { params: { vacancyId } });
    expect(vacancy.demands.map(({ conceptId }) => conceptId)).toContain('later:tig');
    expect(vacancy.demands).toContainEqual(expect.objectContaining({ conceptId: null, words: 'Heta arbeten' }));
    const moved = await jonas.call(matchingApi.getShortlist, { params: { shortlistId: list.id } });
    expect(moved.items.map(({ rank, fit }) => [rank, fit])).toEqual(list.items.map(({ rank, fit }) => [rank, fit]));
    expect(JSON.stringify(moved.items)).not.toContain(gone);

    const replayed = await elin.call(matchingApi.replay, { params: { shownId: shown.shownId } });
    expect(replayed).toMatchObject({ identical: true, versions: shown.versions });
    const now = await until(
      async () => {
        const how = await elin.call(matchingApi.explainMatch, { params: { profileId, vacancyId } });
        return how.profileRevision === after.revision && how.vacancyRevision === vacancy.revision && how;
      },
      { what: 'matching to rank by what was moved' },
    );
    expect(now.versions.taxonomy).not.toBe(shown.versions.taxonomy);
    expect(now.employerParts.map(({ conceptId }) => conceptId)).toContain('later:tig');
  }, 180_000);
});
