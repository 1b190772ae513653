import { Gap, tokenize } from '../reading/text/tokens.js';

const CUTS = Gap.comma | Gap.semicolon | Gap.colon | Gap.dash | Gap.open | Gap.close | Gap.stop | Gap.line | Gap.bullet;
const JOINTS = new Set('and or och eller samt as with med including'.split(' '));
const MOST_WORDS = 6;
const STEP = 3;

/**
 * A text in pieces short enough to mean one thing, for comparing with labels by meaning: between punctuation and joining words, longer ones in
 * overlapping runs of six words. At most `limit`, each once, in order.
 */
export function skillChunks(text: string, limit: number): string[] {
  const tokens = tokenize(text);
  const chunks = new Set<string>();
  const add = (from: number, to: number): void => {
    if (to > from && chunks.size < limit) chunks.add(text.slice(tokens[from]!.start, tokens[to - 1]!.end));
  };
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const isJoint = token !== undefined && JOINTS.has(token.lower);
    if (token !== undefined && !isJoint && (token.gap & CUTS) === 0) continue;
    if (at - from <= MOST_WORDS) add(from, at);
    else for (let start = from; start < at - STEP; start += STEP) add(start, Math.min(at, start + MOST_WORDS));
    from = isJoint ? at + 1 : at;
    if (chunks.size >= limit) break;
  }
  return [...chunks];
}
