import { OutageLog } from './outage-log.js';

function recorded(): { log: OutageLog; lines: string[]; pass: (seconds: number) => void } {
  const lines: string[] = [];
  let now = 0;
  const write = (_: object, message: string): void => void lines.push(message);
  const log = new OutageLog({ info: write, warn: write, error: write }, 'The queue', () => now);
  return { log, lines, pass: (seconds) => (now += seconds * 1_000) };
}

describe('OutageLog', () => {
  it('says an outage once, however often it is retried, and its end once', () => {
    const { log, lines } = recorded();
    for (let retry = 0; retry < 10; retry += 1) log.failed(new Error('refused'));
    log.recovered();
    log.recovered();
    expect(lines).toEqual(['The queue failed, retrying', 'The queue works again']);
  });

  it('counts flapping as one outage and a later one as another', () => {
    const { log, lines, pass } = recorded();
    log.failed(new Error('refused'));
    log.recovered();
    pass(5);
    log.failed(new Error('refused'));
    log.recovered();
    expect(lines).toHaveLength(2);
    pass(60);
    log.failed(new Error('refused'));
    expect(lines).toHaveLength(3);
  });
});
