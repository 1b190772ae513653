import type { Ask } from '../demands/ask.js';
import type { KnockOutCheck } from '../demands/knock-out-check.js';
import { requireWhole } from '../limit.error.js';
import type { ModelContext } from '../model-context.js';
import { termKey } from '../term-key.js';
import { askKeys, type VacancyForm } from '../vacancy-form.js';
import { offer } from '../wishes/offer-row.js';
import { unsaid } from '../wishes/wish-row.js';
import { CheckTable } from './check-table.js';
import { vacancyColumns } from './columns.js';
import { KeySets } from './key-sets.js';
import { Flag, S, unsaidByte } from './layout.js';
import { byteOr } from './profile-segments.js';
import type { Segment } from './segment.js';
import { SegmentedIndex, type IndexState } from './segmented-index.js';
import type { SharedMemory } from './shared-memory.js';
import type { Terms } from './terms.js';

/** Days from here on, and what has no last day, never pass; day 0 is that of the dead. */
export const lastDay = 65_534;
const neverPasses = 65_535;
const longPast = 1;

const nothing: readonly AskedTerm[] = [];
/** How terms of what uses skills begin. */
const skills = termKey.concept('skill', '');

/** Classes of place, in the order of the kernel's table. */
export const placeClass = { onSite: 0, remoteOrOnSite: 1, notSaid: 2, remoteOnly: 3 } as const;

export const vacancyTerm = {
  ask: (need: number, key: string) => `a|${need}|${key}`,
  member: (need: number, key: string) => `m|${need}|${key}`,
  asksNothing: () => 'n',
  employer: (employerId: string) => `b|${employerId}`,
  check: (number: number) => `x|${number}`,
} as const;

/** A term of vacancies that ask for something, with one need of it. */
export interface AskedTerm {
  readonly need: number;
  readonly term: number;
  readonly isOfMembers: boolean;
  readonly usesSkills: boolean;
}

export interface VacancyIndexState extends IndexState {
  readonly typeSets: readonly (readonly string[])[];
  readonly checks: readonly KnockOutCheck[];
}

/** Rankable vacancies in shared memory: what they ask, offer and require as postings, the rest as columns. */
export class VacancySegments {
  readonly index: SegmentedIndex;
  readonly typeSets = new KeySets('different employment types');
  readonly checks: CheckTable;
  /** By a profile's term of credit. */
  private readonly asked: AskedTerm[][] = [];
  /** By a profile's term of a wanted occupation: the vacancies' term of the same. */
  private readonly offered: number[] = [];

  constructor(
    memory: SharedMemory,
    private readonly context: ModelContext,
    segmentSlots: number,
    private readonly profileTerms: Terms,
    /** Called before anything that questions read is changed. */
    private readonly beforeChange: () => void,
  ) {
    this.checks = new CheckTable(profileTerms);
    this.index = new SegmentedIndex(memory, { columns: vacancyColumns, segmentSlots, allowsDense: false });
  }

  /** Under which terms something that a profile earns is asked for: each need has its own. */
  askedFor(profileTerm: number): readonly AskedTerm[] {
    return this.asked[profileTerm] ?? nothing;
  }

  /** Undefined where no vacancy offers it. */
  offeredAs(profileTerm: number): number | undefined {
    return this.offered[profileTerm];
  }

  add(form: VacancyForm): void {
    const { row, vacancy } = form;
    requireFitting(row);
    this.beforeChange();
    const members = form.choices.reduce((sum, choice) => sum + choice.members.length, 0);
    const { segment, slot } = this.index.take(vacancy.vacancyId, members);
    this.writeColumns(form, segment, slot);
    for (const ask of form.asks) this.addAsk(ask, segment, slot, false);
    for (const choice of form.choices) {
      const first = segment.addChoice(slot, choice.members.length, choice.usesSkills);
      for (const [at, asks] of choice.members.entries())
        for (const ask of asks) this.addAsk(ask, segment, first + at, true);
    }
    const put = (key: string) => segment.append(this.index.terms.number(key), slot, 1);
    if (row[offer.base] !== 0) put(vacancyTerm.asksNothing());
    for (const key of form.occupationKeys) {
      put(key);
      this.noteOffered(key);
    }
    for (const key of form.placeKeys) put(key);
    put(vacancyTerm.employer(vacancy.employerId));
    for (const number of new Set(form.checks.map((check) => this.checks.number(check)))) put(vacancyTerm.check(number));
    this.index.work();
  }

  remove(vacancyId: string): void {
    this.beforeChange();
    this.index.remove(vacancyId);
    this.index.work();
  }

  state(): VacancyIndexState {
    return { ...this.index.state(), typeSets: this.typeSets.sets, checks: this.checks.all };
  }

  restore(state: VacancyIndexState): void {
    this.index.restore(state);
    for (const set of state.typeSets) this.typeSets.number(set);
    for (const check of state.checks) this.checks.number(check);
    for (const [term, name] of state.terms.entries()) {
      const parts = /^([am])\|(\d+)\|(.*)$/su.exec(name);
      if (parts) this.noteAsked(parts[3]!, Number(parts[2]), term, parts[1] === 'm');
      if (name.startsWith('w|')) this.noteOffered(name);
    }
  }

  private addAsk(ask: Ask, segment: Segment, at: number, isOfMembers: boolean): void {
    if (ask.share === 0) return;
    const name = isOfMembers ? vacancyTerm.member : vacancyTerm.ask;
    const { terms, memberTerms } = this.index;
    for (const key of askKeys(ask, this.context)) {
      const before = terms.count;
      const term = terms.number(name(ask.need, key));
      if (term === before) {
        this.noteAsked(key, ask.need, term, isOfMembers);
        if (isOfMembers) memberTerms.add(term);
      }
      segment.append(term, at, ask.share);
    }
  }

  private noteAsked(key: string, need: number, term: number, isOfMembers: boolean): void {
    const asked = { need, term, isOfMembers, usesSkills: key.startsWith(skills) };
    (this.asked[this.profileTerms.number(key)] ??= []).push(asked);
  }

  private noteOffered(key: string): void {
    this.offered[this.profileTerms.number(key)] ??= this.index.terms.number(key);
  }

  private writeColumns({ row, places, typeKeys }: VacancyForm, segment: Segment, slot: number): void {
    const { u8, u16, i32 } = this.index.memory;
    const remote = row[offer.remote] === 1;
    const deadline = row[offer.deadline]!;
    u16[(segment.word(S.alive) >>> 1) + slot] =
      deadline === unsaid || deadline > lastDay ? neverPasses : Math.max(longPast, deadline);
    u8[segment.word(S.flags) + slot] =
      (remote ? Flag.remote : 0) |
      (row[offer.saysOccupation] === 1 ? Flag.saysOccupation : 0) |
      (row[offer.saysType] === 1 ? Flag.saysType : 0);
    u8[segment.word(S.extentMin) + slot] = byteOr(row[offer.extentMin]!);
    u8[segment.word(S.extentMax) + slot] = byteOr(row[offer.extentMax]!);
    i32[(segment.word(S.start) >>> 2) + slot] = row[offer.start]!;
    i32[(segment.word(S.pay) >>> 2) + slot] = row[offer.pay]!;
    u16[(segment.word(S.types) >>> 1) + slot] = this.typeSets.number(typeKeys);
    u16[(segment.word(S.shares) >>> 1) + slot] = row[offer.skillShares]!;
    const somewhere = places.length > 0;
    u8[segment.word(S.place) + slot] = somewhere
      ? remote
        ? placeClass.remoteOrOnSite
        : placeClass.onSite
      : remote
        ? placeClass.remoteOnly
        : placeClass.notSaid;
  }
}

function requireFitting(row: Int32Array): void {
  for (const column of [offer.extentMin, offer.extentMax])
    if (row[column] !== unsaid) requireWhole('offered extent in percent', row[column]!, 0, unsaidByte - 1);
}
