import type { Language } from '#contracts';

/** Addresses of the public pages, by language. */
export const addresses = {
  start: { sv: '/sv', en: '/en' },
  vacancies: { sv: '/sv/lediga-jobb', en: '/en/vacancies' },
  how: { sv: '/sv/sa-fungerar-det', en: '/en/how-it-works' },
  demo: { sv: '/sv/om-demon', en: '/en/about-the-demo' },
} as const;

/** Every search as an Atom feed: the search's address with this in place of the page's. */
export const feedAddress = (language: Language): string => `${addresses.vacancies[language]}.atom`;

/** Where a search is sent to be watched. */
export const saveSearchAddress = (language: Language): string => `/auth/saved-searches/${language}`;

/** The page of one vacancy. */
export const vacancyAddress = (language: Language, id: string): string => `${addresses.vacancies[language]}/${id}`;

/** The language that a page has besides its own. */
export const other = (language: Language): Language => (language === 'sv' ? 'en' : 'sv');
