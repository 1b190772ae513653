import { csvMapping, type CsvMapping } from '#contracts';

/** Names that columns commonly have, the likelier first; in lower case, letters and digits only. */
const NAMES: Readonly<Record<keyof CsvMapping, string>> = {
  id: 'id annonsid annonsnummer referens referensnummer ref adid jobid jobbid nummer nr',
  headline: 'rubrik titel headline title annonsrubrik jobtitle tjänst befattning',
  text: 'text annonstext beskrivning description brödtext innehåll',
  employer: 'arbetsgivare företag employer company organisation arbetsgivarnamn',
  organisationNumber: 'organisationsnummer orgnr orgnummer organisationnumber organizationnumber',
  municipality: 'kommun kommunkod ort arbetsort plats municipality city location place',
  occupation: 'yrke yrkesbenämning occupation yrkesid',
  url: 'url länk webbadress adress link webpageurl ansökningslänk',
  published: 'publicerad publiceringsdatum published publicationdate datum date',
  deadline: 'sistaansökningsdag sistadag ansökansenast deadline applicationdeadline sökssenast slutdatum',
  positions: 'antalplatser antal platser positions vacancies numberofvacancies',
  extent: 'omfattning sysselsättningsgrad extent procent',
  email: 'epost email mejl mail kontaktepost',
};

const key = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A mapping by what the columns are called; null where none of them is an id, or none a headline. */
export function guessCsvMapping(columns: readonly string[]): CsvMapping | null {
  const byKey = new Map(columns.map((name) => [key(name), name]));
  const guessed = Object.entries(NAMES).flatMap(([field, names]) => {
    const column = names.split(' ').flatMap((name) => byKey.get(name) ?? [])[0];
    return column === undefined ? [] : [[field, column]];
  });
  return csvMapping.safeParse(Object.fromEntries(guessed)).data ?? null;
}
