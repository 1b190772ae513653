import type { ConceptKind } from '#contracts';

/** What came of an import, for people to read and for machines. */
export class ImportReport {
  /** Concepts of each kind: those that the starter brought, and those that the files added. */
  readonly concepts: Partial<Record<ConceptKind, { starter: number; added: number }>> = {};
  /** Relations of each sort. */
  readonly relations: Record<string, number> = {};
  /** What became of other things that were read. */
  readonly counts: Record<string, number> = {};
  /** What was read and is not in the snapshot, with the reason. */
  readonly leftOut: Record<string, number> = {};
  /** What the files lack and the starter gave. */
  readonly fromStarter: Record<string, number> = {};
  /** Files that say nothing to a taxonomy. */
  readonly unusedFiles: { readonly file: string; readonly reason: string }[] = [];

  count(what: string, number = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + number;
  }

  leaveOut(what: string, reason: string): void {
    const key = `${what}: ${reason}`;
    this.leftOut[key] = (this.leftOut[key] ?? 0) + 1;
  }
}
