import { demandHeadOf, splitDemandHead } from '../concepts/compound.js';
import { coreOf, type DemandObject } from './demand-objects.js';
import { EMPTY_OBJECTS, type ObjectHead } from './heads.lexicon.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const LONGEST = 6;
const LONGEST_NAME = 3;
/** After these the object is anything alike ("liknande verktyg"), or how somebody works ("arbeta självständigt"). */
const OTHERS = new Set(
  'liknande annan annat andra övriga motsvarande arbeta jobba similar other another working work'.split(' '),
);
/** Adjectives that say how much of something, not of what: "god erfarenhet", "relevant utbildning". */
const VAGUE =
  /^(?:fantastisk|logisk|klassisk|typisk|praktisk|praktiska|praktiskt|realistisk|energisk|optimistisk|kritisk|analytisk|pedagogisk|strategisk|metodisk|empatisk|dynamisk|systematisk)$/;
const ADJECTIVE = /(?:isk|iska|iskt|ell|ella|ellt)$/;

/** What a demand names where no concept fits: a head's object, a compound ("agronomutbildning", "SAK-kompetens"), an adjective with its head ("teknisk utbildning"). */
export function ownWords(
  source: SourceText,
  object: DemandObject,
  isCue: (index: number) => boolean,
  listed: boolean,
): (TokenRange & { head: ObjectHead }) | undefined {
  const core = withoutCues(coreOf(source, object), isCue);
  const named = compoundIn(source, core) ?? headed(source, object, core, listed);
  if (named === undefined) return undefined;
  const length = named.to - named.from;
  if (OTHERS.has(source.word(named.from - 1)) && named.from > object.headFrom) return undefined;
  if (length < 1 || length > LONGEST || source.word(named.from).length < 2) return undefined;
  for (let at = named.from; at < named.to; at += 1)
    if (EMPTY_OBJECTS.test(source.word(at)) || /^\d+$/.test(source.word(at))) return undefined;
  return named;
}

/** The object of a head, or a list item that is all name ("JBoss", "ISO 9001"). */
function headed(
  source: SourceText,
  object: DemandObject,
  core: TokenRange,
  listed: boolean,
): (TokenRange & { head: ObjectHead }) | undefined {
  if (object.head !== null && object.head !== 'person') return { ...core, head: object.head };
  if (!listed || core.to - core.from > LONGEST_NAME) return undefined;
  let isName = source.tokens[core.from]?.casing !== 'lower';
  for (let at = core.from; at < core.to; at += 1)
    isName &&= /[\d+#.]/.test(source.word(at)) || ['mixed', 'all'].includes(source.tokens[at]?.casing ?? 'lower');
  return isName && source.word(core.from).length > 2 ? { ...core, head: 'knowledge' } : undefined;
}

function withoutCues(range: TokenRange, isCue: (index: number) => boolean): TokenRange {
  let { from } = range;
  while (from < range.to && isCue(from)) from += 1;
  let to = from;
  while (to < range.to && !isCue(to)) to += 1;
  return { from, to };
}

function compoundIn(source: SourceText, range: TokenRange): (TokenRange & { head: ObjectHead }) | undefined {
  for (let at = range.from; at < range.to; at += 1) {
    const word = source.word(at);
    const head = splitDemandHead(word)?.head;
    if (head !== undefined) return { from: at, to: at + 1, head };
    const next = demandHeadOf(source.word(at + 1));
    if (next === undefined || at + 1 >= range.to) continue;
    const gap = source.gap(at + 1);
    if (gap === Gap.hyphen || (gap === Gap.space && ADJECTIVE.test(word) && !VAGUE.test(word)))
      return { from: at, to: at + 2, head: next };
  }
  return undefined;
}
