import type { Language } from '#contracts';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { catalogues, translator, type Translate } from './texts.js';

const storageKey = 'rallare-language';

interface LanguageChoice {
  readonly language: Language;
  readonly t: Translate;
  readonly setLanguage: (language: Language) => void;
  readonly number: (value: number) => string;
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (!choice) throw new Error('outside of LanguageProvider');
  return choice;
}

const isLanguage = (value: string | null): value is Language => value !== null && value in catalogues;

/** What the page that linked here was written in; else the last choice; else the browser's. */
function firstLanguage(): Language {
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

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  }, [language]);
  const value = useMemo(() => {
    const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
    const zone = { timeZone: 'Europe/Stockholm' } as const;
    const numbers = new Intl.NumberFormat(locale);
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone });
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
    return {
      language,
      setLanguage,
      t: translator(language),
      number: (number: number) => numbers.format(number),
      day: (iso: string) => days.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)),
      moment: (iso: string) => moments.format(new Date(iso)),
    };
  }, [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}
