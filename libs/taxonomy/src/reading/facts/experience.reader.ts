import type { ConceptLexicon } from '../concepts/concept-lexicon.js';
import { finding, type Finding } from './finding.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';
import type { YearsMark } from './years.reader.js';

/** Experience that its word does not tell the object of. */
const GENERIC =
  /^(?:yrkeserfarenhet|arbetslivserfarenhet|arbetserfarenhet|branscherfarenhet|yrkesvana|branschvana|arbetslivserfarenheter)$/u;
const PLAIN = /^(?:erfarenhet|erfarenheter|experience)$/u;
const MUCH = /^(?:lång|gedigen|mångårig|flerårig|klinisk|bred|stor|relevant|years|extensive)$/u;
/** With one of these the object follows: another rule reads it. */
const HAS_OBJECT = new Set('av inom från i med som kring gällande från in of with as within from att'.split(' '));
const EXPERIENCED = /^(?:erfaren|erfarna|rutinerad|rutinerade|experienced|senior|seniora)$/u;
const LONGEST_TITLE = 2;
const YEARS_REACH = 2;

/** Reads experience asked for without an object ("minst två års yrkeserfarenhet"), and by naming who is looked for ("söker en erfaren svetsare"). */
export class ExperienceReader {
  constructor(private readonly lexicon: ConceptLexicon) {}

  read(
    source: SourceText,
    range: TokenRange,
    years: readonly YearsMark[],
    strength: (index: number) => number,
    occupationId: string | null,
  ): Finding[] {
    const found: Finding[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const mark = years.find((one) => one.to <= at && at - one.to <= YEARS_REACH);
      if (isGeneric(source, at, range.to, mark)) found.push(generic(source, at, mark, occupationId));
      else if (strength(at) === 1 && EXPERIENCED.test(source.word(at)))
        found.push(...this.sought(source, at, range.to));
    }
    return found;
  }

  private sought(source: SourceText, at: number, to: number): Finding[] {
    const from = at + 1;
    const hit = from < to && source.joins(from) ? this.lexicon.at(source, from) : undefined;
    const form = hit?.forms.find((one) => one.kind === 'occupation');
    if (hit !== undefined && form !== undefined && hit.to <= to)
      return [
        finding({
          kind: 'occupation',
          conceptId: form.conceptId,
          from,
          to: hit.to,
          rule: 'sought/occupation',
          confidence: 60,
        }),
      ];
    let end = from;
    while (end < Math.min(to, from + LONGEST_TITLE) && source.joins(end) && isTitleWord(source, end, from)) end += 1;
    if (end === from) return [];
    const words = source.span(from, end).quote.replace(/\s+/g, ' ');
    return [
      finding({ kind: 'occupation', conceptId: null, words, from, to: end, rule: 'sought/own-words', confidence: 40 }),
    ];
  }
}

function isTitleWord(source: SourceText, at: number, from: number): boolean {
  const word = source.word(at);
  if (
    word.length < 2 ||
    HAS_OBJECT.has(word) ||
    ['och', 'and', 'till', 'to', 'eller', 'kollegor', 'kollega', 'profil', 'kandidat', 'person', 'konsult'].includes(
      word,
    )
  )
    return false;
  return at === from ? word.length > 2 || source.tokens[at]?.casing === 'all' : (source.gap(at) & Gap.hyphen) !== 0;
}

function isGeneric(source: SourceText, at: number, to: number, mark: YearsMark | undefined): boolean {
  const word = source.word(at);
  const hasObject = at + 1 < to && source.joins(at + 1) && HAS_OBJECT.has(source.word(at + 1));
  if (GENERIC.test(word)) return !hasObject || source.word(at + 2) === 'området';
  return PLAIN.test(word) && !hasObject && (mark !== undefined || MUCH.test(source.word(at - 1)));
}

function generic(source: SourceText, at: number, mark: YearsMark | undefined, occupationId: string | null): Finding {
  const from = MUCH.test(source.word(at - 1)) ? at - 1 : at;
  const years = mark === undefined || mark.years === 0 ? null : mark.years;
  const words = occupationId === null ? source.span(from, at + 1).quote : null;
  return finding({
    kind: occupationId === null ? 'skill' : 'occupation',
    conceptId: occupationId,
    words,
    from,
    to: at + 1,
    rule: 'experience/generic',
    confidence: 55,
    years,
  });
}
