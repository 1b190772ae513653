/** A growing table of whole numbers: row after row in one array. */
export class IntRows {
  data: Int32Array;

  constructor(
    readonly width: number,
    rows = 64,
  ) {
    this.data = new Int32Array(width * rows);
  }

  /** Offset of a row, which exists afterwards. */
  at(row: number): number {
    const offset = row * this.width;
    if (offset + this.width > this.data.length) {
      const longer = new Int32Array(Math.max(offset + this.width, 2 * this.data.length));
      longer.set(this.data);
      this.data = longer;
    }
    return offset;
  }

  copy(from: number, to: number): void {
    this.data.copyWithin(to * this.width, from * this.width, (from + 1) * this.width);
  }
}
