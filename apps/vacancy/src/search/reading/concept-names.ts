import type { ConceptKind } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import { QueryLexicon, type Meaning } from './query-lexicon.js';

const kinds: Partial<Record<ConceptKind, Meaning['kind']>> = {
  occupation: 'occupation',
  skill: 'skill',
  language: 'skill',
  'driving-licence': 'skill',
  'professional-licence': 'skill',
};

/** "Sjuksköterska, grundutbildad" is mostly called "Sjuksköterska". */
const shortName = (label: string): string => label.split(/[,(]/u)[0]!.trim();

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

const termsOfWork: readonly (readonly [string[], Meaning])[] = [
  [
    ['distans', 'distansarbete', 'på distans', 'hemifrån', 'arbeta hemifrån', 'remote', 'remote work'],
    { kind: 'remote', value: 'true', label: { sv: 'På distans', en: 'Remote' }, wording: null },
  ],
  [
    ['heltid', 'full time', 'fulltime'],
    { kind: 'extent', value: 'full', label: { sv: 'Heltid', en: 'Full time' }, wording: null },
  ],
  [
    ['deltid', 'part time', 'parttime'],
    { kind: 'extent', value: 'part', label: { sv: 'Deltid', en: 'Part time' }, wording: null },
  ],
];

/** Names of occupations, skills, places and terms of work, in both languages and in those of the region. */
export function conceptNames(taxonomy: Taxonomy): QueryLexicon {
  const lexicon = new QueryLexicon();
  for (const { kind, id, label, alternatives } of taxonomy.concepts) {
    const meant = kinds[kind];
    if (!meant) continue;
    const meaning = { kind: meant, value: id, label: { ...label }, wording: shortName(label.sv) };
    const names = [label.sv, label.en, shortName(label.sv), shortName(label.en)];
    for (const name of distinct([...names, ...alternatives.sv, ...alternatives.en])) lexicon.add(name, meaning);
  }
  for (const { conceptId, code, name } of taxonomy.municipalities)
    addPlace(lexicon, taxonomy, conceptId, { kind: 'municipality', value: code, label: { sv: name, en: name } });
  for (const { id, code, label } of taxonomy.counties)
    addPlace(lexicon, taxonomy, id, { kind: 'county', value: code ?? id, label: { ...label } });
  for (const [names, meaning] of termsOfWork) for (const name of names) lexicon.add(name, meaning);
  return lexicon;
}

/** Who types "Luleå kommun" or "Region Norrbotten" means the employer. */
const namesAnEmployer = (name: string): boolean => /\bkommun$|^region /iu.test(name);

function addPlace(lexicon: QueryLexicon, taxonomy: Taxonomy, id: string, place: Omit<Meaning, 'wording'>): void {
  const others = taxonomy.concept(id)?.alternatives;
  for (const name of [place.label.sv, place.label.en, ...(others?.sv ?? []), ...(others?.en ?? [])])
    if (!namesAnEmployer(name)) lexicon.add(name, { ...place, wording: null });
}
