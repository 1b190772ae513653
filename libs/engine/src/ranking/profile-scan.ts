import { isSkillAsk, type Ask } from '../demands/ask.js';
import { knockOuts, type CheckedDemand } from '../demands/knock-out-check.js';
import type { KnockOut } from '../engine.types.js';
import type { ProfileIndex } from '../index/profile-index.js';
import { judge } from '../facts/knowledge.js';
import { answer } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import { askKeys, type VacancyForm } from '../vacancy-form.js';
import { offer } from '../wishes/offer-row.js';
import { judgePlace, placeCredit, type PackedPlace } from '../wishes/place.js';
import { seekerPoints } from '../wishes/seeker-points.js';
import { wishWidth } from '../wishes/wish-row.js';
import { addByTable, eachPosting, raiseTo, raiseToValue } from './accumulate.js';
import { listedProfiles } from './profile-filter.js';
import type { ListQuestion } from './list-index.js';
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
  private readonly factors = new Int32Array(highestCredit + 1);

  constructor(
    private readonly index: ProfileIndex,
    private readonly vacancy: VacancyForm,
    { filter, ignoring }: ListQuestion,
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
    for (const ask of vacancy.asks) this.addAsk(ask, isSkillAsk(ask) ? this.skillPoints : this.points);
    this.addChoices(scratch);
    this.judgeChecks(ignoring, scratch);
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

  private addAsk(ask: Ask, sums: Int32Array): void {
    if (ask.share === 0) return;
    const { postings } = this.index;
    for (let credit = 0; credit <= highestCredit; credit++) this.factors[credit] = ask.share * answer(credit, ask.need);
    for (const key of askKeys(ask, this.context))
      addByTable(postings.list(key), postings.valueBits, this.factors, sums);
  }

  private addChoices(scratch: Scratch): void {
    const slots = this.index.slots.length;
    for (const { members, usesSkills } of this.vacancy.choices) {
      const best = scratch.int32('bestOfChoice', slots);
      for (const asks of members) {
        const points = scratch.int32('memberOfChoice', slots);
        for (const ask of asks) this.addAsk(ask, points);
        for (let slot = 0; slot < slots; slot++) if (points[slot]! > best[slot]!) best[slot] = points[slot]!;
      }
      const sums = usesSkills ? this.skillPoints : this.points;
      for (let slot = 0; slot < slots; slot++) sums[slot]! += best[slot]!;
    }
  }

  private judgeChecks(ignoring: KnockOut | null, scratch: Scratch): void {
    const { slots } = this.index;
    for (const { members, reasonAt } of this.vacancy.checks) {
      if (knockOuts[reasonAt] === ignoring) continue;
      const failing = scratch.uint8('failing', slots.length);
      for (const [at, member] of members.entries()) this.judgeMember(member, at === 0, failing, scratch);
      for (let slot = 0; slot < slots.length; slot++) {
        if (failing[slot] === 0) continue;
        const before = this.failed[slot]!;
        if (before === 0 || before > reasonAt + 1) this.failed[slot] = reasonAt + 1;
      }
    }
  }

  /** The first alternative marks who fails it; each further one clears those who do not fail it too. */
  private judgeMember(member: CheckedDemand, isFirst: boolean, failing: Uint8Array, scratch: Scratch): void {
    const { postings, slots } = this.index;
    const denying = scratch.uint8('denying', slots.length);
    const codes = scratch.uint8('codes', slots.length);
    for (const key of member.deniedKeys) raiseTo(denied, postings.list(key), postings.valueBits, denying);
    // one more than the code, so that a licence without levels differs from nothing
    eachPosting(postings.list(member.heldKey), postings.valueBits, (slot, code) => (codes[slot] = code + 1));
    for (let slot = 0; slot < slots.length; slot++) {
      if (!isFirst && failing[slot] === 0) continue;
      const isSilent = codes[slot] === 0 && denying[slot] === 0;
      const code = codes[slot] === 0 ? undefined : codes[slot]! - 1;
      const fails = !isSilent && judge(code, denying[slot] === denied, member.level) === 'not-met';
      failing[slot] = fails ? 1 : 0;
    }
  }
}
