import { APPLICATION_WORD, CLAUSE_WORDS, DEMAND_NOUN, PLAIN_WISHES, SUBORDINATORS } from './cue-words.lexicon.js';
import { NEEDED, PRESENT, UNASKED, WISHED, type Ask } from './ask.js';
import { CueScope } from './cue-scope.js';
import { EQUALITY_WORDS } from './cues.lexicon.js';
import { openHead } from '../facts/demand-objects.js';
import { SILENT_SECTIONS, type Section } from './headings.lexicon.js';
import type { ObjectHead } from '../facts/heads.lexicon.js';
import { AD_HEADING_LEXICON, guessSection } from './section-headings.js';
import { linesOf, sentencesOf, type Line, type TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

/** A sentence or list item of an ad, with what it asks for. */
export interface AdSentence extends TokenRange {
  readonly section: Section;
  readonly item: boolean;
  readonly scope: CueScope;
  /** What the list's lead-in asks its items for ("Erfarenhet av:"), if it left that open. */
  readonly head: ObjectHead | null;
  /** An ask must be at least this strong to count here: 3 where the section is about something else. */
  readonly least: 2 | 3;
  /** About equal treatment, applying, or particulars of the job: asks for nothing of its own. */
  readonly silent: boolean;
}

const LONGEST_BARE_ITEM = 160;
const LONGEST_FRAGMENT = 18;
const FRAGMENT_OPENING = 5;
const SHORT_ANSWER = 6;
const LONG_LINE = 80;
/** "Start: omgående": particulars of the job. */
const ADMIN_KEY =
  /^(?:start|startdatum|lön|arbetstid|arbetstider|plats|ort|arbetsort|placering|arbetssätt|omfattning|tillträde|anställningsform|anställningstyp|uppdragslängd|ersättning|location|salary|duration)$/;
const EDUCATION_HEADING = /^(?:utbildning|utbildningskrav|education)$/;
const LONGEST_LEAD = 70;
/** "Körkort: B" is read whole. */
const NAMES_ITSELF = /^(?:körkort|körkortsbehörighet)$/;
const OPEN_ENDS = new Set(['kunna', 'ha', 'har', 'är', 'som', 'att', 'med', 'kan', 'have', 'has', 'are', 'with']);

/** Reads an ad's structure: headings, lists and their lead-ins, sentences, and what each asks. */
export function readAdStructure(source: SourceText): AdSentence[] {
  return new AdStructure(source).read();
}

class AdStructure {
  private readonly lines: Line[];
  private readonly sentences: AdSentence[] = [];
  private section: Section = 'neutral';
  /** What a list's lead-in asks of its items; null outside such a list. */
  private lead: Ask | null = null;
  private leadHead: ObjectHead | null = null;
  private inList = false;
  private listSeen = false;

  constructor(private readonly source: SourceText) {
    this.lines = linesOf(source);
  }

  read(): AdSentence[] {
    this.lines.forEach((line, index) => this.line(line, index));
    return this.sentences;
  }

  private line(line: Line, index: number): void {
    const heading = AD_HEADING_LEXICON.match(this.source, line.from, line.to);
    if (heading !== undefined && !(line.bullet && !line.afterBlank && heading.end >= line.to)) {
      this.open(heading.section);
      if (EDUCATION_HEADING.test(this.source.word(line.from)) && heading.end === line.from + 1)
        this.leadHead = 'education';
      if (heading.end < line.to)
        this.inline({ ...line, from: NAMES_ITSELF.test(this.source.word(line.from)) ? line.from : heading.end });
      return;
    }
    if (heading === undefined && !line.bullet && this.looksLikeHeading(line, index)) {
      const section = guessSection(this.source, line.from, line.to);
      if (section !== undefined && !(section === 'neutral' && this.asksOf(line))) return this.open(section);
    }
    this.body(line, this.isItem(line));
  }

  /** "Krav: truckkort och B-körkort": the rest of a heading's line is one item where it is short. */
  private inline(line: Line): void {
    const [first, ...others] = sentencesOf(this.source, line);
    const isShort = first !== undefined && this.widthOf(first) <= LONGEST_BARE_ITEM;
    this.body(line, isShort && others.length === 0, isShort && others.length > 0);
    this.listSeen = false;
  }

  private open(section: Section): void {
    this.section = section;
    this.lead = null;
    this.leadHead = null;
    this.inList = true;
    this.listSeen = false;
  }

  private looksLikeHeading(line: Line, index: number): boolean {
    const next = this.lines[index + 1];
    if (next === undefined || this.widthOf(line) > 60) return false;
    if (this.source.gap(line.to) & Gap.colon) return line.to - line.from <= 4 && openHead(this.source, line) === null;
    if (this.inList && !line.afterBlank) return false;
    return next.bullet || (line.afterBlank && (next.afterBlank || this.widthOf(next) > LONG_LINE));
  }

  private isItem(line: Line): boolean {
    if (line.bullet) return true;
    return (
      this.inList &&
      !(line.afterBlank && this.listSeen) &&
      this.widthOf(line) <= LONGEST_BARE_ITEM &&
      sentencesOf(this.source, line).length === 1
    );
  }

  /** `leads`: only the first sentence is an item. */
  private body(line: Line, item: boolean, leads = false): void {
    if (item) this.listSeen = true;
    else if (this.listSeen || this.lead !== null) this.leaveList(line);
    const base = this.base(item);
    const leading = leads ? this.base(true) : base;
    const sentences = sentencesOf(this.source, line);
    let isAbout = false;
    sentences.forEach((sentence, index) => {
      const own =
        (isAbout || this.section === 'profile') && isFragment(this.source, sentence)
          ? stronger(base, PRESENT)
          : leads && index === 0
            ? leading
            : base;
      const isMerit = asksForMerit(this.source, sentence, sentences[index + 1]);
      this.sentence(sentence, isMerit ? WISHED : own, item || (leads && index === 0));
      const last = this.sentences.at(-1);
      isAbout = last?.silent === false && last.scope.strongest >= 2 && last.least === 2;
    });
    if (this.source.gap(line.to) & Gap.colon || this.opensList(line)) this.leadIn(sentences.at(-1));
    else if (!item) this.inList = this.inList && !this.listSeen && sentences.length === 1;
  }

  private leaveList(line: Line): void {
    this.lead = null;
    this.leadHead = null;
    if (this.listSeen && (line.afterBlank || this.widthOf(line) > LONGEST_BARE_ITEM))
      this.section = SILENT_SECTIONS.has(this.section) ? this.section : 'neutral';
    this.listSeen = false;
    this.inList = false;
  }

  private sentence(range: TokenRange, base: Ask, item: boolean): void {
    const silent = this.isSilent(range, item);
    const least = SILENT_SECTIONS.has(this.section) && this.lead === null ? 3 : 2;
    this.sentences.push({
      ...range,
      section: this.section,
      item,
      head: item ? this.leadHead : null,
      least,
      silent,
      scope: new CueScope(
        this.source,
        range.from,
        range.to,
        silent ? UNASKED : base,
        !silent && item && this.listsThings(),
      ),
    });
  }

  private isSilent(range: TokenRange, item: boolean): boolean {
    for (let at = range.from; at < range.to; at += 1) if (EQUALITY_WORDS.has(this.source.word(at))) return true;
    return (!item && isAboutApplying(this.source, range)) || ADMIN_KEY.test(this.source.word(range.from));
  }

  private leadIn(sentence: TokenRange | undefined): void {
    const last = this.sentences.at(-1);
    if (sentence !== undefined && isAboutApplying(this.source, sentence)) return this.open('apply');
    this.inList = true;
    this.listSeen = false;
    this.leadHead = sentence === undefined ? null : openHead(this.source, sentence);
    if (sentence === undefined || last?.to !== sentence.to || !last.scope.cued) return;
    const ask = last.scope.ask(sentence.to - 1);
    this.lead = ask.necessity === null || ask.strength < 2 ? UNASKED : ask.necessity === 'merit' ? WISHED : NEEDED;
  }

  /** Whether the items of this list are things demanded or wished, and no sentences about a person. */
  private listsThings(): boolean {
    return this.lead !== null ? this.lead.strength === 3 : this.section === 'requirement' || this.section === 'merit';
  }

  private base(item: boolean): Ask {
    if (item && this.lead !== null) return this.lead;
    if (this.section === 'requirement') return NEEDED;
    if (this.section === 'merit') return WISHED;
    if (this.section === 'profile' && item) return NEEDED;
    return this.section === 'traits' && item ? PRESENT : UNASKED;
  }

  /** "I bagaget har du": no heading, for it asks already. */
  private asksOf(line: Line): boolean {
    if (!this.opensList(line)) return false;
    return new CueScope(this.source, line.from, line.to, UNASKED).ask(line.to - 1).strength >= PRESENT.strength;
  }

  /** "I bagaget har du", without a colon, before bullets; "Du får gärna kunna", before anything. */
  private opensList(line: Line): boolean {
    const next = this.lines[this.lines.indexOf(line) + 1];
    if (line.bullet || next === undefined || next.afterBlank || this.widthOf(line) > LONGEST_LEAD) return false;
    if (this.source.gap(line.to) & (Gap.stop | Gap.comma | Gap.semicolon)) return false;
    return next.bullet || OPEN_ENDS.has(this.source.word(line.to - 1));
  }

  private widthOf(range: TokenRange): number {
    return (this.source.tokens[range.to - 1]?.end ?? 0) - (this.source.tokens[range.from]?.start ?? 0);
  }
}

/** "Goda kunskaper i svenska. B-körkort.": a sentence without a verb that names something demanded goes on what the one before it asked. */
function isFragment(source: SourceText, range: TokenRange): boolean {
  if (range.to - range.from > LONGEST_FRAGMENT) return false;
  let isNamed = false;
  for (let at = range.from; at < range.to; at += 1) {
    const word = source.word(at);
    if (isNamed && SUBORDINATORS.has(word)) break;
    if (CLAUSE_WORDS.has(word)) return false;
    if (at < range.from + FRAGMENT_OPENING && DEMAND_NOUN.test(word)) isNamed = true;
  }
  return isNamed;
}

function isAboutApplying(source: SourceText, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1) if (APPLICATION_WORD.test(source.word(at))) return true;
  return false;
}

/** "Kan du samiska? Stort plus!": what a question asks for is what its answer calls it. */
function asksForMerit(source: SourceText, range: TokenRange, answer: TokenRange | undefined): boolean {
  if (answer === undefined || answer.to - answer.from > SHORT_ANSWER || !source.isQuestion(range.to)) return false;
  for (let at = answer.from; at < answer.to; at += 1) if (PLAIN_WISHES.has(source.word(at))) return true;
  return false;
}

function stronger(one: Ask, other: Ask): Ask {
  return other.strength > one.strength ? other : one;
}
