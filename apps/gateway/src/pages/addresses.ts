import type { Language } from '#contracts';

/** Addresses of the public pages, by language. */
export const addresses = {
  start: { sv: '/sv', en: '/en' },
  vacancies: { sv: '/sv/lediga-jobb', en: '/en/vacancies' },
  how: { sv: '/sv/sa-fungerar-det', en: '/en/how-it-works' },
  demo: { sv: '/sv/om-demon', en: '/en/about-the-demo' },
} as const;

export const vacancyAddress = (language: Language, id: string): string => `${addresses.vacancies[language]}/${id}`;

export const other = (language: Language): Language => (language === 'sv' ? 'en' : 'sv');
