import { anonymous, problemMiddleware, ServiceTokens } from '#platform';
import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import request from 'supertest';
import type { Principals } from '../session/principals.js';
import { openDoors } from './service-door.js';

const logger = pino({ level: 'silent' });

describe('a service that does not answer in time', () => {
  let silent: Server;
  afterEach(() => silent.closeAllConnections());

  it('is 503, with when to try again', async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const app = express();
    openDoors(app, {
      urls: { profile: url, vacancy: url, matching: url },
      tokens: new ServiceTokens('a secret of at least thirty-two characters'),
      principals: { of: () => Promise.resolve(anonymous) } as unknown as Principals,
      logger,
      timeoutOf: () => 20,
    });
    app.use(problemMiddleware(logger));
    const answer = await request(app).get('/api/vacancies');
    expect([answer.status, answer.get('retry-after'), answer.body]).toMatchObject([
      503,
      '5',
      { type: '/problems/unavailable' },
    ]);
    silent.close();
  });
});
