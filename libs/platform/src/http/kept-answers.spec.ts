import { jest } from '@jest/globals';
import { operation } from '#contracts';
import { z } from 'zod';
import { KeptAnswers, type PackedAnswer } from './kept-answers.js';

const getThing = operation({
  id: 'getThing',
  method: 'GET',
  path: '/things',
  service: 'profile',
  tag: 'test',
  who: ['service'],
  status: 200,
  summary: 'A test',
  answer: z.object({ name: z.string() }),
});
const read = async (answer: Promise<PackedAnswer>): Promise<unknown> => JSON.parse(await (await answer).text());

describe('kept answers', () => {
  it('make one answer for as long as it follows from the same, also for many at once', async () => {
    const kept = new KeptAnswers();
    let made = 0;
    const ask = (follows: unknown) => kept.of(getThing, follows, () => ({ name: `${++made}` }));
    const [first, second] = await Promise.all([ask(['a', 1]), ask(['a', 1])]);
    expect(first).toBe(second);
    expect(await read(ask(['a', 2]))).toEqual({ name: '2' });
    expect(await read(ask(['a', 1]))).toEqual({ name: '1' });
    expect(made).toBe(2);
  });

  it('leave through the schema', async () => {
    const entity = { name: 'x', secret: 'not in the contract' };
    expect(await read(new KeptAnswers().of(getThing, 1, () => entity))).toEqual({ name: 'x' });
    const broken = { name: 7 } as unknown as { name: string };
    await expect(new KeptAnswers().of(getThing, 1, () => broken)).rejects.toThrow(z.ZodError);
  });

  it('do not keep what failed', async () => {
    const kept = new KeptAnswers();
    await expect(kept.of(getThing, 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await read(kept.of(getThing, 1, () => ({ name: 'yes' })))).toEqual({ name: 'yes' });
  });

  it('forget what was asked for least lately where there is no room', async () => {
    const kept = new KeptAnswers(70);
    const made: string[] = [];
    const ask = (name: string) =>
      kept.of(getThing, name, () => {
        made.push(name);
        return { name };
      });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('forget everything after a while', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const kept = new KeptAnswers(1000, 60_000);
      let made = 0;
      const ask = () => kept.of(getThing, 1, () => ({ name: `${++made}` }));
      await ask();
      jest.advanceTimersByTime(59_999);
      await ask();
      expect(made).toBe(1);
      jest.advanceTimersByTime(1);
      await ask();
      expect(made).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });
});
