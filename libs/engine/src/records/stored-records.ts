import { IdMap } from '../id-map.js';
import type { Section } from '../snapshot/snapshot-format.js';
import { SnapshotRefusedError } from '../snapshot/snapshot-refused.error.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import type { RecordForm } from './record-form.js';

/** Small enough for the living of one to be moved within a write. A longer record gets one of its own. */
const chunkBytes = 2 ** 18;
/** Before each record: its length, and whether it is dead. */
const headBytes = 4;
const deadBit = 0x8000_0000;

interface Chunk {
  readonly bytes: Buffer;
  used: number;
  dead: number;
}

/** Records by id, as bytes: a replica that starts reads what it was saved as, and objects are made of those that somebody asks for. */
export class StoredRecords<T extends object> {
  /** Number of the chunk times `chunkBytes`, and where in it. */
  private readonly places = new IdMap<number>();
  private readonly chunks: (Chunk | undefined)[] = [];
  private open: number | undefined;
  private readonly writer = new ByteWriter();
  private readonly reader = new ByteReader();

  constructor(
    /** That of its sections. */
    private readonly name: string,
    private readonly form: RecordForm<T>,
  ) {}

  get size(): number {
    return this.places.size;
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  get(id: string): T | undefined {
    const place = this.places.get(id);
    if (place === undefined) return undefined;
    const { bytes } = this.chunks[chunkOf(place)]!;
    const reader = this.reader.from(bytes, (place % chunkBytes) + headBytes);
    return this.form.read(reader.text(), reader);
  }

  set(record: T): void {
    const { form, writer } = this;
    const id = form.idOf(record);
    writer.clear().text(id);
    form.write(record, writer);
    const { length } = writer;
    const { chunk, at, place } = this.room(headBytes + length);
    chunk.bytes.writeUInt32LE(length, at);
    writer.copyTo(chunk.bytes, at + headBytes);
    this.drop(this.places.get(id));
    this.places.set(id, place);
  }

  delete(id: string): void {
    this.drop(this.places.get(id));
    this.places.delete(id);
  }

  ids(): Iterable<string> {
    return this.places.keys();
  }

  /** As they are now, whatever changes while the sections are being taken. */
  sections(): Section[] {
    const { name } = this;
    return this.chunks.flatMap((chunk) =>
      chunk ? { name, bytes: Buffer.from(chunk.bytes.subarray(0, chunk.used)) } : [],
    );
  }

  /** Takes a section of its name over; false for any other. */
  restore({ name, bytes }: Section): boolean {
    if (name !== this.name) return false;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const number = this.addChunk({ bytes: buffer, used: buffer.length, dead: 0 });
    for (const { at, isDead, next } of recordsOf(this.chunks[number]!)) {
      if (next > buffer.length) throw new SnapshotRefusedError(`a ${name} in it is cut off`);
      if (isDead) this.chunks[number]!.dead += next - at;
      else this.places.set(this.reader.from(buffer, at + headBytes).text(), number * chunkBytes + at);
    }
    return true;
  }

  private room(bytes: number): { chunk: Chunk; at: number; place: number } {
    const open = this.open === undefined ? undefined : this.chunks[this.open];
    if (open && open.used + bytes <= open.bytes.length) {
      const at = open.used;
      open.used += bytes;
      return { chunk: open, at, place: this.open! * chunkBytes + at };
    }
    const chunk = { bytes: Buffer.allocUnsafeSlow(Math.max(bytes, chunkBytes)), used: bytes, dead: 0 };
    this.open = this.addChunk(chunk);
    return { chunk, at: 0, place: this.open * chunkBytes };
  }

  private addChunk(chunk: Chunk): number {
    const free = this.chunks.indexOf(undefined);
    const number = free < 0 ? this.chunks.length : free;
    this.chunks[number] = chunk;
    return number;
  }

  private drop(place: number | undefined): void {
    if (place === undefined) return;
    const number = chunkOf(place);
    const chunk = this.chunks[number]!;
    const at = place % chunkBytes;
    const length = chunk.bytes.readUInt32LE(at);
    chunk.bytes.writeUInt32LE((length | deadBit) >>> 0, at);
    chunk.dead += headBytes + length;
    if (number !== this.open) this.emptyIfWorthIt(number);
  }

  /** What lives in a chunk of which half is dead is moved, and the chunk given back. */
  private emptyIfWorthIt(number: number): void {
    const chunk = this.chunks[number]!;
    if (2 * chunk.dead <= chunk.used) return;
    for (const { at, isDead, next } of recordsOf(chunk)) {
      if (isDead) continue;
      const to = this.room(next - at);
      chunk.bytes.copy(to.chunk.bytes, to.at, at, next);
      this.places.set(this.reader.from(chunk.bytes, at + headBytes).text(), to.place);
    }
    this.chunks[number] = undefined;
  }
}

const chunkOf = (place: number): number => Math.floor(place / chunkBytes);

function* recordsOf({ bytes, used }: Chunk): Iterable<{ at: number; isDead: boolean; next: number }> {
  for (let at = 0; at < used;) {
    const head = bytes.readUInt32LE(at);
    const next = at + headBytes + (head & ~deadBit);
    yield { at, isDead: head >= deadBit, next };
    at = next;
  }
}
