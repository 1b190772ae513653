import { ConfigError, DomainError } from '#platform';
import { z } from 'zod';
import { explain } from './explain.js';

const url = 'http://127.0.0.1:3000';

describe('a failure in one line', () => {
  it.each([
    [
      new DomainError('unavailable', undefined, { cause: 'Error: connect ECONNREFUSED\n 127.0.0.1' }),
      `${url} does not answer (Error: connect ECONNREFUSED 127.0.0.1)`,
    ],
    [new DomainError('unavailable', 'A part does not answer'), 'unavailable: A part does not answer'],
    [
      new DomainError('invalid-input', undefined, {}, [
        { pointer: '/a', detail: 'is missing' },
        { pointer: '/b', detail: 'is not' },
      ]),
      'invalid-input: /a is missing; /b is not',
    ],
    [
      new DomainError('not-signed-in'),
      `${url} does not take the operator’s token: RALLARE_TOKEN, or that of RALLARE_DATA`,
    ],
    [z.object({ a: z.string() }).safeParse({}).error, `${url} does not answer as Rallare does`],
    [new SyntaxError('Unexpected token <'), `${url} does not answer as Rallare does`],
    [new Error('first\nsecond'), 'first second'],
    ['text', 'text'],
  ])('%#', (error, line) => {
    expect(explain(error, url)).toBe(line);
  });

  it('names every setting that is wrong, a line each', () => {
    expect(explain(new ConfigError('PORT: x\nHOST: y'), url)).toBe('PORT: x\nHOST: y');
  });
});
