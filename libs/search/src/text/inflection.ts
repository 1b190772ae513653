import snowball from 'snowball-stemmers';

const swedish = snowball.newStemmer('swedish');
const CAPACITY = 200_000;
const known = new Map<string, readonly string[]>();

/** Who does something: Snowball makes `mål` (a goal) of `målare` (a painter), and `lär` of `lärare`. */
const DOER = /^(?<doer>.{2,}are)(?:n|s|ns)?$/u;
const TRADE = /^(?<trade>.{2,}iker)(?:n|s|ns|na|nas)?$/u;
/** The plural of doers and of much else: `målarna`, `bilarna`. */
const DOERS = /^(?<base>.{2,})arnas?$/u;
/** `sjuksköterskan`, which Snowball leaves as it is. */
const SHE = /^(?<base>.{2,}sk)ans?$/u;
/** English, `drivers`; no Swedish ending. */
const ENGLISH_DOERS = /^(?<base>[a-z]{2,}er)s$/u;

/**
 * What a word has in common with its inflected forms, first the likeliest: Snowball's Swedish stem, but for words for people who do
 * something, which keep their ending. Words are lower case, as {@link wordsOf} gives them.
 */
export function stemsOf(word: string): readonly string[] {
  let stems = known.get(word);
  if (!stems) {
    if (known.size >= CAPACITY) known.clear();
    stems = newStems(word);
    known.set(word, stems);
  }
  return stems;
}

export function stemOf(word: string): string {
  return stemsOf(word)[0] ?? word;
}

function newStems(word: string): string[] {
  const whole =
    DOER.exec(word)?.groups?.['doer'] ?? TRADE.exec(word)?.groups?.['trade'] ?? SHE.exec(word)?.groups?.['base'];
  if (whole !== undefined) return [whole];
  const stem = swedish.stem(ENGLISH_DOERS.exec(word)?.groups?.['base'] ?? word);
  const base = DOERS.exec(word)?.groups?.['base'];
  return base === undefined ? [stem] : [stem, `${base}are`];
}
