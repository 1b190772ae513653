import { jest } from '@jest/globals';
import { Readiness } from './readiness.js';

describe('readiness', () => {
  afterEach(() => void jest.useRealTimers());

  it('is well when every part is, and tells their figures', async () => {
    const readiness = new Readiness();
    expect(await readiness.check()).toEqual({ ok: true, parts: {} });
    readiness.register('one', async () => ({ ok: true, profiles: 7 }));
    expect(await readiness.check()).toEqual({ ok: true, parts: { one: { ok: true, profiles: 7 } } });
  });

  it('names what is not well, also what throws, at once or later', async () => {
    const readiness = new Readiness();
    readiness.register('well', async () => ({ ok: true }));
    readiness.register('ill', async () => ({ ok: false, problem: 'ill' }));
    readiness.register('throws', () => {
      throw new Error('at once');
    });
    readiness.register('rejects', () => Promise.reject(new Error('x'.repeat(500))));
    const { ok, parts } = await readiness.check();
    expect(ok).toBe(false);
    expect(parts).toEqual({
      well: { ok: true },
      ill: { ok: false, problem: 'ill' },
      throws: { ok: false, problem: 'at once' },
      rejects: { ok: false, problem: 'x'.repeat(200) },
    });
  });

  it('waits 2 s for a part that does not answer, and no longer for many', async () => {
    jest.useFakeTimers();
    const readiness = new Readiness();
    for (const name of ['one', 'two', 'three']) readiness.register(name, () => new Promise(() => undefined));
    const checked = readiness.check();
    await jest.advanceTimersByTimeAsync(2000);
    expect((await checked).parts['three']).toEqual({ ok: false, problem: 'no answer within 2 s' });
    expect(jest.getTimerCount()).toBe(0);
  });
});
