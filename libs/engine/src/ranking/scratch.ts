/** Arrays that questions use one after the other, kept so that a question allocates nothing that grows with the index. */
export class Scratch {
  private readonly ints = new Map<string, Int32Array>();
  private readonly bytes = new Map<string, Uint8Array>();

  /** Zeroed. */
  int32(name: string, length: number): Int32Array {
    let array = this.ints.get(name);
    if (!array || array.length < length) this.ints.set(name, (array = new Int32Array(roomFor(length))));
    return array.fill(0, 0, length);
  }

  /** Zeroed. */
  uint8(name: string, length: number): Uint8Array {
    let array = this.bytes.get(name);
    if (!array || array.length < length) this.bytes.set(name, (array = new Uint8Array(roomFor(length))));
    return array.fill(0, 0, length);
  }
}

const roomFor = (length: number): number => Math.max(1024, length + (length >> 1));
