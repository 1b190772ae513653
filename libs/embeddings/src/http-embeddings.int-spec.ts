import { EmbeddingServer } from '../test/embedding-server.js';
import { EmbeddingsUnavailable } from './embeddings.js';
import { HttpEmbeddings, type EmbeddingsSettings } from './http-embeddings.js';
import { openEmbeddings } from './open-embeddings.js';

let server: EmbeddingServer;
let time = 0;

beforeEach(async () => {
  server = await EmbeddingServer.start();
});
afterEach(() => server.stop());

const open = (settings: Partial<EmbeddingsSettings> = {}): HttpEmbeddings =>
  new HttpEmbeddings({ url: server.url, model: 'e5', now: () => time, timeoutMs: 10_000, ...settings });
const dot = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, number, at) => sum + number * other[at]!, 0);

it('gives a vector of length 1 for each text, in order, whatever order the server has', async () => {
  const vectors = await open().embed(['svetsare', 'kock', 'svetsare'], 'query');
  expect(vectors).toHaveLength(3);
  expect(vectors[0]).toEqual(vectors[2]);
  expect(vectors[0]).not.toEqual(vectors[1]);
  for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 5);
});

it('asks in batches of 64', async () => {
  const texts = Array.from({ length: 150 }, (_, at) => `yrke ${at}`);
  expect(await open().embed(texts, 'query')).toHaveLength(150);
  expect(server.seen.map(({ body }) => body.input.length)).toEqual([64, 64, 22]);
  expect(await open().embed([], 'query')).toEqual([]);
});

it('tells the kind as the server wants it, the model and the key', async () => {
  await open({ key: 'hemlig' }).embed(['kock'], 'passage');
  await open({ kindStyle: 'prefix' }).embed(['kock', ''], 'query');
  await open({ kindStyle: 'none', url: `${server.url}/v1/` }).embed(['kock'], 'query');
  expect(server.seen.map(({ body }) => body)).toEqual([
    { model: 'e5', input: ['kock'], input_type: 'passage' },
    { model: 'e5', input: ['query: kock', 'query:  '] },
    { model: 'e5', input: ['kock'] },
  ]);
  expect(server.seen.map(({ url }) => url)).toEqual(['/v1/embeddings', '/v1/embeddings', '/v1/embeddings']);
  expect(server.seen[0]!.headers.authorization).toBe('Bearer hemlig');
  expect(server.seen[1]!.headers.authorization).toBeUndefined();
  expect(
    new Set([open(), open({ kindStyle: 'prefix' }), open({ model: 'other' })].map((one) => one.identity)).size,
  ).toBe(3);
});

it.each([
  ['an error', () => ({ status: 500, body: '{}' })],
  ['no JSON', () => ({ status: 200, body: '<html>' })],
  ['too few vectors', () => ({ status: 200, body: '{"data":[]}' })],
  ['no vector', () => ({ status: 200, body: '{"data":[{"index":0}]}' })],
  ['a vector without direction', () => ({ status: 200, body: '{"data":[{"index":0,"embedding":[0,0]}]}' })],
  ['words for numbers', () => ({ status: 200, body: '{"data":[{"index":0,"embedding":["a","b"]}]}' })],
  ['nothing', () => 'silence' as const],
])('%s is unavailable, and the message holds nothing of the text', async (_, answer) => {
  server.instead.push(answer);
  const failure: unknown = await open({ timeoutMs: 20, perTextMs: 0 })
    .embed(['hemligt'], 'query')
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EmbeddingsUnavailable);
  expect(String(failure)).not.toContain('hemligt');
});

it('is unavailable where nobody listens', async () => {
  const embeddings = open();
  await server.stop();
  await expect(embeddings.embed(['kock'], 'query')).rejects.toThrow(EmbeddingsUnavailable);
});

it('rests after failures in a row, tries one call, and goes on', async () => {
  const embeddings = open({ breakAfter: 2, restMs: 1000 });
  const fails = () => expect(embeddings.embed(['kock'], 'query')).rejects.toThrow(EmbeddingsUnavailable);
  server.instead.push(...Array.from({ length: 3 }, () => () => ({ status: 503, body: '' })));
  await fails();
  await fails();
  await fails();
  expect(server.seen).toHaveLength(2);
  time += 1000;
  await fails();
  await fails();
  expect(server.seen).toHaveLength(3);
  time += 1000;
  expect(await embeddings.embed(['kock'], 'query')).toHaveLength(1);
  expect(await embeddings.embed(['kock'], 'query')).toHaveLength(1);
});

it('knows the length of its vectors, asking once, and refuses others', async () => {
  const embeddings = open();
  expect(await embeddings.dimensions()).toBe(8);
  expect(await embeddings.dimensions()).toBe(8);
  expect(server.seen).toHaveLength(1);
  server.instead.push(() => ({ status: 200, body: '{"data":[{"index":0,"embedding":[1,2]}]}' }));
  await expect(embeddings.embed(['kock'], 'query')).rejects.toThrow(EmbeddingsUnavailable);
});

it('is off without an address', () => {
  expect(openEmbeddings({})).toBeNull();
  expect(openEmbeddings({ EMBEDDINGS_URL: server.url })?.identity).toBe('default/input_type');
});
