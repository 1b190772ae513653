import { PassThrough } from 'node:stream';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../errors/domain-error.js';
import { createLogger, NestLogger, type Logger } from './logger.js';
import { withRequestId } from './request-context.js';

interface Logged {
  readonly logger: Logger;
  lines(): Record<string, unknown>[];
  text(): string;
}

function logged(level = 'trace'): Logged {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
  const text = (): string => chunks.join('');
  return {
    logger: createLogger('profile', level, stream),
    text,
    lines: () =>
      text()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('a log line', () => {
  it('carries the service, the time and, within a request, its id', () => {
    const { logger, lines } = logged();
    logger.info({ figure: 7 }, 'outside');
    withRequestId('request-123', () => logger.warn('inside'));
    expect(lines()).toMatchObject([
      { level: 'info', service: 'profile', figure: 7, msg: 'outside' },
      { level: 'warn', service: 'profile', requestId: 'request-123', msg: 'inside' },
    ]);
    expect(lines()[0]).not.toHaveProperty('requestId');
    expect(lines()[0]!['time']).toMatch(/^\d{4}-.*Z$/);
  });

  it('of an error holds neither parameters nor rows nor quoted texts', () => {
    const { logger, lines, text } = logged();
    const canary = 'anna.canary@example.se';
    const driverError = Object.assign(new pg.DatabaseError(`value "${canary}" is no number`, 4, 'error'), {
      code: '23505',
      detail: `Key (email)=(${canary}) already exists.`,
    });
    logger.error({ err: new QueryFailedError(`INSERT '${canary}'`, [canary], driverError) }, 'failed');
    logger.error({ err: driverError }, 'failed');
    logger.error({ err: new Error('in a handler', { cause: driverError }) }, 'failed');
    try {
      JSON.parse(`${canary} is no JSON`);
    } catch (error) {
      logger.error({ err: error }, 'failed');
    }
    expect(text()).not.toContain('canary');
    const [query, driver, wrapped, syntax] = lines().map(({ err }) => err as Record<string, unknown>);
    expect(query).toMatchObject({
      type: 'QueryFailedError',
      cause: { code: '23505' },
      stack: expect.stringMatching(/^ {4}at /),
    });
    expect(driver).toMatchObject({ code: '23505' });
    expect(wrapped).toMatchObject({ message: 'in a handler', cause: { code: '23505' } });
    expect(syntax).toMatchObject({ type: 'SyntaxError' });
  });

  it('of an error of our own says what it is about', () => {
    const { logger, lines } = logged();
    logger.error({ err: new DomainError('unavailable', undefined, { service: 'vacancy' }) }, 'failed');
    logger.error({ err: 'thrown text' }, 'failed');
    expect(lines().map(({ err }) => err)).toMatchObject([
      { type: 'DomainError', message: 'unavailable', facts: { service: 'vacancy' } },
      { type: 'string' },
    ]);
  });

  it('ends where causes go round', () => {
    const { logger, lines } = logged();
    const round: Error & { cause?: unknown } = new Error('round');
    round.cause = round;
    logger.error({ err: round }, 'failed');
    expect(lines()).toHaveLength(1);
  });

  it('hides what carries secrets or names by habit', () => {
    const { logger, text } = logged();
    logger.info(
      { authorization: 'canary', cookie: 'canary', contact: { name: 'canary', email: 'canary', phone: 'canary' } },
      'x',
    );
    expect(text()).not.toContain('canary');
  });

  it('of Nest is quieter by a level, except for faults', () => {
    const { logger, lines } = logged('info');
    const nest = new NestLogger(logger);
    nest.log('mapped a route', 'Router');
    nest.debug('more');
    nest.verbose('most');
    nest.warn('odd', 'Router');
    nest.error('broken', 'stack', 'Router');
    expect(lines()).toMatchObject([
      { level: 'warn', msg: 'odd', context: 'Router' },
      { level: 'error', msg: 'broken' },
    ]);
  });
});
