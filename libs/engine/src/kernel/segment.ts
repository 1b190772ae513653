import type { Columns } from './columns.js';
import { idRoom, readId, writeId } from './id-bytes.js';
import { dense, headBytes, S } from './layout.js';
import type { SharedMemory } from './shared-memory.js';

const firstPostings = 6;
const idBlock = 4096;
/** Values that a column of bytes can hold. */
const mostDense = 255;
const choiceBytes = 12;

/** What it takes to find a segment in saved memory. */
export interface SegmentState {
  readonly at: number;
  readonly capacity: number;
  readonly dead: number;
  readonly isOpen: boolean;
  readonly owned: readonly (readonly [at: number, bytes: number])[];
  readonly ownsLists: boolean;
  readonly extraTerms: readonly number[];
  readonly choiceRoom: number;
  readonly idsLeft: number;
  readonly idsAt: number;
}

/**
 * Some ten thousand slots: a column for each property, and for each term a list, which is postings (`slot << 16 | value`, in slot order) or, where those would take
 * more room, a column of bytes. Slots are only ever added at the end; what has left is marked dead.
 */
export class Segment {
  /** Of the segment's words, see `S`. */
  readonly at: number;
  dead = 0;
  isOpen = true;
  /** By slot: number of the record that it holds. */
  records: Uint32Array;
  /** Blocks to give back when the segment goes: columns, and what packed lists lie in. */
  owned: [at: number, bytes: number][] = [];
  /** Whether lists were allocated one by one. */
  ownsLists = true;
  /** Terms that came to a packed segment later: their lists were allocated one by one. */
  private extraTerms: number[] = [];
  private choiceRoom = 0;
  private idsAt = 0;
  private idsLeft = 0;

  constructor(
    readonly memory: SharedMemory,
    readonly columns: Columns,
    readonly capacity: number,
    readonly allowsDense: boolean,
    saved?: SegmentState,
  ) {
    this.records = new Uint32Array(capacity);
    if (saved) {
      this.at = saved.at;
      this.dead = saved.dead;
      this.isOpen = saved.isOpen;
      this.owned = saved.owned.map(([at, bytes]) => [at, bytes]);
      this.ownsLists = saved.ownsLists;
      this.extraTerms = [...saved.extraTerms];
      this.choiceRoom = saved.choiceRoom;
      this.idsAt = saved.idsAt;
      this.idsLeft = saved.idsLeft;
      return;
    }
    this.at = this.own(4 * S.words);
    // the scan reads sixteen slots at a time
    for (const [column, bytes] of columns) this.setWord(column, this.own(bytes * ((capacity + 15) & ~15)));
  }

  state(): SegmentState {
    const { at, capacity, isOpen, owned, ownsLists, extraTerms, choiceRoom, idsLeft, idsAt } = this;
    return { at, capacity, dead: this.dead, isOpen, owned, ownsLists, extraTerms, choiceRoom, idsLeft, idsAt };
  }

  word(index: number): number {
    return this.memory.u32[(this.at >>> 2) + index]!;
  }

  setWord(index: number, value: number): void {
    this.memory.u32[(this.at >>> 2) + index] = value;
  }

  get slots(): number {
    return this.word(S.slots);
  }

  get living(): number {
    return this.slots - this.dead;
  }

  get memberCount(): number {
    return this.word(S.memberCount);
  }

  idOf(slot: number): string {
    return readId(this.memory.u8, this.memory.u32[(this.word(S.ids) >>> 2) + slot]!);
  }

  /** The next slot. Its columns are zero until they are written. */
  take(id: string, record: number): number {
    const slot = this.slots;
    this.records[slot] = record;
    const idAt = this.placeId(id);
    this.memory.u32[(this.word(S.ids) >>> 2) + slot] = idAt;
    this.setWord(S.slots, slot + 1);
    return slot;
  }

  /** The next slot for what another segment holds: its id and columns are still to be copied. */
  takeCopy(record: number): number {
    const slot = this.slots;
    this.records[slot] = record;
    this.setWord(S.slots, slot + 1);
    return slot;
  }

  /** Room for an id's bytes. */
  roomForId(room: number): number {
    if (room > this.idsLeft) {
      const block = Math.max(room, idBlock);
      this.idsAt = this.own(block);
      this.idsLeft = block;
    }
    const at = this.idsAt;
    this.idsAt += room;
    this.idsLeft -= room;
    return at;
  }

  /** Address of a term's list; 0 if there is none. */
  list(term: number): number {
    return term < this.word(S.terms) ? this.memory.u32[(this.word(S.table) >>> 2) + term]! : 0;
  }

  setList(term: number, list: number): void {
    if (term >= this.word(S.terms)) this.growTable(term + 1);
    this.memory.u32[(this.word(S.table) >>> 2) + term] = list;
  }

  /** Adds to the end of a term's list: `slot` is not below any that is there. */
  append(term: number, slot: number, value: number): void {
    const { memory } = this;
    let list = this.list(term);
    if (list === 0) {
      list = memory.allocate(headBytes + 4 * firstPostings);
      memory.u32[list >>> 2] = 0;
      memory.u32[(list >>> 2) + 1] = firstPostings;
      this.setList(term, list);
      if (!this.ownsLists) this.extraTerms.push(term);
    }
    const length = memory.i32[list >>> 2]!;
    if (length === dense) {
      memory.u8[list + headBytes + slot] = value;
      return;
    }
    if (length === memory.u32[(list >>> 2) + 1]) {
      list = this.grown(list, length);
      this.setList(term, list);
      if (memory.i32[list >>> 2] === dense) {
        memory.u8[list + headBytes + slot] = value;
        return;
      }
    }
    memory.u32[(list >>> 2) + 2 + length] = ((slot << 16) | value) >>> 0;
    memory.u32[list >>> 2] = length + 1;
  }

  /** A vacancy's alternatives: its members come next, `count` of them. Answers the first member's number. */
  addChoice(slot: number, count: number, usesSkills: boolean): number {
    const { memory } = this;
    const choices = this.word(S.choiceCount);
    const first = this.memberCount;
    if (choices === this.choiceRoom) {
      const room = Math.max(16, 2 * choices);
      const longer = memory.allocate(room * choiceBytes);
      const before = this.word(S.choices);
      memory.u8.copyWithin(longer, before, before + choices * choiceBytes);
      if (before !== 0) memory.free(before, choices * choiceBytes);
      this.setWord(S.choices, longer);
      this.choiceRoom = room;
    }
    const at = (this.word(S.choices) >>> 2) + choices * 3;
    memory.u32[at] = slot;
    memory.u32[at + 1] = first;
    memory.u32[at + 2] = (count << 1) | (usesSkills ? 1 : 0);
    this.setWord(S.choiceCount, choices + 1);
    this.setWord(S.memberCount, first + count);
    return first;
  }

  /** Gives everything back but the lists of an unpacked segment: those go by `freeLists`. */
  free(): void {
    const { memory } = this;
    for (const term of this.extraTerms) memory.free(this.list(term), headBytes + this.listBytes(this.list(term)));
    for (const [at, bytes] of this.owned) memory.free(at, bytes);
    if (this.choiceRoom > 0) memory.free(this.word(S.choices), this.choiceRoom * choiceBytes);
  }

  /** Frees the lists of some terms. */
  freeLists(from: number, to: number): void {
    if (!this.ownsLists) return;
    for (let term = from; term < Math.min(to, this.word(S.terms)); term++) {
      const list = this.list(term);
      if (list !== 0) this.memory.free(list, headBytes + this.listBytes(list));
    }
  }

  /** A block that goes with the segment, zeroed. */
  own(bytes: number): number {
    const at = this.memory.allocateZeroed(bytes);
    this.owned.push([at, bytes]);
    return at;
  }

  private listBytes(list: number): number {
    const { memory, capacity } = this;
    return memory.i32[list >>> 2] === dense ? (capacity + 15) & ~15 : 4 * memory.u32[(list >>> 2) + 1]!;
  }

  private placeId(id: string): number {
    const at = this.roomForId(idRoom(id));
    const { u8 } = this.memory;
    const length = writeId(id, u8, at + 2);
    u8[at] = length & 255;
    u8[at + 1] = length >> 8;
    return at;
  }

  /** The list with more room, or as a column where that takes less. */
  private grown(list: number, length: number): number {
    const { memory } = this;
    const columnBytes = (this.capacity + 15) & ~15;
    const from = (list >>> 2) + 2;
    if (this.allowsDense && 4 * length >= columnBytes && this.fitsBytes(from, length)) {
      const column = memory.allocateZeroed(headBytes + columnBytes);
      memory.i32[column >>> 2] = dense;
      for (let at = from; at < from + length; at++) {
        const posting = memory.u32[at]!;
        memory.u8[column + headBytes + (posting >>> 16)] = posting & 0xffff;
      }
      memory.free(list, headBytes + 4 * length);
      return column;
    }
    const room = (memory.roomFor(headBytes + 4 * (length + 1)) - headBytes) >>> 2;
    const longer = memory.allocate(headBytes + 4 * room);
    memory.u32[longer >>> 2] = length;
    memory.u32[(longer >>> 2) + 1] = room;
    memory.u32.copyWithin((longer >>> 2) + 2, from, from + length);
    memory.free(list, headBytes + 4 * length);
    return longer;
  }

  private fitsBytes(from: number, length: number): boolean {
    const { u32 } = this.memory;
    for (let at = from; at < from + length; at++) if ((u32[at]! & 0xffff) > mostDense) return false;
    return true;
  }

  private growTable(terms: number): void {
    const { memory } = this;
    const before = this.word(S.terms);
    const room = Math.max(64, terms + (terms >> 2));
    const longer = memory.allocateZeroed(4 * room);
    const table = this.word(S.table);
    memory.u32.copyWithin(longer >>> 2, table >>> 2, (table >>> 2) + before);
    const at = this.owned.findIndex(([block]) => block === table);
    if (at >= 0) {
      const [[block, bytes]] = this.owned.splice(at, 1) as [[number, number]];
      memory.free(block, bytes);
    }
    this.owned.push([longer, 4 * room]);
    this.setWord(S.table, longer);
    this.setWord(S.terms, room);
  }
}
