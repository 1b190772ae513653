// One pass over a window's slots once its steps are done: who is listed, who is taken off and why, who may be among the best.
import { floor, offer } from './heap';
import { Mode, passed, Q, S } from '../src/kernel/layout';
import { pointer, setWord, word } from './words';
import { mostOfProfile, mostOfVacancy, seekerFitOfProfile, seekerFitOfVacancy, wantedOfVacancy } from './seeker-fit';

function addTo(q: usize, index: i32, more: i32): void {
  if (more) setWord(q, index, word(q, index) + more);
}

/** Bits of the slots whose employer's fit is above `least`. */
function above32(sums: usize, least: v128): i32 {
  const a = i16x8.narrow_i32x4_s(i32x4.gt_s(v128.load(sums), least), i32x4.gt_s(v128.load(sums, 16), least));
  const b = i16x8.narrow_i32x4_s(i32x4.gt_s(v128.load(sums, 32), least), i32x4.gt_s(v128.load(sums, 48), least));
  return i8x16.bitmask(i8x16.narrow_i16x8_s(a, b));
}

function uppers(at: usize): v128 {
  return i8x16.shuffle(v128.load(at), v128.load(at, 16), 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
}

function above64(sums: usize, least: v128): i32 {
  const a = i16x8.narrow_i32x4_s(i32x4.gt_s(uppers(sums), least), i32x4.gt_s(uppers(sums + 32), least));
  const b = i16x8.narrow_i32x4_s(i32x4.gt_s(uppers(sums + 64), least), i32x4.gt_s(uppers(sums + 96), least));
  return i8x16.bitmask(i8x16.narrow_i16x8_s(a, b));
}

function bitsOf(failed: v128, reason: i32): i32 {
  return popcnt(i8x16.bitmask(i8x16.eq(failed, i8x16.splat(<i8>reason))));
}

function wantedAt(q: usize, segment: usize, slot: i32): i32 {
  if (word(q, Q.isOfVacancies))
    return wantedOfVacancy(q, segment, slot, <i32>load<u8>(pointer(q, Q.wanted) + <usize>slot));
  const constant = word(q, Q.wantedConstant);
  return constant >= 0 ? constant : <i32>load<u8>(pointer(q, Q.wanted) + <usize>slot);
}

function placeAt(q: usize, slot: i32): i32 {
  return (<i32>load<u8>(pointer(q, Q.place) + <usize>slot)) & 127;
}

function most(q: usize, segment: usize, slot: i32, wanted: i32, place: i32): i32 {
  return word(q, Q.isOfVacancies) ? mostOfVacancy(q, wanted, place) : mostOfProfile(q, segment, slot, wanted, place);
}

function seekerFit(q: usize, segment: usize, slot: i32, wanted: i32, place: i32, skillPoints: i32): i32 {
  return word(q, Q.isOfVacancies)
    ? seekerFitOfVacancy(q, segment, slot, wanted, place, skillPoints)
    : seekerFitOfProfile(q, segment, slot, wanted, place, skillPoints);
}

function leastEmployer(mode: i32): i32 {
  return (mode == Mode.both ? <i32>((floor + 999999) / 1000000) : <i32>floor) - 1;
}

function offerByEmployer(q: usize, window: i32, slot: i32, bits: i32): void {
  const sums = pointer(q, Q.sums);
  for (; bits; bits &= bits - 1) {
    const at = slot + <i32>ctz(bits);
    const employer = load<i32>(sums + ((<usize>at) << 2));
    if (<i64>employer >= floor) offer(q, <i64>employer, <u32>((window << 16) | at), employer, -1);
  }
}

function offerBySeeker(q: usize, segment: usize, window: i32, slot: i32, bits: i32): void {
  const sums = pointer(q, Q.sums);
  for (; bits; bits &= bits - 1) {
    const at = slot + <i32>ctz(bits);
    const wanted = wantedAt(q, segment, at);
    const place = placeAt(q, at);
    if (<i64>most(q, segment, at, wanted, place) < floor) continue;
    const seeker = seekerFit(q, segment, at, wanted, place, load<i32>(sums + ((<usize>at) << 2)));
    if (<i64>seeker >= floor) offer(q, <i64>seeker, <u32>((window << 16) | at), -1, seeker);
  }
}

function offerByBoth(q: usize, segment: usize, window: i32, slot: i32, bits: i32): void {
  const sums = pointer(q, Q.sums);
  for (; bits; bits &= bits - 1) {
    const at = slot + <i32>ctz(bits);
    const sum = sums + ((<usize>at) << 3);
    const employer = load<i32>(sum + 4);
    const wanted = wantedAt(q, segment, at);
    const place = placeAt(q, at);
    if (<i64>employer * <i64>most(q, segment, at, wanted, place) < floor) continue;
    const seeker = seekerFit(q, segment, at, wanted, place, load<i32>(sum));
    const score = <i64>employer * <i64>seeker;
    if (score >= floor) offer(q, score, <u32>((window << 16) | at), employer, seeker);
  }
}

export function scan(q: usize, segment: usize, window: i32, high: i32): void {
  const mode = word(q, Q.mode);
  const sums = pointer(q, Q.sums);
  const places = pointer(q, Q.place);
  const fail = pointer(q, Q.fail);
  const listed = pointer(q, Q.listed);
  const reasons = word(q, Q.reasons);
  const ignoresReach = i8x16.splat(word(q, Q.ignoresReach) ? -1 : 0);
  const zero = i8x16.splat(0);
  const none = i8x16.splat(<i8>passed);
  let total = 0;
  let out = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let r4 = 0;
  let known = floor;
  let least = i32x4.splat(leastEmployer(mode));
  for (let slot = 0; slot < high; slot += 16) {
    const isListed = v128.load(listed + <usize>slot);
    let left = isListed;
    if (reasons) {
      const failed = v128.or(v128.load(fail + <usize>slot), v128.not(isListed));
      left = i8x16.eq(failed, none);
      left = v128.and(left, isListed);
      if (reasons & 1) r0 += bitsOf(failed, 0);
      if (reasons & 2) r1 += bitsOf(failed, 1);
      if (reasons & 4) r2 += bitsOf(failed, 2);
      if (reasons & 8) r3 += bitsOf(failed, 3);
      if (reasons & 16) r4 += bitsOf(failed, 4);
    }
    const there = v128.or(i8x16.ne(v128.load(places + <usize>slot), zero), ignoresReach);
    const eligible = i8x16.bitmask(v128.and(left, there));
    total += popcnt(eligible);
    out += popcnt(i8x16.bitmask(left)) - popcnt(eligible);
    if (mode == Mode.employer) {
      const bits = eligible & above32(sums + ((<usize>slot) << 2), least);
      if (!bits) continue;
      offerByEmployer(q, window, slot, bits);
    } else if (mode == Mode.both) {
      const bits = eligible & above64(sums + ((<usize>slot) << 3), least);
      if (!bits) continue;
      offerByBoth(q, segment, window, slot, bits);
    } else if (mode == Mode.seeker) {
      if (eligible) offerBySeeker(q, segment, window, slot, eligible);
      continue;
    } else continue;
    if (floor != known) {
      known = floor;
      least = i32x4.splat(leastEmployer(mode));
    }
  }
  addTo(q, Q.total, total);
  addTo(q, Q.removed, r0);
  addTo(q, Q.removed + 1, r1);
  addTo(q, Q.removed + 2, r2);
  addTo(q, Q.removed + 3, r3);
  addTo(q, Q.removed + 4, r4);
  addTo(q, Q.removed + 5, out);
}

/** Both fits of one slot, from a question in mode `both` whose steps were run for it. */
export function writeFits(q: usize, segment: usize, slot: i32, at: i32): void {
  const sum = pointer(q, Q.sums) + ((<usize>slot) << 3);
  const seeker = seekerFit(q, segment, slot, wantedAt(q, segment, slot), placeAt(q, slot), load<i32>(sum));
  store<i32>(pointer(q, Q.heapEmployer) + ((<usize>at) << 2), load<i32>(sum + 4));
  store<i32>(pointer(q, Q.heapSeeker) + ((<usize>at) << 2), seeker);
}
