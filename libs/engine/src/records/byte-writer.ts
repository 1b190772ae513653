/** How the length of a text is followed by it: what fits is told by two bits. */
export enum TextForm {
  latin1 = 0,
  utf16 = 1,
  uuid = 2,
}

/** Of a number: nothing, or eight bytes of it; what is higher is the number itself and so much more. */
export const numberHead = { none: 0, float: 1, whole: 2 } as const;
const mostWhole = 2 ** 31 - 1 - numberHead.whole;
/** Lengths of texts are kept below what two more bits leave room for. */
const longestText = 2 ** 28;

/** Value of a digit by its code unit; -1 for any other. */
const digits = Int8Array.from({ length: 128 }, (_, unit) => '0123456789abcdef'.indexOf(String.fromCharCode(unit)));
export const uuidLength = 36;
const dash = 45;
const latin1Shape = /^[\u0000-\u00ff]*$/u;

/** Writes values one after the other into bytes that grow; `ByteReader` reads them in the same order. */
export class ByteWriter {
  private bytes = Buffer.allocUnsafeSlow(4096);
  private end = 0;

  get length(): number {
    return this.end;
  }

  clear(): this {
    this.end = 0;
    return this;
  }

  copyTo(target: Buffer, at: number): void {
    this.bytes.copy(target, at, 0, this.end);
  }

  /** A whole number from 0 on, below 2^31: seven bits a byte. */
  count(value: number): void {
    this.reserve(5);
    let left = value;
    for (; left > 127; left >>>= 7) this.bytes[this.end++] = (left & 127) | 128;
    this.bytes[this.end++] = left;
  }

  number(value: number | null | undefined): void {
    if (value === null || value === undefined) this.count(numberHead.none);
    else if (Number.isInteger(value) && value >= 0 && value <= mostWhole && !Object.is(value, -0))
      this.count(numberHead.whole + value);
    else {
      this.count(numberHead.float);
      this.reserve(8);
      this.end = this.bytes.writeDoubleLE(value, this.end);
    }
  }

  flag(value: boolean | null | undefined): void {
    this.count(value === null || value === undefined ? 0 : value ? 2 : 1);
  }

  text(text: string): void {
    if (text.length === uuidLength && this.uuid(text)) return;
    const form = latin1Shape.test(text) ? TextForm.latin1 : TextForm.utf16;
    const length = form === TextForm.latin1 ? text.length : 2 * text.length;
    if (length > longestText) throw new RangeError(`a text of ${length} bytes is no part of a record`);
    this.count((length << 2) | form);
    this.reserve(length);
    this.end += this.bytes.write(text, this.end, form === TextForm.latin1 ? 'latin1' : 'utf16le');
  }

  /** Answers false, and writes nothing, where it is none in its usual shape. */
  private uuid(text: string): boolean {
    const head = this.end;
    this.count((16 << 2) | TextForm.uuid);
    this.reserve(16);
    for (let at = 0; at < uuidLength; at++) {
      const unit = text.charCodeAt(at);
      if (at === 8 || at === 13 || at === 18 || at === 23) {
        if (unit === dash) continue;
        this.end = head;
        return false;
      }
      const [upper, lower] = [digitOf(unit), digitOf(text.charCodeAt(++at))];
      if (upper < 0 || lower < 0) {
        this.end = head;
        return false;
      }
      this.bytes[this.end++] = (upper << 4) | lower;
    }
    return true;
  }

  private reserve(bytes: number): void {
    if (this.end + bytes <= this.bytes.length) return;
    const longer = Buffer.allocUnsafeSlow(2 * (this.end + bytes));
    this.bytes.copy(longer, 0, 0, this.end);
    this.bytes = longer;
  }
}

const digitOf = (unit: number): number => (unit < 128 ? digits[unit]! : -1);
