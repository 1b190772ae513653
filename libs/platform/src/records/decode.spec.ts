import fc from 'fast-check';
import { decode, hasBrokenBytes } from './decode.js';

async function decoded(...chunks: Uint8Array[]): Promise<string> {
  let text = '';

  const bytes = (async function* () {
    yield* chunks;
  })();
  for await (const piece of decode(bytes)) text += piece;
  return text;
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('bytes as text', () => {
  it('are the same text however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.array(fc.nat({ max: 60 })), async (text, cuts) => {
        const bytes = utf8(text);
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((to, index) => bytes.subarray(places[index], to));
        expect(await decoded(...chunks)).toBe(text);
      }),
    );
  });

  it('keep a replacement character that was written as one', async () => {
    expect(hasBrokenBytes(await decoded(utf8('a\ufffdb 😀')))).toBe(false);
  });

  it('are marked where they are not UTF-8, and only there', async () => {
    const latin1 = Buffer.from('{"a":"Luleå"}\n', 'latin1');
    const lines = (await decoded(utf8('{"a":"Luleå 😀"}\n'), latin1, utf8('{"a":"Umeå"}\n'))).split('\n');
    expect(lines.map(hasBrokenBytes)).toEqual([false, true, false, false]);
    expect(lines[2]).toBe('{"a":"Umeå"}');
  });

  it('that end in the middle of a character are marked', async () => {
    expect(hasBrokenBytes(await decoded(utf8('å').subarray(0, 1)))).toBe(true);
  });

  it('never throw, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 20 })), async (chunks) => {
        const whole = Buffer.concat(chunks);
        const text = await decoded(...chunks);
        expect(hasBrokenBytes(text)).toBe(!whole.equals(utf8(whole.toString('utf8'))));
      }),
    );
  });
});
