import type { EngineProfile } from '../engine.types.js';
import { requireWhole } from '../limit.error.js';
import type { ModelContext } from '../model-context.js';
import { termKey } from '../term-key.js';
import { unsaid, wish } from '../wishes/wish-row.js';
import { wantedTypeKeys } from '../wishes/wish-terms.js';
import { profileColumns } from './columns.js';
import { Expansion } from './expansion.js';
import { KeySets } from './key-sets.js';
import { Flag, S, unsaidByte } from './layout.js';
import { codeAt, codeElsewhere, emptyWishes, met, NearPlaceTable } from './place-codes.js';
import type { Kernel } from './load-kernel.js';
import type { Segment } from './segment.js';
import { PostingWriter } from './posting-writer.js';
import { SegmentedIndex, type IndexState } from './segmented-index.js';
import type { SharedMemory } from './shared-memory.js';

/** A home that geography does not know, and a reach that was not said. */
export const noHome = 0xffff;
const unsaidReach = 0xffff;
const alive = 255;

export interface ProfileIndexState extends IndexState {
  readonly typeSets: readonly (readonly string[])[];
  readonly covered: readonly string[];
}

/** Rankable profiles in shared memory: what they earn, wish and know as postings, the rest as columns. */
export class ProfileSegments {
  readonly index: SegmentedIndex;
  readonly typeSets = new KeySets('different combinations of wanted employment types');
  /** What the profile at hand is found by. */
  readonly expansion: Expansion;
  private readonly near: NearPlaceTable;
  /** By number of municipality. */
  private readonly placeTerms: number[] = [];
  /** Municipalities below this number have a posting from everybody to whom they are better than elsewhere. */
  private covered = 0;

  private readonly postings: PostingWriter;

  constructor(
    memory: SharedMemory,
    kernel: Kernel,
    private readonly context: ModelContext,
    segmentSlots: number,
    /** Called before anything that questions read is changed. */
    private readonly beforeChange: () => void,
  ) {
    this.postings = new PostingWriter(memory, kernel);
    this.index = new SegmentedIndex(memory, { columns: profileColumns, segmentSlots, allowsDense: true });
    this.expansion = new Expansion(this.index.terms, context);
    this.near = new NearPlaceTable(context);
  }

  add(profile: EngineProfile): void {
    const { row, terms, count } = this.expansion.of(profile);
    requireFitting(row);
    this.beforeChange();
    for (const code of profile.wishes.municipalities) this.context.municipalities.number(code);
    this.coverPlaces();
    const { segment, slot } = this.index.take(profile.profileId);
    this.writeColumns(row, wantedTypeKeys(profile), segment, slot);
    this.postings.begin(segment, slot);
    this.writePlaces(profile, row);
    for (let at = 0; at < count; at++) this.postings.put(terms[at]!, this.expansion.value(terms[at]!));
    this.postings.flush();
    this.index.work();
  }

  remove(profileId: string): void {
    this.beforeChange();
    this.index.remove(profileId);
    this.index.work();
  }

  /** Gives every municipality that has come up since a list of those to whom it is better than elsewhere. */
  coverPlaces(): void {
    const { municipalities } = this.context;
    if (this.covered < municipalities.count) this.beforeChange();
    while (this.covered < municipalities.count) {
      const municipality = this.covered++;
      const term = this.index.terms.number(termKey.place(municipalities.code(municipality)));
      this.placeTerms[municipality] = term;
      for (const segment of this.index.segments) this.coverPlace(segment, term, municipality);
    }
  }

  state(): ProfileIndexState {
    const { municipalities } = this.context;
    const covered = Array.from({ length: this.covered }, (_, number) => municipalities.code(number));
    return { ...this.index.state(), typeSets: this.typeSets.sets, covered };
  }

  restore(state: ProfileIndexState): void {
    this.index.restore(state);
    for (const set of state.typeSets) this.typeSets.number(set);
    for (const code of state.covered) this.context.municipalities.number(code);
    this.covered = state.covered.length;
    for (const [number, code] of state.covered.entries())
      this.placeTerms[number] = this.index.terms.number(termKey.place(code));
  }

  private coverPlace(segment: Segment, term: number, municipality: number): void {
    const wishes = emptyWishes();
    for (let slot = 0; slot < segment.slots; slot++) {
      if (!this.index.isLiving(segment, slot)) continue;
      this.readWishes(segment, slot, wishes);
      const code = codeAt(wishes, municipality, this.context);
      if (code > codeElsewhere(wishes, this.context)) segment.append(term, slot, code);
    }
  }

  private readWishes(segment: Segment, slot: number, wishes: Int32Array): void {
    const { memory } = this.index;
    const flags = memory.u8[segment.word(S.flags) + slot]!;
    const home = memory.u16[(segment.word(S.home) >>> 1) + slot]!;
    const reach = memory.u16[(segment.word(S.reach) >>> 1) + slot]!;
    wishes[wish.home] = home === noHome ? -1 : home;
    wishes[wish.reach] = reach === unsaidReach ? unsaid : reach;
    wishes[wish.reachInMinutes] = flags & Flag.reachInMinutes ? 1 : 0;
    wishes[wish.movesAnywhere] = flags & Flag.movesAnywhere ? 1 : 0;
    wishes[wish.namesPlaces] = flags & Flag.namesPlaces ? 1 : 0;
  }

  private writeColumns(row: Int32Array, wantedTypes: readonly string[], segment: Segment, slot: number): void {
    const { memory } = this.index;
    const { u8, u16, i32 } = memory;
    u8[segment.word(S.alive) + slot] = alive;
    u8[segment.word(S.flags) + slot] =
      (row[wish.remote] === 1 ? Flag.remote : 0) |
      (row[wish.movesAnywhere] === 1 ? Flag.movesAnywhere : 0) |
      (row[wish.base] === 0 ? 0 : Flag.wishesNothing) |
      (row[wish.reachInMinutes] === 1 ? Flag.reachInMinutes : 0) |
      (row[wish.namesPlaces] === 1 ? Flag.namesPlaces : 0);
    u8[segment.word(S.extentMin) + slot] = byteOr(row[wish.extentMin]!);
    u8[segment.word(S.extentMax) + slot] = byteOr(row[wish.extentMax]!);
    i32[(segment.word(S.start) >>> 2) + slot] = row[wish.start]!;
    i32[(segment.word(S.pay) >>> 2) + slot] = row[wish.payFloor]!;
    u16[(segment.word(S.types) >>> 1) + slot] = this.typeSets.number(wantedTypes);
    u16[(segment.word(S.home) >>> 1) + slot] = row[wish.home]! < 0 ? noHome : row[wish.home]!;
    u16[(segment.word(S.reach) >>> 1) + slot] = row[wish.reach] === unsaid ? unsaidReach : row[wish.reach]!;
    const shares = (segment.word(S.shares) >>> 1) + 8 * slot;
    for (let part = 0; part < 7; part++) u16[shares + part] = row[wish.wantedShare + part]!;
    u16[(segment.word(S.wantedShares) >>> 1) + slot] = row[wish.wantedShare]!;
    u16[(segment.word(S.placeShares) >>> 1) + slot] = row[wish.placeShare]!;
    u8[segment.word(S.place) + slot] = codeElsewhere(row, this.context);
  }

  private writePlaces({ wishes }: EngineProfile, row: Int32Array): void {
    const { municipalities } = this.context;
    const named = met(this.context.place.named);
    const near = this.near.near(row, this.covered);
    const others = new Set(wishes.municipalities.map((code) => municipalities.number(code)).filter((its) => its >= 0));
    for (let at = 0; at < near.municipalities.length; at++) {
      const number = near.municipalities[at]!;
      const code = near.codes[at]!;
      this.postings.put(this.placeTerms[number]!, others.delete(number) ? Math.max(named, code) : code);
    }
    for (const number of others) this.postings.put(this.placeTerms[number]!, named);
    for (const county of new Set(wishes.counties))
      this.postings.put(this.index.terms.number(termKey.county(county)), named);
  }
}

export const byteOr = (value: number): number => (value === unsaid ? unsaidByte : value);

function requireFitting(row: Int32Array): void {
  if (row[wish.home]! >= 0) requireWhole('number of the home municipality', row[wish.home]!, 0, noHome - 1);
  if (row[wish.reach] !== unsaid) requireWhole('reach', row[wish.reach]!, 0, unsaidReach - 1);
  for (const column of [wish.extentMin, wish.extentMax])
    if (row[column] !== unsaid) requireWhole('wanted extent in percent', row[column]!, 0, unsaidByte - 1);
}
