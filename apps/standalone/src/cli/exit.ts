export const exitCode = { done: 0, nothingDone: 1, wrongUse: 2, someRejected: 3 } as const;

/** Ends the command with a code and, where there is something to say, one line. */
export class Exit extends Error {
  constructor(
    readonly code: number,
    message = '',
  ) {
    super(message);
  }
}
