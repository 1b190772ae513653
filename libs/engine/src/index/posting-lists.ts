/** Packed postings of one term, in slot order: `slot << valueBits | value`, unsigned. */
export interface PostingList {
  readonly packed: Uint32Array;
  readonly length: number;
}

interface GrowingList {
  packed: Uint32Array;
  length: number;
}

/** Term to packed postings. Slots are appended in rising order, so that lists stay sorted without ever being sorted. */
export class PostingLists {
  private readonly lists = new Map<string, GrowingList>();
  /** Slots that a posting has room for. */
  readonly slotLimit: number;
  private readonly valueLimit: number;

  constructor(readonly valueBits: number) {
    this.slotLimit = 2 ** (32 - valueBits);
    this.valueLimit = 2 ** valueBits;
  }

  list(key: string): PostingList | undefined {
    return this.lists.get(key);
  }

  append(key: string, slot: number, value: number): void {
    if (slot >= this.slotLimit || value >= this.valueLimit)
      throw new RangeError(
        `posting (${slot}, ${value}) is beyond ${this.slotLimit} slots or ${this.valueLimit} values`,
      );
    let list = this.lists.get(key);
    if (!list) this.lists.set(key, (list = { packed: new Uint32Array(4), length: 0 }));
    if (list.length === list.packed.length) {
      const longer = new Uint32Array(list.length + (list.length >> 1) + 4);
      longer.set(list.packed);
      list.packed = longer;
    }
    list.packed[list.length++] = slot * this.valueLimit + value;
  }

  /** Moves every posting to its new slot, in the same order; postings of slots that move to -1 are dropped, and so are empty lists. */
  move(newSlots: Int32Array): void {
    for (const [key, list] of this.lists) {
      let kept = 0;
      for (let at = 0; at < list.length; at++) {
        const packed = list.packed[at]!;
        const slot = newSlots[packed >>> this.valueBits]!;
        if (slot >= 0) list.packed[kept++] = slot * this.valueLimit + (packed & (this.valueLimit - 1));
      }
      list.length = kept;
      if (kept === 0) this.lists.delete(key);
      else if (kept < list.packed.length >> 1) list.packed = list.packed.slice(0, kept);
    }
  }
}
