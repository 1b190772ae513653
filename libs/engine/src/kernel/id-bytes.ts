import { LimitError } from '../limit.error.js';

const longest = 65_535;

/** One code unit after the other, each as UTF-8 would write it: bytes then sort as the code units do. */
export function writeId(id: string, bytes: Uint8Array, at: number): number {
  let end = at;
  for (let unitAt = 0; unitAt < id.length; unitAt++) {
    const unit = id.charCodeAt(unitAt);
    if (unit < 0x80) bytes[end++] = unit;
    else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 63);
    } else {
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 63);
      bytes[end++] = 0x80 | (unit & 63);
    }
  }
  return end - at;
}

/** Bytes that an id takes with its length before it. */
export function idRoom(id: string): number {
  let length = 0;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    length += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  if (length > longest) throw new LimitError('bytes of an id', length, 0, longest);
  return length + 2;
}

export function readId(bytes: Uint8Array, at: number): string {
  const end = at + 2 + bytes[at]! + 256 * bytes[at + 1]!;
  let id = '';
  for (let from = at + 2; from < end;) {
    const byte = bytes[from]!;
    if (byte < 0x80) {
      id += String.fromCharCode(byte);
      from += 1;
    } else if (byte < 0xe0) {
      id += String.fromCharCode(((byte & 31) << 6) | (bytes[from + 1]! & 63));
      from += 2;
    } else {
      id += String.fromCharCode(((byte & 15) << 12) | ((bytes[from + 1]! & 63) << 6) | (bytes[from + 2]! & 63));
      from += 3;
    }
  }
  return id;
}
