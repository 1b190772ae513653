// Exact lists over segments of an inverted index. Everything that grows is allocated by the host; the kernel keeps nothing between calls.
export { append } from './append';
import { resetHeap, sortHeap } from './heap';
import { entryBytes, Mode, passed, Q, S } from '../src/kernel/layout';
import { pointer, setWord, word } from './words';
import { scan, writeFits } from './scan';
import { runSteps } from './steps';

function segmentAt(q: usize, index: i32): usize {
  return <usize>load<u32>(pointer(q, Q.segments) + ((<usize>index) << 2));
}

/** 255 for each vacancy that can still be applied for; dead ones have day 0. */
function listOpen(q: usize, segment: usize, low: i32, high: i32): void {
  const days = pointer(segment, S.alive);
  const listed = pointer(q, Q.ownListed);
  const today = i16x8.splat(<i16>word(q, Q.today));
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const a = i16x8.ge_u(v128.load(days + (at << 1)), today);
    const b = i16x8.ge_u(v128.load(days + (at << 1), 16), today);
    v128.store(listed + at, i8x16.narrow_i16x8_s(a, b));
  }
  memory.fill(listed + <usize>high, 0, <usize>(-high & 15));
  setWord(q, Q.listed, <i32>(<u32>listed));
}

function fillSums(q: usize, low: i32, high: i32): void {
  const sums = pointer(q, Q.sums);
  const base = word(q, Q.employerBase);
  const isWide = word(q, Q.isWide);
  const splat = isWide ? i64x2.splat((<i64>base) << 32) : i32x4.splat(base);
  const shift: usize = isWide ? 3 : 2;
  const end = sums + ((<usize>((high + 15) & ~15)) << shift);
  for (let at = sums + ((<usize>(low & ~15)) << shift); at < end; at += 64) {
    v128.store(at, splat);
    v128.store(at, splat, 16);
    v128.store(at, splat, 32);
    v128.store(at, splat, 48);
  }
}

function prepare(q: usize, segment: usize, low: i32, high: i32): void {
  if (word(q, Q.isOfVacancies)) listOpen(q, segment, low, high);
  else if (word(q, Q.hasFilter)) {
    const listed = pointer(q, Q.ownListed);
    memory.copy(listed + <usize>low, pointer(segment, S.alive) + <usize>low, <usize>(high - low));
    // what lies beyond the last slot is nobody
    memory.fill(listed + <usize>high, 0, <usize>(-high & 15));
    setWord(q, Q.listed, <i32>(<u32>listed));
  } else setWord(q, Q.listed, word(segment, S.alive));
  if (word(q, Q.isOfVacancies) && word(q, Q.reasons))
    memory.fill(pointer(q, Q.fail) + <usize>low, <u8>passed, <usize>(high - low));
  const mode = word(q, Q.mode);
  if (mode == Mode.count) return;
  fillSums(q, low, high);
  if (mode != Mode.employer) memory.fill(pointer(q, Q.wanted) + <usize>low, 0, <usize>(high - low));
}

/** Counts everything and finds the k best of all segments, best first. */
export function find(q: usize): void {
  resetHeap(q);
  for (let at = Q.total; at < Q.removed + 6; at++) setWord(q, at, 0);
  const count = word(q, Q.segmentCount);
  for (let window = 0; window < count; window++) {
    const segment = segmentAt(q, window);
    const slots = word(segment, S.slots);
    if (slots == 0) continue;
    prepare(q, segment, 0, slots);
    runSteps(q, segment, 0, slots);
    scan(q, segment, window, slots);
  }
  sortHeap(q);
}

/** Both fits of what was found, by a question in mode `both` with the same heap. */
export function fits(q: usize): void {
  for (let at = 0, found = word(q, Q.found); at < found; at++) {
    const found = load<u32>(pointer(q, Q.heap) + <usize>at * <usize>entryBytes, 8);
    const segment = segmentAt(q, <i32>(found >> 16));
    const slot = <i32>(found & 0xffff);
    prepare(q, segment, slot, slot + 1);
    runSteps(q, segment, slot, slot + 1);
    writeFits(q, segment, slot, at);
  }
}

/** The floor that questions are measured against: fill, and the same steps, and nothing else. */
export function fillAndAdd(q: usize): void {
  const count = word(q, Q.segmentCount);
  for (let window = 0; window < count; window++) {
    const segment = segmentAt(q, window);
    fillSums(q, 0, word(segment, S.slots));
    runSteps(q, segment, 0, word(segment, S.slots));
  }
}
