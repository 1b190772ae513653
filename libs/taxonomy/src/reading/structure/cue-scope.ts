import { NEEDED, PRESENT, SOUGHT, UNASKED, WISHED, type Ask } from './ask.js';
import {
  hasDemandNoun,
  hasOtherAim,
  isNegated,
  isRelative,
  linksToPerson,
  opensWithNegation,
  opensWithVerb,
  startsClause,
} from './clauses.js';
import { CUES, FILLERS, FINITE_VERBS, NEGATIONS, type Cue } from './cues.lexicon.js';
import {
  CONDITIONS,
  CONTRASTS,
  FRONT_ADVERBIALS,
  LOOKS_BACK,
  LOOKS_ON,
  OPENS_THINGS,
  PERSONS,
  SAYS_WHEN,
  SHORT_REST,
} from './cue-words.lexicon.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const CUE_TRIE = new PhraseTrie<Cue>();
for (const [patterns, cue] of CUES) {
  for (const phrase of patterns.flatMap(expandPattern)) if (phrase !== '') CUE_TRIE.add(phrase.split(' '), cue);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is asked of each word of one sentence: cues from left to right, over what the sentence's place in the text says. Linear in its length. */
export class CueScope {
  private readonly asks: Ask[] = [];
  private readonly cueWords: boolean[] = [];
  private readonly plainWords: boolean[] = [];
  /** What the words to come are asked as, and what to return to when a soft cue's clause ends. */
  private current: Ask;
  private afterSoft: Ask | null = null;
  /** Whether things may be named here without saying what is asked of them ("Krav: …", "… är meriterande"). */
  private plain: boolean;
  private hasContent = false;
  private lookedBack = false;
  private last: Range | null = null;
  private reuses = 0;
  private lastCueEnd: number;
  private anyCue = false;

  constructor(
    private readonly source: SourceText,
    private readonly from: number,
    private readonly to: number,
    base: Ask,
    plain = false,
  ) {
    this.plain = plain;
    this.current =
      base.strength < PRESENT.strength && opensWithVerb(source, from, to)
        ? this.ahead({ effect: 'present', reach: 'after' }, base, from, from + 1)
        : base;
    this.lastCueEnd = from;
    for (let at = from; at < to;) {
      const found = CUE_TRIE.longestRun(source.wordAt, at, to);
      if (found === undefined || this.isBeside(found.value, at, found.end)) {
        this.pass(at);
        at += 1;
        continue;
      }
      this.apply(found.value, at, found.end);
      this.anyCue = true;
      this.lastCueEnd = found.end;
      at = found.end;
    }
  }

  /** The strongest ask of any word. */
  get strongest(): Ask['strength'] {
    return this.asks.reduce<Ask['strength']>((most, ask) => (ask.strength > most ? ask.strength : most), 0);
  }

  /** Whether any cue stood in the sentence. */
  get cued(): boolean {
    return this.anyCue;
  }

  ask(index: number): Ask {
    return this.asks[index - this.from] ?? UNASKED;
  }

  isCue(index: number): boolean {
    return this.cueWords[index - this.from] ?? false;
  }

  /** Whether a thing named here is asked for, even where nothing says "erfarenhet av" or the like. */
  isPlain(index: number): boolean {
    return this.plainWords[index - this.from] ?? false;
  }

  private pass(at: number): void {
    if (this.afterSoft !== null && startsClause(this.source, at)) this.current = this.endSoft();
    if (this.current === SOUGHT && linksToPerson(this.source, at, this.lastCueEnd)) this.current = PRESENT;
    this.asks.push(this.current);
    this.cueWords.push(false);
    this.plainWords.push(this.plain && this.current.strength === 3);
    const word = this.source.word(at);
    this.hasContent ||= !FILLERS.has(word) && !NEGATIONS.has(word);
  }

  private apply(cue: Cue, start: number, end: number): void {
    const asked = cue.effect === 'need' ? NEEDED : WISHED;
    const before = this.afterSoft ?? this.current;
    if (
      cue.reach === 'back' ||
      (cue.reach === 'either' && this.looksBack(start, end)) ||
      (cue.reach === 'front' && this.isFronted(start))
    ) {
      this.back(asked, start, end);
      this.current = before;
      this.afterSoft = null;
    } else {
      if (cue.reach !== 'soft') this.plain = cue.effect !== 'off' && this.opensPlain(cue, end);
      this.current = this.ahead(cue, before, start, end);
      this.afterSoft = cue.reach === 'soft' ? before : null;
      if (cue.effect === 'need' || cue.effect === 'wish') this.last = null;
    }
    for (let at = start; at < end; at += 1) {
      this.asks.push(this.current);
      this.cueWords.push(true);
      this.plainWords.push(false);
    }
  }

  private ahead(cue: Cue, before: Ask, start: number, end: number): Ask {
    if (cue.effect === 'off') return UNASKED;
    if (cue.effect === 'wish') return WISHED;
    if (cue.effect === 'seek') return before.strength === 0 ? SOUGHT : before;
    if (isNegated(this.source, { from: this.from, start, end, to: this.to }, (at) => this.isCue(at))) return UNASKED;
    if (cue.effect === 'need') return NEEDED;
    const plain = hasDemandNoun(this.source, end, this.to) ? NEEDED : PRESENT;
    return before.strength < plain.strength ? plain : before;
  }

  private back(asked: Ask, start: number, end: number): void {
    const own = { from: this.backTo(start), to: start };
    this.lookedBack = true;
    const isEmpty = this.isEmpty(own);
    const reuse = isEmpty && this.last !== null && this.reuses < 3;
    const range = reuse ? (this.last ?? own) : own;
    this.reuses = reuse ? this.reuses + 1 : 0;
    const negated =
      asked === NEEDED &&
      (isNegated(this.source, { from: this.from, start, end, to: this.to }, (at) => this.isCue(at)) ||
        opensWithNegation(this.source, range.from));
    for (let at = range.from; at < range.to; at += 1) {
      if (!negated) {
        this.asks[at - this.from] = asked;
        this.plainWords[at - this.from] = true;
      } else if (!isEmpty || this.ask(at).necessity !== 'merit') this.asks[at - this.from] = UNASKED;
    }
    this.last = range;
  }

  private endSoft(): Ask {
    const ask = this.afterSoft ?? UNASKED;
    this.afterSoft = null;
    return ask;
  }

  private looksBack(start: number, end: number): boolean {
    if (end >= this.to) return start > this.from;
    const next = this.source.word(end);
    const gap = this.source.gap(end);
    if (!this.hasContent || gap & Gap.colon) return false;
    if (gap & (Gap.comma | Gap.close | Gap.semicolon | Gap.dash) || LOOKS_BACK.has(next)) return true;
    if (LOOKS_ON.has(next)) return false;
    return NEGATIONS.has(next) || (this.to - end <= SHORT_REST && this.isEmpty({ from: end, to: this.to }));
  }

  /** Whether a cue says something of something else here. */
  private isBeside(cue: Cue, at: number, end: number): boolean {
    if (cue.effect === 'off') return at > this.from && isRelative(this.source, at) && !this.isCue(at - 1);
    if (cue.reach === 'back' && this.isEmpty({ from: this.backTo(at), to: at })) return true;
    if (cue.reach !== 'either' && cue.reach !== 'back') return false;
    if (end - at === 1 && this.source.word(at).endsWith('s') && this.source.word(at - 1) === 'som') return true;
    return end - at === 1 && this.source.word(at - 1) === 'det' && SAYS_WHEN.has(this.source.word(at - 2));
  }

  /** "Engelska måste du kunna": the object stands before the verb. */
  private isFronted(start: number): boolean {
    const from = this.backTo(start);
    return from < start && !this.isEmpty({ from, to: start }) && !FRONT_ADVERBIALS.has(this.source.word(from));
  }

  /** "Meriterande är …", "plus för …": things follow; "du ska …": who knows what. */
  private opensPlain(cue: Cue, end: number): boolean {
    if (cue.effect !== 'need' && cue.effect !== 'wish') return false;
    if (hasOtherAim(this.source, this.from)) return false;
    return cue.reach === 'either' || OPENS_THINGS.has(this.source.word(end - 1));
  }

  /** Start of what an either-way cue looks back over: the last cue, a contrast, or a clause with a verb of its own before a comma. */
  private backTo(start: number): number {
    const conditional =
      !this.lookedBack && CONDITIONS.has(this.source.word(this.from)) && PERSONS.has(this.source.word(this.from + 1));
    const least = conditional ? this.from : this.lastCueEnd;
    let from = start;
    let brackets = 0;
    for (let at = start - 1; at >= least; at -= 1) {
      if (CONTRASTS.has(this.source.word(at))) break;
      from = at;
      const gap = this.source.gap(at);
      if (gap & Gap.semicolon) break;
      if (gap & Gap.close) brackets += 1;
      if (gap & Gap.open && !conditional && (brackets -= 1) < 0 && !this.isEmpty({ from: at, to: start })) break;
      if (gap & (Gap.comma | Gap.open | Gap.dash) && !conditional && this.segmentHasVerb(at - 1)) break;
    }
    return from;
  }

  /** Whether the comma segment that ends at `last` holds a finite verb. */
  private segmentHasVerb(last: number): boolean {
    for (let at = last; at >= this.lastCueEnd; at -= 1) {
      if (FINITE_VERBS.has(this.source.word(at)) || this.isCue(at)) return true;
      if (this.source.gap(at) & (Gap.comma | Gap.semicolon)) return false;
    }
    return this.lastCueEnd > this.from;
  }

  private isEmpty(range: Range): boolean {
    for (let at = range.from; at < range.to; at += 1) {
      if (!FILLERS.has(this.source.word(at)) && !NEGATIONS.has(this.source.word(at)) && !this.isCue(at)) return false;
    }
    return true;
  }
}
