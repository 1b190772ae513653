import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddingServer } from '../test/embedding-server.js';
import { ConceptVectors, type ConceptVectorsSettings } from './concept-vectors.js';
import { EmbeddingsUnavailable } from './embeddings.js';
import { HttpEmbeddings } from './http-embeddings.js';

let server: EmbeddingServer;
let folder: string;

beforeEach(async () => {
  server = await EmbeddingServer.start();
  folder = await mkdtemp(join(tmpdir(), 'rallare-vectors-'));
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const names = [
  { id: 'welder', text: 'Svetsare' },
  { id: 'welder', text: 'Welder' },
  { id: 'cook', text: 'Kock' },
];
const vectors = (settings: Partial<ConceptVectorsSettings> & { model?: string } = {}): ConceptVectors =>
  new ConceptVectors({
    embeddings: new HttpEmbeddings({ url: server.url, model: settings.model ?? 'e5', timeoutMs: 10_000 }),
    taxonomyHash: 'first',
    names,
    folder,
    ...settings,
  });

it('finds the concept by any of its names, each concept once', async () => {
  const own = vectors();
  await own.load();
  const found = await own.nearest('Welder', 5);
  expect(found.map(({ id }) => id)).toEqual(['welder', 'cook']);
  expect(found[0]!.similarity).toBeCloseTo(1, 5);
  expect(await own.nearest('Welder', 1)).toHaveLength(1);
});

it('computes once for a model and a taxonomy, and reads from disk after', async () => {
  await vectors().load();
  expect(server.seen).toHaveLength(1);
  const again = vectors();
  await again.load();
  expect(server.seen).toHaveLength(1);
  expect((await again.nearest('Kock', 1))[0]).toMatchObject({ id: 'cook' });
  await vectors({ taxonomyHash: 'second' }).load();
  await vectors({ model: 'other' }).load();
  await vectors({ names: names.slice(1) }).load();
  expect(await readdir(folder)).toHaveLength(4);
});

it('computes anew what is broken on disk', async () => {
  await vectors().load();
  const [file] = await readdir(folder);
  await truncate(join(folder, file!), 60);
  await vectors().load();
  expect(server.seen).toHaveLength(2);
});

it('finds nothing while there are no vectors, and tries again', async () => {
  server.instead.push(() => ({ status: 503, body: '' }));
  const own = vectors({ folder: null });
  await expect(own.load()).rejects.toThrow(EmbeddingsUnavailable);
  expect(await own.nearest('Kock', 1)).toEqual([]);
  await own.load();
  expect(await own.nearest('Kock', 1)).toHaveLength(1);
});

it('goes on from where the service went away', async () => {
  const many = Array.from({ length: 100 }, (_, at) => ({ id: `id${at}`, text: `yrke ${at}` }));
  const own = vectors({ names: many });
  server.instead.push(
    (request) => ({ status: 200, body: answerTo(request.body.input) }),
    () => ({ status: 503, body: '' }),
  );
  await expect(own.load()).rejects.toThrow(EmbeddingsUnavailable);
  await own.load();
  expect(server.seen.map(({ body }) => body.input.length)).toEqual([64, 36, 36]);
});

const answerTo = (input: readonly string[]): string =>
  JSON.stringify({ data: input.map((_, index) => ({ index, embedding: [1, 0, 0, 0, 0, 0, 0, index] })) });

it('finds nothing, and does not fail, where the service goes away later', async () => {
  const own = vectors();
  await own.load();
  server.instead.push(() => ({ status: 500, body: '' }));
  expect(await own.nearest('Kock', 1)).toEqual([]);
});
