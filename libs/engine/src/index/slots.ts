/** Dead slots are cleared away once they are this share of all, and no sooner than this many. */
const deadShare = 0.2;
const deadMinimum = 64;

/** Which slot holds which id. A change takes a new slot and leaves the old one dead until compaction. */
export class Slots {
  readonly ids: string[] = [];
  private readonly alive: boolean[] = [];
  private readonly byId = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Slots given out, dead ones too. */
  get length(): number {
    return this.ids.length;
  }

  isAlive(slot: number): boolean {
    return this.alive[slot]!;
  }

  slotOf(id: string): number | undefined {
    return this.byId.get(id);
  }

  livingIds(): string[] {
    return [...this.byId.keys()];
  }

  take(id: string): number {
    if (this.ids.length >= this.limit) throw new RangeError(`the index is full at ${this.limit} slots`);
    this.release(id);
    const slot = this.ids.push(id) - 1;
    this.alive.push(true);
    this.byId.set(id, slot);
    return slot;
  }

  release(id: string): void {
    const slot = this.byId.get(id);
    if (slot === undefined) return;
    this.alive[slot] = false;
    this.byId.delete(id);
  }

  get worthCompacting(): boolean {
    const dead = this.ids.length - this.byId.size;
    return dead >= deadMinimum && dead > deadShare * this.ids.length;
  }

  /** Closes the gaps, keeping the order, and answers where each slot went: -1 for the dead. */
  compact(): Int32Array {
    const moved = new Int32Array(this.ids.length).fill(-1);
    let next = 0;
    for (let slot = 0; slot < moved.length; slot++) {
      if (!this.alive[slot]) continue;
      const id = this.ids[slot]!;
      this.ids[next] = id;
      this.alive[next] = true;
      this.byId.set(id, next);
      moved[slot] = next++;
    }
    this.ids.length = next;
    this.alive.length = next;
    return moved;
  }
}
