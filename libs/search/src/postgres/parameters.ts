/** Values of one statement; the text of a statement never holds a value. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Places a value and gives what stands for it in the statement. */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
