import type { Choice } from '../demands/ask.js';
import type { KnockOutCheck } from '../demands/knock-out-check.js';
import type { ModelContext } from '../model-context.js';
import { askKeys, type VacancyForm } from '../vacancy-form.js';
import { offerWidth } from '../wishes/offer-row.js';
import { IntRows } from './int-rows.js';
import { PostingLists } from './posting-lists.js';
import { Slots } from './slots.js';

/** Shares go up to 10,000. */
const shareBits = 14;

/** Rankable vacancies: postings by what they ask and offer, a row of offers each, and the knock-outs that they share. */
export class VacancyIndex {
  readonly asked = new PostingLists(shareBits);
  readonly slots = new Slots(this.asked.slotLimit);
  readonly offered = new PostingLists(shareBits);
  readonly rows = new IntRows(offerWidth);
  readonly places: (readonly number[])[] = [];
  readonly employers: string[] = [];
  /** By slot, where there are any: alternatives are not among `asked`. */
  choicesOf = new Map<number, readonly Choice[]>();
  /** By slot: numbers of `checks`. */
  readonly checksOf: (readonly number[])[] = [];
  /** Every different check of any vacancy, so that a question judges each but once. */
  readonly checks: KnockOutCheck[] = [];
  private readonly checkNumbers = new Map<string, number>();
  /** The different needs that a term is asked with; one posting list for each. */
  private readonly needs = new Map<string, number[]>();

  constructor(private readonly context: ModelContext) {}

  add(form: VacancyForm): void {
    const slot = this.slots.take(form.vacancy.vacancyId);
    for (const ask of form.asks)
      if (ask.share > 0) for (const key of askKeys(ask, this.context)) this.ask(key, ask.need, slot, ask.share);
    for (const key of [...form.occupationKeys, ...form.placeKeys, ...form.typeKeys]) this.offered.append(key, slot, 1);
    const at = this.rows.at(slot);
    this.rows.data.set(form.row, at);
    this.places[slot] = form.places;
    this.employers[slot] = form.vacancy.employerId;
    this.checksOf[slot] = form.checks.map((check) => this.numberOf(check));
    if (form.choices.length > 0) this.choicesOf.set(slot, form.choices);
    this.compactIfWorthIt();
  }

  remove(vacancyId: string): void {
    this.slots.release(vacancyId);
    this.compactIfWorthIt();
  }

  needsOf(key: string): readonly number[] {
    return this.needs.get(key) ?? [];
  }

  askedWith(key: string, need: number) {
    return this.asked.list(`${need}|${key}`);
  }

  private ask(key: string, need: number, slot: number, share: number): void {
    const needs = this.needs.get(key);
    if (!needs) this.needs.set(key, [need]);
    else if (!needs.includes(need)) needs.push(need);
    this.asked.append(`${need}|${key}`, slot, share);
  }

  private numberOf(check: KnockOutCheck): number {
    const known = this.checkNumbers.get(check.signature);
    if (known !== undefined) return known;
    const number = this.checks.push(check) - 1;
    this.checkNumbers.set(check.signature, number);
    return number;
  }

  private compactIfWorthIt(): void {
    if (!this.slots.worthCompacting) return;
    const moved = this.slots.compact();
    this.asked.move(moved);
    this.offered.move(moved);
    const choices = new Map<number, readonly Choice[]>();
    for (const [from, its] of this.choicesOf) if (moved[from]! >= 0) choices.set(moved[from]!, its);
    this.choicesOf = choices;
    for (const [from, to] of moved.entries()) {
      if (to < 0) continue;
      this.rows.copy(from, to);
      this.places[to] = this.places[from]!;
      this.employers[to] = this.employers[from]!;
      this.checksOf[to] = this.checksOf[from]!;
    }
    this.places.length = this.employers.length = this.checksOf.length = this.slots.length;
  }
}
