interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  leftOut: string[];
}
interface TotalsModule {
  fromJest: (report: object) => Totals;
  sum: (all: Totals[]) => Totals;
  lastLine: (totals: Totals) => string;
}

const file = './totals.mjs';
const { fromJest, lastLine, sum } = (await import(file)) as TotalsModule;

const assertion = (status: string, ...titles: string[]): object => ({
  status,
  ancestorTitles: titles.slice(0, -1),
  title: titles.at(-1),
});
const report = (numbers: object, assertionResults: object[] = []): object => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [{ assertionResults }],
  ...numbers,
});

describe('totals over all runners', () => {
  it('add up, and a suite that could not be loaded is a failure', () => {
    const first = fromJest(report({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2 }));
    const second = fromJest(report({ numPassedTests: 5, numRuntimeErrorTestSuites: 1, numTodoTests: 1 }));
    expect(lastLine(sum([first, second]))).toBe('15 passed, 2 failed, 3 skipped');
  });

  it('do not mention skipped tests where there are none', () => {
    expect(lastLine(sum([fromJest(report({ numPassedTests: 3 }))]))).toBe('3 passed, 0 failed');
    expect(lastLine(sum([]))).toBe('0 passed, 0 failed');
  });

  it('name each skipped suite once, by the title that holds the reason', () => {
    const skipped = [
      assertion('pending', 'queues on Redis [left out: no Redis]', 'retry', 'again'),
      assertion('pending', 'queues on Redis [left out: no Redis]', 'once'),
      assertion('pending', 'a suite', 'a skipped test'),
      assertion('passed', 'a suite', 'a test'),
    ];
    expect(fromJest(report({}, skipped)).leftOut).toEqual([
      'queues on Redis [left out: no Redis]',
      'a suite › a skipped test',
    ]);
  });
});
