import type { RankFilter } from '../engine.types.js';
import type { ProfileIndex } from '../index/profile-index.js';
import { judge } from '../facts/knowledge.js';
import { answer } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import { askKeys, isSkillAsk, type VacancyForm } from '../vacancy-form.js';
import { offer } from '../wishes/offer-row.js';
import { judgePlace, placeCredit, type PackedPlace } from '../wishes/place.js';
import { seekerPoints } from '../wishes/seeker-points.js';
import { wishWidth } from '../wishes/wish-row.js';
import { addByTable, eachPosting, raiseTo, raiseToValue } from './accumulate.js';
import { listedProfiles } from './profile-filter.js';
import type { Scan } from './scan.js';
import type { Scratch } from './scratch.js';

const highestCredit = 100;
/** States of one check while it is being judged: nothing said, denied, and above that the code of what is held. */
const denied = 1;

/** Scores every rankable profile for one vacancy. */
export class ProfileScan implements Scan {
  readonly ids: readonly string[];
  private readonly listed: Uint8Array;
  /** One more than the failed knock-out's place. */
  private readonly failed: Uint8Array;
  private readonly points: Int32Array;
  private readonly skillPoints: Int32Array;
  private readonly wanted: Uint8Array;
  private readonly named: Uint8Array;
  private readonly typed: Uint8Array;

  constructor(
    private readonly index: ProfileIndex,
    private readonly vacancy: VacancyForm,
    filter: RankFilter,
    private readonly context: ModelContext,
    scratch: Scratch,
  ) {
    const slots = index.slots.length;
    this.ids = index.slots.ids;
    this.listed = listedProfiles(index, filter, context, scratch);
    this.failed = scratch.uint8('failed', slots);
    this.points = scratch.int32('points', slots);
    this.skillPoints = scratch.int32('skillPoints', slots);
    this.wanted = scratch.uint8('wanted', slots);
    this.named = scratch.uint8('named', slots);
    this.typed = scratch.uint8('typed', slots);
    this.addAsks();
    this.judgeChecks(scratch);
    const { postings } = index;
    for (const key of vacancy.occupationKeys) raiseToValue(postings.list(key), postings.valueBits, this.wanted);
    for (const key of vacancy.placeKeys) raiseTo(1, postings.list(key), postings.valueBits, this.named);
    for (const key of vacancy.typeKeys) raiseTo(1, postings.list(key), postings.valueBits, this.typed);
  }

  isListed(slot: number): boolean {
    return this.listed[slot] === 1;
  }

  failedAt(slot: number): number {
    return this.failed[slot]! - 1;
  }

  placeAt(slot: number): PackedPlace {
    const { row, places } = this.vacancy;
    const wishes = this.index.rows.data;
    const { municipalities, place } = this.context;
    return judgePlace(wishes, slot * wishWidth, row, 0, places, this.named[slot] === 1, municipalities, place);
  }

  employerFit(slot: number): number {
    return this.vacancy.row[offer.base]! + this.points[slot]! + this.skillPoints[slot]!;
  }

  seekerFit(slot: number, place: PackedPlace): number {
    const given = {
      wanted: this.wanted[slot]!,
      place: placeCredit(place),
      typeWanted: this.typed[slot] === 1,
      skillPoints: this.skillPoints[slot]!,
    };
    return seekerPoints(this.index.rows.data, slot * wishWidth, this.vacancy.row, 0, given, this.context.model);
  }

  private addAsks(): void {
    const { postings } = this.index;
    const factors = new Int32Array(highestCredit + 1);
    for (const ask of this.vacancy.asks) {
      if (ask.share === 0) continue;
      for (let credit = 0; credit <= highestCredit; credit++) factors[credit] = ask.share * answer(credit, ask.need);
      const sums = isSkillAsk(ask) ? this.skillPoints : this.points;
      for (const key of askKeys(ask, this.context)) addByTable(postings.list(key), postings.valueBits, factors, sums);
    }
  }

  private judgeChecks(scratch: Scratch): void {
    const { postings, slots } = this.index;
    for (const check of this.vacancy.checks) {
      const denying = scratch.uint8('denying', slots.length);
      const codes = scratch.uint8('codes', slots.length);
      for (const key of check.deniedKeys) raiseTo(denied, postings.list(key), postings.valueBits, denying);
      // one more than the code, so that a licence without levels differs from nothing
      eachPosting(postings.list(check.heldKey), postings.valueBits, (slot, code) => (codes[slot] = code + 1));
      for (let slot = 0; slot < slots.length; slot++) {
        if (codes[slot] === 0 && denying[slot] === 0) continue;
        const code = codes[slot] === 0 ? undefined : codes[slot]! - 1;
        if (judge(code, denying[slot] === denied, check.level) !== 'not-met') continue;
        const before = this.failed[slot]!;
        if (before === 0 || before > check.reasonAt + 1) this.failed[slot] = check.reasonAt + 1;
      }
    }
  }
}
