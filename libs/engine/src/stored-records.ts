import { SnapshotRefusedError } from './snapshot/snapshot-refused.error.js';
import type { Section } from './snapshot/snapshot-format.js';

/** JSON of one record within a section, and what it says once it has been read. */
interface Packed {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

const sectionRecords = 1000;
/** Of a record in a section: two lengths. */
const headBytes = 8;

/** Records by id. Those of a snapshot stay as they were saved until somebody asks for them: a replica need not read what nobody looks at. */
export class StoredRecords<T extends object> {
  private readonly records = new Map<string, T | Packed>();

  /** `name` is that of its sections. */
  constructor(private readonly name: string) {}

  get size(): number {
    return this.records.size;
  }

  has(id: string): boolean {
    return this.records.has(id);
  }

  get(id: string): T | undefined {
    const record = this.records.get(id);
    if (!record || !('bytes' in record)) return record;
    const read = JSON.parse(record.bytes.toString('utf8', record.from, record.to)) as T;
    this.records.set(id, read);
    return read;
  }

  set(id: string, record: T): void {
    this.records.set(id, record);
  }

  delete(id: string): void {
    this.records.delete(id);
  }

  ids(): IterableIterator<string> {
    return this.records.keys();
  }

  /** As they are now, whatever changes while the sections are being taken. */
  sections(): Iterable<Section> {
    const now = [...this.records];
    const { name } = this;
    return (function* () {
      for (let at = 0; at < now.length; at += sectionRecords)
        yield { name, bytes: pack(now.slice(at, at + sectionRecords)) };
    })();
  }

  /** Takes a section of its name over; false for any other. */
  restore({ name, bytes }: Section): boolean {
    if (name !== this.name) return false;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < buffer.length;) {
      const id = at + headBytes;
      const from = id + buffer.readUInt32LE(at);
      const to = from + buffer.readUInt32LE(at + 4);
      if (to > buffer.length) throw new SnapshotRefusedError(`a ${name} in it is cut off`);
      this.records.set(buffer.toString('utf8', id, from), { bytes: buffer, from, to });
      at = to;
    }
    return true;
  }
}

function pack(records: readonly (readonly [string, object])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [id, record] of records) {
    const name = Buffer.from(id);
    const packed = record as Packed;
    const json =
      'bytes' in record ? packed.bytes.subarray(packed.from, packed.to) : Buffer.from(JSON.stringify(record));
    const head = Buffer.alloc(headBytes);
    head.writeUInt32LE(name.length, 0);
    head.writeUInt32LE(json.length, 4);
    parts.push(head, name, json);
  }
  return Buffer.concat(parts);
}
