/** The engine cannot be reached, is overloaded or did not answer in time: degrade, or try again later. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';

  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}

/** The query asks for something that the index does not have; the asker's mistake, not the engine's. */
export class InvalidSearchQuery extends Error {
  override readonly name = 'InvalidSearchQuery';
}

/** The engine accepted a write and failed at it, or refused a document. */
export class SearchWriteFailed extends Error {
  override readonly name = 'SearchWriteFailed';

  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
