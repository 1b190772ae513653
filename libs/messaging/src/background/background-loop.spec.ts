import { BackgroundLoop } from './background-loop.js';

const FOREVER_MS = 2 ** 31 - 1;

describe('BackgroundLoop', () => {
  it('takes its next turn when woken, even while one is running', async () => {
    let turns = 0;
    const woken = new Promise<void>((resolve) => {
      const loop: BackgroundLoop = new BackgroundLoop(async () => {
        turns += 1;
        if (turns === 1) loop.wake();
        if (turns === 2) queueMicrotask(() => loop.wake());
        if (turns === 3) void loop.stop().then(resolve);
        return FOREVER_MS;
      });
      loop.start();
    });
    await woken;
    expect(turns).toBe(3);
  });

  it('lets the turn in progress end before it stops', async () => {
    let ended = false;
    let loop: BackgroundLoop | undefined;
    const begun = new Promise<void>((resolve) => {
      loop = new BackgroundLoop(async () => {
        resolve();
        await Promise.resolve();
        ended = true;
        return 0;
      });
      loop.start();
    });
    await begun;
    await loop?.stop();
    expect(ended).toBe(true);
  });
});
