import { BARE_STUDIES } from './education.lexicon.js';
import { EMPTY_OBJECTS } from './heads.lexicon.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const FIELD_WORDS = new Set(['inom', 'i', 'in', 'within']);
const FIELD_JOINERS = new Set(['eller', 'or', 'och', 'samt', 'and', 'the', 'ett', 'en', 'inom']);
const FIELD_STOPS = new Set(
  'have has been you we who bagaget du vi ditt dessa denna övrigt samband din enlighet sverige where which as att som där är på från för with from minst alternativt krävs vilket tal område relevant motsvarande liknande likvärdig likvärdigt annan annat erfarenhet goda god mycket du har är kan gärna related similar equivalent experience strong good field a an tillämplig'.split(
    ' ',
  ),
);
const FIELD_BREAKS = Gap.semicolon | Gap.colon | Gap.stop | Gap.line | Gap.bullet | Gap.open | Gap.close | Gap.dash;
const FIELD_LENGTH = 24;
const LONGEST_FIELD = 5;
/** What stands before the fields themselves: "inom ett relevant område, exempelvis teknik". */
const FIELD_FILLERS = new Set(
  'ett en relevant relevanta område områden ämne ämnesområde exempelvis till exempel t ex tex såsom inom i gärna a an relevant field such as for example e g'.split(
    ' ',
  ),
);
const EXAMPLES = new Set(['exempelvis', 'till', 't', 'såsom', 'tex', 'such']);
const FIELD_ENDS = new Set(['närliggande', 'relaterat', 'relaterade', 'likvärdiga', 'ämnet', 'området', 'inriktning']);
const FIELD_ORS = new Set(['eller', 'or', 'samt', 'alternativt', 'alt', 'respektive']);
const TRADE_LINKS = new Set(['till', 'som']);
/** "Utbildning som vi bedömer …" names no trade. */
const LINK_ENDS = /^(?:vi|du|är|ger|kan|krävs|bedöms|arbetsgivaren|motsvarar|passar|\p{L}+[^ae]ar|\p{L}+s)$/u;

/** The fields that follow a name, each apart: "inom el, data eller mekatronik". */
export function fieldsAfter(source: SourceText, name: TokenRange, most: number): TokenRange[] {
  const fields: TokenRange[] = [];
  let from = fieldStart(source, name.to, most) ?? exampleStart(source, name.to, most);
  const last = Math.min(most, name.to + FIELD_LENGTH);
  while (from !== undefined && from < last) {
    const end = fieldEnd(source, from, last);
    if (end === from) break;
    fields.push({ from, to: end });
    from = nextField(source, end, last);
  }
  return fields;
}

/** "…, exempelvis metallurgi" */
function exampleStart(source: SourceText, at: number, most: number): number | undefined {
  if (!(source.gap(at) & Gap.comma) || !EXAMPLES.has(source.word(at))) return undefined;
  const first = afterFillers(source, at, most);
  return first === undefined || FIELD_STOPS.has(source.word(first)) ? undefined : first;
}

/** First word of a field: "inom", "i", "med inriktning mot". */
export function fieldStart(source: SourceText, at: number, most: number): number | undefined {
  if (at >= most || !source.joins(at)) return undefined;
  const word = source.word(at);
  if (word === 'med' || word === 'inriktning') {
    const focus = word === 'med' ? at + 1 : at;
    if (source.word(focus) !== 'inriktning') return undefined;
    const next = ['mot', 'på', 'inom'].includes(source.word(focus + 1)) ? focus + 2 : focus + 1;
    return next < most && source.joins(next) ? next : undefined;
  }
  if (!FIELD_WORDS.has(word))
    return TRADE_LINKS.has(word) && BARE_STUDIES.test(source.word(at - 1)) && !LINK_ENDS.test(source.word(at + 1))
      ? at + 1
      : undefined;
  const first = afterFillers(source, at + 1, most);
  return first === undefined || FIELD_STOPS.has(source.word(first)) || EMPTY_OBJECTS.test(source.word(first))
    ? undefined
    : first;
}

/** The first word that is no filler, unless the sentence breaks before it. */
function afterFillers(source: SourceText, from: number, last: number): number | undefined {
  let at = from;
  while (at < last && FIELD_FILLERS.has(source.word(at))) {
    at += 1;
    if (at >= last || source.gap(at) & (FIELD_BREAKS & ~Gap.stop)) return undefined;
  }
  return at < last ? at : undefined;
}

function fieldEnd(source: SourceText, from: number, last: number): number {
  let end = from;
  for (let at = from; at < last; at += 1) {
    const word = source.word(at);
    if (at > from && ((source.gap(at) & (FIELD_BREAKS | Gap.comma)) !== 0 || splitsField(source, at))) break;
    if (FIELD_STOPS.has(word) || FIELD_ORS.has(word) || FIELD_ENDS.has(word)) break;
    if (!FIELD_JOINERS.has(word)) end = at + 1;
  }
  return end - from > LONGEST_FIELD ? from : end;
}

function splitsField(source: SourceText, at: number): boolean {
  return (source.gap(at) & Gap.slash) !== 0 && (source.gap(at) & Gap.hyphen) === 0 && source.word(at).length > 3;
}

function nextField(source: SourceText, at: number, last: number): number | undefined {
  if (at >= last || source.gap(at) & FIELD_BREAKS) return undefined;
  let next = at;
  if (FIELD_ORS.has(source.word(next))) next += 1;
  else if (!(source.gap(at) & Gap.comma) && !splitsField(source, at)) return undefined;
  if (FIELD_ORS.has(source.word(next))) next += 1;
  const first = afterFillers(source, next, last);
  if (first === undefined) return undefined;
  next = first;
  return !FIELD_STOPS.has(source.word(next)) && !/^\d/.test(source.word(next)) ? next : undefined;
}
