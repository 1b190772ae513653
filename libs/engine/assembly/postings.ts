// Lists of one term in one segment: `slot << 16 | value` in slot order, or a column of bytes.
import { dense, headBytes, S } from '../src/kernel/layout';
import { pointer, word } from './words';

/** What `open` found: where the postings of the window begin and end, or the column. */
export let from: usize = 0;
export let to: usize = 0;
export let column: usize = 0;

/** First posting whose slot is at least `slot`. */
function lower(at: usize, end: usize, slot: i32): usize {
  let low: usize = 0;
  let high: usize = (end - at) >> 2;
  const key = (<u32>slot) << 16;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(at + (middle << 2)) < key) low = middle + 1;
    else high = middle;
  }
  return at + (low << 2);
}

/** 0 where the segment has no such list, 1 for postings, 2 for a column. */
export function open(segment: usize, term: i32, low: i32, high: i32): i32 {
  if (term >= word(segment, S.terms)) return 0;
  const list = <usize>load<u32>(pointer(segment, S.table) + ((<usize>term) << 2));
  if (list == 0) return 0;
  const length = load<i32>(list);
  const at = list + <usize>headBytes;
  if (length == dense) {
    column = at;
    return 2;
  }
  from = at;
  to = at + ((<usize>length) << 2);
  if (high - low < 64) {
    from = lower(from, to, low);
    to = lower(from, to, high);
  }
  return from < to ? 1 : 0;
}

function slotOf(posting: u32): usize {
  return <usize>(posting >> 16);
}

function valueOf(posting: u32): usize {
  return <usize>(posting & 0xffff);
}

function add32(at: usize, sums: usize, table: usize): void {
  const posting = load<u32>(at);
  const sum = sums + (slotOf(posting) << 2);
  store<i32>(sum, load<i32>(sum) + load<i32>(table + (valueOf(posting) << 2)));
}

/** Adds `table[value]` of each posting. */
export function addTable32(kind: i32, sums: usize, table: usize, low: i32, high: i32): void {
  if (kind == 2) {
    for (let slot = <usize>low; slot < <usize>high; slot++) {
      const sum = sums + (slot << 2);
      store<i32>(sum, load<i32>(sum) + load<i32>(table + ((<usize>load<u8>(column + slot)) << 2)));
    }
    return;
  }
  let at = from;
  const end = to;
  for (; at + 12 < end; at += 16) {
    add32(at, sums, table);
    add32(at + 4, sums, table);
    add32(at + 8, sums, table);
    add32(at + 12, sums, table);
  }
  for (; at < end; at += 4) add32(at, sums, table);
}

function add64(at: usize, sums: usize, table: usize): void {
  const posting = load<u32>(at);
  const sum = sums + (slotOf(posting) << 3);
  store<i64>(sum, load<i64>(sum) + load<i64>(table + (valueOf(posting) << 3)));
}

/** The same, of pairs: the whole in the upper half, what uses skills in the lower. */
export function addTable64(kind: i32, sums: usize, table: usize, low: i32, high: i32): void {
  if (kind == 2) {
    for (let slot = <usize>low; slot < <usize>high; slot++) {
      const sum = sums + (slot << 3);
      store<i64>(sum, load<i64>(sum) + load<i64>(table + ((<usize>load<u8>(column + slot)) << 3)));
    }
    return;
  }
  let at = from;
  const end = to;
  for (; at + 12 < end; at += 16) {
    add64(at, sums, table);
    add64(at + 4, sums, table);
    add64(at + 8, sums, table);
    add64(at + 12, sums, table);
  }
  for (; at < end; at += 4) add64(at, sums, table);
}

/** Adds `factor x value` of each posting. */
export function addScaled32(kind: i32, sums: usize, factor: i32, low: i32, high: i32): void {
  if (kind == 2) {
    for (let slot = <usize>low; slot < <usize>high; slot++) {
      const sum = sums + (slot << 2);
      store<i32>(sum, load<i32>(sum) + factor * <i32>load<u8>(column + slot));
    }
    return;
  }
  for (let at = from, end = to; at < end; at += 4) {
    const posting = load<u32>(at);
    const sum = sums + (slotOf(posting) << 2);
    store<i32>(sum, load<i32>(sum) + factor * <i32>valueOf(posting));
  }
}

export function addScaled64(kind: i32, sums: usize, factor: i64, low: i32, high: i32): void {
  if (kind == 2) {
    for (let slot = <usize>low; slot < <usize>high; slot++) {
      const sum = sums + (slot << 3);
      store<i64>(sum, load<i64>(sum) + factor * <i64>load<u8>(column + slot));
    }
    return;
  }
  for (let at = from, end = to; at < end; at += 4) {
    const posting = load<u32>(at);
    const sum = sums + (slotOf(posting) << 3);
    store<i64>(sum, load<i64>(sum) + factor * <i64>valueOf(posting));
  }
}

/** Raises bytes to the postings' values. */
export function raise(kind: i32, bytes: usize, low: i32, high: i32): void {
  if (kind == 2) {
    for (let at = <usize>(low & ~15); at < <usize>high; at += 16)
      v128.store(bytes + at, i8x16.max_u(v128.load(bytes + at), v128.load(column + at)));
    return;
  }
  for (let at = from, end = to; at < end; at += 4) {
    const posting = load<u32>(at);
    const byte = bytes + slotOf(posting);
    store<u8>(byte, max(load<u8>(byte), <u8>valueOf(posting)));
  }
}

/** Raises bytes to one value, wherever there is a posting. */
export function raiseTo(kind: i32, bytes: usize, value: i32, low: i32, high: i32): void {
  if (kind == 2) {
    const splat = i8x16.splat(<i8>value);
    for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
      const has = i8x16.ne(v128.load(column + at), i8x16.splat(0));
      v128.store(bytes + at, i8x16.max_u(v128.load(bytes + at), v128.and(has, splat)));
    }
    return;
  }
  for (let at = from, end = to; at < end; at += 4) {
    const byte = bytes + slotOf(load<u32>(at));
    store<u8>(byte, max(load<u8>(byte), <u8>value));
  }
}

/** Lowers bytes to one value. */
export function lowerTo(kind: i32, bytes: usize, value: i32, low: i32, high: i32): void {
  if (kind == 2) {
    const splat = i8x16.splat(<i8>value);
    for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
      const hasNot = i8x16.eq(v128.load(column + at), i8x16.splat(0));
      v128.store(bytes + at, i8x16.min_u(v128.load(bytes + at), v128.or(hasNot, splat)));
    }
    return;
  }
  for (let at = from, end = to; at < end; at += 4) {
    const byte = bytes + slotOf(load<u32>(at));
    store<u8>(byte, min(load<u8>(byte), <u8>value));
  }
}

/** Sets bits wherever there is a posting. */
export function setBits(kind: i32, bytes: usize, bits: i32, low: i32, high: i32): void {
  if (kind == 2) {
    const splat = i8x16.splat(<i8>bits);
    for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
      const has = i8x16.ne(v128.load(column + at), i8x16.splat(0));
      v128.store(bytes + at, v128.or(v128.load(bytes + at), v128.and(has, splat)));
    }
    return;
  }
  for (let at = from, end = to; at < end; at += 4) {
    const byte = bytes + slotOf(load<u32>(at));
    store<u8>(byte, load<u8>(byte) | (<u8>bits));
  }
}
