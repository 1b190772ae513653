import type { EngineProfile, KnockOut } from '../engine.types.js';
import { requireWhole } from '../limit.error.js';
import type { RankFilter } from '../lists.types.js';
import { answer } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import { termKey } from '../term-key.js';
import { wish } from '../wishes/wish-row.js';
import { wantedTypeKeys } from '../wishes/wish-terms.js';
import type { Expansion } from './expansion.js';
import { Flag, Mode, noTerm, Op, Q } from './layout.js';
import { codeElsewhere, met, NearPlaceTable } from './place-codes.js';
import { byteOr } from './profile-segments.js';
import type { QuestionRoom } from './question-room.js';
import { lastDay, vacancyTerm, type VacancySegments } from './vacancy-segments.js';

/** Writes the question "which vacancies for this person?". */
export class VacancyQuestion {
  private readonly near: NearPlaceTable;

  constructor(
    private readonly vacancies: VacancySegments,
    private readonly context: ModelContext,
    private readonly room: QuestionRoom,
  ) {
    this.near = new NearPlaceTable(context);
  }

  /** `found` is what the profile is found by. */
  write(profile: EngineProfile, found: Expansion, mode: Mode): void {
    const { room, vacancies } = this;
    room.set(Q.isOfVacancies, 1);
    this.writePlace(profile, found.row);
    if (mode === Mode.count) return;
    this.writeEarnings(found, mode === Mode.seeker);
    if (mode === Mode.employer) return;
    for (let at = 0; at < found.count; at++) {
      const term = vacancies.offeredAs(found.terms[at]!);
      if (term !== undefined) room.step(Op.raiseWantedTo, term, found.value(found.terms[at]!));
    }
    this.writeWishes(found.row, wantedTypeKeys(profile));
  }

  writeChecks(found: Expansion, ignoring: KnockOut | null): void {
    const { room, vacancies } = this;
    let reasons = 0;
    for (const number of vacancies.checks.failedBy(found, ignoring)) {
      const { reasonAt } = vacancies.checks.all[number]!;
      reasons |= 1 << reasonAt;
      room.step(Op.failAll, this.term(vacancyTerm.check(number)), reasonAt);
    }
    room.set(Q.reasons, reasons);
    room.set(Q.ignoresReach, ignoring === 'reach' ? 1 : 0);
  }

  writeFilter(filter: RankFilter, today: number): void {
    const { room } = this;
    requireWhole('today, in days since 1970', today, 2, lastDay);
    room.set(Q.today, today);
    this.writeAnyOf(filter.occupationFields ?? [], termKey.wantedWithin);
    this.writeAnyOf(filter.employerIds ?? [], vacancyTerm.employer);
    const { municipalities = [], counties = [] } = filter;
    this.writeAnyOf([...municipalities.map(termKey.place), ...counties.map(termKey.county)], (key) => key);
    if (filter.remote !== undefined) room.step(Op.filterFlag, Flag.remote, filter.remote ? 1 : 0);
    if (filter.extentMin !== undefined) room.step(Op.filterExtent, filter.extentMin, 0);
  }

  private writeAnyOf(values: readonly string[], keyOf: (value: string) => string): void {
    if (values.length === 0) return;
    this.room.step(Op.filterBegin);
    for (const value of values) this.room.step(Op.filterMark, this.term(keyOf(value)));
    this.room.step(Op.filterEnd);
  }

  private writePlace({ wishes }: EngineProfile, row: Int32Array): void {
    const { room, context } = this;
    const { municipalities, place, model } = context;
    const moves = row[wish.movesAnywhere] === 1;
    const remote = met(row[wish.remote] === 1 ? place.remoteWanted : place.remotePossible);
    const elsewhere = codeElsewhere(row, context);
    const classes = [
      elsewhere,
      Math.max(elsewhere, remote),
      moves ? met(Math.max(place.wouldMove, model.notSaid)) : model.notSaid,
      moves ? Math.max(met(place.wouldMove), remote) : remote,
    ];
    room.step(Op.placeByClass, classes[0]! | (classes[1]! << 8) | (classes[2]! << 16) | (classes[3]! << 24));
    const near = this.near.near(row, municipalities.count);
    for (const [at, number] of near.municipalities.entries())
      this.raisePlace(termKey.place(municipalities.code(number)), near.codes[at]!);
    const named = met(place.named);
    for (const code of wishes.municipalities) this.raisePlace(termKey.place(code), named);
    for (const county of wishes.counties) this.raisePlace(termKey.county(county), named);
  }

  private raisePlace(key: string, code: number): void {
    const term = this.term(key);
    if (term !== noTerm) this.room.step(Op.raisePlaceTo, term, code);
  }

  private writeEarnings(found: Expansion, skillsOnly: boolean): void {
    const { room, vacancies } = this;
    const nothing = this.term(vacancyTerm.asksNothing());
    if (!skillsOnly && nothing !== noTerm) room.step(Op.addScaled, nothing, this.context.model.fitWhenNothingSaid);
    const ofMembers: [term: number, factor: number][] = [];
    for (let at = 0; at < found.count; at++) {
      const value = found.value(found.terms[at]!);
      for (const { need, term, isOfMembers, usesSkills } of vacancies.askedFor(found.terms[at]!)) {
        if (skillsOnly && !usesSkills) continue;
        const factor = answer(value, need);
        if (factor === 0) continue;
        if (isOfMembers) ofMembers.push([term, factor]);
        else room.step(Op.addScaled, term, factor, usesSkills ? 1 : 0);
      }
    }
    if (ofMembers.length === 0) return;
    room.step(Op.membersBegin);
    for (const [term, factor] of ofMembers) room.step(Op.membersScaled, term, factor);
    room.step(Op.choicesApply);
  }

  private writeWishes(row: Int32Array, wantedTypes: readonly string[]): void {
    const { room } = this;
    room.set(Q.base, row[wish.base]!);
    for (let part = 0; part < 7; part++) room.set(Q.shares + part, row[wish.wantedShare + part]!);
    room.set(Q.extentMin, byteOr(row[wish.extentMin]!));
    room.set(Q.extentMax, byteOr(row[wish.extentMax]!));
    room.set(Q.start, row[wish.start]!);
    room.set(Q.pay, row[wish.payFloor]!);
    const types = this.vacancies.typeSets.meeting(wantedTypes);
    room.bytes(Q.typeTable, types.length).set(types);
  }

  private term(key: string): number {
    return this.vacancies.index.terms.find(key) ?? noTerm;
  }
}
