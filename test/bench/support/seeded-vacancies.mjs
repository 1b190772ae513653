// Invented vacancies as the vacancy service stores them, made from a seed: titles from a list, texts from sentences.
import { randomUUID } from 'node:crypto';
import { seededRandom, zipf } from './seeded-people.mjs';

const sentences = `
Vi söker dig som vill bidra till ett viktigt arbete i norr.
Du har några års erfarenhet av liknande arbete och trivs med att ta ansvar.
Arbetet sker i skift, dag, kväll och helg enligt schema.
Som person är du noggrann, lugn och bra på att samarbeta med andra.
Vi erbjuder friskvård, kompetensutveckling och en trygg anställning.
Krav: B-körkort och goda kunskaper i svenska i tal och skrift.
Meriterande är erfarenhet av planering, upphandling eller projektledning.
Du planerar, utför och följer upp arbetet tillsammans med kollegor i hela regionen.
Kommunen växer, och det gör verksamheten också: nu blir vi fler.
Anläggningen ligger nära fjällen med skidspår, fiske och snöskoterleder.
Tjänsten är på heltid med tillträde enligt överenskommelse.
Ingen erfarenhet krävs, vi lär upp dig på plats.
Du svarar för drift och underhåll av maskiner, fordon och byggnader.
I arbetsuppgifterna ingår dokumentation, rapportering och kontakt med kunder.
Urval sker löpande, så vänta inte med din ansökan.
We work in Swedish and English, and help you and your family to settle here.
Utbildning inom området är en fördel men inget krav.
Du möter patienter, elever eller kunder varje dag och gör skillnad.
`
  .trim()
  .split('\n');

/**
 * @param {import('../../../dist/libs/taxonomy/src/index.js').Taxonomy} taxonomy
 * @param {readonly string[]} titles
 * @param {readonly string[]} employerIds
 * @returns {() => object} makes the next row of the table `vacancies`
 */
export function seededVacancies(taxonomy, titles, employerIds, seed) {
  const random = seededRandom(seed);
  const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (items) => items[whole(0, items.length - 1)];
  const [title, employer] = [zipf(titles.length, random), zipf(employerIds.length, random)];
  const occupations = taxonomy.ofKind('occupation').map(({ id }) => id);
  const skills = taxonomy.ofKind('skill').map(({ id }) => id);
  const types = taxonomy.ofKind('employment-type').map(({ id }) => id);
  const [occupation, skill] = [zipf(occupations.length, random), zipf(skills.length, random)];
  const municipalities = taxonomy.municipalities.filter(({ countyCode }) => ['24', '25'].includes(countyCode));
  const place = zipf(municipalities.length, random);
  const today = Date.now();
  const day = (offset) => new Date(today + offset * 86_400_000).toISOString();
  const demand = () => ({
    id: randomUUID(),
    kind: 'skill',
    conceptId: skills[skill()],
    words: null,
    necessity: 'requirement',
    level: null,
    years: null,
    weight: 5,
    origin: 'read',
    span: null,
    either: null,
  });
  return () => {
    const { code, name } = municipalities[place()];
    const published = day(-whole(0, 60));
    const full = random() < 0.7;
    return {
      id: randomUUID(),
      revision: 1,
      status: 'published',
      employer_id: employerIds[employer()],
      headline: `${titles[title()]}${random() < 0.4 ? ` till ${name}` : ''}`,
      text: Array.from({ length: whole(12, 28) }, () => pick(sentences)).join(' '),
      language: 'sv',
      language_stated: false,
      occupation_id: random() < 0.8 ? occupations[occupation()] : null,
      occupation_origin: 'read',
      municipalities: [code],
      remote: random() < 0.1,
      positions: whole(1, 4),
      employment_type_id: pick(types),
      extent_min: full ? 100 : 50,
      extent_max: full ? 100 : 80,
      pay: random() < 0.2 ? { min: 30_000, max: 40_000, text: null } : null,
      deadline: day(whole(5, 60)).slice(0, 10),
      demands: Array.from({ length: whole(0, 8) }, demand),
      withdrawn_by_source: false,
      demo: true,
      published_at: published,
      created_at: published,
      updated_at: published,
    };
  };
}
