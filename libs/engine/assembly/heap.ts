// The k best so far, by score and then by id: a heap whose root is the worst that is kept.
import { Q, S } from '../src/kernel/layout';
import { pointer, setWord, word } from './words';

/** Scores below this cannot get in. */
export let floor: i64 = 0;

function idAt(q: usize, slot: u32): usize {
  const segment = <usize>load<u32>(pointer(q, Q.segments) + ((<usize>(slot >> 16)) << 2));
  return <usize>load<u32>(pointer(segment, S.ids) + ((<usize>(slot & 0xffff)) << 2));
}

/** Whether the id at `a` comes after that at `b`: two bytes of length, then bytes that sort as the code units do. */
function idIsAfter(a: usize, b: usize): bool {
  const lengthA = <usize>load<u16>(a);
  const lengthB = <usize>load<u16>(b);
  const common = min(lengthA, lengthB);
  for (let at: usize = 0; at < common; at++) {
    const byteA = load<u8>(a + 2 + at);
    const byteB = load<u8>(b + 2 + at);
    if (byteA != byteB) return byteA > byteB;
  }
  return lengthA > lengthB;
}

function isWorse(q: usize, scoreA: i64, slotA: u32, scoreB: i64, slotB: u32): bool {
  return scoreA != scoreB ? scoreA < scoreB : idIsAfter(idAt(q, slotA), idAt(q, slotB));
}

export function resetHeap(q: usize): void {
  setWord(q, Q.found, 0);
  floor = word(q, Q.k) > 0 ? 0 : i64.MAX_VALUE;
}

function put(q: usize, at: i32, score: i64, slot: u32, employer: i32, seeker: i32): void {
  store<i64>(pointer(q, Q.heapScores) + ((<usize>at) << 3), score);
  store<u32>(pointer(q, Q.heapSlots) + ((<usize>at) << 2), slot);
  store<i32>(pointer(q, Q.heapEmployer) + ((<usize>at) << 2), employer);
  store<i32>(pointer(q, Q.heapSeeker) + ((<usize>at) << 2), seeker);
}

function scoreAt(q: usize, at: i32): i64 {
  return load<i64>(pointer(q, Q.heapScores) + ((<usize>at) << 3));
}

function slotAt(q: usize, at: i32): u32 {
  return load<u32>(pointer(q, Q.heapSlots) + ((<usize>at) << 2));
}

function move(q: usize, from: i32, to: i32): void {
  const employer = load<i32>(pointer(q, Q.heapEmployer) + ((<usize>from) << 2));
  const seeker = load<i32>(pointer(q, Q.heapSeeker) + ((<usize>from) << 2));
  put(q, to, scoreAt(q, from), slotAt(q, from), employer, seeker);
}

function sink(q: usize, count: i32, score: i64, slot: u32, employer: i32, seeker: i32): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    const right = child + 1;
    if (right < count && isWorse(q, scoreAt(q, right), slotAt(q, right), scoreAt(q, child), slotAt(q, child)))
      child = right;
    if (!isWorse(q, scoreAt(q, child), slotAt(q, child), score, slot)) break;
    move(q, child, at);
    at = child;
  }
  put(q, at, score, slot, employer, seeker);
}

export function offer(q: usize, score: i64, slot: u32, employer: i32, seeker: i32): void {
  if (word(q, Q.hasAfter)) {
    const after = load<i64>(q + ((<usize>Q.afterScore) << 2));
    if (score > after || (score == after && !idIsAfter(idAt(q, slot), pointer(q, Q.afterId)))) return;
  }
  const count = word(q, Q.found);
  const k = word(q, Q.k);
  if (count < k) {
    let at = count;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(q, score, slot, scoreAt(q, parent), slotAt(q, parent))) break;
      move(q, parent, at);
      at = parent;
    }
    put(q, at, score, slot, employer, seeker);
    setWord(q, Q.found, count + 1);
    if (count + 1 == k) floor = scoreAt(q, 0);
    return;
  }
  if (!isWorse(q, scoreAt(q, 0), slotAt(q, 0), score, slot)) return;
  sink(q, count, score, slot, employer, seeker);
  floor = scoreAt(q, 0);
}

/** Sorts what was found in place, best first. */
export function sortHeap(q: usize): void {
  for (let last = word(q, Q.found) - 1; last > 0; last--) {
    const score = scoreAt(q, last);
    const slot = slotAt(q, last);
    const employer = load<i32>(pointer(q, Q.heapEmployer) + ((<usize>last) << 2));
    const seeker = load<i32>(pointer(q, Q.heapSeeker) + ((<usize>last) << 2));
    move(q, 0, last);
    sink(q, last, score, slot, employer, seeker);
  }
}
