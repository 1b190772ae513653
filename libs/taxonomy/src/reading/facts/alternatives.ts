import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const OR = new Set(['eller', 'alternativt', 'alt', 'or', 'antingen', 'either']);
const BETWEEN = new Set([
  'och',
  'and',
  'en',
  'ett',
  'a',
  'an',
  'i',
  'inom',
  'av',
  'med',
  'som',
  'legitimerad',
  'leg',
  'erfarenhet',
  'kunskaper',
  'körkort',
]);
const FARTHEST = 4;
const ENDS = Gap.semicolon | Gap.stop | Gap.colon | Gap.line | Gap.bullet;

/** For findings of one sentence in reading order: which of them are alternatives ("A, B eller C"), as a group number each, or null. */
export function alternativesOf(source: SourceText, findings: readonly TokenRange[]): (number | null)[] {
  const groups: (number | null)[] = findings.map(() => null);
  let start = 0;
  for (let at = 1; at <= findings.length; at += 1) {
    const [before, after] = [findings[at - 1], findings[at]];
    const link = before === undefined || after === undefined ? 'none' : linkOf(source, before, after);
    if (link === 'list') continue;
    if (link === 'or') for (let member = start; member <= at; member += 1) groups[member] = start;
    else start = at;
  }
  return groups;
}

function linkOf(source: SourceText, before: TokenRange, after: TokenRange): 'or' | 'list' | 'none' {
  if (after.from < before.to || after.from - before.to > FARTHEST) return 'none';
  let isOr = false;
  for (let at = before.to; at < after.from; at += 1) {
    if (source.gap(at) & ENDS) return 'none';
    if (OR.has(source.word(at))) isOr = true;
    else if (!BETWEEN.has(source.word(at))) return 'none';
  }
  if (isOr) return 'or';
  return after.from === before.to && source.gap(after.from) & Gap.comma ? 'list' : 'none';
}
