const block = /^(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|footer|blockquote|hr|pre|dl|dt|dd)$/;
const inline =
  /^(?:a|b|i|u|s|em|strong|span|font|small|big|sub|sup|mark|code|abbr|cite|q|td|th|tbody|thead|tfoot|img|video|audio|iframe|object|embed|svg|math|form|input|button|label|select|option|textarea|html|head|body|meta|link|base|title|main|nav|aside|figure|figcaption|center|strike|del|ins|wbr|details|summary|o:p)$/;
const unseen = /<(script|style|template|noscript)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi;
const comment = /<!(?:--[^]*?(?:-->|$)|[^<>]*>)/g;
const tag = /<\/?([A-Za-z][A-Za-z0-9:]*)(?:\s[^<>]*|\/)?>/g;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  hellip: '…',
  middot: '·',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  eacute: 'é',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
};

/** Takes HTML's own tags out of a text and keeps its lines; what only looks like a tag (`<10 min`, `<namn>`) stays. */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(unseen, ' ')
    .replace(comment, '')
    .replace(tag, (whole, name: string) => {
      const known = name.toLowerCase();
      if (known === 'li') return whole.startsWith('</') ? '\n' : '\n- ';
      if (block.test(known)) return '\n';
      return inline.test(known) ? '' : whole;
    });
}

/** Formatted text as plain text: tags out, entities as characters. */
export const plainText = (html: string): string =>
  tidyText(
    withoutTags(oneLine(html)).replace(entity, (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = Number.parseInt((decimal ?? hex) as string, decimal === undefined ? 16 : 10);
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    }),
  );

// Line breaks in HTML are only spaces. Splitting stays linear where a pattern around `\n` would not.
const oneLine = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/** Running text fit to be stored: no control characters but line breaks and tabs, no halves of surrogate pairs, no runs of empty lines. */
export const tidyText = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** One line: control characters and line breaks become spaces, spaces single. */
export const tidyLine = (text: string): string =>
  wellFormed(text)
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .trim();

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
