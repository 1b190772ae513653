import type { ReadLanguage } from '../reading.types.js';
import { tokenize } from './tokens.js';

const SWEDISH = new Set(
  'och att det som är för på en av till med den har inte om vi du ett ska eller dig kan från vår hos oss din sig vid så även din samt där jag år'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'and the of to with is for you are our we will your be or as that have this an on by at from who not can their my'.split(
    ' ',
  ),
);
/** Enough to tell; a longer text is judged by its beginning. */
const MOST_LETTERS = 3_000;

/** Swedish or English, by their function words and letters; Swedish where nothing tells. */
export function detectLanguage(text: string): ReadLanguage {
  let swedish = 0;
  let english = 0;
  for (const { lower } of tokenize(text.slice(0, MOST_LETTERS))) {
    if (SWEDISH.has(lower)) swedish += 2;
    else if (ENGLISH.has(lower)) english += 2;
    else if (/[åäö]/.test(lower)) swedish += 1;
  }
  return english > swedish ? 'en' : 'sv';
}
