/** One line of the table: what was seen, beside what it must reach. */
export interface Figure {
  readonly figure: string;
  readonly seen: string;
  readonly goal: string;
  /** Undefined where there is no goal, or it was not measured. */
  readonly met?: boolean;
}

export const figures: Figure[] = [];

export const note = (figure: string, seen: string, goal = '', met?: boolean): void => {
  figures.push({ figure, seen, goal, ...(met === undefined ? {} : { met }) });
  console.error(`  ${figure}: ${seen}${met === undefined ? '' : met ? ' (met)' : ' (NOT met)'}`);
};

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
export const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export function elapsed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** Milliseconds of the processor: fairer than the clock where others use the machine too. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)}x`;
export const inUs = (ms: number): string => `${(1000 * ms).toFixed(ms < 0.01 ? 1 : 0)} us`;
export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
