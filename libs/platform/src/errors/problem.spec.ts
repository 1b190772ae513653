import { problemTypes, type ProblemType } from '#contracts';
import { BadRequestException, NotFoundException } from '@nestjs/common';
import express from 'express';
import pg from 'pg';
import request from 'supertest';
import { QueryFailedError } from 'typeorm';
import { DomainError, invalidInput, notFound } from './domain-error.js';
import { toProblem } from './problem.js';

const typeOf = (error: unknown): string => toProblem(error, undefined).type.replace('/problems/', '');
const databaseError = (code: string): Error => Object.assign(new pg.DatabaseError('said', 4, 'error'), { code });

describe('toProblem', () => {
  it('gives every type its status and a title', () => {
    for (const type of Object.keys(problemTypes) as ProblemType[]) {
      const problem = toProblem(new DomainError(type), 'request-1');
      expect(problem).toEqual({
        type: `/problems/${type}`,
        title: expect.stringMatching(/^[A-Z].+/) as string,
        status: problemTypes[type],
        requestId: 'request-1',
      });
    }
  });

  it('tells the detail and the pointers of a domain error, and not its facts', () => {
    const error = new DomainError('conflict', 'There are two', { vacancyId: 'secret' }, [
      { pointer: '/a', detail: 'b' },
    ]);
    expect(toProblem(error, undefined)).toMatchObject({
      detail: 'There are two',
      errors: [{ pointer: '/a', detail: 'b' }],
    });
    expect(JSON.stringify(toProblem(error, undefined))).not.toContain('secret');
    expect(typeOf(invalidInput([{ pointer: '/a', detail: 'b' }]))).toBe('invalid-input');
    expect(toProblem(notFound(), undefined)).not.toHaveProperty('errors');
  });

  it('says nothing of the inside of what is unexpected', () => {
    const problem = toProblem(new Error('password=hunter2 of anna@example.se'), undefined);
    expect(problem).toEqual({ type: '/problems/internal', title: 'Something went wrong on our side', status: 500 });
    for (const odd of [undefined, null, 'text', 7, {}, { status: 599 }, { code: 'constructor' }])
      expect(typeOf(odd)).toBe('internal');
  });

  it('knows Nest’s own errors by their status', () => {
    expect(typeOf(new NotFoundException('Cannot GET /secret'))).toBe('not-found');
    expect(toProblem(new NotFoundException('Cannot GET /secret'), undefined)).not.toHaveProperty('detail');
    expect(typeOf(new BadRequestException())).toBe('invalid-input');
  });

  it.each(['08006', '53300', '57P01', '57P03', '57014', '40P01', '40001', '25P03', '53100'])(
    'takes PostgreSQL’s %s for an outage',
    (code) => {
      expect(typeOf(databaseError(code))).toBe('unavailable');
      expect(typeOf(new QueryFailedError('SELECT 1', [], databaseError(code)))).toBe('unavailable');
      expect(typeOf(new Error('in a handler', { cause: databaseError(code) }))).toBe('unavailable');
    },
  );

  it.each(['23505', '42P01', '22P02'])('takes PostgreSQL’s %s for a fault of ours', (code) => {
    expect(typeOf(new QueryFailedError('SELECT 1', [], databaseError(code)))).toBe('internal');
  });

  it('takes a lost or refused connection for an outage', async () => {
    const nobody = new pg.Client({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 2000 });
    nobody.on('error', () => undefined);
    const refused = await nobody.connect().catch((error: unknown) => error);
    expect(typeOf(refused)).toBe('unavailable');
    for (const message of [
      'Connection terminated unexpectedly',
      'timeout exceeded when trying to connect',
      'Client has encountered a connection error and is not queryable',
    ])
      expect(typeOf(new Error(message))).toBe('unavailable');
  });

  it('knows the errors of the body’s parser and of the address', async () => {
    let seen: unknown;
    const app = express();
    app.use(express.json({ limit: 100 }));
    app.get('/:id', (_request, response) => void response.end());
    app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
      seen = error;
      response.end();
    });
    const send = async (body: string, type = 'application/json', encoding?: string): Promise<string> => {
      const asked = request(app).post('/').set('content-type', type);
      if (encoding) asked.set('content-encoding', encoding);
      await asked.send(body);
      return typeOf(seen);
    };
    expect(await send('{ "name": "anna')).toBe('malformed-body');
    expect(await send(JSON.stringify('x'.repeat(200)))).toBe('body-too-large');
    expect(await send('{}', 'application/json; charset=klingon')).toBe('unsupported-media-type');
    expect(await send('{}', 'application/json', 'rot13')).toBe('unsupported-media-type');
    expect(await send('{}', 'application/json', 'gzip')).toBe('malformed-body');
    await request(app).get('/%zz');
    expect(typeOf(seen)).toBe('not-found');
  });
});
