import type { Kernel } from './load-kernel.js';
import type { Segment } from './segment.js';
import { writeRoom, writeRoomBytes, type SharedMemory } from './shared-memory.js';

const mostPairs = writeRoomBytes / 8;

/** Collects what a slot is found by and adds it to its lists in one go; the kernel leaves to the host only the lists that have no room left. */
export class PostingWriter {
  private count = 0;
  private segment: Segment | undefined;
  private slot = 0;

  constructor(
    private readonly memory: SharedMemory,
    private readonly kernel: Pick<Kernel, 'append'>,
  ) {}

  begin(segment: Segment, slot: number): void {
    this.count = 0;
    this.segment = segment;
    this.slot = slot;
  }

  put(term: number, value: number): void {
    if (this.count === mostPairs) this.flush();
    const at = (writeRoom >>> 2) + 2 * this.count++;
    const { u32 } = this.memory;
    u32[at] = term;
    u32[at + 1] = value;
  }

  flush(): void {
    const { count, slot } = this;
    const segment = this.segment!;
    this.count = 0;
    for (let at = 0; ; at++) {
      at = this.kernel.append(segment.at, slot, writeRoom, at, count);
      if (at === count) return;
      const pair = (writeRoom >>> 2) + 2 * at;
      segment.append(this.memory.u32[pair]!, slot, this.memory.u32[pair + 1]!);
    }
  }
}
