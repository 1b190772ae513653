import { until } from './until.js';

describe('until', () => {
  it('gives what the condition finds, however late', async () => {
    const answers = [undefined, null, false, 0];
    expect(await until(() => answers.shift(), { every: 1 })).toBe(0);
  });

  it('bears a condition that throws for a while', async () => {
    let calls = 0;
    const condition = async (): Promise<string> => {
      if ((calls += 1) < 3) throw new Error('not yet');
      return 'there';
    };
    expect(await until(condition, { every: 1 })).toBe('there');
  });

  it('says what it waited for, and why not', async () => {
    const never = (): never => {
      throw new Error('connection refused');
    };
    await expect(until(never, { timeout: 5, every: 1, what: 'the index' })).rejects.toThrow(
      'Waited 5 ms in vain for the index: connection refused',
    );
  });
});
