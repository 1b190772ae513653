export type TaxonomyErrorCode =
  | 'duplicate-id'
  | 'bad-id'
  | 'empty-label'
  | 'unknown-kind'
  | 'unknown-target'
  | 'wrong-kind'
  | 'cycle'
  | 'bad-value'
  | 'unreadable'
  | 'wrong-hash'
  | 'unknown-concept';

/** A taxonomy that cannot be used, or a concept that is not in it; `place` says where, for instance `concepts[12].broader[0]`. */
export class TaxonomyError extends Error {
  override readonly name = 'TaxonomyError';

  constructor(
    readonly code: TaxonomyErrorCode,
    readonly place: string,
    detail: string,
  ) {
    super(`${place}: ${detail} (${code})`);
  }
}
