import type { Language } from '#contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import type { TextKey } from './sv/index.js';

export type { TextKey };

/** Every text of one language, in ICU message syntax. */
export type Catalogue = Readonly<Record<TextKey, string>>;
export type TextValues = Readonly<Record<string, string | number>>;

export interface Translate {
  (key: TextKey, values?: TextValues): string;
  /** Whether there is a text of that name: keys that are made from data may have none. */
  has(key: string): key is TextKey;
}

export const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const loaders: Readonly<Record<Language, () => Promise<{ readonly texts: Catalogue }>>> = {
  sv: () => import('./sv/index.js'),
  en: () => import('./en/index.js'),
};

/** Fetches a language's catalogue; each lies in a file of its own, so that nobody loads the other. */
export const loadTexts = async (language: Language): Promise<Catalogue> => (await loaders[language]()).texts;

/** Texts of one language: plurals, numbers and choices by ICU message syntax, in the language's own way of writing. */
export function translator(language: Language, texts: Catalogue): Translate {
  const formats = new Map<TextKey, IntlMessageFormat>();
  const translate = (key: TextKey, values?: TextValues): string => {
    const text = texts[key];
    if (!text.includes('{')) return text;
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(values));
  };
  return Object.assign(translate, { has: (key: string): key is TextKey => Object.hasOwn(texts, key) });
}

/** A text whose key is made from data; where there is none of that name, the fallback. */
export const textOf = (t: Translate, key: string, fallback: TextKey, values?: TextValues): string =>
  t(t.has(key) ? key : fallback, values);
