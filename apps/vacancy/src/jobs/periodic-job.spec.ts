import { jest } from '@jest/globals';
import { PeriodicJob } from './periodic-job.js';

const logger = { error: () => undefined };
const options = { name: 'count', everyMs: 60_000, soonMs: 5_000, logger };

describe('a periodic job', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('runs at once and then at its interval', async () => {
    let turns = 0;
    const job = new PeriodicJob({ ...options, run: async () => (turns += 1) });
    job.start();
    await jest.advanceTimersByTimeAsync(59_000);
    expect(turns).toBe(1);
    await jest.advanceTimersByTimeAsync(61_000);
    expect(turns).toBe(3);
    await job.stop();
  });

  it('tries again soon after a failure', async () => {
    let turns = 0;
    const run = async (): Promise<void> => {
      turns += 1;
      if (turns < 3) throw new Error('away');
    };
    const job = new PeriodicJob({ ...options, run });
    job.start();
    await jest.advanceTimersByTimeAsync(11_000);
    expect(turns).toBe(3);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(turns).toBe(3);
    await job.stop();
  });

  it('never runs twice at a time, and comes back when asked meanwhile', async () => {
    const ends: (() => void)[] = [];
    const job = new PeriodicJob({ ...options, run: () => new Promise<void>((resolve) => ends.push(resolve)) });
    job.start();
    job.soon();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(ends).toHaveLength(1);
    ends[0]!();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(ends).toHaveLength(2);
    const stopped = job.stop();
    ends[1]!();
    await stopped;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(ends).toHaveLength(2);
  });
});
