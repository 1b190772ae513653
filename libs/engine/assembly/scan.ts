// One pass over a window's slots once its steps are done: who is listed, who is taken off and why, who is among the best.
import { floor, offer } from './heap';
import { entryBytes, Mode, passed, Q } from '../src/kernel/layout';
import { above, aboveByEmployer, aboveByPairs, aboveByProduct, eligible, highest, lookAt } from './potential';
import { seekerFitOfProfile, seekerFitOfVacancy, wantedOfVacancy } from './seeker-fit';
import { pointer, setWord, word } from './words';

/** For each that is wanted, so many slots are looked at first; windows with fewer are not worth it. */
const primeSlots: i32 = 128;
/** Less than what rounding to 24 bits, three times, can take away. */
const productSlack: f32 = 0.999999;
const bucketShift: i32 = 10;
const buckets: i32 = 1024;

function addTo(q: usize, index: i32, more: i32): void {
  if (more) setWord(q, index, word(q, index) + more);
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

function seekerFit(q: usize, segment: usize, slot: i32, wanted: i32, place: i32, skillPoints: i32): i32 {
  return word(q, Q.isOfVacancies)
    ? seekerFitOfVacancy(q, segment, slot, wanted, place, skillPoints)
    : seekerFitOfProfile(q, segment, slot, wanted, place, skillPoints);
}

/** What a potential must be above for the score to have a chance. */
function leastPotential(mode: i32): i32 {
  return (mode == Mode.both ? <i32>((floor + 999999) / 1000000) : <i32>min(floor, <i64>i32.MAX_VALUE)) - 1;
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
    const seeker = seekerFit(q, segment, at, wanted, placeAt(q, at), load<i32>(sums + ((<usize>at) << 2)));
    if (<i64>seeker >= floor) offer(q, <i64>seeker, <u32>((window << 16) | at), -1, seeker);
  }
}

function offerByBoth(q: usize, segment: usize, window: i32, slot: i32, bits: i32): void {
  const sums = pointer(q, Q.sums);
  for (; bits; bits &= bits - 1) {
    const at = slot + <i32>ctz(bits);
    const sum = sums + ((<usize>at) << 3);
    const employer = load<i32>(sum + 4);
    const seeker = seekerFit(q, segment, at, wantedAt(q, segment, at), placeAt(q, at), load<i32>(sum));
    const score = <i64>employer * <i64>seeker;
    if (score >= floor) offer(q, score, <u32>((window << 16) | at), employer, seeker);
  }
}

function offerThose(q: usize, segment: usize, window: i32, slot: i32, bits: i32): void {
  const mode = word(q, Q.mode);
  if (mode == Mode.employer) offerByEmployer(q, window, slot, bits);
  else if (mode == Mode.both) offerByBoth(q, segment, window, slot, bits);
  else offerBySeeker(q, segment, window, slot, bits);
}

/**
 * A first look at some slots: offers the most promising, so that few of the others need a second. Answers the potential above which all of them were offered. The k-th
 * highest of the highest of each sixteen is where to look: at least k slots lie there.
 */
function prime(q: usize, segment: usize, window: i32, high: i32): i32 {
  const peaks = pointer(q, Q.peaks);
  const counts = pointer(q, Q.buckets);
  memory.fill(counts, 0, (<usize>buckets) << 2);
  for (let slot = 0; slot < high; slot += 16) {
    const peak = highest(slot, eligible(slot));
    store<i32>(peaks + ((<usize>slot) >> 2), peak);
    if (peak < 0) continue;
    const count = counts + ((<usize>(peak >> bucketShift)) << 2);
    store<i32>(count, load<i32>(count) + 1);
  }
  let bucket = buckets - 1;
  for (let left = word(q, Q.k); bucket > 0; bucket--) {
    left -= load<i32>(counts + ((<usize>bucket) << 2));
    if (left <= 0) break;
  }
  const least = (bucket << bucketShift) - 1;
  for (let slot = 0; slot < high; slot += 16) {
    if (load<i32>(peaks + ((<usize>slot) >> 2)) <= least) continue;
    const bits = above(slot, least) & i8x16.bitmask(eligible(slot));
    if (bits) offerThose(q, segment, window, slot, bits);
  }
  return least;
}

/** Takes the counts of those taken off, by reason, and of those who are left. */
function count(q: usize, high: i32): void {
  const fail = pointer(q, Q.fail);
  const listed = pointer(q, Q.listed);
  const reasons = word(q, Q.reasons);
  const places = pointer(q, Q.place);
  const anywhere = i8x16.splat(word(q, Q.ignoresReach) ? -1 : 0);
  const none = i8x16.splat(<i8>passed);
  let total = 0;
  let all = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let r4 = 0;
  for (let slot = 0; slot < high; slot += 16) {
    const isListed = v128.load(listed + <usize>slot);
    let left = isListed;
    if (reasons) {
      const failed = v128.or(v128.load(fail + <usize>slot), v128.not(isListed));
      left = v128.and(isListed, i8x16.eq(failed, none));
      if (reasons & 1) r0 += bitsOf(failed, 0);
      if (reasons & 2) r1 += bitsOf(failed, 1);
      if (reasons & 4) r2 += bitsOf(failed, 2);
      if (reasons & 8) r3 += bitsOf(failed, 3);
      if (reasons & 16) r4 += bitsOf(failed, 4);
    }
    const there = v128.or(i8x16.ne(v128.load(places + <usize>slot), i8x16.splat(0)), anywhere);
    const remaining = popcnt(i8x16.bitmask(v128.and(left, there)));
    total += remaining;
    all += popcnt(i8x16.bitmask(left));
  }
  addTo(q, Q.total, total);
  addTo(q, Q.removed, r0);
  addTo(q, Q.removed + 1, r1);
  addTo(q, Q.removed + 2, r2);
  addTo(q, Q.removed + 3, r3);
  addTo(q, Q.removed + 4, r4);
  addTo(q, Q.removed + 5, all - total);
}

export function scan(q: usize, segment: usize, window: i32, high: i32): void {
  const mode = word(q, Q.mode);
  const k = word(q, Q.k);
  lookAt(q, segment);
  count(q, high);
  if (mode == Mode.count) return;
  const isPrimed = word(q, Q.found) < k && high / primeSlots >= k;
  const primed = isPrimed ? k * primeSlots : 0;
  const offered = isPrimed ? prime(q, segment, window, primed) : 0;
  if (mode == Mode.employer) scanByEmployer(q, window, high, primed, offered);
  else if (mode == Mode.both) scanByBoth(q, segment, window, high, primed, offered);
  else scanBySeeker(q, segment, window, high, primed, offered);
}

function scanByEmployer(q: usize, window: i32, high: i32, primed: i32, offered: i32): void {
  let least = leastPotential(Mode.employer);
  for (let slot = 0; slot < high; slot += 16) {
    let bits = aboveByEmployer(slot, least);
    if (!bits) continue;
    if (slot < primed) bits &= ~aboveByEmployer(slot, offered);
    bits &= i8x16.bitmask(eligible(slot));
    if (!bits) continue;
    offerByEmployer(q, window, slot, bits);
    least = leastPotential(Mode.employer);
  }
}

function scanByBoth(q: usize, segment: usize, window: i32, high: i32, primed: i32, offered: i32): void {
  let least = leastPotential(Mode.both);
  for (let slot = 0; slot < high; slot += 16) {
    let bits = aboveByPairs(slot, least) & i8x16.bitmask(eligible(slot));
    if (!bits) continue;
    if (slot < primed) bits &= ~aboveByPairs(slot, offered);
    bits &= aboveByProduct(slot, <f32>floor * productSlack);
    if (!bits) continue;
    offerByBoth(q, segment, window, slot, bits);
    least = leastPotential(Mode.both);
  }
}

function scanBySeeker(q: usize, segment: usize, window: i32, high: i32, primed: i32, offered: i32): void {
  let least = leastPotential(Mode.seeker);
  for (let slot = 0; slot < high; slot += 16) {
    let bits = i8x16.bitmask(eligible(slot));
    if (!bits) continue;
    bits &= above(slot, least);
    if (slot < primed) bits &= ~above(slot, offered);
    if (!bits) continue;
    offerBySeeker(q, segment, window, slot, bits);
    least = leastPotential(Mode.seeker);
  }
}

/** Both fits of one slot, from a question in mode `both` whose steps were run for it. */
export function writeFits(q: usize, segment: usize, slot: i32, at: i32): void {
  const sum = pointer(q, Q.sums) + ((<usize>slot) << 3);
  const seeker = seekerFit(q, segment, slot, wantedAt(q, segment, slot), placeAt(q, slot), load<i32>(sum));
  const entry = pointer(q, Q.heap) + <usize>at * <usize>entryBytes;
  store<i32>(entry, load<i32>(sum + 4), 12);
  store<i32>(entry, seeker, 16);
}
