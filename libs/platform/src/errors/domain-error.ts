import type { ProblemType } from '#contracts';

export interface InputError {
  /** JSON pointer into the body (`/facts/0/level`), or `query/name`, `path/name`. */
  readonly pointer: string;
  readonly detail: string;
}

/** A fact about why something cannot be done. The edge turns it into a problem document; `facts` must hold no personal data, it is logged. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly type: ProblemType,
    readonly detail?: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly InputError[] = [],
  ) {
    super(detail ? `${type}: ${detail}` : type);
  }
}

/** Input that parses but points at something that does not exist or cannot be. */
export const invalidInput = (errors: readonly InputError[]): DomainError =>
  new DomainError('invalid-input', undefined, {}, errors);

/** What does not exist, and what is somebody else's: told alike, so that ids cannot be probed. */
export const notFound = (): DomainError => new DomainError('not-found');

/** Whether a part of the system was away: a message that met it waits and uses up no attempt. */
export const isUnavailable = (error: unknown): boolean => error instanceof DomainError && error.type === 'unavailable';
