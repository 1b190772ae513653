const VOWEL = /[aeiouyåäöé]/;

/** Endings of Swedish nouns and adjectives, longest first, with the letters that must be left. */
const SWEDISH_ENDINGS: readonly (readonly [ending: string, least: number])[] = [
  ['erade', 3],
  ['erna', 3],
  ['arna', 3],
  ['orna', 3],
  ['erad', 3],
  ['erat', 3],
  ['ade', 4],
  ['ad', 4],
  ['en', 3],
  ['et', 3],
  ['er', 4],
  ['ar', 3],
  ['or', 3],
  ['an', 3],
  ['rn', 3],
  ['ln', 3],
  ['a', 3],
  ['e', 3],
];
/** One letter of these endings belongs to the stem. */
const KEEPS_FIRST_LETTER = new Set(['rn', 'ln']);
const QUALITY = /het(?:en|er|erna)?$/;
const AGENT = /^(.{3,}?)(?:are|aren|arn)$/;
const AGENT_OF_FIELD = /^(.{2,}ik)er(?:n|na)?$/;
/** Nouns whose own s is no genitive: "licens", "kompetens", "leverans". */
const FOREIGN_NOUN = /^(.*(?:(?:lic|fer|pet|kv|ist|sid|ind|lig)ens|(?:st|ver|bal|fin|bul)ans))(?:en|er|erna)?$/;

/**
 * The form that a Swedish noun or adjective shares with its definite, plural and genitive forms. Only inflection goes: "svetsare" and "svetsning" stay
 * apart, "lärare" and "lära" too (agent nouns keep a mark).
 */
export function swedishStem(word: string): string {
  if (word.length < 4) return word;
  const foreign = FOREIGN_NOUN.exec(word)?.[1];
  if (foreign !== undefined) return foreign;
  const base = hasGenitive(word) ? word.slice(0, -1) : word;
  if (QUALITY.test(base)) return base.replace(QUALITY, 'het');
  const agent = AGENT.exec(base)?.[1] ?? AGENT_OF_FIELD.exec(base)?.[1];
  if (agent !== undefined && VOWEL.test(agent)) return `${agent}·`;
  return finish(withoutEnding(base));
}

function hasGenitive(word: string): boolean {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us');
}

function withoutEnding(base: string): string {
  for (const [ending, least] of SWEDISH_ENDINGS) {
    if (!base.endsWith(ending)) continue;
    const rest = base.slice(0, base.length - ending.length + (KEEPS_FIRST_LETTER.has(ending) ? 1 : 0));
    if (rest.length < least || !VOWEL.test(rest)) continue;
    if (ending === 'or' && /[ts]$/.test(rest)) continue;
    return rest;
  }
  return base;
}

/** A last letter that inflection hides: "arkitekt" and "arkitekten", "svets" and "svetsen", "program" and "programmet" meet. */
function finish(stem: string): string {
  if (stem.length < 5) return stem;
  if (hasGenitive(stem) || stem.endsWith('mm') || /[^aeiouyåäö]t$/.test(stem)) return stem.slice(0, -1);
  return stem;
}

/** The singular of an English noun, without possessive. Derivation stays: "engineer" and "engineering" are two words. */
export function englishStem(word: string): string {
  const base = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (base.length < 4 || !base.endsWith('s') || /(?:ss|us|is)$/.test(base)) return base;
  if (base.endsWith('ies') && base.length > 4) return `${base.slice(0, -3)}y`;
  return /(?:sh|ch|x|ss|zz)es$/.test(base) ? base.slice(0, -2) : base.slice(0, -1);
}
