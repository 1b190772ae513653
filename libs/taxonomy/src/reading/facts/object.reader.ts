import { demandHeadOf, splitDemandHead } from '../concepts/compound.js';
import type { ConceptForm } from '../concepts/concept-forms.js';
import { isCut, type ConceptHit, type ConceptLexicon } from '../concepts/concept-lexicon.js';
import { coreOf, type DemandObject } from './demand-objects.js';
import { finding, type Finding } from './finding.js';
import { ALIKE, OWN_OCCUPATION } from './heads.lexicon.js';
import { beforeLength, cutParts, ownWords } from './own-words.js';
import type { SentenceContext } from './sentence-context.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { trait } from './trait.reader.js';
import { yearsOf, type YearsMark } from './years.reader.js';

/** A cut word's completion may stand this far beyond its object. */
const CUT_REACH = 6;
const LONGEST_TRAIT = 6;
const LONGEST_WORDS = 200;
const QUALIFIERS = new Set(['inom', 'i', 'på', 'in', 'within']);
const LONG_WORD = 8;
const KIND_OF_NAME =
  /(?:system|systemet|program|programmet|verktyg|verktyget|språket|metoden|modellen|plattformen|databasen|standarden|regelverk|regelverket|kursen|registret)$/u;

/** Reads one object of a sentence: the taxonomy's concepts in it, else its own words, or the trait that it is. */
export class ObjectReader {
  constructor(private readonly lexicon: ConceptLexicon) {}

  /** `taken`: tokens that another reader has read. */
  read(
    source: SourceText,
    object: DemandObject,
    context: SentenceContext,
    taken: Set<number>,
    years: readonly YearsMark[],
  ): Finding[] {
    if (object.head === 'interest' || object.head === 'ability') return this.trait(source, object, context, taken);
    const found: Finding[] = [];
    const core = beforeLength(coreOf(source, object), years);
    let isTaken = false;
    for (let at = nameAfterKind(source, object); at < object.to; at += 1) {
      if (taken.has(at)) {
        isTaken ||= at < core.to;
        continue;
      }
      if (context.strength(at) === 0 || (at > object.from && isKindOfName(source, at, object.to))) continue;
      const hit = this.lexicon.at(source, at, context.relaxed);
      if (hit === undefined || hit.to > object.to + (hit.shape === 'cut' ? CUT_REACH : 0)) continue;
      const one = this.fromHit(source, hit, object, context, years);
      if (one !== undefined)
        found.push(qualifies(source, core, hit) && found.length === 0 ? { ...one, from: core.from } : one);
      at = hit.shape === 'cut' ? at : hit.to - 1;
    }
    if (found.length > 0 || isTaken) return found;
    return this.ownOccupation(source, object, context, years) ?? this.inOwnWords(source, object, context, years);
  }

  /** "Förmåga att …" is the trait that follows, "intresse för …" is one as a whole. */
  private trait(source: SourceText, object: DemandObject, context: SentenceContext, taken: Set<number>): Finding[] {
    const from = object.head === 'interest' && object.headTo === object.from ? object.headFrom : object.from;
    const to = Math.min(object.to, object.from + LONGEST_TRAIT);
    if (!context.traits || context.strength(object.from) === 0) return [];
    for (let at = from; at < to; at += 1) if (taken.has(at)) return [];
    return [trait(source, from, to, object.head ?? 'ability')];
  }

  private fromHit(
    source: SourceText,
    hit: ConceptHit,
    object: DemandObject,
    context: SentenceContext,
    years: readonly YearsMark[],
  ): Finding | undefined {
    const form = this.choose(hit, object, context);
    if (form === undefined) return undefined;
    const isWhole = isWholeObject(source, hit, object);
    const isNamed = context.strength(hit.from) === 3 || splitDemandHead(source.word(hit.from)) !== undefined;
    if (object.head === null && !context.listed && !(isWhole && isNamed)) return undefined;
    const isUsual = context.usualSkills.has(form.conceptId);
    const isObject = (object.head !== null && object.head !== 'person') || context.listed;
    const isTrade =
      object.head === 'occupation' || object.head === 'person' || (context.listed && object.head === null);
    if (form.kind === 'occupation' && !(hit.from === object.from && isTrade)) return undefined;
    if (
      form.everyday &&
      !(isUsual && isObject) &&
      !(isObject && isWhole && (object.head !== null || object.to - object.from === hit.to - hit.from))
    )
      return undefined;
    const confidence = confidenceOf(form, hit, object, isUsual);
    const rule = `${object.head ?? (context.listed ? 'list' : 'prose')}/${hit.shape === 'form' ? form.origin : hit.shape}`;
    return finding({
      kind: form.kind,
      conceptId: form.conceptId,
      from: hit.from,
      to: hit.to,
      rule,
      confidence,
      level: form.kind === 'skill' ? object.level : null,
      years: yearsOf(source, object, hit, years),
    });
  }

  /** One concept for a hit: skills and occupations by the head, then what is usual in the occupation, a label before other words. */
  private choose(hit: ConceptHit, object: DemandObject, context: SentenceContext): ConceptForm | undefined {
    const wanted =
      object.head === 'occupation' || object.head === 'person'
        ? ['professional-licence', 'occupation', 'skill']
        : ['professional-licence', 'skill', 'occupation'];
    const order = (form: ConceptForm): number =>
      wanted.indexOf(form.kind) * 8 +
      (context.usualSkills.has(form.conceptId) ? 0 : 4) +
      ['label', 'alternative', 'part'].indexOf(form.origin);
    return hit.forms
      .filter((form) => wanted.includes(form.kind))
      .reduce<ConceptForm | undefined>(
        (best, form) => (best === undefined || order(form) < order(best) ? form : best),
        undefined,
      );
  }

  private ownOccupation(
    source: SourceText,
    object: DemandObject,
    context: SentenceContext,
    years: readonly YearsMark[],
  ): Finding[] | undefined {
    if (context.occupationId === null || (object.head !== 'experience' && object.head !== 'occupation'))
      return undefined;
    const last = Math.min(object.to, object.from + 3);
    for (let at = object.headFrom; at < last; at += 1) {
      if (!ALIKE.test(source.word(at))) continue;
      if (!OWN_OCCUPATION.test(source.word(at)) && !OWN_OCCUPATION.test(source.word(at + 1))) continue;
      const span = { from: object.headFrom, to: Math.min(at + 2, object.to) };
      return [
        finding({
          kind: 'occupation',
          conceptId: context.occupationId,
          ...span,
          rule: 'experience/own-occupation',
          confidence: 70,
          years: yearsOf(source, object, span, years),
        }),
      ];
    }
    return undefined;
  }

  private inOwnWords(
    source: SourceText,
    object: DemandObject,
    context: SentenceContext,
    years: readonly YearsMark[],
  ): Finding[] {
    if (!context.open) return [];
    const named = nameAfterKind(source, object);
    const part = named === object.from ? object : { ...object, from: named };
    const words = ownWords(source, part, {
      isCue: context.isCue,
      listed: context.listed,
      plain: context.isPlain(object.from),
      years,
    });
    if (words === undefined) return [];
    const isLanguage = /(?:^|\p{Ll})språk$/u.test(source.word(words.to - 1)) && words.to - words.from > 1;
    const kind = isLanguage
      ? 'language'
      : words.head === 'education'
        ? 'education'
        : words.head === 'occupation'
          ? 'occupation'
          : 'skill';
    const level = kind === 'skill' ? object.level : null;
    return cutParts(source, words).flatMap(({ from, to }) => {
      const quote = source.span(from, to).quote.replace(/\s+/g, ' ');
      if (quote.length > LONGEST_WORDS) return [];
      return [
        finding({
          kind,
          conceptId: null,
          words: quote,
          from,
          to,
          rule: `${object.head ?? 'plain'}/own-words`,
          confidence: object.head === null ? 35 : 45,
          level,
          years: yearsOf(source, object, words, years),
        }),
      ];
    });
  }
}

/** "Biståndshandläggning inom LSS": the concept stands beyond what it qualifies, which belongs to the words. */
function qualifies(source: SourceText, core: TokenRange, hit: TokenRange): boolean {
  if (hit.from <= core.to || core.to - core.from !== 1 || !source.joins(core.from)) return false;
  return QUALIFIERS.has(source.word(core.to)) && hit.from === core.to + 1 && source.word(core.from).length >= LONG_WORD;
}

/** "Journalsystemet Cosmic": the name is what is known, the word before says what kind of thing it is. */
function nameAfterKind(source: SourceText, object: TokenRange): number {
  return isKindOfName(source, object.from, object.to) ? object.from + 1 : object.from;
}

function isKindOfName(source: SourceText, at: number, to: number): boolean {
  const next = at + 1;
  return (
    next < to && source.joins(next) && KIND_OF_NAME.test(source.word(at)) && source.tokens[next]?.casing !== 'lower'
  );
}

/** Whether a hit is all of its object, but for what completes a cut word and for the head at its end ("SQL-kunskap"). */
function isWholeObject(source: SourceText, hit: TokenRange, object: TokenRange): boolean {
  for (let at = object.from; at < hit.from; at += 1) if (!isCut(source, at) && !isCut(source, at - 1)) return false;
  for (let at = hit.to; at < coreOf(source, object).to; at += 1)
    if (demandHeadOf(source.word(at)) === undefined) return false;
  return true;
}

function confidenceOf(form: ConceptForm, hit: ConceptHit, object: DemandObject, isUsual: boolean): number {
  const shape = { form: 0, cut: -10, apart: -10, compound: -20 }[hit.shape];
  const origin = { label: 0, alternative: -5, part: -10 }[form.origin];
  return Math.min(
    95,
    75 +
      shape +
      origin +
      (form.words > 1 ? 10 : 0) +
      (object.head === null ? 0 : 10) +
      (isUsual ? 10 : 0) -
      (form.everyday ? 15 : 0),
  );
}
