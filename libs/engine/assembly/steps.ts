// A question is a list of steps; each adds up, raises or marks something for every slot of a window.
import { Flag, Op, passed, Q, S } from '../src/kernel/layout';
import { pointer, word } from './words';
import * as postings from './postings';

let firstMember: i32 = 0;
let lastMember: i32 = 0;

function zeroBytes(bytes: usize, low: i32, high: i32): void {
  memory.fill(bytes + <usize>low, 0, <usize>(high - low));
}

function firstChoiceOf(segment: usize, slot: i32): i32 {
  const choices = pointer(segment, S.choices);
  let low = 0;
  let high = word(segment, S.choiceCount);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<i32>(choices + <usize>middle * 12) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

function memberAt(segment: usize, choice: i32): i32 {
  if (choice == word(segment, S.choiceCount)) return word(segment, S.memberCount);
  return load<i32>(pointer(segment, S.choices) + <usize>choice * 12 + 4);
}

/** Adds the best member of each choice to its vacancy's sums. */
function applyChoices(q: usize, segment: usize, low: i32, high: i32): void {
  const sums = pointer(q, Q.sums);
  const members = pointer(q, Q.member);
  const isWide = word(q, Q.isWide);
  const end = firstChoiceOf(segment, high);
  for (let choice = firstChoiceOf(segment, low); choice < end; choice++) {
    const record = pointer(segment, S.choices) + <usize>choice * 12;
    const slot = <usize>load<i32>(record);
    const first = load<i32>(record + 4);
    const what = load<i32>(record + 8);
    let most = 0;
    for (let at = first; at < first + (what >> 1); at++) most = max(most, load<i32>(members + ((<usize>at) << 2)));
    const usesSkills = what & 1;
    if (isWide) {
      const sum = sums + (slot << 3);
      store<i64>(sum, load<i64>(sum) + ((<i64>most) << 32) + (usesSkills ? <i64>most : 0));
    } else if (word(q, Q.mode) != 1 || usesSkills) {
      const sum = sums + (slot << 2);
      store<i32>(sum, load<i32>(sum) + most);
    }
  }
}

/** The best member so far of each slot. */
function keepBest(best: usize, member: usize, low: i32, high: i32): void {
  for (let at = (<usize>(low & ~3)) << 2; at < (<usize>high) << 2; at += 16)
    v128.store(best + at, i32x4.max_s(v128.load(best + at), v128.load(member + at)));
}

function addBest(q: usize, best: usize, usesSkills: i32, low: i32, high: i32): void {
  const sums = pointer(q, Q.sums);
  if (!word(q, Q.isWide)) {
    for (let at = (<usize>(low & ~3)) << 2; at < (<usize>high) << 2; at += 16)
      v128.store(sums + at, i32x4.add(v128.load(sums + at), v128.load(best + at)));
    return;
  }
  for (let slot = <usize>low; slot < <usize>high; slot++) {
    const most = <i64>load<i32>(best + (slot << 2));
    const sum = sums + (slot << 3);
    store<i64>(sum, load<i64>(sum) + (most << 32) + (usesSkills ? most : 0));
  }
}

/** How a place stands to each: `a` where the flag is set, else `b`, and at least what is there where `raises`. */
function placeByFlag(segment: usize, bytes: usize, flag: i32, a: i32, b: i32, raises: bool, low: i32, high: i32): void {
  const flags = pointer(segment, S.flags);
  const defaults = pointer(segment, S.place);
  const yes = i8x16.splat(<i8>a);
  const no = i8x16.splat(<i8>b);
  const bit = i8x16.splat(<i8>flag);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const has = i8x16.eq(v128.and(v128.load(flags + at), bit), bit);
    const chosen = v128.bitselect(yes, no, has);
    v128.store(bytes + at, raises ? i8x16.max_u(chosen, v128.load(defaults + at)) : chosen);
  }
}

function placeByClass(segment: usize, bytes: usize, classes: i32, low: i32, high: i32): void {
  const table = i32x4.replace_lane(i32x4.splat(0), 0, classes);
  const column = pointer(segment, S.place);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16)
    v128.store(bytes + at, i8x16.swizzle(table, v128.load(column + at)));
}

/** Bytes of 255 for who does not meet it, by the codes of what is held and denied: `src/facts/knowledge.ts` judges alike. 16 is said, 8 without a level, 32 denied. */
// @ts-ignore: decorator
@inline function notMet(code: v128, lowest: v128): v128 {
  const zero = i8x16.splat(0);
  const said = i8x16.splat(16);
  const isMet = v128.and(
    i8x16.ge_u(v128.and(code, i8x16.splat(7)), lowest),
    i8x16.ne(v128.and(code, said), zero),
  );
  const isLow = i8x16.eq(v128.and(code, i8x16.splat(24)), said);
  return v128.andnot(v128.or(isLow, i8x16.ne(v128.and(code, i8x16.splat(32)), zero)), isMet);
}

/** One of several alternatives: who meets none of them fails. */
function judgeMember(failing: usize, codes: usize, level: i32, isFirst: i32, low: i32, high: i32): void {
  const lowest = i8x16.splat(<i8>level);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const fails = notMet(v128.load(codes + at), lowest);
    v128.store(failing + at, isFirst ? fails : v128.and(v128.load(failing + at), fails));
  }
}

/** A requirement without alternatives. */
function judgeAlone(fail: usize, codes: usize, level: i32, reason: i32, isFirst: i32, low: i32, high: i32): void {
  const lowest = i8x16.splat(<i8>level);
  const splat = i8x16.splat(<i8>reason);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const its = v128.or(v128.not(notMet(v128.load(codes + at), lowest)), splat);
    v128.store(fail + at, isFirst ? its : i8x16.min_u(v128.load(fail + at), its));
  }
}

function failWhereFailing(fail: usize, failing: usize, reason: i32, isFirst: i32, low: i32, high: i32): void {
  const splat = i8x16.splat(<i8>reason);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const its = v128.or(v128.not(v128.load(failing + at)), splat);
    v128.store(fail + at, isFirst ? its : i8x16.min_u(v128.load(fail + at), its));
  }
}

function filterEnd(listed: usize, marked: usize, low: i32, high: i32): void {
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16)
    v128.store(listed + at, v128.and(v128.load(listed + at), v128.load(marked + at)));
}

function filterFlag(segment: usize, listed: usize, flag: i32, wanted: i32, low: i32, high: i32): void {
  const flags = pointer(segment, S.flags);
  const bit = i8x16.splat(<i8>flag);
  const value = i8x16.splat(wanted ? <i8>flag : 0);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const fits = i8x16.eq(v128.and(v128.load(flags + at), bit), value);
    v128.store(listed + at, v128.and(v128.load(listed + at), fits));
  }
}

function filterExtent(segment: usize, listed: usize, least: i32, unsaidPasses: i32, low: i32, high: i32): void {
  const column = pointer(segment, S.extentMax);
  const splat = i8x16.splat(<i8>least);
  const unsaid = i8x16.splat(-1);
  for (let at = <usize>(low & ~15); at < <usize>high; at += 16) {
    const most = v128.load(column + at);
    let fits = i8x16.ge_u(most, splat);
    if (!unsaidPasses) fits = v128.andnot(fits, i8x16.eq(most, unsaid));
    v128.store(listed + at, v128.and(v128.load(listed + at), fits));
  }
}

/** One byte for each municipality: whether homes there are let through; the last is for no home. */
function filterHome(segment: usize, listed: usize, table: usize, low: i32, high: i32): void {
  const homes = pointer(segment, S.home);
  for (let slot = <usize>low; slot < <usize>high; slot++)
    store<u8>(listed + slot, load<u8>(listed + slot) & load<u8>(table + <usize>load<u16>(homes + (slot << 1))));
}

export function runSteps(q: usize, segment: usize, low: i32, high: i32): void {
  const isWide = word(q, Q.isWide);
  const sums = pointer(q, Q.sums);
  const member = pointer(q, Q.member);
  const best = pointer(q, Q.best);
  const wanted = pointer(q, Q.wanted);
  const place = pointer(q, Q.place);
  const fail = pointer(q, Q.fail);
  const listed = pointer(q, Q.listed);
  const code = pointer(q, Q.code);
  const failing = pointer(q, Q.failing);
  let codes = code;
  const end = pointer(q, Q.stepsEnd);
  for (let step = pointer(q, Q.steps); step < end; step += 16) {
    const a = word(step, 1);
    const b = word(step, 2);
    const c = word(step, 3);
    switch (word(step, 0)) {
      case Op.addTable: {
        const kind = postings.open(segment, a, low, high);
        if (!kind) break;
        if (isWide) postings.addTable64(kind, sums, <usize>(<u32>b), low, high);
        else postings.addTable32(kind, sums, <usize>(<u32>b), low, high);
        break;
      }
      case Op.addScaled: {
        const kind = postings.open(segment, a, low, high);
        if (!kind) break;
        const factor = <i64>b;
        if (isWide) postings.addScaled64(kind, sums, (factor << 32) + (c ? factor : 0), low, high);
        else postings.addScaled32(kind, sums, b, low, high);
        break;
      }
      case Op.choiceBegin:
        memory.fill(best + ((<usize>low) << 2), 0, (<usize>(high - low)) << 2);
        break;
      case Op.memberBegin:
        memory.fill(member + ((<usize>low) << 2), 0, (<usize>(high - low)) << 2);
        break;
      case Op.memberTable: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.addTable32(kind, member, <usize>(<u32>b), low, high);
        break;
      }
      case Op.memberEnd:
        keepBest(best, member, low, high);
        break;
      case Op.choiceEnd:
        addBest(q, best, a, low, high);
        break;
      case Op.membersBegin:
        firstMember = memberAt(segment, firstChoiceOf(segment, low));
        lastMember = memberAt(segment, firstChoiceOf(segment, high));
        memory.fill(member + ((<usize>firstMember) << 2), 0, (<usize>(lastMember - firstMember)) << 2);
        break;
      case Op.membersScaled: {
        const kind = postings.open(segment, a, firstMember, lastMember);
        if (kind) postings.addScaled32(kind, member, b, firstMember, lastMember);
        break;
      }
      case Op.choicesApply:
        applyChoices(q, segment, low, high);
        break;
      case Op.raiseWanted: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.raise(kind, wanted, low, high);
        break;
      }
      case Op.raiseWantedTo: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.raiseTo(kind, wanted, b, low, high);
        break;
      }
      case Op.placeDefault:
        memory.copy(place + <usize>low, pointer(segment, S.place) + <usize>low, <usize>(high - low));
        break;
      case Op.placeRemote:
        placeByFlag(segment, place, Flag.remote, a, b, true, low, high);
        break;
      case Op.placeNotSaid:
        placeByFlag(segment, place, Flag.movesAnywhere, a, b, false, low, high);
        break;
      case Op.placeByClass:
        placeByClass(segment, place, a, low, high);
        break;
      case Op.raisePlace: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.raise(kind, place, low, high);
        break;
      }
      case Op.raisePlaceTo: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.raiseTo(kind, place, b, low, high);
        break;
      }
      case Op.checkHeld: {
        const kind = postings.open(segment, a, low, high);
        codes = code;
        // who denies something is marked in a copy
        if (kind == 2 && !b) codes = postings.column;
        else if (kind == 2) memory.copy(code + <usize>low, postings.column + <usize>low, <usize>(high - low));
        else {
          zeroBytes(code, low, high);
          if (kind) postings.raise(kind, code, low, high);
        }
        break;
      }
      case Op.checkDenied: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.setBits(kind, code, 32, low, high);
        break;
      }
      case Op.checkMember:
        judgeMember(failing, codes, a, b, low, high);
        break;
      case Op.checkAlone:
        judgeAlone(fail, codes, a, b, c, low, high);
        break;
      case Op.checkEnd:
        failWhereFailing(fail, failing, a, b, low, high);
        break;
      case Op.failAll: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.lowerTo(kind, fail, b, low, high);
        break;
      }
      case Op.filterBegin:
        zeroBytes(code, low, high);
        break;
      case Op.filterMark: {
        const kind = postings.open(segment, a, low, high);
        if (kind) postings.raiseTo(kind, code, passed, low, high);
        break;
      }
      case Op.filterEnd:
        filterEnd(listed, code, low, high);
        break;
      case Op.filterHome:
        filterHome(segment, listed, <usize>(<u32>a), low, high);
        break;
      case Op.filterFlag:
        filterFlag(segment, listed, a, b, low, high);
        break;
      case Op.filterExtent:
        filterExtent(segment, listed, a, b, low, high);
        break;
      default:
        unreachable();
    }
  }
}
