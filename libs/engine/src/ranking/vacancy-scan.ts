import { choicePoints } from '../demands/answered.js';
import { judgeCheck, knockOuts } from '../demands/knock-out-check.js';
import type { VacancyIndex } from '../index/vacancy-index.js';
import { answer } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import type { ProfileForm } from '../profile-form.js';
import { offer, offerWidth } from '../wishes/offer-row.js';
import { judgePlace, placeCredit, type PackedPlace } from '../wishes/place.js';
import { seekerPoints } from '../wishes/seeker-points.js';
import { addScaled, raiseTo } from './accumulate.js';
import type { ListQuestion } from './list-index.js';
import type { Scan } from './scan.js';
import type { Scratch } from './scratch.js';
import { listedVacancies } from './vacancy-filter.js';

/** Scores every rankable vacancy for one profile. */
export class VacancyScan implements Scan {
  readonly ids: readonly string[];
  private readonly listed: Uint8Array;
  /** By number of check: 1 where this profile fails it. */
  private readonly failing: Uint8Array;
  private readonly points: Int32Array;
  private readonly skillPoints: Int32Array;
  private readonly wanted: Uint8Array;
  private readonly named: Uint8Array;
  private readonly typed: Uint8Array;

  constructor(
    private readonly index: VacancyIndex,
    private readonly profile: ProfileForm,
    { filter, today, ignoring }: ListQuestion,
    private readonly context: ModelContext,
    scratch: Scratch,
  ) {
    const slots = index.slots.length;
    this.ids = index.slots.ids;
    this.listed = listedVacancies(index, filter, today, scratch);
    this.failing = scratch.uint8('failing', index.checks.length);
    this.points = scratch.int32('points', slots);
    this.skillPoints = scratch.int32('skillPoints', slots);
    this.wanted = scratch.uint8('wanted', slots);
    this.named = scratch.uint8('named', slots);
    this.typed = scratch.uint8('typed', slots);
    this.addEarnings();
    this.addChoices();
    for (const [number, check] of index.checks.entries())
      if (knockOuts[check.reasonAt] !== ignoring && judgeCheck(check, profile.knowledge).state === 'not-met')
        this.failing[number] = 1;
    const { offered } = index;
    for (const { key, value } of profile.wanted) raiseTo(value, offered.list(key), offered.valueBits, this.wanted);
    for (const key of profile.namedPlaces) raiseTo(1, offered.list(key), offered.valueBits, this.named);
    for (const key of profile.wantedTypes) raiseTo(1, offered.list(key), offered.valueBits, this.typed);
  }

  isListed(slot: number): boolean {
    return this.listed[slot] === 1;
  }

  failedAt(slot: number): number {
    let first = -1;
    for (const number of this.index.checksOf[slot]!) {
      const { reasonAt } = this.index.checks[number]!;
      if (this.failing[number] === 1 && (first < 0 || reasonAt < first)) first = reasonAt;
    }
    return first;
  }

  placeAt(slot: number): PackedPlace {
    const { index, profile } = this;
    const { municipalities, place } = this.context;
    const offers = index.rows.data;
    const named = this.named[slot] === 1;
    return judgePlace(profile.row, 0, offers, slot * offerWidth, index.places[slot]!, named, municipalities, place);
  }

  employerFit(slot: number): number {
    return this.index.rows.data[slot * offerWidth + offer.base]! + this.points[slot]! + this.skillPoints[slot]!;
  }

  seekerFit(slot: number, place: PackedPlace): number {
    const given = {
      wanted: this.wanted[slot]!,
      place: placeCredit(place),
      typeWanted: this.typed[slot] === 1,
      skillPoints: this.skillPoints[slot]!,
    };
    return seekerPoints(this.profile.row, 0, this.index.rows.data, slot * offerWidth, given, this.context.model);
  }

  private addEarnings(): void {
    const { index } = this;
    for (const { key, value } of this.profile.earnings.terms()) {
      const sums = key.startsWith('c|skill|') ? this.skillPoints : this.points;
      for (const need of index.needsOf(key))
        addScaled(index.askedWith(key, need), index.asked.valueBits, answer(value, need), sums);
    }
  }

  /** The best of several is no sum over terms: the vacancies that have such are answered one by one. */
  private addChoices(): void {
    const { earnings } = this.profile;
    for (const [slot, choices] of this.index.choicesOf) {
      if (this.listed[slot] === 0) continue;
      for (const choice of choices)
        (choice.usesSkills ? this.skillPoints : this.points)[slot]! += choicePoints(choice, earnings);
    }
  }
}
