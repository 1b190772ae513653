import { QueryFailedError } from 'typeorm';
import { describeError, isDatabaseOutage } from './describe-error.js';

const databaseError = (fields: object): Error => Object.assign(new Error('invalid input: "Anna Andersson"'), fields);

describe('describeError', () => {
  it('names a database error by its code and constraint, never by its message', () => {
    const driverError = databaseError({ code: '23505', table: 'person', constraint: 'person_email', detail: 'Anna' });
    expect(describeError(new QueryFailedError('INSERT', ['Anna'], driverError))).toBe(
      'database error 23505 person person_email',
    );
  });

  it('gives other errors as they are', () => {
    expect(describeError(new Error('poison'))).toBe('poison');
    expect(describeError(new TypeError('no such thing'))).toBe('TypeError: no such thing');
    expect(describeError('text')).toBe('text');
    expect(
      describeError(new AggregateError([new Error('ECONNREFUSED ::1'), new Error('ECONNREFUSED 127.0.0.1')])),
    ).toBe('AggregateError: ECONNREFUSED ::1; ECONNREFUSED 127.0.0.1');
  });
});

describe('isDatabaseOutage', () => {
  it.each([
    ['refused', databaseError({ code: 'ECONNREFUSED' })],
    ['shut down', databaseError({ code: '57P01' })],
    ['starting', databaseError({ code: '57P03' })],
    ['wrapped', new QueryFailedError('SELECT 1', [], databaseError({ code: '08006' }))],
    ['on every address', new AggregateError([databaseError({ code: 'ECONNREFUSED' })])],
    ['cut off', new Error('Connection terminated unexpectedly')],
  ])('tells an outage: %s', (_, error) => expect(isDatabaseOutage(error)).toBe(true));

  it.each([
    ['a constraint', databaseError({ code: '23505' })],
    ['a handler', new Error('poison')],
    ['a cancelled statement', databaseError({ code: '57014' })],
  ])('leaves an attempt used up by %s', (_, error) => expect(isDatabaseOutage(error)).toBe(false));
});
