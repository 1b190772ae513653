import type { Language } from '#contracts';

const sv = {
  name: 'Rallare',
  skip: 'Hoppa till innehållet',
  /** The other language, in that language. */
  other: 'English',
  navigation: 'Rallare',
  vacancies: 'Lediga jobb',
  how: 'Så fungerar det',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  claim: 'Ingen sorteras bort av en maskin: en människa bestämmer, med namn och skäl.',
  demo: 'Här visas en demoregion: arbetsgivare, annonser och personer är påhittade.',
  aboutDemo: 'Om demon',
  api: 'API för utvecklare',
} as const;

const en: Record<keyof typeof sv, string> = {
  name: 'Rallare',
  skip: 'Skip to the content',
  other: 'Svenska',
  navigation: 'Rallare',
  vacancies: 'Vacancies',
  how: 'How it works',
  signIn: 'Sign in',
  signOut: 'Sign out',
  claim: 'Nobody is rejected by a machine: a person decides, with a name and a reason.',
  demo: 'This is a demo region: employers, ads and people are invented.',
  aboutDemo: 'About the demo',
  api: 'API for developers',
};

/** The few texts that stand on every page. */
export const frameTexts: Readonly<Record<Language, Readonly<Record<keyof typeof sv, string>>>> = { sv, en };
