/** Longest word and longest typed text that are compared; what follows is cut off. */
const longest = 48;

/** Three rows of the distance table, reused: a search compares thousands of words. */
const rows = [0, 1, 2].map(() => new Uint8Array(longest + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * True when `word`, or some prefix of it, can be had from `typed` with at most `limit` insertions, deletions, substitutions and swaps of neighbours
 * (optimal string alignment).
 */
export function startsNearly(word: string, typed: string, limit: number): boolean {
  const height = Math.min(typed.length, longest);
  const width = Math.min(word.length, height + limit, longest);
  if (width < height - limit) return false;
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= width; column++) last[column] = column;
  for (let row = 1; row <= height; row++) {
    current[0] = row;
    let least = row;
    const letter = typed.charCodeAt(row - 1);
    for (let column = 1; column <= width; column++) {
      const other = word.charCodeAt(column - 1);
      let cost = last[column - 1]! + (letter === other ? 0 : 1);
      cost = Math.min(cost, last[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && letter === word.charCodeAt(column - 2) && typed.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  for (let column = 0; column <= width; column++) if (last[column]! <= limit) return true;
  return false;
}

/** A bit for each letter `a` to `z`, and one for all else: of two words, each letter that one lacks costs at least one slip. */
export function letterSet(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
}

export function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
