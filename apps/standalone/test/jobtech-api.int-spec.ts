import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildTaxonomy, importTaxonomy, readSnapshot, starterTaxonomyPath } from '#taxonomy';
import { askJobtech } from '../src/cli/taxonomy/jobtech-api.js';

const concept = (type: string, id: string, label: string, more: object = {}) => ({
  id,
  preferred_label: label,
  type,
  ...more,
});
const occupation = concept('occupation-name', 'occA_aaa_001', 'Snöskulptör', { alternative_labels: ['Snökonstnär'] });
const group = (more: object) =>
  concept('ssyk-level-4', 'grpA_aaa_001', 'Snöformare', { ssyk_code_2012: '9991', ...more });

/** Answers as JobTech's GraphQL does, by what the query asks for. */
function concepts(query: string): object[] {
  if (query.includes('include_deprecated'))
    return query.includes('occupation-name')
      ? [
          concept('occupation-name', 'oldA_aaa_009', 'Snöare', {
            deprecated: true,
            replaced_by: [concept('occupation-name', 'occA_aaa_001', 'Snöskulptör')],
          }),
        ]
      : [];
  if (query.includes('concepts(type: "skill"'))
    return [concept('skill', 'skiA_aaa_001', 'Snöpackning', { alternative_labels: [] })];
  if (query.includes('concepts(type: "job-title"'))
    return [concept('job-title', 'jobA_aaa_001', 'Snögubbsbyggare', { related: [occupation] })];
  if (query.includes('narrower(type: "occupation-name")')) return [group({ narrower: [occupation] })];
  return [];
}

describe("JobTech's API", () => {
  let server: Server;
  let address: string;
  let asked: string[];
  let failures: number;
  let refuse: string | null;

  beforeEach(async () => {
    [asked, failures, refuse] = [[], 0, null];
    server = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://x').searchParams.get('query') ?? '';
      asked.push(query);
      if (failures-- > 0) return void response.writeHead(503).end();
      if (refuse && query.includes(refuse))
        return void response.end(JSON.stringify({ errors: [{ message: 'no such field' }] }));
      const data = query.includes('versions')
        ? { versions: [{ id: 9 }, { id: 31 }, { id: 30 }] }
        : { concepts: concepts(query) };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/taxonomy`;
  });
  afterEach(() => new Promise((done) => server.close(done)));

  it('gives a taxonomy of its newest version, with what replaced what', async () => {
    failures = 1;
    const { version, files } = await askJobtech(address, { pauseMs: 1 });
    expect(version).toBe('31');
    expect(asked.slice(2).every((query) => query.includes('version: "31"'))).toBe(true);
    const { snapshot } = importTaxonomy(files, readSnapshot(starterTaxonomyPath()).snapshot, {
      jobtechVersion: version,
    });
    const taxonomy = buildTaxonomy(snapshot);
    expect(taxonomy.occupationGroupOf('occA_aaa_001')).toBe('grpA_aaa_001');
    expect(taxonomy.concept('oldA_aaa_009')).toBeUndefined();
    for (const words of ['oldA_aaa_009', 'Snökonstnär', 'Snögubbsbyggare'])
      expect(taxonomy.resolve('occupation', words)?.id).toBe('occA_aaa_001');
    expect(snapshot.sources).toContainEqual(expect.objectContaining({ version: '31' }));
  });

  it('is told by the query that it refuses, and when it is not there', async () => {
    refuse = 'substitutability';
    await expect(askJobtech(address, { version: '30', pauseMs: 1 })).rejects.toThrow(
      /substitutability: refused: no such field/,
    );
    await expect(askJobtech('http://127.0.0.1:1/v1/taxonomy', { pauseMs: 1 })).rejects.toThrow(
      /127\.0\.0\.1:1.*versions.*unreachable/,
    );
  });
});
