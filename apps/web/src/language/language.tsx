import type { Language } from '#contracts';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { loadTexts, locales, translator, type Catalogue, type Translate } from './texts.js';

const storageKey = 'rallare-language';

interface LanguageChoice {
  readonly language: Language;
  readonly t: Translate;
  readonly setLanguage: (language: Language) => void;
  readonly number: (value: number) => string;
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
  /** Several names in a sentence: "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** A country's name, of its ISO 3166-1 code. */
  readonly country: (code: string) => string;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (!choice) throw new Error('outside of LanguageProvider');
  return choice;
}

const isLanguage = (value: string | null): value is Language => value !== null && value in locales;

/** What the page that linked here was written in; else the last choice; else the browser's. */
export function firstLanguage(): Language {
  const address = new URL(location.href);
  const told = address.searchParams.get('language');
  if (isLanguage(told)) {
    address.searchParams.delete('language');
    history.replaceState(history.state, '', address);
    return told;
  }
  const kept = localStorage.getItem(storageKey);
  if (isLanguage(kept)) return kept;
  return navigator.language.startsWith('sv') ? 'sv' : 'en';
}

interface Spoken {
  readonly language: Language;
  readonly texts: Catalogue;
}

/** @param first the language to begin with, its texts already fetched. */
export function LanguageProvider({
  first,
  children,
}: {
  readonly first: Spoken;
  readonly children: ReactNode;
}): ReactNode {
  const [{ language, texts }, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  }, [language]);
  const value = useMemo((): LanguageChoice => {
    const locale = locales[language];
    const zone = { timeZone: 'Europe/Stockholm' } as const;
    const numbers = new Intl.NumberFormat(locale);
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone });
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
    const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
    const countries = new Intl.DisplayNames(locale, { type: 'region' });
    return {
      language,
      setLanguage: (next) => void loadTexts(next).then((found) => setSpoken({ language: next, texts: found })),
      t: translator(language, texts),
      number: (number) => numbers.format(number),
      day: (iso) => days.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)),
      moment: (iso) => moments.format(new Date(iso)),
      list: (items) => lists.format(items),
      country: (code) => countries.of(code) ?? code,
    };
  }, [language, texts]);
  return (
    <LanguageContext value={value}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </LanguageContext>
  );
}
