/** A profile or vacancy was named that the engine does not hold. */
export class UnknownIdError extends Error {
  constructor(
    readonly what: 'profile' | 'vacancy',
    readonly id: string,
  ) {
    super(`the engine holds no ${what} ${id}`);
    this.name = 'UnknownIdError';
  }
}
