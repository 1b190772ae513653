import fc from 'fast-check';
import { safeReturn } from './safe-return.js';

const origin = 'https://jobb.example.se';

describe('safeReturn', () => {
  it('keeps an address of our own', () => {
    expect(safeReturn('/sv/lediga-jobb?q=å&remote=true#list', origin)).toBe(
      `${origin}/sv/lediga-jobb?q=%C3%A5&remote=true#list`,
    );
  });

  it.each([
    undefined,
    ['/a', '/b'],
    '',
    'sv',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    '//evil.example@jobb.example.se',
    `/${'a'.repeat(2000)}`,
  ])('leads to the start instead of %j', (asked) => {
    expect(safeReturn(asked, origin)).toBe(`${origin}/`);
  });

  it('never leads elsewhere, whatever is asked', () => {
    const nasty = fc.string({ unit: fc.constantFrom('/', '\\', '.', '\t', '\r', '@', ':', '?', '#', 'e', '%2f', ' ') });
    fc.assert(fc.property(nasty, (tail) => new URL(safeReturn(`/${tail}`, origin), origin).origin === origin));
  });
});
