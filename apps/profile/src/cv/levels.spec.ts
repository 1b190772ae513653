import { educationLevel, languageLevel, skillLevel } from './levels.js';

it.each([
  ['Expert', 5],
  ['Mästare', 5],
  ['Mycket goda kunskaper', 4],
  ['Advanced', 4],
  ['Goda kunskaper', 3],
  ['Intermediate', 3],
  ['Viss erfarenhet', 2],
  ['Nybörjare', 1],
  ['Grundläggande', 1],
  ['4/5', 4],
  ['80%', 4],
  ['10/10', 5],
  ['3', 3],
  ['7/5', null],
  ['hvg', null],
])('reads the skill level %s', (words, level) => {
  expect(skillLevel(words)).toBe(level);
});

it.each([
  ['C2', 6],
  ['b1', 3],
  ['B2 (upper intermediate)', 4],
  ['Modersmål', 6],
  ['Native or bilingual proficiency', 6],
  ['Full professional proficiency', 5],
  ['Professional working proficiency', 4],
  ['Limited working proficiency', 3],
  ['Elementary proficiency', 2],
  ['Flytande', 5],
  ['Fluent', 5],
  ['Goda kunskaper', 3],
  ['Nybörjare', 1],
  ['Begränsad professionell nivå', 3],
  ['hvg', null],
])('reads the language level %s', (words, level) => {
  expect(languageLevel(words)).toBe(level);
});

it.each([
  ['PhD', null, 6],
  ['Teknologie doktor', null, 6],
  ['Licentiatexamen', null, 6],
  ['Master of Science', null, 5],
  ['Kandidatexamen', null, 5],
  ['Civilingenjör i gruvteknik', null, 5],
  ['Sjuksköterskeprogrammet', null, 5],
  ['Luleå tekniska universitet', null, 5],
  ['Yrkeshögskoleexamen', null, 4],
  ['Gymnasieexamen', null, 3],
  ['Industritekniska programmet', null, 3],
  ['Upper secondary school', null, 3],
  ['Grundskola', null, 2],
  ['Folkskola', null, 1],
  ['Folkhögskola', null, null],
  ['Cursus', 8, 6],
  ['Cursus', 6, 5],
  ['Cursus', 5, 4],
  ['Cursus', 4, 3],
  ['Drift och underhåll', null, null],
])('reads the education level of %s with EQF %s', (words, framework, level) => {
  expect(educationLevel(words, framework)).toBe(level);
});
