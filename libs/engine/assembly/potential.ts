// What each of sixteen slots could score at most, found with vector instructions: the employer's fit itself, or the seeker's by wanted occupation and place.
import { Flag, Mode, passed, Q, S } from '../src/kernel/layout';
import { pointer, word } from './words';

// What the loops below need of the question and the segment, pulled out of memory once for each window.
let listed: usize = 0;
let failed: usize = 0;
let places: usize = 0;
let sums: usize = 0;
let wanted: usize = 0;
let flags: usize = 0;
let wantedShares: usize = 0;
let placeShares: usize = 0;
let hasReasons: bool = false;
let ignoresReach: bool = false;
let isWide: bool = false;
let isOfVacancies: bool = false;
let bySeeker: bool = false;
let wantedConstant: i32 = 0;
let wantedShare: i32 = 0;
let placeShare: i32 = 0;
let notSaid: i32 = 0;

export function lookAt(q: usize, segment: usize): void {
  listed = pointer(q, Q.listed);
  failed = pointer(q, Q.fail);
  places = pointer(q, Q.place);
  sums = pointer(q, Q.sums);
  wanted = pointer(q, Q.wanted);
  flags = pointer(segment, S.flags);
  hasReasons = word(q, Q.reasons) != 0;
  ignoresReach = word(q, Q.ignoresReach) != 0;
  isWide = word(q, Q.isWide) != 0;
  isOfVacancies = word(q, Q.isOfVacancies) != 0;
  bySeeker = word(q, Q.mode) == Mode.seeker;
  wantedConstant = word(q, Q.wantedConstant);
  wantedShare = word(q, Q.shares);
  placeShare = word(q, Q.shares + 1);
  notSaid = word(q, Q.notSaid);
  if (isOfVacancies) return;
  wantedShares = pointer(segment, S.wantedShares);
  placeShares = pointer(segment, S.placeShares);
}

/** Bytes of 255 for who is listed, failed no knock-out and has a way there. */
// @ts-ignore: decorator
@inline export function eligible(slot: usize): v128 {
  let left = v128.load(listed + slot);
  if (hasReasons) left = v128.and(left, i8x16.eq(v128.load(failed + slot), i8x16.splat(<i8>passed)));
  if (ignoresReach) return left;
  return v128.and(left, i8x16.ne(v128.load(places + slot), i8x16.splat(0)));
}

/** The upper of each of four pairs. */
// @ts-ignore: decorator
@inline function uppers(at: usize): v128 {
  return i8x16.shuffle(v128.load(at), v128.load(at, 16), 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
}

// @ts-ignore: decorator
@inline function missingWanted(slot: usize): v128 {
  let credits = v128.load(wanted + slot);
  if (isOfVacancies) {
    const bit = i8x16.splat(<i8>Flag.saysOccupation);
    const says = i8x16.eq(v128.and(v128.load(flags + slot), bit), bit);
    credits = v128.bitselect(credits, i8x16.splat(<i8>notSaid), says);
  } else if (wantedConstant >= 0) credits = i8x16.splat(<i8>wantedConstant);
  return i8x16.sub(i8x16.splat(100), credits);
}

// @ts-ignore: decorator
@inline function missingPlace(slot: usize): v128 {
  return i8x16.sub(i8x16.splat(100), v128.and(v128.load(places + slot), i8x16.splat(127)));
}

/** Shares lost by what is missing of 100 percent, of four slots: the low or the high ones of eight. */
// @ts-ignore: decorator
@inline function lostLow(ofWanted: v128, wantedMissing: v128, ofPlace: v128, placeMissing: v128): v128 {
  const lost = i32x4.extmul_low_i16x8_u(ofWanted, wantedMissing);
  return i32x4.add(lost, i32x4.extmul_low_i16x8_u(ofPlace, placeMissing));
}

// @ts-ignore: decorator
@inline function lostHigh(ofWanted: v128, wantedMissing: v128, ofPlace: v128, placeMissing: v128): v128 {
  const lost = i32x4.extmul_high_i16x8_u(ofWanted, wantedMissing);
  return i32x4.add(lost, i32x4.extmul_high_i16x8_u(ofPlace, placeMissing));
}

// @ts-ignore: decorator
@inline function sharesAt(column: usize, constant: i32, slot: usize): v128 {
  return isOfVacancies ? i16x8.splat(<i16>constant) : v128.load(column + (slot << 1));
}

/** Four numbers of the sixteen: `quarter` 0 to 3. */
// @ts-ignore: decorator
@inline function seekerQuarter(quarter: i32, slot: usize, missing: v128, away: v128): v128 {
  const half = slot + (quarter & 2 ? 8 : 0);
  const ofWanted = sharesAt(wantedShares, wantedShare, half);
  const ofPlace = sharesAt(placeShares, placeShare, half);
  const m = quarter & 2 ? i16x8.extend_high_i8x16_u(missing) : i16x8.extend_low_i8x16_u(missing);
  const a = quarter & 2 ? i16x8.extend_high_i8x16_u(away) : i16x8.extend_low_i8x16_u(away);
  const lost = quarter & 1 ? lostHigh(ofWanted, m, ofPlace, a) : lostLow(ofWanted, m, ofPlace, a);
  return i32x4.sub(i32x4.splat(1000000), lost);
}

// @ts-ignore: decorator
@inline function bitsAbove(a: v128, b: v128, c: v128, d: v128, least: v128): i32 {
  const low = i16x8.narrow_i32x4_s(i32x4.gt_s(a, least), i32x4.gt_s(b, least));
  const high = i16x8.narrow_i32x4_s(i32x4.gt_s(c, least), i32x4.gt_s(d, least));
  return i8x16.bitmask(i8x16.narrow_i16x8_s(low, high));
}

/** Bits of those whose employer's fit is above `limit`. */
// @ts-ignore: decorator
@inline export function aboveByEmployer(slot: usize, limit: i32): i32 {
  const least = i32x4.splat(limit);
  const at = sums + (slot << 2);
  return bitsAbove(v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48), least);
}

// @ts-ignore: decorator
@inline export function aboveByPairs(slot: usize, limit: i32): i32 {
  const at = sums + (slot << 3);
  return bitsAbove(uppers(at), uppers(at + 32), uppers(at + 64), uppers(at + 96), i32x4.splat(limit));
}

// @ts-ignore: decorator
@inline function productQuarter(quarter: i32, slot: usize, missing: v128, away: v128): v128 {
  const employer = uppers(sums + ((slot + 4 * <usize>quarter) << 3));
  const seeker = seekerQuarter(quarter, slot, missing, away);
  return f32x4.mul(f32x4.convert_i32x4_s(employer), f32x4.convert_i32x4_s(seeker));
}

/** Bits of those whose product could reach `least`, which is a little below what must be reached: products of this size are rounded. */
export function aboveByProduct(slot: usize, least: f32): i32 {
  const m = missingWanted(slot);
  const a = missingPlace(slot);
  const splat = f32x4.splat(least);
  const low = i16x8.narrow_i32x4_s(
    f32x4.ge(productQuarter(0, slot, m, a), splat),
    f32x4.ge(productQuarter(1, slot, m, a), splat),
  );
  const high = i16x8.narrow_i32x4_s(
    f32x4.ge(productQuarter(2, slot, m, a), splat),
    f32x4.ge(productQuarter(3, slot, m, a), splat),
  );
  return i8x16.bitmask(i8x16.narrow_i16x8_s(low, high));
}

/** Bits of those that could score above `limit`. */
export function above(slot: usize, limit: i32): i32 {
  const least = i32x4.splat(limit);
  if (bySeeker) {
    const m = missingWanted(slot);
    const a = missingPlace(slot);
    return bitsAbove(
      seekerQuarter(0, slot, m, a),
      seekerQuarter(1, slot, m, a),
      seekerQuarter(2, slot, m, a),
      seekerQuarter(3, slot, m, a),
      least,
    );
  }
  if (isWide) {
    const at = sums + (slot << 3);
    return bitsAbove(uppers(at), uppers(at + 32), uppers(at + 64), uppers(at + 96), least);
  }
  const at = sums + (slot << 2);
  return bitsAbove(v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48), least);
}

// @ts-ignore: decorator
@inline function highestOf(a: v128, b: v128, c: v128, d: v128, set: v128): i32 {
  const low = i16x8.extend_low_i8x16_s(set);
  const high = i16x8.extend_high_i8x16_s(set);
  const none = i32x4.splat(-1);
  let top = v128.bitselect(a, none, i32x4.extend_low_i16x8_s(low));
  top = i32x4.max_s(top, v128.bitselect(b, none, i32x4.extend_high_i16x8_s(low)));
  top = i32x4.max_s(top, v128.bitselect(c, none, i32x4.extend_low_i16x8_s(high)));
  top = i32x4.max_s(top, v128.bitselect(d, none, i32x4.extend_high_i16x8_s(high)));
  return max(
    max(i32x4.extract_lane(top, 0), i32x4.extract_lane(top, 1)),
    max(i32x4.extract_lane(top, 2), i32x4.extract_lane(top, 3)),
  );
}

/** The most that any of those whose byte is set could score; -1 if none is. */
export function highest(slot: usize, set: v128): i32 {
  if (bySeeker) {
    const m = missingWanted(slot);
    const a = missingPlace(slot);
    return highestOf(
      seekerQuarter(0, slot, m, a),
      seekerQuarter(1, slot, m, a),
      seekerQuarter(2, slot, m, a),
      seekerQuarter(3, slot, m, a),
      set,
    );
  }
  if (isWide) {
    const at = sums + (slot << 3);
    return highestOf(uppers(at), uppers(at + 32), uppers(at + 64), uppers(at + 96), set);
  }
  const at = sums + (slot << 2);
  return highestOf(v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48), set);
}
