/** The engine cannot be reached, is overloaded, did not answer in time or has no such index: degrade, or try again later. */
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

/** Some documents cannot be indexed, now or later; their neighbours in the same call are in. */
export class SearchWriteFailed extends Error {
  override readonly name = 'SearchWriteFailed';

  constructor(readonly failures: { id: string; reason: string }[]) {
    const [first] = failures;
    super(`${failures.length} documents cannot be indexed, first ${first?.id}: ${first?.reason}`);
  }
}
