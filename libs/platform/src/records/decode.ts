/** Stands for bytes that are not UTF-8: no text that was decoded can hold half of a surrogate pair. */
const notUtf8 = '\ud800';

/** Whether text that was decoded here had bytes in it that are not UTF-8. */
export const hasBrokenBytes = (text: string): boolean => /\p{Surrogate}/u.test(text);

/** Decodes UTF-8, however the bytes are cut; what is no UTF-8 is marked where it stands, so that `hasBrokenBytes` finds it. */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const decodeWhole = (whole: Uint8Array): string => {
    try {
      return strict.decode(whole);
    } catch {
      return lenient.decode(whole).replaceAll('\ufffd', notUtf8);
    }
  };
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytes) {
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = whole.length - unfinishedBytes(whole);
    rest = whole.subarray(cut);
    if (cut > 0) yield decodeWhole(whole.subarray(0, cut));
  }
  if (rest.length > 0) yield decodeWhole(rest);
}

/** How many bytes at the end begin a character that goes on in the next chunk. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
