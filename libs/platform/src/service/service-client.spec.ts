import { operation, repeated, type ProblemType } from '#contracts';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { withRequestId } from '../logging/request-context.js';
import { asService, ServiceTokens } from '../tokens/service-tokens.js';
import { operationUrl, ServiceClient } from './service-client.js';

const getThing = operation({
  id: 'getThing',
  method: 'GET',
  path: '/things/{thingId}',
  service: 'profile',
  tag: 'test',
  who: ['service'],
  status: 200,
  summary: 'A test',
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ place: repeated(z.string()), limit: z.coerce.number().default(3) }),
  answer: z.object({ name: z.string() }),
});
const tokens = new ServiceTokens('a secret of at least thirty-two characters');
const self = asService('matching');

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});
async function clientOf(listener: RequestListener, timeoutMs = 5000): Promise<ServiceClient> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new ServiceClient(
    { profile: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    tokens,
    timeoutMs,
  );
}
const call = (client: ServiceClient) =>
  client.call(getThing, self, { params: { thingId: 'a/b c' }, query: { place: ['1', '2'] } });

describe('a service client', () => {
  it('asks with a token for that service and the request’s id, and parses the answer', async () => {
    const client = await clientOf((request, response) => {
      void tokens
        .verify(request.headers.authorization?.slice(7), 'profile')
        .then(({ subject }) => [subject, request.method, request.url, request.headers['x-request-id']].join(' '))
        .then((name) => response.end(JSON.stringify({ name, secret: 'not in the contract' })));
    });
    const answer = await withRequestId('request-123', () => call(client));
    expect(answer).toEqual({ name: 'service:matching GET /things/a%2Fb%20c?place=1&place=2 request-123' });
  });

  it('passes on the problem of the other, with its pointers', async () => {
    const problem = {
      type: '/problems/stale-revision',
      title: 'x',
      status: 409,
      detail: 'It was changed',
      errors: [{ pointer: '/a', detail: 'b' }],
    };
    const client = await clientOf((_request, response) => void response.writeHead(409).end(JSON.stringify(problem)));
    await expect(call(client)).rejects.toMatchObject({
      type: 'stale-revision',
      detail: 'It was changed',
      errors: problem.errors,
    });
  });

  it.each([
    ['no document', 502, '<html>'],
    ['an unknown type', 418, JSON.stringify({ type: '/problems/teapot', title: 'x', status: 418 })],
    ['a name that every object has', 500, JSON.stringify({ type: '/problems/toString', title: 'x', status: 500 })],
  ])('takes %s for an internal fault', async (_name, status, body) => {
    const client = await clientOf((_request, response) => void response.writeHead(status).end(body));
    await expect(call(client)).rejects.toMatchObject({ type: 'internal' satisfies ProblemType, facts: { status } });
  });

  it('says unavailable where nobody answers in time, answers half, or is not there', async () => {
    const silent = await clientOf(() => undefined, 20);
    await expect(call(silent)).rejects.toMatchObject({ type: 'unavailable', facts: { service: 'profile' } });
    server.closeAllConnections();
    server.close();

    const slow = await clientOf((_request, response) => void response.writeHead(200).write('{"name":'), 50);
    await expect(call(slow)).rejects.toMatchObject({ type: 'unavailable' });
    server.closeAllConnections();
    server.close();

    const breaking = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-length': '99' });
      response.write('{"name":', () => response.destroy());
    });
    await expect(call(breaking)).rejects.toMatchObject({ type: 'unavailable' });
    await new Promise((resolve) => server.close(resolve));
    await expect(call(breaking)).rejects.toMatchObject({ type: 'unavailable' });
  });

  it('refuses an answer that breaks the contract, and a service without an address', async () => {
    const client = await clientOf((_request, response) => void response.end('{"name": 7}'));
    await expect(call(client)).rejects.toThrow(z.ZodError);
    await expect(client.call({ ...getThing, service: 'vacancy' }, self, { params: { thingId: 'x' } })).rejects.toThrow(
      'no address for the service vacancy',
    );
  });
});

describe('operationUrl', () => {
  it('leaves out what is undefined and repeats what is a list', () => {
    expect(
      operationUrl('http://x', getThing, { params: { thingId: 'å' }, query: { place: [], limit: undefined } }),
    ).toBe('http://x/things/%C3%A5');
    expect(operationUrl('', getThing, { params: { thingId: '?#' }, query: { place: ['a&b'] } })).toBe(
      '/things/%3F%23?place=a%26b',
    );
  });
});
