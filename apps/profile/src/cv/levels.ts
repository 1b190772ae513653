/** Words for how well somebody knows something, the most telling first. */
type Scale = readonly (readonly [RegExp, number])[];

const skillScale: Scale = [
  [/\b(expert|master|mästare|specialist|excellent|utmärkt|guru)/, 5],
  [/\b(mycket (god|bra|van|goda)|very good|advanced|avancerad|proficient|skicklig|senior|strong)/, 4],
  [/\b(advanced beginner|viss|some|lite|limited|begränsad)/, 2],
  [/\b(beginner|novice|basic|elementary|nybörjare|grund|grundläggande|enkel|junior)/, 1],
  [/\b(intermediate|medel|mellan|god|goda|good|bra|competent|kompetent|van|working)/, 3],
];

const languageScale: Scale = [
  [/\b(native|mother tongue|bilingual|modersmål|tvåspråkig|hemspråk)/, 6],
  [/\b(full professional|fullständig professionell|fluent|flytande|near native|fließend)/, 5],
  [/\b(limited working|begränsad (professionell|arbets))/, 3],
  [/\b(upper intermediate|professional|professionell|working proficiency|mycket (god|bra|goda)|very good)/, 4],
  [/\b(advanced|avancerad|excellent|utmärkt)/, 5],
  [/\b(pre.?intermediate|elementary|basic|grundläggande|grund|viss|limited|begränsad|some|lite)/, 2],
  [/\b(beginner|nybörjare)/, 1],
  [/\b(intermediate|medel|mellan|conversational|samtal|god|goda|good|bra)/, 3],
];

const commonFramework = /\b([ABC])\s?([12])\b/i;

// JavaScript's \b knows no å, ä and ö: words are taken apart by anything but letters first.
const spaced = (words: string): string =>
  words
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}%/]+/gu, ' ')
    .trim();

const onScale = (scale: Scale, words: string): number | null =>
  scale.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** `4/5`, `80 %` or a bare `1` to `5`, as a level from 1 to 5. */
function numeric(words: string): number | null {
  const match = /^(\d{1,3})\s?(?:(%)|\/\s?(\d{1,3}))?$/.exec(words);
  if (!match) return null;
  const value = Number(match[1]);
  const top = match[2] ? 100 : Number(match[3] ?? 5);
  if (value < 1 || top < 2 || value > top) return null;
  return Math.max(1, Math.round((value / top) * 5));
}

/** Level of a skill, 1 (basic) to 5 (expert), from words or figures in Swedish or English; null where they tell none. */
export function skillLevel(words: string): number | null {
  const plain = spaced(words);
  return numeric(plain) ?? onScale(skillScale, plain);
}

/** Level of a language, 1 (A1) to 6 (C2), from a CEFR level or from words in Swedish or English; null where they tell none. */
export function languageLevel(words: string): number | null {
  const cefr = commonFramework.exec(words);
  if (cefr) return 'ABC'.indexOf(cefr[1]!.toUpperCase()) * 2 + Number(cefr[2]);
  return onScale(languageScale, spaced(words));
}

const educationScale: Scale = [
  [/\b(ph ?d|doktor|doctor|dr\b|licentiat|forskarutbild)/, 6],
  [/\b(kvalificerad yrkeshögskol|högskoleexamen|associate degree)/, 5],
  [/\b(yrkeshögskol|yh\b|kvalificerad yrkesutbild|higher vocational)/, 4],
  [/\b(b ?sc|m ?sc|b ?a|m ?a|b ?eng|m ?eng|mba|degree|college|högskolan?|universitet|university)\b/, 5],
  [/\b(master|magister|kandidat|bachelor|civilingenjör|högskoleingenjör|civilekonom|yrkesexamen)/, 5],
  [/\b(sjuksköterske|lärar|läkar|socionom|jurist|ingenjörs|ekonom|fysioterapeut)\p{L}*(examen|program)/u, 5],
  [/\b(gymnasi|upper secondary|high school|secondary school|a levels?\b|vocational|yrkesutbildning|lärling)/, 3],
  [/programmet\b/, 3],
  [/\b(grundskol|compulsory|lower secondary|primary school|elementary school)/, 2],
  [/\b(folkskol)/, 1],
];

/** EQF to the first digit of the SUN 2000 level: 4 is upper secondary, 5 higher vocational, 6 and 7 degrees, 8 a doctorate. */
const ofFramework: readonly number[] = [1, 2, 2, 3, 4, 5, 5, 6];

/** First digit of the SUN 2000 level, from a study's name in Swedish or English, else from its EQF level; null where neither tells. */
export function educationLevel(words: string, frameworkLevel: number | null): number | null {
  const named = onScale(educationScale, spaced(words));
  return named ?? (frameworkLevel === null ? null : (ofFramework[frameworkLevel - 1] ?? null));
}
