// What a vacancy is worth to a person, by the columns of one slot and the constants of the question: the formulas of src/wishes/seeker-points.ts.
import { Flag, Q, S, unsaid, unsaidByte } from '../src/kernel/layout';
import { pointer, word } from './words';

function byteOf(segment: usize, column: i32, slot: i32): i32 {
  return <i32>load<u8>(pointer(segment, column) + <usize>slot);
}

function halfOf(segment: usize, column: i32, slot: i32): i32 {
  return <i32>load<u16>(pointer(segment, column) + ((<usize>slot) << 1));
}

function wordOf(segment: usize, column: i32, slot: i32): i32 {
  return load<i32>(pointer(segment, column) + ((<usize>slot) << 2));
}

function extentCredit(q: usize, wishMin: i32, wishMax: i32, offerMin: i32, offerMax: i32): i32 {
  if (offerMin == unsaidByte) return word(q, Q.notSaid);
  const apart = max(max(offerMin - wishMax, wishMin - offerMax), 0);
  return max(0, 100 - word(q, Q.extentStep) * apart);
}

function startCredit(q: usize, earliest: i32, start: i32): i32 {
  if (start == unsaid) return word(q, Q.notSaid);
  const early = max(earliest - start, 0);
  return max(0, 100 - (100 * early) / word(q, Q.startDays));
}

function payCredit(q: usize, floor: i32, pay: i32): i32 {
  if (pay == unsaid) return word(q, Q.notSaid);
  if (pay >= floor) return 100;
  const whole = <i64>floor * <i64>word(q, Q.payPercent);
  if (whole <= 0) return 0;
  return <i32>max(<i64>0, <i64>100 - (<i64>10000 * (<i64>floor - <i64>pay)) / whole);
}

function typeCredit(q: usize, saysType: bool, types: i32): i32 {
  if (!saysType) return word(q, Q.notSaid);
  return load<u8>(pointer(q, Q.typeTable) + <usize>types) ? 100 : 0;
}

function skillsCredit(q: usize, points: i32, shares: i32): i32 {
  return shares == 0 ? word(q, Q.notSaid) : points / shares;
}

export function seekerFitOfProfile(
  q: usize,
  segment: usize,
  slot: i32,
  wanted: i32,
  place: i32,
  skillPoints: i32,
): i32 {
  const flags = byteOf(segment, S.flags, slot);
  if (flags & Flag.wishesNothing) return word(q, Q.base);
  const shares = pointer(segment, S.shares) + ((<usize>slot) << 4);
  let points = <i32>load<u16>(shares) * wanted + <i32>load<u16>(shares + 2) * place;
  const type = <i32>load<u16>(shares + 4);
  if (type) points += type * typeCredit(q, word(q, Q.saysType) != 0, halfOf(segment, S.types, slot));
  const extent = <i32>load<u16>(shares + 6);
  if (extent) {
    const wishMin = byteOf(segment, S.extentMin, slot);
    const wishMax = byteOf(segment, S.extentMax, slot);
    points += extent * extentCredit(q, wishMin, wishMax, word(q, Q.extentMin), word(q, Q.extentMax));
  }
  const start = <i32>load<u16>(shares + 8);
  if (start) points += start * startCredit(q, wordOf(segment, S.start, slot), word(q, Q.start));
  const pay = <i32>load<u16>(shares + 10);
  if (pay) points += pay * payCredit(q, wordOf(segment, S.pay, slot), word(q, Q.pay));
  const skills = <i32>load<u16>(shares + 12);
  if (skills) points += skills * skillsCredit(q, skillPoints, word(q, Q.skillShares));
  return points;
}

export function wantedOfVacancy(q: usize, segment: usize, slot: i32, wanted: i32): i32 {
  return byteOf(segment, S.flags, slot) & Flag.saysOccupation ? wanted : word(q, Q.notSaid);
}

/** `wanted` as `wantedOfVacancy` gives it. */
export function seekerFitOfVacancy(
  q: usize,
  segment: usize,
  slot: i32,
  wanted: i32,
  place: i32,
  skillPoints: i32,
): i32 {
  const flags = byteOf(segment, S.flags, slot);
  let points = word(q, Q.base) + word(q, Q.shares) * wanted + word(q, Q.shares + 1) * place;
  const type = word(q, Q.shares + 2);
  if (type) points += type * typeCredit(q, (flags & Flag.saysType) != 0, halfOf(segment, S.types, slot));
  const extent = word(q, Q.shares + 3);
  if (extent) {
    const offerMin = byteOf(segment, S.extentMin, slot);
    const offerMax = byteOf(segment, S.extentMax, slot);
    points += extent * extentCredit(q, word(q, Q.extentMin), word(q, Q.extentMax), offerMin, offerMax);
  }
  const start = word(q, Q.shares + 4);
  if (start) points += start * startCredit(q, word(q, Q.start), wordOf(segment, S.start, slot));
  const pay = word(q, Q.shares + 5);
  if (pay) points += pay * payCredit(q, word(q, Q.pay), wordOf(segment, S.pay, slot));
  const skills = word(q, Q.shares + 6);
  if (skills) points += skills * skillsCredit(q, skillPoints, halfOf(segment, S.shares, slot));
  return points;
}
