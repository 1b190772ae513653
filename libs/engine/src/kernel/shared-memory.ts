import { LimitError } from '../limit.error.js';

const pageBytes = 65_536;
const growPages = 64;
const mostPages = 65_536;
/** Where what is written to the lists of one slot is laid out for the kernel, whose own data lies below. It is part of no snapshot. */
export const writeRoom = pageBytes;
export const writeRoomBytes = pageBytes;
export const firstFree = writeRoom + writeRoomBytes;
/** Blocks up to this size come in classes, so that a freed one fits the next; larger ones are split and joined. */
const largestClass = 2 ** 17;
const smallest = 16;

/** Where an allocator stands: all that it takes to go on with the same memory elsewhere. */
export interface AllocatorState {
  readonly top: number;
  readonly freeByClass: readonly (readonly number[])[];
  readonly freeBlocks: readonly (readonly [at: number, bytes: number])[];
}

/** Memory that kernel, host and threads share, and who has which part of it. Addresses are bytes, multiples of 16. */
export class SharedMemory {
  readonly memory: WebAssembly.Memory;
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  private top = firstFree;
  private freeByClass: number[][] = [];
  private freeBlocks: [at: number, bytes: number][] = [];

  constructor(memory?: WebAssembly.Memory) {
    this.memory = memory ?? new WebAssembly.Memory({ initial: 2, maximum: mostPages, shared: true });
    this.refresh();
  }

  /** Bytes in use or waiting to be used again. */
  get size(): number {
    return this.top;
  }

  /** How many bytes an allocation really takes. */
  roomFor(bytes: number): number {
    return bytes <= largestClass ? classBytes(classOf(bytes)) : Math.ceil(bytes / pageBytes) * pageBytes;
  }

  allocate(bytes: number): number {
    if (bytes > largestClass) return this.allocateBlock(this.roomFor(bytes));
    const its = classOf(bytes);
    return this.freeByClass[its]?.pop() ?? this.extend(classBytes(its));
  }

  allocateZeroed(bytes: number): number {
    const before = this.top;
    const at = this.allocate(bytes);
    // what was never given out is zero as it is
    if (at < before) this.u8.fill(0, at, at + bytes);
    return at;
  }

  /** `bytes` as they were asked for. */
  free(at: number, bytes: number): void {
    if (bytes > largestClass) this.freeBlock(at, this.roomFor(bytes));
    else (this.freeByClass[classOf(bytes)] ??= []).push(at);
  }

  state(): AllocatorState {
    return {
      top: this.top,
      freeByClass: Array.from(this.freeByClass, (one) => one ?? []),
      freeBlocks: this.freeBlocks,
    };
  }

  /** Takes over a saved state; the bytes below its top are the caller's to fill. */
  restore(state: AllocatorState): void {
    this.top = firstFree;
    this.extend(state.top - firstFree);
    this.freeByClass = state.freeByClass.map((one) => [...one]);
    this.freeBlocks = state.freeBlocks.map(([at, bytes]) => [at, bytes]);
  }

  private allocateBlock(bytes: number): number {
    const found = this.freeBlocks.findIndex(([, free]) => free >= bytes);
    if (found < 0) return this.extend(bytes);
    const block = this.freeBlocks[found]!;
    const at = block[0];
    if (block[1] === bytes) this.freeBlocks.splice(found, 1);
    else {
      block[0] += bytes;
      block[1] -= bytes;
    }
    return at;
  }

  private freeBlock(at: number, bytes: number): void {
    const next = this.freeBlocks.findIndex(([other]) => other > at);
    const place = next < 0 ? this.freeBlocks.length : next;
    this.freeBlocks.splice(place, 0, [at, bytes]);
    this.joinWithNext(place);
    if (place > 0) this.joinWithNext(place - 1);
  }

  private joinWithNext(place: number): void {
    const [block, next] = [this.freeBlocks[place]!, this.freeBlocks[place + 1]];
    if (!next || block[0] + block[1] !== next[0]) return;
    block[1] += next[1];
    this.freeBlocks.splice(place + 1, 1);
  }

  private extend(bytes: number): number {
    const at = this.top;
    const missing = at + bytes - this.u8.byteLength;
    if (missing > 0) {
      const pages = Math.max(growPages, Math.ceil(missing / pageBytes));
      const have = this.u8.byteLength / pageBytes;
      if (have + Math.ceil(missing / pageBytes) > mostPages)
        throw new LimitError('memory of the index, in bytes', at + bytes, 0, mostPages * pageBytes);
      this.memory.grow(Math.min(pages, mostPages - have));
      this.refresh();
    }
    this.top = at + bytes;
    return at;
  }

  /** After another thread, or `grow`, has made the memory longer. */
  private refresh(): void {
    const { buffer } = this.memory;
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.u32 = new Uint32Array(buffer);
    this.i32 = new Int32Array(buffer);
  }
}

/** Two classes for each doubling: 16, 32, 48, 64, 96, 128, 192, ... */
function classOf(bytes: number): number {
  let its = 0;
  while (classBytes(its) < bytes) its++;
  return its;
}

function classBytes(its: number): number {
  if (its < 2) return smallest << its;
  return its % 2 === 0 ? 48 << ((its - 2) >> 1) : 64 << ((its - 3) >> 1);
}
