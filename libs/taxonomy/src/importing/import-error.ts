export type ImportErrorCode =
  | 'missing'
  | 'wrong-encoding'
  | 'broken-json'
  | 'broken-table'
  | 'bad-value'
  | 'duplicate-id'
  | 'unknown-relation'
  | 'unknown-target'
  | 'cycle'
  | 'unknown-file'
  | 'unreachable';

/** Input that a taxonomy cannot be made of; `place` says where in the file (`line 12`, `data.concepts[3].related[0]`), empty for all of it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly code: ImportErrorCode,
    readonly file: string,
    readonly place: string,
    detail: string,
  ) {
    super(`${file}${place && `, ${place}`}: ${detail} (${code})`);
  }
}
