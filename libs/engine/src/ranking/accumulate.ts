import type { PostingList } from '../index/posting-lists.js';

/** Adds `factors[value]` to each posting's slot. */
export function addByTable(list: PostingList | undefined, bits: number, factors: Int32Array, sums: Int32Array): void {
  if (!list) return;
  const { packed, length } = list;
  const mask = (1 << bits) - 1;
  for (let at = 0; at < length; at++) {
    const posting = packed[at]!;
    sums[posting >>> bits]! += factors[posting & mask]!;
  }
}

/** Adds `factor x value` to each posting's slot. */
export function addScaled(list: PostingList | undefined, bits: number, factor: number, sums: Int32Array): void {
  if (!list) return;
  const { packed, length } = list;
  const mask = (1 << bits) - 1;
  for (let at = 0; at < length; at++) {
    const posting = packed[at]!;
    sums[posting >>> bits]! += factor * (posting & mask);
  }
}

/** Raises each posting's slot to its value. */
export function raiseToValue(list: PostingList | undefined, bits: number, highest: Uint8Array): void {
  if (!list) return;
  const { packed, length } = list;
  const mask = (1 << bits) - 1;
  for (let at = 0; at < length; at++) {
    const posting = packed[at]!;
    const value = posting & mask;
    if (value > highest[posting >>> bits]!) highest[posting >>> bits] = value;
  }
}

/** Raises each posting's slot to one value, whatever the posting's own. */
export function raiseTo(value: number, list: PostingList | undefined, bits: number, highest: Uint8Array): void {
  if (!list) return;
  const { packed, length } = list;
  for (let at = 0; at < length; at++) {
    const slot = packed[at]! >>> bits;
    if (value > highest[slot]!) highest[slot] = value;
  }
}

/** Calls back with every posting. */
export function eachPosting(list: PostingList | undefined, bits: number, visit: (slot: number, value: number) => void) {
  if (!list) return;
  const { packed, length } = list;
  const mask = (1 << bits) - 1;
  for (let at = 0; at < length; at++) visit(packed[at]! >>> bits, packed[at]! & mask);
}
