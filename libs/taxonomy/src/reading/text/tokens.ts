/** What stands between a token and the one before it, as bits. */
export const Gap = {
  space: 1,
  /** A hyphen glued to the token before ("tak- och", "B-körkort"). */
  hyphen: 2,
  slash: 4,
  comma: 8,
  semicolon: 16,
  colon: 32,
  dash: 64,
  open: 128,
  close: 256,
  /** A sentence's end: stop, question or exclamation mark before white space. */
  stop: 512,
  /** A stop glued between two tokens ("Node.js", "leg.läkare"). */
  dot: 1024,
  line: 2048,
  blankLine: 4096,
  bullet: 8192,
  other: 16384,
} as const;

/** A word or number of a text; `lower` is its key: lower case, NFC, straight apostrophes. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** Bits of `Gap`. */
  readonly gap: number;
  readonly casing: Casing;
}

export type Casing = 'lower' | 'first' | 'all' | 'mixed';

/** Longer runs of letters are no words: they get an empty key and match nothing. */
const LONGEST_WORD = 64;
const LETTER_OR_NUMBER = /[\p{L}\p{N}\p{M}]/u;
const ASCII_LOWER = /^[a-z]+$/;
const PLAIN = /^[A-Za-z0-9À-ÖØ-öø-ž+#.]+$/;
const BULLETS = new Set('•●▪◦‣■□►▶➢➤→✓✔✅☑∙‐○◆◇✦★');
const CLASS = new Map<string, number>([
  ['/', Gap.slash],
  [',', Gap.comma],
  [';', Gap.semicolon],
  [':', Gap.colon],
  ['(', Gap.open],
  ['[', Gap.open],
  [')', Gap.close],
  [']', Gap.close],
]);

/** Splits a text into words and numbers. Linear; offsets are UTF-16 units. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let gapStart = 0;
  while (at < text.length) {
    const width = wordWidth(text, at);
    if (width === 0 && !isDotNet(text, at)) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at + Math.max(width, 1));
    tokens.push({
      start: at,
      end,
      gap: readGap(text, gapStart, at),
      ...wordKey(text.slice(at, Math.min(end, at + LONGEST_WORD + 1))),
    });
    at = end;
    gapStart = end;
  }
  return tokens;
}

function wordWidth(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) ? 1 : 0;
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? 0 : 1;
  if (code >= 0x2000 && code <= 0x2bff) return 0;
  const point = String.fromCodePoint(text.codePointAt(at) ?? code);
  return LETTER_OR_NUMBER.test(point) ? point.length : 0;
}

function isDotNet(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 46 &&
    text.slice(at + 1, at + 4).toLowerCase() === 'net' &&
    wordWidth(text, at + 4) === 0 &&
    (at === 0 || wordWidth(text, at - 1) === 0)
  );
}

function wordEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const width = end < text.length ? wordWidth(text, end) : 0;
    if (width > 0) end += width;
    else if (
      isApostrophe(text.charCodeAt(end)) &&
      end + 1 < text.length &&
      isLetter(text, end - 1) &&
      isLetter(text, end + 1)
    )
      end += 1;
    else break;
  }
  if (end - from <= 1)
    while (end < from + 4 && (text[end] === '+' || text[end] === '#') && isLetter(text, end - 1, true)) end += 1;
  return end;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function isLetter(text: string, at: number, orSign = false): boolean {
  const char = text[at] ?? '';
  if (orSign && (char === '+' || char === '#')) return true;
  return wordWidth(text, at) > 0 && !(char >= '0' && char <= '9');
}

function wordKey(word: string): Pick<Token, 'lower' | 'casing'> {
  if (word.length > LONGEST_WORD) return { lower: '', casing: 'mixed' };
  if (ASCII_LOWER.test(word)) return { lower: word, casing: 'lower' };
  const key = PLAIN.test(word) ? word : word.replaceAll('\u2019', "'").normalize('NFC');
  const lower = key.toLowerCase();
  if (key === lower) return { lower, casing: 'lower' };
  if (key.slice(1) === lower.slice(1)) return { lower, casing: 'first' };
  return { lower, casing: key === key.toUpperCase() ? 'all' : 'mixed' };
}

function readGap(text: string, from: number, to: number): number {
  if (to === from + 1 && text.charCodeAt(from) === 32) return Gap.space;
  let gap = from === 0 ? Gap.line : 0;
  let lineStart = from === 0;
  for (let at = from; at < to; at += 1) {
    const char = text.charAt(at);
    if (char === '\n' || char === '\r' || char === '\u2028') {
      if (char !== '\r' || text[at + 1] !== '\n') gap |= gap & Gap.line ? Gap.blankLine | Gap.line : Gap.line;
      lineStart = true;
    } else if (isSpace(char)) {
      gap |= Gap.space;
    } else {
      gap |= markOf(text, at, from, to, gap, lineStart);
      if (!'("\'«”“[‘'.includes(char)) lineStart = false;
    }
  }
  return gap;
}

function isSpace(char: string): boolean {
  return (
    char === ' ' ||
    char === '\t' ||
    char === '\u00a0' ||
    char === '\u200b' ||
    char === '\ufeff' ||
    char === '\u00ad' ||
    char === '\u2009'
  );
}

function markOf(text: string, at: number, from: number, to: number, gap: number, lineStart: boolean): number {
  const char = text.charAt(at);
  const known = CLASS.get(char);
  if (known !== undefined) return known;
  const spaced = at + 1 >= to ? false : isSpace(text.charAt(at + 1));
  if (char === '-' || char === '–' || char === '—' || char === '−' || char === '‑') {
    if (lineStart) return Gap.bullet;
    if (at === from) return char === '-' || char === '‑' ? Gap.hyphen : Gap.dash;
    return spaced && gap & (Gap.stop | Gap.colon | Gap.semicolon) ? Gap.bullet : Gap.dash;
  }
  if (BULLETS.has(char)) return Gap.bullet;
  if (char === '*' || char === '·') return lineStart || (gap & Gap.space && spaced) ? Gap.bullet : Gap.other;
  if (char === '.' || char === '!' || char === '?' || char === '…')
    return char === '.' && at === from && at + 1 === to ? Gap.dot : Gap.stop;
  if (lineStart && (char === '»' || char === '›')) return Gap.bullet;
  if ('"\'«»”“‘’'.includes(char)) return 0;
  return lineStart && char > '\u2000' ? Gap.bullet : Gap.other;
}
