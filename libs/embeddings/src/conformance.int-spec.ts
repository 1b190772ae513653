import { HttpEmbeddings } from './http-embeddings.js';
import type { EmbeddingsEnvironment } from './open-embeddings.js';

const environment = process.env as EmbeddingsEnvironment;
const {
  EMBEDDINGS_URL: url,
  EMBEDDINGS_MODEL: model = 'default',
  EMBEDDINGS_KEY: key,
  EMBEDDINGS_KIND: kindStyle,
} = environment;
/** Patient: whether a service is quick enough is not at stake here. */
const embeddings = url ? new HttpEmbeddings({ url, model, key, kindStyle, timeoutMs: 50_000 }) : null;
const dot = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, number, at) => sum + number * other[at]!, 0);

(embeddings ? describe : describe.skip)('the service at EMBEDDINGS_URL', () => {
  it('gives vectors of one length, the same for the same text', async () => {
    const texts = Array.from({ length: 70 }, (_, at) => `svetsare nummer ${at}`);
    const first = await embeddings!.embed(texts, 'query');
    expect(first).toHaveLength(70);
    expect(new Set(first.map((vector) => vector.length))).toEqual(new Set([await embeddings!.dimensions()]));
    const [again] = await embeddings!.embed([texts[69]!], 'query');
    expect(dot(again!, first[69]!)).toBeGreaterThan(0.99);
  }, 60_000);

  it.each([
    ['sjuksköterska', 'nurse', 'snickare'],
    ['lastbilschaufför', 'truck driver', 'förskollärare'],
    ['mjukvaruutvecklare', 'software developer', 'undersköterska'],
  ])(
    'holds %s nearer to %s than to %s',
    async (title, same, other) => {
      const [one, near, far] = await embeddings!.embed([title, same, other], 'query');
      expect(dot(one!, near!)).toBeGreaterThan(dot(one!, far!));
    },
    60_000,
  );

  it('takes empty and odd texts', async () => {
    expect(await embeddings!.embed(['', '\u0000', '🙂', 'مهندس'], 'passage')).toHaveLength(4);
  }, 60_000);
});
