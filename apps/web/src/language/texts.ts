import type { Language } from '#contracts';
import { en } from './en.js';
import { sv, type TextKey } from './sv.js';

export type { TextKey };

export const catalogues: Record<Language, Record<TextKey, string>> = { sv, en };

export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

/** Texts of one language; `{name}` is filled from the values. */
export const translator =
  (language: Language): Translate =>
  (key, values = {}) =>
    catalogues[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** A text whose key is made from data; where there is none of that name, the fallback. */
export const textOf = (t: Translate, key: string, fallback: TextKey): string =>
  key in sv ? t(key as TextKey) : t(fallback);
