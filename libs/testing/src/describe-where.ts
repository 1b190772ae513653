/**
 * `describe` where something is available, else a skipped suite whose name says why: `npm test` prints that name.
 * @example describeWhere(process.env.MEILI_URL !== undefined, 'MEILI_URL is not set')('search in Meilisearch', () => …)
 */
export function describeWhere(available: boolean, reason: string): (name: string, suite: () => void) => void {
  return (name, suite) => (available ? describe(name, suite) : describe.skip(`${name} [left out: ${reason}]`, suite));
}
