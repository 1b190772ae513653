import { byCodeUnit } from '../model/code-unit-order.js';

/** The k best of what is offered, by score and then by id: a heap whose root is the worst that is kept. */
export class TopK {
  private readonly scores: number[] = [];
  private readonly slots: number[] = [];

  constructor(
    private readonly k: number,
    private readonly ids: readonly string[],
  ) {}

  /** Scores below this cannot get in. */
  get floor(): number {
    return this.scores.length < this.k ? -1 : (this.scores[0] ?? Infinity);
  }

  offer(slot: number, score: number): void {
    if (this.scores.length < this.k) {
      this.scores.push(score);
      this.slots.push(slot);
      this.rise(this.scores.length - 1);
    } else if (this.k > 0 && this.comesAfter(this.scores[0]!, this.slots[0]!, score, slot)) {
      this.scores[0] = score;
      this.slots[0] = slot;
      this.sink(0);
    }
  }

  /** Slots, best first. */
  sorted(): number[] {
    const order = this.scores.map((_, at) => at);
    order.sort((a, b) => (this.comesAfter(this.scores[a]!, this.slots[a]!, this.scores[b]!, this.slots[b]!) ? 1 : -1));
    return order.map((at) => this.slots[at]!);
  }

  private comesAfter(score: number, slot: number, otherScore: number, otherSlot: number): boolean {
    if (score !== otherScore) return score < otherScore;
    return byCodeUnit(this.ids[slot]!, this.ids[otherSlot]!) > 0;
  }

  private after(a: number, b: number): boolean {
    return this.comesAfter(this.scores[a]!, this.slots[a]!, this.scores[b]!, this.slots[b]!);
  }

  private rise(at: number): void {
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.after(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(at: number): void {
    for (;;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.scores.length && this.after(child, last)) last = child;
      if (last === at) return;
      this.swap(at, last);
      at = last;
    }
  }

  private swap(a: number, b: number): void {
    [this.scores[a], this.scores[b]] = [this.scores[b]!, this.scores[a]!];
    [this.slots[a], this.slots[b]] = [this.slots[b]!, this.slots[a]!];
  }
}
