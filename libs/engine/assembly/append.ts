// Adds a slot to the lists of its terms.
import { dense, headBytes, S } from '../src/kernel/layout';
import { pointer, word } from './words';

/** Pairs of term and value from `at` on; answers the first whose list is missing or full, or `count`. */
export function append(segment: usize, slot: u32, pairs: usize, at: u32, count: u32): u32 {
  const terms = <u32>word(segment, S.terms);
  const table = pointer(segment, S.table);
  for (; at < count; at++) {
    const pair = pairs + ((<usize>at) << 3);
    const term = load<u32>(pair);
    if (term >= terms) return at;
    const list = <usize>load<u32>(table + ((<usize>term) << 2));
    if (list == 0) return at;
    const length = load<i32>(list);
    if (length == dense) {
      store<u8>(list + <usize>headBytes + <usize>slot, <u8>load<u32>(pair, 4));
      continue;
    }
    if (<u32>length == load<u32>(list, 4)) return at;
    store<u32>(list + <usize>headBytes + ((<usize>length) << 2), (slot << 16) | load<u32>(pair, 4));
    store<i32>(list, length + 1);
  }
  return at;
}
