import type { DocumentRevision } from '#search';

/** One vacancy on which database and index disagree; null where it is not to be found. */
export interface Drift {
  readonly id: string;
  readonly stored: number | null;
  readonly indexed: number | null;
}

/** Where two lists of revisions differ. */
export function findDrift(stored: readonly DocumentRevision[], indexed: readonly DocumentRevision[]): Drift[] {
  const inIndex = new Map(indexed.map(({ id, revision }) => [id, revision]));
  const drift: Drift[] = [];
  for (const { id, revision } of stored) {
    const found = inIndex.get(id) ?? null;
    inIndex.delete(id);
    if (found !== revision) drift.push({ id, stored: revision, indexed: found });
  }
  for (const [id, revision] of inIndex) drift.push({ id, stored: null, indexed: revision });
  return drift;
}

/** The index holds a later revision than the database: the database was set back. */
export const isAhead = ({ stored, indexed }: Drift): boolean => stored !== null && indexed !== null && indexed > stored;
