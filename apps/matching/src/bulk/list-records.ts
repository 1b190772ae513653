import type { BulkLists } from '#engine';

const idBytes = 16;
const headBytes = idBytes + 4 + 2;
const entryBytes = idBytes + 4 + 4;

const putId = (bytes: Buffer, id: string, at: number): number => at + bytes.write(id.replaceAll('-', ''), at, 'hex');

function idAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + idBytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The lists one after another: id (16 bytes), total (u32), how many follow (u16), and each of those: id, employer's and seeker's points (u32); all little
 * endian.
 */
export function writeListRecords({ ids, totals, starts, found, employerFits, seekerFits }: BulkLists): Buffer {
  const bytes = Buffer.alloc(ids.length * headBytes + found.length * entryBytes);
  let at = 0;
  for (const [list, id] of ids.entries()) {
    const [from, to] = [starts[list]!, starts[list + 1]!];
    at = putId(bytes, id, at);
    at = bytes.writeUInt32LE(totals[list]!, at);
    at = bytes.writeUInt16LE(to - from, at);
    for (let entry = from; entry < to; entry += 1) {
      at = putId(bytes, found[entry]!, at);
      at = bytes.writeUInt32LE(employerFits[entry]!, at);
      at = bytes.writeUInt32LE(seekerFits[entry]!, at);
    }
  }
  return bytes;
}

/** What `writeListRecords` wrote, but for whether more are left. */
export function readListRecords(bytes: Buffer): BulkLists {
  const ids: string[] = [];
  const found: string[] = [];
  const totals: number[] = [];
  const starts = [0];
  const employerFits: number[] = [];
  const seekerFits: number[] = [];
  for (let at = 0; at < bytes.length;) {
    ids.push(idAt(bytes, at));
    totals.push(bytes.readUInt32LE(at + idBytes));
    const end = at + headBytes + bytes.readUInt16LE(at + idBytes + 4) * entryBytes;
    for (at += headBytes; at < end; at += entryBytes) {
      found.push(idAt(bytes, at));
      employerFits.push(bytes.readUInt32LE(at + idBytes));
      seekerFits.push(bytes.readUInt32LE(at + idBytes + 4));
    }
    starts.push(found.length);
  }
  return {
    ids,
    totals: Int32Array.from(totals),
    starts: Uint32Array.from(starts),
    found,
    employerFits: Int32Array.from(employerFits),
    seekerFits: Int32Array.from(seekerFits),
    next: null,
  };
}
