// The k best so far, by score and then by id: a heap whose root is the worst that is kept. An entry is its score (8 bytes), slot, employer's and seeker's fit.
import { entryBytes, Q, S } from '../src/kernel/layout';
import { pointer, setWord, word } from './words';

/** Scores below this cannot get in. */
export let floor: i64 = 0;

const size: usize = <usize>entryBytes;

function idAt(q: usize, slot: u32): usize {
  const segment = <usize>load<u32>(pointer(q, Q.segments) + ((<usize>(slot >> 16)) << 2));
  return <usize>load<u32>(pointer(segment, S.ids) + ((<usize>(slot & 0xffff)) << 2));
}

/** Whether the id at `a` comes after that at `b`: two bytes of length, then bytes that sort as the code units do. */
function idIsAfter(a: usize, b: usize): bool {
  const lengthA = <usize>load<u16>(a);
  const lengthB = <usize>load<u16>(b);
  const common = min(lengthA, lengthB);
  let at: usize = 0;
  for (; at + 8 <= common; at += 8) {
    const differing = load<u64>(a + 2 + at) ^ load<u64>(b + 2 + at);
    if (!differing) continue;
    const first = at + <usize>(ctz(differing) >> 3);
    return load<u8>(a + 2 + first) > load<u8>(b + 2 + first);
  }
  for (; at < common; at++) {
    const byteA = load<u8>(a + 2 + at);
    const byteB = load<u8>(b + 2 + at);
    if (byteA != byteB) return byteA > byteB;
  }
  return lengthA > lengthB;
}

// @ts-ignore: decorator
@inline function isWorse(q: usize, scoreA: i64, slotA: u32, scoreB: i64, slotB: u32): bool {
  return scoreA != scoreB ? scoreA < scoreB : idIsAfter(idAt(q, slotA), idAt(q, slotB));
}

export function resetHeap(q: usize): void {
  setWord(q, Q.found, 0);
  floor = word(q, Q.k) > 0 ? 0 : i64.MAX_VALUE;
}

function put(entry: usize, score: i64, slot: u32, employer: i32, seeker: i32): void {
  store<i64>(entry, score);
  store<u32>(entry, slot, 8);
  store<i32>(entry, employer, 12);
  store<i32>(entry, seeker, 16);
}

function move(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  store<i32>(to, load<i32>(from, 16), 16);
}

function sink(q: usize, heap: usize, count: usize, score: i64, slot: u32, employer: i32, seeker: i32): void {
  let at: usize = 0;
  for (;;) {
    let child: usize = 2 * at + 1;
    if (child >= count) break;
    let entry = heap + child * size;
    if (child + 1 < count) {
      const right = entry + size;
      if (isWorse(q, load<i64>(right), load<u32>(right, 8), load<i64>(entry), load<u32>(entry, 8))) {
        entry = right;
        child++;
      }
    }
    if (!isWorse(q, load<i64>(entry), load<u32>(entry, 8), score, slot)) break;
    move(entry, heap + at * size);
    at = child;
  }
  put(heap + at * size, score, slot, employer, seeker);
}

export function offer(q: usize, score: i64, slot: u32, employer: i32, seeker: i32): void {
  if (word(q, Q.hasAfter)) {
    const after = load<i64>(q + ((<usize>Q.afterScore) << 2));
    if (score > after || (score == after && !idIsAfter(idAt(q, slot), pointer(q, Q.afterId)))) return;
  }
  const heap = pointer(q, Q.heap);
  const count = <usize>word(q, Q.found);
  const k = <usize>word(q, Q.k);
  if (count == k) {
    if (!isWorse(q, load<i64>(heap), load<u32>(heap, 8), score, slot)) return;
    sink(q, heap, count, score, slot, employer, seeker);
    floor = load<i64>(heap);
    return;
  }
  let at = count;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const entry = heap + parent * size;
    if (!isWorse(q, score, slot, load<i64>(entry), load<u32>(entry, 8))) break;
    move(entry, heap + at * size);
    at = parent;
  }
  put(heap + at * size, score, slot, employer, seeker);
  setWord(q, Q.found, <i32>count + 1);
  if (count + 1 == k) floor = load<i64>(heap);
}

/** Sorts what was found in place, best first. */
export function sortHeap(q: usize): void {
  const heap = pointer(q, Q.heap);
  for (let last = <usize>word(q, Q.found); last > 1;) {
    last--;
    const entry = heap + last * size;
    const score = load<i64>(entry);
    const slot = load<u32>(entry, 8);
    const employer = load<i32>(entry, 12);
    const seeker = load<i32>(entry, 16);
    move(heap, entry);
    sink(q, heap, last, score, slot, employer, seeker);
  }
}
