/** More was asked for than there is room for, or less than makes sense: what, how much, and the bounds. Nothing is ever cut or wrapped instead. */
export class LimitError extends RangeError {
  constructor(
    readonly what: string,
    readonly value: number,
    readonly min: number,
    readonly max: number,
  ) {
    super(`${what} is ${value}, not a whole number from ${min} to ${max}`);
    this.name = 'LimitError';
  }
}

export function requireWhole(what: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max) throw new LimitError(what, value, min, max);
}
