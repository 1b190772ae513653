/** A snapshot that is corrupted, of another version, or about something else. It is not used: the engine is built anew. */
export class SnapshotRefusedError extends Error {
  constructor(readonly why: string) {
    super(`the snapshot is refused: ${why}`);
    this.name = 'SnapshotRefusedError';
  }
}
