import { adSearchAnswer, jobAd, openDataApi, type AdSearchAnswer, type JobAd } from '#contracts';
import { text } from 'node:stream/consumers';
import { until } from '#testing';
import request, { type Response } from 'supertest';
import { anonymous, type RunningService } from '../service.js';
import { ServiceTokens } from '#platform';

type Query = Record<string, string | readonly string[]>;

/** Asks the open data as the door does, for anybody. */
export async function askOpen(
  service: RunningService,
  path: string,
  query: Query = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const token = await service.app.get(ServiceTokens).mint(anonymous, 'vacancy');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, one as string);
  const asked = request(service.app.getHttpServer() as never)
    .get(`/open-data/${path}?${search.toString()}`)
    .set({ authorization: `Bearer ${token}`, ...headers });
  return headers['accept'] === 'application/jsonl' ? asked.buffer(true).parse(asText) : asked;
}

const asText = (answer: Response, done: (error: Error | null, body: string) => void): void => {
  text(answer as unknown as NodeJS.ReadableStream).then(
    (body) => done(null, body),
    (error: Error) => done(error, ''),
  );
};

/** A search whose answer fits the schema, with its ads. */
export async function searchOpen(service: RunningService, query: Query = {}): Promise<AdSearchAnswer> {
  const answer = await askOpen(service, 'search', query);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return adSearchAnswer.parse(answer.body);
}

/** The external ids of the hits, in their order. */
export const idsOf = ({ hits }: AdSearchAnswer): (string | null)[] => hits.map((hit) => hit.external_id);

/** Waits until everything that is published can be found, and nothing else. */
export async function caughtUp(service: RunningService): Promise<void> {
  await until(
    async () => {
      const [row] = await service.database.query<{ done: boolean }[]>(
        `SELECT NOT EXISTS (SELECT FROM open_ad_changes) AND NOT EXISTS (SELECT FROM open_ad_places WHERE due) AS done`,
      );
      return row!.done ? true : undefined;
    },
    { timeout: 20_000, what: 'the open data to catch up' },
  );
}

export const adOf = (body: unknown): JobAd => jobAd.parse(body);
export { openDataApi };
