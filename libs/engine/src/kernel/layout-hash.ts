import { createHash } from 'node:crypto';

/** The custom section of a compiled kernel that says which layout it was built with. */
export const layoutSection = 'layout';

/** Of every name and number that kernel and host must agree about. The build writes it into the kernel, and the host compares it with its own. */
export function layoutHash(layout: object): string {
  const entries = (of: object): [string, unknown][] =>
    Object.entries(of)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]: [string, unknown]) => [name, typeof value === 'object' && value ? entries(value) : value]);
  return createHash('sha256')
    .update(JSON.stringify(entries(layout)))
    .digest('hex');
}
