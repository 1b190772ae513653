import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { finding, type Finding } from './finding.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const CLASS = /^(?:am|a1|a2|a|b96|be|b|c1e|c1|ce|c|d1e|d1|de|d)$/;
const ANCHOR = /^(?:körkort|körkortet|körkorten|körkortsbehörighet|körkortsklass|körkortsklasser)$/;
const GLUED_CLASS = /^(am|a1|a2|a|b96|be|b|c1e|c1|ce|c|d1e|d1|de|d)(?:körkort|körkortet)$/;
const VEHICLES: ReadonlyMap<string, string> = new Map([
  ['personbilskörkort', 'b'],
  ['lastbilskörkort', 'c'],
  ['busskörkort', 'd'],
  ['mopedkörkort', 'am'],
]);
const HOLDERS = new Set(['driving', "driver's", 'drivers', 'driver']);
const ENGLISH_ANCHOR = /^(?:licence|license|licences|licenses|permit)$/;
/** Words that stand between the classes of one series. */
const SERIES = new Set(
  'och eller samt gärna helst med för klass klassen behörighet behörigheten kategori typ lägst minst manuellt giltigt svenskt även också är utökat utökad and or class category type ideally preferably valid including'.split(
    ' ',
  ),
);
const REACH = 12;

interface Anchor extends TokenRange {
  readonly english: boolean;
  readonly glued: string | undefined;
}

/** Reads driving licences: "B-körkort", "körkort B", "C/CE", "körkort B, C och gärna CE", "utökat B", "driving licence (B)". */
export class DrivingLicenceReader {
  private readonly byClass: ReadonlyMap<string, string>;

  constructor(taxonomy: ReadableTaxonomy) {
    const byClass = new Map<string, string>();
    for (const concept of taxonomy.ofKind('driving-licence')) {
      const named = concept.code ?? /(?:^|\s)((?:AM|[ABCD][12]?E?|B96))(?:$|[\s,(-])/.exec(concept.label.sv)?.[1];
      if (named !== undefined) byClass.set(named.toLowerCase(), concept.id);
    }
    this.byClass = byClass;
  }

  read(source: SourceText, range: TokenRange): Finding[] {
    const found: Finding[] = [];
    let from = range.from;
    for (let at = range.from; at < range.to; at += 1) {
      const anchor = anchorAt(source, at, range);
      if (anchor === undefined) continue;
      const { marks, end } = classesAround(source, anchor, from, range.to);
      found.push(...this.findings(source, anchor, marks));
      from = Math.max(anchor.to, end);
      at = from - 1;
    }
    return found;
  }

  private findings(source: SourceText, anchor: Anchor, marks: readonly TokenRange[]): Finding[] {
    const base = { kind: 'driving-licence', confidence: 95, rule: 'licence/class' } as const;
    if (marks.length === 0) {
      const conceptId = this.byClass.get(anchor.glued ?? 'b');
      if (conceptId === undefined) return [];
      return [
        finding({
          ...base,
          ...(anchor.glued === undefined && { confidence: 60, rule: 'licence/plain' }),
          conceptId,
          from: anchor.from,
          to: anchor.to,
        }),
      ];
    }
    const whole = marks.length === 1;
    return marks.flatMap((mark) => {
      const conceptId = this.byClass.get(className(source, mark));
      if (conceptId === undefined) return [];
      const isNext = mark.to === anchor.from || mark.from === anchor.to;
      const span =
        whole || isNext ? { from: Math.min(mark.from, anchor.from), to: Math.max(mark.to, anchor.to) } : mark;
      return [finding({ ...base, conceptId, ...span })];
    });
  }
}

function className(source: SourceText, mark: TokenRange): string {
  const word = source.word(mark.to - 1);
  return mark.to - mark.from > 1 && word === 'b' ? 'b96' : word;
}

function anchorAt(source: SourceText, at: number, range: TokenRange): Anchor | undefined {
  const word = source.word(at);
  const glued = GLUED_CLASS.exec(word)?.[1] ?? VEHICLES.get(word);
  if (ANCHOR.test(word) || glued !== undefined) return { from: at, to: at + 1, english: false, glued };
  if (HOLDERS.has(word) && at + 1 < range.to && ENGLISH_ANCHOR.test(source.word(at + 1)))
    return { from: at, to: at + 2, english: true, glued };
  if (isExtendedB(source, at, range))
    return { from: at, to: source.word(at + 2) === 'behörighet' ? at + 3 : at + 2, english: false, glued: 'b96' };
  if (isBareClass(source, at, range)) return { from: at, to: at + 1, english: false, glued: word };
  const isTrade =
    /^(?:b|be|c|c1|ce|d|de)$/.test(word) &&
    source.tokens[at]?.casing !== 'lower' &&
    /^(?:behörighet|chaufför|chaufförer|förare|kort|kortet)$/.test(source.word(at + 1)) &&
    source.gap(at + 1) & Gap.hyphen;
  return isTrade && at + 1 < range.to ? { from: at, to: at + 2, english: false, glued: word } : undefined;
}

/** "Meriterande: CE": classes that mean nothing else, unless a licence is named along with them. */
function isBareClass(source: SourceText, at: number, range: TokenRange): boolean {
  if (!/^(?:ce|be|c1|c1e)$/.test(source.word(at)) || source.tokens[at]?.casing !== 'all') return false;
  if (
    at + 1 < range.to &&
    source.joins(at + 1) &&
    (source.gap(at + 1) & Gap.hyphen || /^m(?:är|ar)k/.test(source.word(at + 1)))
  )
    return false;
  for (let near = Math.max(range.from, at - REACH); near < Math.min(range.to, at + REACH); near += 1)
    if (ANCHOR.test(source.word(near)) || GLUED_CLASS.test(source.word(near)) || ENGLISH_ANCHOR.test(source.word(near)))
      return false;
  return true;
}

/** "Utökat B" stands for itself, unless a licence is named along with it. */
function isExtendedB(source: SourceText, at: number, range: TokenRange): boolean {
  if (!/^utöka[dt]$/.test(source.word(at)) || source.word(at + 1) !== 'b' || at + 1 >= range.to) return false;
  for (let near = at + 2; near < Math.min(range.to, at + 4); near += 1)
    if (ANCHOR.test(source.word(near))) return false;
  for (let near = at - 1; near >= Math.max(range.from, at - 5); near -= 1)
    if (ANCHOR.test(source.word(near))) return false;
  return true;
}

/** The licence classes of the series that the anchor stands in, in reading order. */
function classesAround(
  source: SourceText,
  anchor: Anchor,
  least: number,
  most: number,
): { marks: TokenRange[]; end: number } {
  const marks: TokenRange[] = [];
  for (let at = anchor.from - 1; at >= Math.max(least, anchor.from - REACH); at -= 1) {
    if (source.gap(at + 1) & (Gap.stop | Gap.semicolon | Gap.colon)) break;
    if (isClass(source, at, anchor)) marks.unshift(extended(source, at, least));
    else if (!SERIES.has(source.word(at))) break;
  }
  let end = anchor.to;
  for (let at = anchor.to; at < Math.min(most, anchor.to + REACH); at += 1) {
    if (source.gap(at) & (Gap.stop | Gap.semicolon)) break;
    if (isClass(source, at, anchor)) {
      marks.push(extended(source, at, anchor.to));
      end = at + 1;
    } else if (!SERIES.has(source.word(at))) break;
  }
  return { marks, end };
}

function extended(source: SourceText, at: number, least: number): TokenRange {
  return { from: at > least && ['utökat', 'utökad'].includes(source.word(at - 1)) ? at - 1 : at, to: at + 1 };
}

function isClass(source: SourceText, at: number, anchor: Anchor): boolean {
  const word = source.word(at);
  if (!CLASS.test(word)) return false;
  const isNext = at + 1 === anchor.from;
  if (anchor.english && word === 'a' && at < anchor.from) return false;
  return (
    source.tokens[at]?.casing !== 'lower' ||
    (isNext && (source.gap(anchor.from) & Gap.hyphen) !== 0) ||
    (source.gap(at) & Gap.slash) !== 0
  );
}
