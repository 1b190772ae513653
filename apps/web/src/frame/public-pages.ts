import type { Language } from '#contracts';

/** Addresses of the public pages, by language: as in the gateway. */
export const publicPages = {
  start: { sv: '/sv', en: '/en' },
  search: { sv: '/sv/lediga-jobb', en: '/en/vacancies' },
  how: { sv: '/sv/sa-fungerar-det', en: '/en/how-it-works' },
} as const;

export const searchPage = (language: Language): string => publicPages.search[language];
export const vacancyPage = (language: Language, id: string): string => `${publicPages.search[language]}/${id}`;
