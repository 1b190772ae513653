import {
  applicationApi,
  deskApi,
  matchingApi,
  profileApi,
  publicOperations,
  vacancyApi,
  type Operation,
  type Role,
} from '#contracts';
import { operationUrl } from '#platform';
import { startSystem, type System } from '#testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { dropSystemDatabases } from '../e2e/support/system-databases.js';
import { Visitor } from '../e2e/support/visitor.js';
import { hostileBodies, rawBodies } from './support/hostile-bodies.js';

const prefix = `abuse_${randomBytes(5).toString('hex')}`;
const accounts: Partial<Record<Role, string>> = {
  seeker: 'elin',
  employer: 'jonas',
  officer: 'maria',
  operator: 'olle',
};
/** Of operations that cannot be asked without. */
const validQueries: Readonly<Record<string, object>> = { supplyByPlace: { occupation: 'rxrQ_Nyy_k6y', county: '25' } };
const operations = publicOperations.map((operation) => [operation.id, operation] as const);

describe('every route of the OpenAPI', () => {
  let system: System;
  const visitors = new Map<Role | 'anonymous', Visitor>();
  /** Ids of objects that belong to somebody else than any of the visitors. */
  const foreign: Record<string, string> = {};

  beforeAll(async () => {
    system = await startSystem({
      queue: 'postgres',
      demo: true,
      env: {
        DATABASE_URL: process.env.TEST_DATABASE_URL!,
        DATABASE_PREFIX: prefix,
        QUEUE_PREFIX: prefix,
        RATE_LIMIT: '0',
      },
    });
    visitors.set('anonymous', new Visitor(system.url));
    for (const [role, account] of Object.entries(accounts))
      visitors.set(role as Role, await new Visitor(system.url).signIn(account));
    await prepareForeign();
  }, 180_000);

  afterAll(async () => {
    await system?.stop();
    await dropSystemDatabases(prefix);
  }, 60_000);

  async function prepareForeign(): Promise<void> {
    const amir = await new Visitor(system.url).signIn('amir');
    const { id: profileId } = await amir.call(profileApi.getMyProfile);
    const added = await amir.call(profileApi.addFact, {
      params: { profileId },
      body: { kind: 'skill', words: 'fiskevård' },
    });
    const alert = await amir.call(matchingApi.createAlert, { params: { profileId }, body: {} });
    const karin = await new Visitor(system.url).signIn('karin');
    const { items } = await karin.call(vacancyApi.listEmployers);
    const employerId = items[0]!.id;
    const draft = await karin.call(vacancyApi.createVacancy, {
      params: { employerId },
      body: { headline: 'Ett utkast', municipalities: ['2580'], demands: [{ kind: 'skill', words: 'tålamod' }] },
    });
    const open = await karin.call(vacancyApi.listVacancies, { params: { employerId }, query: { status: 'published' } });
    const shortlist = await karin.call(matchingApi.createShortlist, {
      params: { vacancyId: open.items[0]!.id },
      body: { size: 3 },
    });
    const { decisions } = await karin.call(matchingApi.decide, {
      params: { shortlistId: shortlist.id },
      body: { profileIds: [shortlist.items[0]!.profileId], stage: 'hold', reason: 'Väntar på referens', by: 'Karin' },
    });
    const note = await karin.call(deskApi.addNote, {
      params: { shortlistId: shortlist.id },
      body: { profileId: shortlist.items[0]!.profileId, text: 'Ring efter tolv', by: 'Karin' },
    });
    const application = await amir.call(applicationApi.apply, {
      params: { profileId },
      body: { vacancyId: open.items[0]!.id },
    });
    const question = await karin.call(applicationApi.ask, {
      params: { vacancyId: open.items[0]!.id, profileId },
      body: { text: 'Kan du börja i maj?', by: 'Karin' },
    });
    const how = await karin.call(matchingApi.explainCandidate, { params: { vacancyId: open.items[0]!.id, profileId } });
    Object.assign(foreign, {
      profileId,
      factId: added.facts.at(-1)!.id,
      alertId: alert.id,
      employerId,
      vacancyId: draft.id,
      demandId: draft.demands[0]!.id,
      shortlistId: shortlist.id,
      decisionId: decisions[0]!.id,
      shownId: how.shownId,
      noteId: note.id,
      applicationId: application.id,
      questionId: question.id,
      subject: 'somebody',
      conceptId: 'no-such-concept',
    });
  }

  const idsOf = ({ path }: Operation, ids: Record<string, string>): Record<string, string> =>
    Object.fromEntries([...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => [name!, ids[name!] ?? randomUUID()]));

  it.each(operations)('%s: nobody gets further than their role', async (_id, operation) => {
    const who = operation.who;
    for (const [role, visitor] of visitors) {
      if (who === 'anyone' || (role !== 'anonymous' && who.includes(role))) continue;
      const { status } = await visitor.raw(
        operation.method,
        operationUrl('/api', operation, { params: idsOf(operation, foreign) }),
        operation.body && {},
      );
      expect([role, status]).toEqual([role, role === 'anonymous' ? 401 : 403]);
    }
  });

  const owned = operations.filter(
    ([, { path, who }]) => who !== 'anyone' && !who.includes('operator') && path.includes('{'),
  );
  it.each(owned)('%s: somebody else’s object is not found', async (_id, operation) => {
    for (const role of operation.who as readonly Role[]) {
      const visitor = visitors.get(role);
      if (!visitor) continue;
      const body = operation.body && validBody(operation);
      const { status, text } = await visitor.raw(
        operation.method,
        operationUrl('/api', operation, { params: idsOf(operation, foreign), query: validQueries[operation.id] ?? {} }),
        body,
      );
      expect([role, status, text.slice(0, 200)]).toEqual([role, 404, expect.anything()]);
    }
  });

  const taking = operations.filter(([, { body }]) => body);
  it.each(taking)(
    '%s: no body makes it stumble',
    async (_id, operation) => {
      const role =
        operation.who === 'anyone' ? 'anonymous' : (operation.who as readonly Role[]).find((one) => visitors.has(one))!;
      const visitor = visitors.get(role)!;
      const path = operationUrl('/api', operation, { params: idsOf(operation, foreign) });
      for (const [name, body] of hostileBodies(operation)) {
        const { status, headers } = await visitor.raw(operation.method, path, body);
        expect([name, status < 500]).toEqual([name, true]);
        if (status >= 400) expect(headers['content-type']).toContain('application/problem+json');
      }
      for (const [name, type, bytes, expected] of rawBodies) {
        const { status, headers } = await visitor.raw(operation.method, path, bytes, { 'content-type': type });
        expect([name, expected.includes(status) ? 'refused' : status]).toEqual([name, 'refused']);
        expect(headers['content-type']).toContain('application/problem+json');
      }
    },
    60_000,
  );

  it('is still ready afterwards', async () => {
    const { status } = await visitors.get('anonymous')!.raw('GET', '/health/ready');
    expect(status).toBe(200);
    for (const { url } of Object.values(system.services)) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('answers what it does not serve with a problem document', async () => {
    const visitor = visitors.get('anonymous')!;
    expect((await visitor.raw('GET', '/api/no-such-thing')).body).toMatchObject({
      type: '/problems/not-found',
      status: 404,
    });
    const wrong = await visitor.raw('DELETE', '/api/vacancies');
    expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'offset=-1',
    'municipality=99',
    'sort=magic',
    'nothing=1',
    'q=' + 'å'.repeat(300),
  ])('refuses the query %s', async (query) => {
    const { status, body } = await visitors.get('anonymous')!.raw('GET', `/api/vacancies?${encodeURI(query)}`);
    expect([status, body.type]).toEqual([400, '/problems/invalid-input']);
    expect(body.errors[0].pointer).toContain('query/');
  });

  /** The least that an operation takes, so that the check of whose object it is decides. */
  function validBody({ id }: Operation): object {
    const revision = 1;
    const bodies: Record<string, object> = {
      changeProfile: { revision },
      changeWishes: { revision, wishes: {} },
      addFact: { kind: 'skill', words: 'x' },
      changeFact: { origin: 'confirmed' },
      addCv: { format: 'json-resume', document: { basics: {} } },
      restrictProfile: { restricted: true },
      linkHousehold: {},
      createAlert: {},
      changeAlert: { name: 'x' },
      createShortlist: {},
      applyForVacancy: { vacancyId: foreign['vacancyId'] },
      answerApplication: { revision, state: 'in-process', text: 'x', by: 'x' },
      askCandidate: { text: 'x', by: 'x' },
      answerQuestion: { answer: 'x', shareContact: false },
      countDraftCandidates: {},
      undoDecisions: { decisionIds: [foreign['decisionId']] },
      addNote: { profileId: foreign['profileId'], text: 'x', by: 'x' },
      decide: { profileIds: [foreign['profileId']], stage: 'hold', reason: 'x', by: 'x' },
    };
    const body = bodies[id];
    if (!body) throw new Error(`say what ${id} takes, so that its object check is tested`);
    return body;
  }
});
