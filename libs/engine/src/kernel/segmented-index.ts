import { IdMap } from '../id-map.js';
import { LimitError } from '../limit.error.js';
import type { Columns } from './columns.js';
import { S } from './layout.js';
import { Packing } from './packing.js';
import { Segment, type SegmentState } from './segment.js';
import type { SharedMemory } from './shared-memory.js';
import { Terms } from './terms.js';

/** A segment is packed anew once this share of it is dead, and no sooner than this many: fewer where segments are smaller. */
const deadShare = 0.1;
const deadMinimum = 64;
/** Postings and slots that each write moves while something is being packed: some microseconds, and fast enough to be done long before the next packing. */
const workOfAWrite = 2500;
const mostSegments = 65_536;
const mostMembers = 60_000;

export interface IndexShape {
  readonly columns: Columns;
  readonly segmentSlots: number;
  /** Whether all values of long lists fit in a byte. */
  readonly allowsDense: boolean;
}

export interface IndexState {
  readonly terms: readonly string[];
  readonly memberTerms: readonly number[];
  readonly segments: readonly SegmentState[];
}

/**
 * An inverted index in segments. Writes go to the open one; full ones are packed, and so are those of which much has died, a little with each write, while questions
 * still read the old ones: nobody waits for it.
 */
export class SegmentedIndex {
  readonly terms = new Terms();
  /** Terms whose postings are of members of choices, not of slots. */
  readonly memberTerms = new Set<number>();
  /** What questions read. */
  segments: Segment[] = [];
  private open: Segment;
  private readonly recordOf = new IdMap<number>();
  private readonly freeRecords: number[] = [];
  private segmentOf: (Segment | undefined)[] = [];
  private slotOf = new Uint32Array(1024);
  private packing: Packing | undefined;

  constructor(
    readonly memory: SharedMemory,
    readonly shape: IndexShape,
  ) {
    this.open = this.openSegment();
  }

  get count(): number {
    return this.recordOf.size;
  }

  ids(): string[] {
    return [...this.recordOf.keys()];
  }

  has(id: string): boolean {
    return this.recordOf.has(id);
  }

  /** A new slot for an id, whose earlier one is dead from now on. `members` is how many members of choices it will have. */
  take(id: string, members = 0): { segment: Segment; slot: number } {
    if (members > mostMembers) throw new LimitError('alternatives of a vacancy', members, 0, mostMembers);
    // an id that comes again keeps its record
    const before = this.recordOf.get(id);
    const record = before ?? this.freeRecords.pop() ?? this.recordOf.size;
    if (before !== undefined) {
      const left = this.segmentOf[before]!;
      this.kill(left, this.slotOf[before]!);
      this.packIfWorthIt(left);
    }
    if (this.open.slots === this.open.capacity || this.open.memberCount + members > mostMembers) this.closeOpen();
    if (record >= this.slotOf.length) {
      const longer = new Uint32Array(2 * this.slotOf.length);
      longer.set(this.slotOf);
      this.slotOf = longer;
    }
    const segment = this.open;
    const slot = segment.take(id, record);
    if (before === undefined) this.recordOf.set(id, record);
    this.segmentOf[record] = segment;
    this.slotOf[record] = slot;
    return { segment, slot };
  }

  remove(id: string): void {
    const record = this.recordOf.get(id);
    if (record === undefined) return;
    const segment = this.segmentOf[record]!;
    this.kill(segment, this.slotOf[record]!);
    this.recordOf.delete(id);
    this.segmentOf[record] = undefined;
    this.freeRecords.push(record);
    this.packIfWorthIt(segment);
  }

  /** To be called with each write: takes packing a step further. */
  work(most = workOfAWrite): void {
    if (this.packing?.advance(most)) {
      this.packing = undefined;
      this.packNextFull();
    }
  }

  /** Packs everything that waits for it, now. */
  settle(): void {
    while (this.packing) this.work(Infinity);
  }

  get isPacking(): boolean {
    return this.packing !== undefined;
  }

  state(): IndexState {
    this.settle();
    return {
      terms: this.terms.keys,
      memberTerms: [...this.memberTerms],
      segments: this.segments.map((segment) => segment.state()),
    };
  }

  restore(state: IndexState): void {
    for (const key of state.terms) this.terms.number(key);
    for (const term of state.memberTerms) this.memberTerms.add(term);
    const { columns, allowsDense } = this.shape;
    this.segments = state.segments.map(
      (saved) => new Segment(this.memory, columns, saved.capacity, allowsDense, saved),
    );
    for (const segment of this.segments) this.restoreRecords(segment);
    this.open = this.segments.find(({ isOpen }) => isOpen) ?? this.openSegment();
  }

  isLiving(segment: Segment, slot: number): boolean {
    const bytes = this.shape.columns.get(S.alive)!;
    const at = segment.word(S.alive) + bytes * slot;
    return this.memory.u8[at]! !== 0 || (bytes === 2 && this.memory.u8[at + 1]! !== 0);
  }

  private restoreRecords(segment: Segment): void {
    for (let slot = 0; slot < segment.slots; slot++) {
      if (!this.isLiving(segment, slot)) continue;
      const record = this.recordOf.size;
      this.recordOf.set(segment.idOf(slot), record);
      segment.records[slot] = record;
      this.segmentOf[record] = segment;
      if (record >= this.slotOf.length) {
        const longer = new Uint32Array(2 * this.slotOf.length);
        longer.set(this.slotOf);
        this.slotOf = longer;
      }
      this.slotOf[record] = slot;
    }
  }

  private kill(segment: Segment, slot: number): void {
    const bytes = this.shape.columns.get(S.alive)!;
    this.memory.u8.fill(0, segment.word(S.alive) + bytes * slot, segment.word(S.alive) + bytes * (slot + 1));
    segment.dead++;
    this.packing?.noteDeath(segment, slot);
  }

  private packIfWorthIt(segment: Segment): void {
    const least = Math.min(deadMinimum, this.shape.segmentSlots >> 2);
    if (segment.dead >= least && segment.dead > deadShare * segment.slots) this.startPacking(segment);
  }

  private openSegment(): Segment {
    if (this.segments.length === mostSegments)
      throw new LimitError('segments of the index', mostSegments + 1, 0, mostSegments);
    const { columns, segmentSlots, allowsDense } = this.shape;
    const segment = new Segment(this.memory, columns, segmentSlots, allowsDense);
    this.segments.push(segment);
    return segment;
  }

  private closeOpen(): void {
    this.open.isOpen = false;
    this.open = this.openSegment();
    this.packNextFull();
  }

  private packNextFull(): void {
    const full = this.segments.find(({ isOpen, ownsLists }) => !isOpen && ownsLists);
    if (full) this.startPacking(full);
  }

  /** The segment, and whatever small ones fit in beside it. */
  private startPacking(segment: Segment): void {
    if (this.packing) return;
    if (segment.isOpen) {
      segment.isOpen = false;
      this.open = this.openSegment();
    }
    const sources = [segment];
    let living = segment.living;
    let members = segment.memberCount;
    const others = this.segments.filter((other) => other !== segment && !other.isOpen);
    for (const other of others.sort((a, b) => a.living - b.living)) {
      if (living + other.living > this.shape.segmentSlots || members + other.memberCount > mostMembers) break;
      sources.push(other);
      living += other.living;
      members += other.memberCount;
    }
    this.packing = new Packing(this, sources);
  }

  /** From now on questions read the packed one. Records are moved afterwards: until then deaths are noted in both. */
  swap(sources: ReadonlySet<Segment>, packed: Segment | null): void {
    this.segments = this.segments.filter((segment) => !sources.has(segment));
    if (packed) this.segments.unshift(packed);
  }

  /** Some slots of a segment are where their records are from now on. */
  moveRecords(packed: Segment, from: number, to: number): void {
    for (let slot = from; slot < to; slot++) {
      if (!this.isLiving(packed, slot)) continue;
      const record = packed.records[slot]!;
      this.segmentOf[record] = packed;
      this.slotOf[record] = slot;
    }
  }
}
