import express from 'express';
import { PassThrough } from 'node:stream';
import { register } from 'prom-client';
import request from 'supertest';
import { createLogger } from '../logging/logger.js';
import { currentRequestId } from '../logging/request-context.js';
import { requestLog } from './request-log.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the request log', () => {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
  const lines = () =>
    chunks
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  afterEach(() => void (chunks.length = 0));

  const app = express();
  app.use(requestLog(createLogger('profile', 'info', stream)));
  app.get('/health/live', (_request, response) => void response.end());
  app.get('/people/:personId', (_request, response) => void response.end(currentRequestId()));
  app.get(/^\/app(\/|$)/, (_request, response) => void response.end('app'));

  it('names the route’s pattern, never the address or what was asked', async () => {
    await request(app)
      .get('/people/anna-canary?q=canary')
      .set('referer', 'http://x/canary')
      .set('user-agent', 'canary');
    await request(app).get('/canary');
    expect(lines()).toMatchObject([
      { method: 'GET', route: '/people/:personId', status: '200', msg: 'request' },
      { route: 'none', status: '404' },
    ]);
    expect(chunks.join('')).not.toContain('canary');
    expect(await register.metrics()).not.toContain('canary');
    expect(await register.metrics()).toContain('route="/people/:personId"');
  });

  it('says nothing of the probes', async () => {
    await request(app).get('/health/live');
    expect(chunks).toEqual([]);
  });

  it('takes a route that is a pattern of its own', async () => {
    await request(app).get('/app/anything');
    expect(lines()).toMatchObject([{ route: String(/^\/app(\/|$)/), status: '200' }]);
  });

  it('keeps a plain request id and replaces any other', async () => {
    const id = async (given?: string): Promise<string> => {
      const asked = request(app).get('/people/1');
      if (given !== undefined) asked.set('x-request-id', given);
      const answer = await asked;
      expect(answer.text).toBe(answer.get('x-request-id'));
      return answer.text;
    };
    expect(await id('request-123')).toBe('request-123');
    expect(await id()).toMatch(uuid);
    for (const hostile of [
      'short',
      'a'.repeat(65),
      '<script>alert(1)</script>',
      '{"json":"inject"}',
      'anna@example.se',
      '../../etc/passwd',
    ])
      expect(await id(hostile)).toMatch(uuid);
  });
});
