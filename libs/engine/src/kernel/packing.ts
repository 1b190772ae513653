import { dense, headBytes, S } from './layout.js';
import { Segment } from './segment.js';
import type { SegmentedIndex } from './segmented-index.js';

const nowhere = -1;
const chunkBytes = 2 ** 18;
/** Slots, terms or choices that are dealt with in one go. */
const atOnce = 256;
/** What each takes, in postings: to copy a slot, to look at a term, to move a record. */
const slotCost = 8;
const termCost = 4;
const recordCost = 2;

interface Source {
  readonly segment: Segment;
  /** Where each slot, and each member of a choice, goes; -1 for the dead. */
  readonly slots: Int32Array;
  readonly members: Int32Array;
}

/** Several segments becoming one without gaps, in small steps. Until the last step nothing that questions read is changed. */
export class Packing {
  private readonly sources: Source[];
  private readonly packed: Segment | null;
  private readonly steps: Iterator<number, void>;
  private chunkAt = 0;
  private chunkLeft = 0;

  constructor(
    private readonly index: SegmentedIndex,
    segments: readonly Segment[],
  ) {
    this.sources = segments.map((segment) => ({
      segment,
      slots: new Int32Array(segment.slots).fill(nowhere),
      members: new Int32Array(segment.memberCount).fill(nowhere),
    }));
    const living = segments.reduce((sum, segment) => sum + segment.living, 0);
    const { columns, allowsDense } = index.shape;
    this.packed = living === 0 ? null : new Segment(index.memory, columns, living, allowsDense);
    if (this.packed) {
      this.packed.isOpen = false;
      this.packed.ownsLists = false;
    }
    this.steps = this.run();
  }

  /** Does about so much work; true when all is done. */
  advance(work: number): boolean {
    for (let left = work; left > 0;) {
      const { value, done } = this.steps.next();
      if (done) return true;
      left -= value;
    }
    return false;
  }

  /** Somebody left, perhaps after being copied. */
  noteDeath(segment: Segment, slot: number): void {
    const source = this.sources.find((one) => one.segment === segment);
    const at = source?.slots[slot] ?? nowhere;
    if (at === nowhere || !this.packed) return;
    const bytes = this.index.shape.columns.get(S.alive)!;
    const column = this.packed.word(S.alive);
    if (at < this.packed.slots) this.index.memory.u8.fill(0, column + bytes * at, column + bytes * (at + 1));
    this.packed.dead++;
  }

  private *run(): Generator<number, void> {
    if (this.packed) {
      for (const source of this.sources) yield* this.copySlots(source, this.packed);
      for (const source of this.sources) yield* this.copyChoices(source, this.packed);
      for (let term = 0; term < this.index.terms.count; term++) yield termCost + this.copyList(term, this.packed);
    }
    this.index.swap(new Set(this.sources.map(({ segment }) => segment)), this.packed);
    if (this.packed) yield* this.moveRecords(this.packed);
    for (const { segment } of this.sources) yield* this.drop(segment);
  }

  private *copySlots({ segment, slots }: Source, packed: Segment): Generator<number, void> {
    for (let from = 0; from < segment.slots; from += atOnce) {
      const end = Math.min(from + atOnce, segment.slots);
      for (let slot = from; slot < end; slot++)
        if (this.index.isLiving(segment, slot)) slots[slot] = packed.takeCopy(segment.records[slot]!);
      for (const [column, bytes] of this.index.shape.columns)
        if (column === S.ids) this.copyIds(segment, packed, slots, from, end);
        else this.copyColumn(segment.word(column), packed.word(column), bytes, slots, from, end);
      yield slotCost * (end - from);
    }
  }

  private copyColumn(
    source: number,
    target: number,
    bytes: number,
    slots: Int32Array,
    from: number,
    end: number,
  ): void {
    const { u8, u16, u32 } = this.index.memory;
    const [words, shift] = bytes === 1 ? [u8, 0] : bytes === 2 ? [u16, 1] : [u32, 2];
    const width = bytes >>> shift;
    for (let slot = from; slot < end; slot++) {
      const to = slots[slot]!;
      if (to === nowhere) continue;
      for (let at = 0; at < width; at++)
        words[(target >>> shift) + width * to + at] = words[(source >>> shift) + width * slot + at]!;
    }
  }

  private copyIds(segment: Segment, packed: Segment, slots: Int32Array, from: number, end: number): void {
    const { memory } = this.index;
    const source = segment.word(S.ids) >>> 2;
    const target = packed.word(S.ids) >>> 2;
    for (let slot = from; slot < end; slot++) {
      const to = slots[slot]!;
      if (to === nowhere) continue;
      const id = memory.u32[source + slot]!;
      const room = 2 + memory.u8[id]! + 256 * memory.u8[id + 1]!;
      const copy = packed.roomForId(room);
      memory.u8.copyWithin(copy, id, id + room);
      memory.u32[target + to] = copy;
    }
  }

  private *moveRecords(packed: Segment): Generator<number, void> {
    for (let from = 0; from < packed.slots; from += atOnce) {
      this.index.moveRecords(packed, from, Math.min(from + atOnce, packed.slots));
      yield recordCost * atOnce;
    }
  }

  private *copyChoices({ segment, slots, members }: Source, packed: Segment): Generator<number, void> {
    const { u32 } = this.index.memory;
    const from = segment.word(S.choices) >>> 2;
    for (let choice = 0; choice < segment.word(S.choiceCount); choice++) {
      if (choice % atOnce === atOnce - 1) yield atOnce;
      const at = from + 3 * choice;
      const to = slots[u32[at]!]!;
      if (to === nowhere) continue;
      const [first, what] = [u32[at + 1]!, u32[at + 2]!];
      const firstThere = packed.addChoice(to, what >>> 1, (what & 1) === 1);
      for (let member = 0; member < what >>> 1; member++) members[first + member] = firstThere + member;
    }
  }

  /** Answers how many postings it looked at. */
  private copyList(term: number, packed: Segment): number {
    const isOfMembers = this.index.memberTerms.has(term);
    let looked = 0;
    let most = 0;
    for (const { segment } of this.sources) most += this.lengthOf(segment, term);
    if (most === 0) return 0;
    const room = this.chunk(headBytes + 4 * most);
    const { memory } = this.index;
    let kept = 0;
    for (const source of this.sources) {
      const map = isOfMembers ? source.members : source.slots;
      looked += this.eachPosting(source.segment, term, (slot, value) => {
        const to = map[slot]!;
        if (to !== nowhere) memory.u32[(room >>> 2) + 2 + kept++] = ((to << 16) | value) >>> 0;
      });
    }
    if (kept > 0) packed.setList(term, this.finish(room, kept, packed, isOfMembers));
    return looked;
  }

  /** The list as it stays: as a column where that takes less room, and with the rest of the chunk given back. */
  private finish(room: number, kept: number, packed: Segment, isOfMembers: boolean): number {
    const { memory, shape } = this.index;
    const columnBytes = (packed.capacity + 15) & ~15;
    if (shape.allowsDense && !isOfMembers && 4 * kept > columnBytes) {
      const column = packed.own(headBytes + columnBytes);
      memory.i32[column >>> 2] = dense;
      for (let at = (room >>> 2) + 2, end = at + kept; at < end; at++)
        memory.u8[column + headBytes + (memory.u32[at]! >>> 16)] = memory.u32[at]! & 255;
      return column;
    }
    memory.u32[room >>> 2] = kept;
    memory.u32[(room >>> 2) + 1] = kept;
    this.chunkAt = room + ((headBytes + 4 * kept + 7) & ~7);
    this.chunkLeft -= this.chunkAt - room;
    return room;
  }

  /** Room at the end of the current chunk, not taken yet. */
  private chunk(bytes: number): number {
    if (bytes + 8 > this.chunkLeft) {
      this.chunkLeft = Math.max(chunkBytes, bytes + 8);
      this.chunkAt = this.packed!.own(this.chunkLeft);
    }
    return this.chunkAt;
  }

  private lengthOf(segment: Segment, term: number): number {
    const list = segment.list(term);
    if (list === 0) return 0;
    const length = this.index.memory.i32[list >>> 2]!;
    return length === dense ? segment.slots : length;
  }

  private eachPosting(segment: Segment, term: number, visit: (slot: number, value: number) => void): number {
    const { memory } = this.index;
    const list = segment.list(term);
    if (list === 0) return 0;
    const length = memory.i32[list >>> 2]!;
    if (length === dense) {
      for (let slot = 0; slot < segment.slots; slot++) {
        const value = memory.u8[list + headBytes + slot]!;
        if (value !== 0) visit(slot, value);
      }
      return segment.slots;
    }
    for (let at = (list >>> 2) + 2, end = at + length; at < end; at++)
      visit(memory.u32[at]! >>> 16, memory.u32[at]! & 0xffff);
    return length;
  }

  private *drop(segment: Segment): Generator<number, void> {
    const terms = segment.word(S.terms);
    for (let term = 0; term < terms; term += atOnce) {
      segment.freeLists(term, term + atOnce);
      yield termCost * atOnce;
    }
    segment.free();
  }
}
