import { remembered } from './remembered.js';

/** Long words that tell what an ad asks, as they should be written. */
const KEY_WORDS =
  `erfarenhet erfarenheter arbetslivserfarenhet yrkeserfarenhet arbetserfarenhet kunskaper språkkunskaper utbildning gymnasieutbildning
  högskoleutbildning yrkesutbildning gymnasieexamen högskoleexamen civilingenjör civilingenjörsexamen undersköterska sjuksköterska legitimation legitimerad
  meriterande körkort certifikat behörighet kvalifikationer arbetsuppgifter erbjuder kompetens önskvärt
  experience knowledge qualifications requirements education certificate responsibilities`.split(/\s+/);
const SHORTEST = 7;

/** A word, and every word that is it with one letter left out, to the words meant. */
const SHORTENED = new Map<string, string[]>();
for (const word of KEY_WORDS)
  for (const key of [word, ...shortened(word)]) SHORTENED.set(key, [...(SHORTENED.get(key) ?? []), word]);
const KNOWN: ReadonlySet<string> = new Set(KEY_WORDS);
const FIRST_LETTERS: ReadonlySet<string> = new Set(KEY_WORDS.map((word) => word.slice(0, 2)));
const LONGEST = Math.max(...KEY_WORDS.map((word) => word.length)) + 1;

/**
 * The key word that a word with one slip means ("erfarenehet", "meritterande"), else the word itself. A slip is one letter too many, too few or wrong, or two
 * swapped; the first two letters must be right. Inflected forms are no slips: "utbildningar" stays.
 */
export function spelledRight(word: string): string {
  if (word.length < SHORTEST || word.length > LONGEST || !FIRST_LETTERS.has(word.slice(0, 2)) || KNOWN.has(word))
    return word;
  return correction(word);
}

const correction = remembered((word) => {
  for (const key of [word, ...shortened(word)]) {
    const meant = SHORTENED.get(key)?.find((one) => isSlip(word, one));
    if (meant !== undefined) return meant;
  }
  return word;
});

function shortened(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** One letter inserted, left out or changed, or two neighbours swapped, before the word's ending: an ending may be another form. */
function isSlip(word: string, meant: string): boolean {
  let at = 0;
  while (at < meant.length && word[at] === meant[at]) at += 1;
  if (at >= Math.min(word.length, meant.length) - 1) return false;
  const rest = (one: string, from: number): string => one.slice(from);
  return (
    rest(word, at + 1) === rest(meant, at) ||
    rest(word, at) === rest(meant, at + 1) ||
    rest(word, at + 1) === rest(meant, at + 1) ||
    (word[at] === meant[at + 1] && word[at + 1] === meant[at] && rest(word, at + 2) === rest(meant, at + 2))
  );
}
