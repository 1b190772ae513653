import { requireWhole } from '../limit.error.js';
import type { MatchingModel } from '../model/model.types.js';
import { entryBytes, Mode, Op, Q } from './layout.js';
import type { Segment } from './segment.js';
import type { SharedMemory } from './shared-memory.js';

/** Credits go up to 100. */
const tableValues = 128;
const tableChunk = 2 ** 16;
const stepWords = 4;
/** Heaps beyond this are refused: so many are no page. */
const mostFound = 20_000_000;

interface Scratch {
  at: number;
  bytes: number;
}

/** Where one thread writes its questions and the kernel its answers; kept from one question to the next. */
export class QuestionRoom {
  /** Address of the question's words, see `Q`. */
  at = 0;
  private steps: number[] = [];
  private readonly scratch = new Map<number, Scratch>();
  private readonly tables: number[] = [];
  private tablesUsed = 0;

  constructor(
    private readonly memory: SharedMemory,
    private readonly segmentSlots: number,
    private readonly model: MatchingModel,
    /** False where a thread lends its own. */
    private readonly hasScratch = true,
  ) {
    this.move();
  }

  /** Gives everything back; nothing may be asked before `move`. */
  release(): void {
    this.memory.free(this.at, 4 * Q.words);
    for (const { at, bytes } of this.scratch.values()) this.memory.free(at, bytes);
    for (const table of this.tables) this.memory.free(table, tableChunk);
  }

  /** Takes new room; whatever it had is no longer its own. */
  move(): void {
    const { model } = this;
    this.scratch.clear();
    this.tables.length = 0;
    this.at = this.memory.allocateZeroed(4 * Q.words);
    this.set(Q.notSaid, model.notSaid);
    this.set(Q.extentStep, model.extentStep);
    this.set(Q.startDays, model.startDays);
    this.set(Q.payPercent, model.payPercent);
    if (!this.hasScratch) return;
    const slots = (this.segmentSlots + 15) & ~15;
    this.room(Q.sums, 8 * slots);
    this.room(Q.best, 4 * slots);
    this.room(Q.member, 4 * slots);
    this.room(Q.peaks, slots >> 2);
    this.room(Q.buckets, 4 * 1024);
    for (const word of [Q.wanted, Q.place, Q.fail, Q.ownListed, Q.code, Q.failing]) this.room(word, slots);
  }

  begin(): void {
    this.steps = [];
    this.tablesUsed = 0;
    this.set(Q.reasons, 0);
    this.set(Q.hasFilter, 0);
    this.set(Q.hasAfter, 0);
    this.set(Q.ignoresReach, 0);
    this.set(Q.isWide, 0);
    this.set(Q.wantedConstant, -1);
    this.set(Q.employerBase, 0);
    this.set(Q.base, 0);
  }

  set(word: number, value: number): void {
    this.memory.i32[(this.at >>> 2) + word] = value;
  }

  get(word: number): number {
    return this.memory.i32[(this.at >>> 2) + word]!;
  }

  step(op: Op, a = 0, b = 0, c = 0): void {
    if (op >= Op.filterBegin) this.set(Q.hasFilter, 1);
    this.steps.push(op, a, b, c);
  }

  /** A table of numbers by value, or of pairs whose lower half is `lower`. */
  table(upper: (value: number) => number, isWide: boolean, lower: boolean): number {
    const bytes = tableValues * (isWide ? 8 : 4);
    const at = this.tableRoom(bytes) >>> 2;
    const { i32 } = this.memory;
    for (let value = 0; value < tableValues; value++) {
      const number = value > 100 ? 0 : upper(value);
      if (!isWide) i32[at + value] = number;
      else {
        i32[at + 2 * value] = lower ? number : 0;
        i32[at + 2 * value + 1] = number;
      }
    }
    return at << 2;
  }

  bytes(word: number, length: number): Uint8Array {
    const at = this.room(word, length);
    return this.memory.u8.subarray(at, at + length);
  }

  /** Everything but the steps' contents: over which segments, how many to find. */
  finish(segments: readonly Segment[], mode: Mode, k: number): void {
    requireWhole('entries of a list', k, 0, mostFound);
    const { memory } = this;
    const steps = this.room(Q.steps, 4 * Math.max(stepWords, this.steps.length));
    memory.i32.set(this.steps, steps >>> 2);
    this.set(Q.stepsEnd, steps + 4 * this.steps.length);
    const table = this.room(Q.segments, 4 * Math.max(1, segments.length));
    memory.u32.set(
      segments.map((segment) => segment.at),
      table >>> 2,
    );
    this.set(Q.segmentCount, segments.length);
    if (this.hasScratch) this.holdMembers(Math.max(0, ...segments.map((segment) => segment.memberCount)));
    this.room(Q.heap, entryBytes * Math.max(1, k));
    this.set(Q.k, k);
    this.set(Q.mode, mode);
    this.set(Q.isWide, mode === Mode.both ? 1 : 0);
  }

  /** Room for the sums of so many members of choices. */
  holdMembers(count: number): void {
    this.room(Q.member, 4 * Math.max(count, this.segmentSlots));
  }

  /** What was found, best first: which segment, which slot, both fits. */
  foundAt(at: number): { segment: number; slot: number; employerFit: number; seekerFit: number } {
    const entry = (((this.get(Q.heap) >>> 0) + entryBytes * at) >>> 2) + 2;
    const { i32 } = this.memory;
    const where = i32[entry]!;
    return {
      segment: where >>> 16,
      slot: where & 0xffff,
      employerFit: i32[entry + 1]!,
      seekerFit: i32[entry + 2]!,
    };
  }

  /** At least so many bytes for what a word points to. */
  private room(word: number, bytes: number): number {
    const known = this.scratch.get(word);
    if (known && known.bytes >= bytes) return known.at;
    if (known) this.memory.free(known.at, known.bytes);
    const more = known ? Math.max(bytes, 2 * known.bytes) : bytes;
    const at = this.memory.allocateZeroed(more);
    this.scratch.set(word, { at, bytes: more });
    this.set(word, at);
    return at;
  }

  private tableRoom(bytes: number): number {
    const used = this.tablesUsed;
    const chunk = Math.floor(used / tableChunk);
    const left = tableChunk - (used % tableChunk);
    const from = left < bytes ? (chunk + 1) * tableChunk : used;
    const at = Math.floor(from / tableChunk);
    if (at === this.tables.length) this.tables.push(this.memory.allocate(tableChunk));
    this.tablesUsed = from + bytes;
    return this.tables[at]! + (from % tableChunk);
  }
}
