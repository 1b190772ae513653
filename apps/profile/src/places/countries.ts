const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that CLDR names but that are no countries. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'QO', 'ZZ']);
/** Europass, as the EU, writes two countries unlike ISO 3166. */
const europeanCodes: Record<string, string> = { UK: 'GB', EL: 'GR' };

/** Codes of countries that are no more stand for their successors. */
const isCurrent = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const names = ['sv', 'en'].map((locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }));

const codes = alphabet
  .flatMap((first) => alphabet.map((second) => first + second))
  .filter((code) => !noCountries.has(code) && isCurrent(code) && names[1]!.of(code) !== undefined);

const codeOfName = new Map(
  codes.flatMap((code) => names.map((one) => [one.of(code)!.toLocaleLowerCase('sv'), code] as const)),
);

const known = new Set(codes);

/** Whether it is the ISO 3166-1 alpha-2 code of a country. */
export const isCountry = (code: string): boolean => known.has(code);

/** The ISO 3166-1 alpha-2 code that a code, or a country's name in Swedish or English, stands for; null for anything else. */
export function countryOf(words: string): string | null {
  const trimmed = words.trim();
  const code = trimmed.toUpperCase();
  if (known.has(code)) return code;
  return europeanCodes[code] ?? codeOfName.get(trimmed.toLocaleLowerCase('sv')) ?? null;
}
