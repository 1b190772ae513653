import { isSkillAsk, type Ask } from '../demands/ask.js';
import { knockOuts } from '../demands/knock-out-check.js';
import type { KnockOut } from '../engine.types.js';
import type { RankFilter } from '../lists.types.js';
import { answer } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import { termKey } from '../term-key.js';
import { askKeys, type VacancyForm } from '../vacancy-form.js';
import { offer } from '../wishes/offer-row.js';
import { byteOr, noHome, type ProfileSegments } from './profile-segments.js';
import { Flag, Mode, noTerm, Op, Q } from './layout.js';
import { met } from './place-codes.js';
import type { QuestionRoom } from './question-room.js';

const homes = 65_536;

/** Writes the question "which people for this vacancy?". */
export class ProfileQuestion {
  constructor(
    private readonly profiles: ProfileSegments,
    private readonly context: ModelContext,
    private readonly room: QuestionRoom,
  ) {}

  write(vacancy: VacancyForm, mode: Mode): void {
    const { room, context } = this;
    room.set(Q.isOfVacancies, 0);
    this.writePlace(vacancy);
    if (mode === Mode.count) return;
    room.set(Q.employerBase, vacancy.row[offer.base]!);
    const isAdded = (usesSkills: boolean) => mode !== Mode.seeker || usesSkills;
    for (const ask of vacancy.asks) {
      const usesSkills = isSkillAsk(ask);
      if (isAdded(usesSkills)) this.writeAsk(ask, Op.addTable, mode === Mode.both, usesSkills);
    }
    for (const { members, usesSkills } of vacancy.choices) {
      if (!isAdded(usesSkills)) continue;
      room.step(Op.choiceBegin);
      for (const asks of members) {
        room.step(Op.memberBegin);
        for (const ask of asks) this.writeAsk(ask, Op.memberTable, false, false);
        room.step(Op.memberEnd);
      }
      room.step(Op.choiceEnd, usesSkills ? 1 : 0);
    }
    if (mode === Mode.employer) return;
    room.set(Q.wantedConstant, vacancy.row[offer.saysOccupation] === 1 ? -1 : context.model.notSaid);
    for (const key of vacancy.occupationKeys) room.step(Op.raiseWanted, this.term(key));
    this.writeOffer(vacancy);
  }

  /** Takes off who fails a requirement. */
  writeChecks(vacancy: VacancyForm, ignoring: KnockOut | null): void {
    const { room } = this;
    let reasons = 0;
    for (const { members, reasonAt } of vacancy.checks) {
      if (knockOuts[reasonAt] === ignoring) continue;
      for (const [at, member] of members.entries()) {
        const denied = member.deniedKeys.map((key) => this.term(key)).filter((term) => term !== noTerm);
        room.step(Op.checkHeld, this.term(member.heldKey), denied.length);
        for (const term of denied) room.step(Op.checkDenied, term);
        if (members.length === 1) room.step(Op.checkAlone, member.level ?? 0, reasonAt, reasons === 0 ? 1 : 0);
        else room.step(Op.checkMember, member.level ?? 0, at === 0 ? 1 : 0);
      }
      if (members.length > 1) room.step(Op.checkEnd, reasonAt, reasons === 0 ? 1 : 0);
      reasons |= 1 << reasonAt;
    }
    room.set(Q.reasons, reasons);
    room.set(Q.ignoresReach, ignoring === 'reach' ? 1 : 0);
  }

  writeFilter(filter: RankFilter): void {
    const { room } = this;
    const fields = filter.occupationFields ?? [];
    if (fields.length > 0) {
      room.step(Op.filterBegin);
      for (const field of fields) room.step(Op.filterMark, this.term(termKey.heldWithin(field)));
      room.step(Op.filterEnd);
    }
    this.writeHomeFilter(filter);
    if (filter.remote !== undefined) room.step(Op.filterFlag, Flag.remote, filter.remote ? 1 : 0);
    if (filter.extentMin !== undefined) room.step(Op.filterExtent, filter.extentMin, 1);
  }

  private writeHomeFilter({ municipalities = [], counties = [] }: RankFilter): void {
    if (municipalities.length + counties.length === 0) return;
    const table = this.context.municipalities;
    const bytes = this.room.bytes(Q.homeTable, homes).fill(0);
    for (let number = 0; number < table.count; number++)
      if (municipalities.includes(table.code(number)) || counties.includes(table.county(number))) bytes[number] = 255;
    bytes[noHome] = 0;
    this.room.step(Op.filterHome, this.room.get(Q.homeTable));
  }

  private writePlace({ row, places, placeKeys }: VacancyForm): void {
    const { room } = this;
    const { place, model } = this.context;
    if (row[offer.remote] === 1) room.step(Op.placeRemote, met(place.remoteWanted), met(place.remotePossible));
    else if (places.length === 0)
      room.step(Op.placeNotSaid, met(Math.max(place.wouldMove, model.notSaid)), model.notSaid);
    else room.step(Op.placeDefault);
    for (const key of placeKeys) room.step(Op.raisePlace, this.term(key));
  }

  private writeAsk(ask: Ask, op: Op, isWide: boolean, usesSkills: boolean): void {
    if (ask.share === 0) return;
    const { room, context } = this;
    const table = room.table((credit) => ask.share * answer(credit, ask.need), isWide, usesSkills);
    for (const key of askKeys(ask, context)) {
      const term = this.term(key);
      if (term !== noTerm) room.step(op, term, table);
    }
  }

  private writeOffer({ row, typeKeys }: VacancyForm): void {
    const { room } = this;
    room.set(Q.base, this.context.model.fitWhenNothingSaid);
    room.set(Q.extentMin, byteOr(row[offer.extentMin]!));
    room.set(Q.extentMax, byteOr(row[offer.extentMax]!));
    room.set(Q.start, row[offer.start]!);
    room.set(Q.pay, row[offer.pay]!);
    room.set(Q.skillShares, row[offer.skillShares]!);
    room.set(Q.saysType, row[offer.saysType]!);
    const types = this.profiles.typeSets.meeting(typeKeys);
    room.bytes(Q.typeTable, types.length).set(types);
  }

  private term(key: string): number {
    return this.profiles.index.terms.find(key) ?? noTerm;
  }
}
