import { matchingApi, profileApi, vacancyApi, type ExplanationPart } from '#contracts';
import { describeWithRedis, startSystem, until, type System } from '#testing';
import { randomBytes } from 'node:crypto';
import { canaryHits, dropSystemDatabases } from './support/system-databases.js';
import { Visitor } from './support/visitor.js';

const sum = (parts: readonly ExplanationPart[]): number => parts.reduce((total, { points }) => total + points, 0);
const patience = { timeout: 20_000 };

describe('the main job on the PostgreSQL queue', () => mainJob('postgres'));
describeWithRedis('the main job on the Redis queue', () => mainJob('redis'));

function mainJob(queue: 'postgres' | 'redis'): void {
  const prefix = `e2e_${randomBytes(5).toString('hex')}`;
  let system: System;
  let seeker: Visitor;
  let employer: Visitor;
  let stranger: Visitor;

  beforeAll(async () => {
    system = await startSystem({
      queue,
      demo: true,
      env: {
        DATABASE_URL: process.env.TEST_DATABASE_URL!,
        DATABASE_PREFIX: prefix,
        QUEUE_PREFIX: prefix,
        RATE_LIMIT: '0',
      },
    });
    [seeker, employer, stranger] = await Promise.all([
      new Visitor(system.url).signIn('elin'),
      new Visitor(system.url).signIn('jonas'),
      new Visitor(system.url).signIn('karin'),
    ]);
  }, 180_000);

  afterAll(async () => {
    await system?.stop();
    await dropSystemDatabases(prefix);
  }, 60_000);

  it('shows a seeker matches whose parts sum, with the words of the ad, and what would change them', async () => {
    const { id: profileId } = await seeker.call(profileApi.getMyProfile);
    const { items, total } = await seeker.call(matchingApi.listMatches, {
      params: { profileId },
      query: { limit: 10 },
    });
    expect(total).toBeGreaterThan(3);
    expect(items[0]!.evidence.length).toBeGreaterThan(0);
    const best = items[0]!;
    const how = await seeker.call(matchingApi.explainMatch, { params: { profileId, vacancyId: best.vacancyId } });
    expect(sum(how.employerParts)).toBe(how.employerFit);
    expect(sum(how.seekerParts)).toBe(how.seekerFit);
    const vacancy = await seeker.call(vacancyApi.getVacancy, { params: { vacancyId: best.vacancyId } });
    for (const { vacancySpan } of how.employerParts) {
      if (vacancySpan)
        expect(
          (vacancySpan.field === 'headline' ? vacancy.headline : vacancy.text).slice(
            vacancySpan.start,
            vacancySpan.end,
          ),
        ).toBe(vacancySpan.quote);
    }
    const replay = await seeker.call(matchingApi.replay, { params: { shownId: how.shownId } });
    expect(replay).toMatchObject({ identical: true, replayed: { fit: how.fit } });
  });

  it('lets a denied fact change the fit, and gives a counterfactual that comes true', async () => {
    const { id: profileId } = await seeker.call(profileApi.getMyProfile);
    const { items } = await seeker.call(matchingApi.listMatches, { params: { profileId }, query: { limit: 50 } });
    for (const { vacancyId } of items) {
      const before = await seeker.call(matchingApi.explainMatch, { params: { profileId, vacancyId } });
      const promise = before.counterfactuals.find(({ change, fit }) => change.kind === 'skill' && fit > before.fit);
      if (!promise) continue;
      const { kind, conceptId, level, years } = promise.change;
      const changed = await seeker.call(profileApi.addFact, {
        params: { profileId },
        body: { kind, conceptId, level, years },
      });
      const after = await until(
        async () => {
          const how = await seeker.call(matchingApi.explainMatch, { params: { profileId, vacancyId } });
          return how.profileRevision === changed.revision && how;
        },
        { ...patience, what: 'the new fact to reach matching' },
      );
      expect(after).toMatchObject({
        employerFit: promise.employerFit,
        seekerFit: promise.seekerFit,
        eligibility: promise.eligibility,
      });
      const stated = changed.facts.find((fact) => fact.conceptId === conceptId && fact.kind === kind)!;
      const denied = await seeker.call(profileApi.changeFact, {
        params: { profileId, factId: stated.id },
        body: { origin: 'denied' },
      });
      const without = await until(
        async () => {
          const how = await seeker.call(matchingApi.explainMatch, { params: { profileId, vacancyId } });
          return how.profileRevision === denied.revision && how;
        },
        { ...patience, what: 'the denial to reach matching' },
      );
      expect(without.employerFit).toBeLessThan(after.employerFit);
      return;
    }
    throw new Error('no vacancy of the demo region has a counterfactual about a skill');
  });

  it('takes an ad from its text to candidates, a decision with a reason, and undo', async () => {
    const { items: employers } = await employer.call(vacancyApi.listEmployers);
    const employerId = employers[0]!.id;
    const draft = await employer.call(vacancyApi.createVacancy, {
      params: { employerId },
      body: {
        headline: 'Svetsare till masugnen',
        text: 'Krav:\n- Erfarenhet av TIG-svetsning\n- B-körkort\nMeriterande: truckkort.',
        municipalities: ['2580'],
      },
    });
    expect(draft.demands.length).toBeGreaterThanOrEqual(2);
    expect(draft.demands.every(({ origin }) => origin === 'read')).toBe(true);
    for (const { span } of draft.demands) expect(draft.text.slice(span!.start, span!.end)).toBe(span!.quote);
    expect((await stranger.ask(vacancyApi.getVacancy, { params: { vacancyId: draft.id } })).status).toBe(404);
    const published = await employer.call(vacancyApi.publishVacancy, {
      params: { vacancyId: draft.id },
      body: { revision: draft.revision },
    });
    await until(
      async () =>
        (await new Visitor(system.url).call(vacancyApi.searchVacancies, { query: { q: 'masugnen' } })).items.some(
          ({ id }) => id === draft.id,
        ),
      { ...patience, what: 'the vacancy to be found' },
    );
    const params = { vacancyId: published.id };
    const candidates = await until(
      async () => {
        const answer = await employer.ask(matchingApi.listCandidates, { params, query: { limit: 5 } });
        return answer.status === 200 && (answer.body as { items: { profileId: string }[] }).items;
      },
      { ...patience, what: 'the vacancy to be matched' },
    );
    expect(candidates.length).toBe(5);
    expect(JSON.stringify(candidates)).not.toContain('@');
    expect((await stranger.ask(matchingApi.listCandidates, { params })).status).toBe(404);

    const shortlist = await employer.call(matchingApi.createShortlist, { params, body: { size: 5 } });
    const shortlistId = shortlist.id;
    const profileIds = [shortlist.items[0]!.profileId];
    expect(
      (
        await employer.ask(matchingApi.decide, {
          params: { shortlistId },
          body: { profileIds, stage: 'advance', reason: '', by: 'Jonas' },
        })
      ).status,
    ).toBe(400);
    const { decisions } = await employer.call(matchingApi.decide, {
      params: { shortlistId },
      body: { profileIds, stage: 'advance', reason: 'Rätt svetsmetod', by: 'Jonas' },
    });
    expect((await employer.call(matchingApi.getShortlist, { params: { shortlistId } })).items[0]!.stage).toBe(
      'advance',
    );
    await employer.call(matchingApi.undoDecision, { params: { shortlistId, decisionId: decisions[0]!.id } });
    expect((await employer.call(matchingApi.getShortlist, { params: { shortlistId } })).items[0]!.stage).toBe('new');
    expect((await stranger.ask(matchingApi.getShortlist, { params: { shortlistId } })).status).toBe(404);

    const closed = await employer.call(vacancyApi.closeVacancy, { params, body: { revision: published.revision } });
    expect(closed.status).toBe('closed');
    await until(
      async () =>
        (await new Visitor(system.url).call(vacancyApi.searchVacancies, { query: { q: 'masugnen' } })).total === 0,
      { ...patience, what: 'the closed vacancy to be gone from search' },
    );
    expect((await new Visitor(system.url).ask(vacancyApi.getVacancy, { params })).status).toBe(410);
  });

  it('shows a person who has looked', async () => {
    const { id: profileId } = await seeker.call(profileApi.getMyProfile);
    const { items: employers } = await employer.call(vacancyApi.listEmployers);
    const { items } = await employer.call(vacancyApi.listVacancies, {
      params: { employerId: employers[0]!.id },
      query: { status: 'published' },
    });
    const vacancyId = items[0]!.id;
    await employer.call(matchingApi.explainCandidate, { params: { vacancyId, profileId } });
    const disclosures = await until(
      async () => {
        const { items: seen } = await seeker.call(profileApi.listDisclosures, { params: { profileId } });
        return seen.some((one) => one.vacancyId === vacancyId && one.purpose === 'candidate') && seen;
      },
      { ...patience, what: 'the view to be shown to the person' },
    );
    expect(disclosures.filter((one) => one.vacancyId === vacancyId && one.purpose === 'candidate')).toHaveLength(1);
  });

  it('tells a saved alert of a new vacancy', async () => {
    const { id: profileId } = await seeker.call(profileApi.getMyProfile);
    const alert = await seeker.call(matchingApi.createAlert, { params: { profileId }, body: { minimumFit: 0 } });
    const { items: employers } = await employer.call(vacancyApi.listEmployers);
    const draft = await employer.call(vacancyApi.createVacancy, {
      params: { employerId: employers[0]!.id },
      body: {
        headline: 'Undersköterska',
        text: 'Vi söker dig som har undersköterskeexamen.',
        remote: true,
        municipalities: ['2482'],
      },
    });
    await employer.call(vacancyApi.publishVacancy, {
      params: { vacancyId: draft.id },
      body: { revision: draft.revision },
    });
    await until(
      async () => {
        const { items } = await seeker.call(matchingApi.listNotifications, { params: { profileId } });
        return items.some(({ alertId, vacancyId }) => alertId === alert.id && vacancyId === draft.id);
      },
      { ...patience, what: 'the alert to tell' },
    );
  });

  it('erases a person from every database, queue and index', async () => {
    const canary = `kanarie${randomBytes(8).toString('hex')}`;
    const leaving = await new Visitor(system.url).signIn('sofia');
    const profile = await leaving.call(profileApi.getMyProfile);
    const params = { profileId: profile.id };
    const changed = await leaving.call(profileApi.changeProfile, {
      params,
      body: {
        revision: profile.revision,
        headline: canary,
        summary: `Jag heter ${canary}`,
        contact: { name: canary, email: `${canary}@example.org` },
      },
    });
    await leaving.call(profileApi.addFact, { params, body: { kind: 'skill', words: canary } });
    await leaving.call(matchingApi.createAlert, { params, body: { minimumFit: 0 } });
    expect(changed.contact.name).toBe(canary);
    expect(await canaryHits(prefix, canary)).not.toEqual([]);
    await leaving.call(profileApi.eraseProfile, { params });
    expect((await leaving.ask(profileApi.getMyProfile)).status).toBe(404);
    await until(async () => (await canaryHits(prefix, canary)).length === 0, {
      ...patience,
      what: 'the canary to be gone',
    });
    await until(
      async () =>
        (await canaryHits(prefix, profile.id)).every((place) =>
          /tombstone|projection|outbox|inbox|queue|bull/.test(place),
        ),
      { ...patience, what: 'the id to stand in tombstones only' },
    );
    expect((await seeker.ask(profileApi.getProfile, { params })).status).toBe(404);
  });

  it('ends a session everywhere at sign-out', async () => {
    const visitor = await new Visitor(system.url).signIn('amir');
    await visitor.call(profileApi.getMyProfile);
    await visitor.signOut();
    expect((await visitor.ask(profileApi.getMyProfile)).status).toBe(401);
  });

  it('refuses a write without the CSRF token or from another site', async () => {
    const { id: profileId, revision } = await seeker.call(profileApi.getMyProfile);
    const forged = await seeker.raw(
      'PUT',
      `/api/profiles/${profileId}/restriction`,
      { restricted: true },
      { 'x-csrf-token': 'x' },
    );
    expect(forged.status).toBe(403);
    const foreign = await seeker.raw(
      'PUT',
      `/api/profiles/${profileId}/restriction`,
      { restricted: true },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    expect((await seeker.call(profileApi.getMyProfile)).revision).toBe(revision);
  });
}
