// JobSearch has no key for it either: its own filter looks for such phrases.
const phrases: readonly RegExp[] = [
  /\b(arbeta|arbetar|arbete|jobba|jobbar|jobb)\s+(helt\s+|delvis\s+)?(på\s+distans|hemifrån|remote)/i,
  /\b(distansarbete|distansjobb|hybridarbete)\b/i,
  /\b(work|working|works)\s+(fully\s+|partly\s+)?(remotely|remote|from\s+home)/i,
  /\b(fully\s+remote|remote\s+(work|position|role|job)|hybrid\s+work)\b/i,
];
const refusals = /\b(inte|ej|inget|utan|not|no)\s+(möjlighet\s+(till|att)\s+|möjligt\s+att\s+|possible\s+to\s+)?$/i;
const lookBack = 40;

/** Whether an ad says that the work can be done away from its place, at least in part. */
export function offersRemoteWork(text: string): boolean {
  return phrases.some((phrase) => {
    const found = phrase.exec(text);
    return found !== null && !refusals.test(text.slice(Math.max(0, found.index - lookBack), found.index));
  });
}
