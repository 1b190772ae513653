import { anonymous, problemMiddleware, ServiceTokens } from '#platform';
import compression from 'compression';
import express from 'express';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import request from 'supertest';
import type { Principals } from '../session/principals.js';
import { openDoors, type Door } from './service-door.js';

const logger = pino({ level: 'silent' });
let service: Server;
afterEach(() => {
  service.closeAllConnections();
  service.close();
});

async function doorTo(listener: RequestListener, more: Partial<Door> = {}): Promise<express.Express> {
  service = createServer(listener);
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const app = express();
  app.use(compression());
  openDoors(app, {
    urls: { profile: url, vacancy: url, matching: url },
    tokens: new ServiceTokens('a secret of at least thirty-two characters'),
    principals: { of: () => Promise.resolve(anonymous) } as unknown as Principals,
    logger,
    ...more,
  });
  app.use(problemMiddleware(logger));
  return app;
}

const unavailable = [503, '5', { type: '/problems/unavailable' }];

describe('a service that does not answer', () => {
  it('in time is 503, with when to try again', async () => {
    const app = await doorTo(() => undefined, { timeoutOf: () => 20 });
    const answer = await request(app).get('/api/vacancies');
    expect([answer.status, answer.get('retry-after'), answer.body]).toMatchObject(unavailable);
  });

  it('but hangs up is 503', async () => {
    const app = await doorTo((asked) => asked.socket.destroy());
    const answer = await request(app).get('/api/vacancies');
    expect([answer.status, answer.get('retry-after'), answer.body]).toMatchObject(unavailable);
  });

  it('to the end breaks the answer off, and the next one is whole', async () => {
    let asked = 0;
    const app = await doorTo((_request, response) => {
      if (++asked > 1) return void response.end('{}');
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99' });
      response.write('{', () => response.destroy());
    });
    await expect(request(app).get('/api/vacancies')).rejects.toThrow();
    await request(app).get('/api/vacancies').expect(200);
  });
});

describe('an answer of a service', () => {
  const body = JSON.stringify({ text: 'x'.repeat(5000) });
  const packed = gzipSync(body);
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const packing: RequestListener = (asked, response) => {
    const takesIt = asked.headers['accept-encoding'] === 'gzip';
    response.writeHead(200, { ...json, ...(takesIt && { 'content-encoding': 'gzip' }) });
    response.end(takesIt ? packed : body);
  };
  const bytesOf = (answer: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
    const all: Buffer[] = [];
    const stream = answer as unknown as NodeJS.ReadableStream;
    stream.on('data', (one: Buffer) => all.push(one)).on('end', () => done(null, Buffer.concat(all)));
  };

  it('that is packed passes as it is, for whoever takes it', async () => {
    const app = await doorTo(packing);
    const answer = await request(app).get('/api/vacancies').set('accept-encoding', 'gzip').expect(200);
    expect([answer.get('content-encoding'), answer.text]).toEqual(['gzip', body]);
    const none = await request(app).get('/api/vacancies').set('accept-encoding', 'identity').parse(bytesOf);
    expect([none.get('content-encoding'), String(none.body)]).toEqual([undefined, body]);
  });

  it('that is not packed is packed here, and its headers of no concern stay behind', async () => {
    const app = await doorTo((_request, response) => response.writeHead(200, { ...json, 'x-inside': '1' }).end(body));
    const answer = await request(app).get('/api/vacancies').set('accept-encoding', 'gzip').expect(200);
    expect([answer.get('content-encoding'), answer.text, answer.get('x-inside')]).toEqual(['gzip', body, undefined]);
  });

  it('is asked for over connections that are kept', async () => {
    let connections = 0;
    const app = await doorTo(packing);
    service.on('connection', () => (connections += 1));
    for (let n = 0; n < 5; n += 1) await request(app).get('/api/vacancies').expect(200);
    expect(connections).toBe(1);
  });
});
