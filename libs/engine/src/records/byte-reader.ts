import { numberHead, TextForm, uuidLength } from './byte-writer.js';

const digits = Buffer.from('0123456789abcdef');
const dash = 45;
const uuid = Buffer.alloc(uuidLength, dash);

/** Reads what a `ByteWriter` wrote. One is set to record after record. */
export class ByteReader {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;

  from(bytes: Buffer, at: number): this {
    this.bytes = bytes;
    this.at = at;
    return this;
  }

  count(): number {
    const { bytes } = this;
    let byte = bytes[this.at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[this.at++]!;
      value |= (byte & 127) << shift;
    }
    return value;
  }

  number(): number | null {
    const head = this.count();
    if (head >= numberHead.whole) return head - numberHead.whole;
    if (head === numberHead.none) return null;
    const value = this.bytes.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }

  flag(): boolean | null {
    const value = this.count();
    return value === 0 ? null : value === 2;
  }

  text(): string {
    const head = this.count();
    const from = this.at;
    this.at += head >>> 2;
    const form: TextForm = head & 3;
    if (form === TextForm.latin1) return this.bytes.toString('latin1', from, this.at);
    return form === TextForm.uuid ? uuidOf(this.bytes, from) : this.bytes.toString('utf16le', from, this.at);
  }
}

function uuidOf(bytes: Buffer, from: number): string {
  for (let at = 0, to = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) to++;
    const byte = bytes[from + at]!;
    uuid[to++] = digits[byte >>> 4]!;
    uuid[to++] = digits[byte & 15]!;
  }
  return uuid.toString('latin1');
}
