import { CUES, FILLERS, FINITE_VERBS, NEGATIONS, type Cue } from './cues.lexicon.js';
import { expandPattern, PhraseTrie } from './phrase-trie.js';
import { type SourceText } from './source-text.js';
import { Gap } from './tokens.js';

/** How a word is asked for, and how plainly: 0 not at all, 1 names the job sought, 2 describes the person sought, 3 demands or wishes outright. */
export interface Ask {
  readonly necessity: 'requirement' | 'merit' | null;
  readonly strength: 0 | 1 | 2 | 3;
}

export const UNASKED: Ask = { necessity: null, strength: 0 };
const NEEDED: Ask = { necessity: 'requirement', strength: 3 };
const WISHED: Ask = { necessity: 'merit', strength: 3 };
const PRESENT: Ask = { necessity: 'requirement', strength: 2 };
const SOUGHT: Ask = { necessity: 'requirement', strength: 1 };

const CUE_TRIE = new PhraseTrie<Cue>();
for (const [patterns, cue] of CUES) {
  for (const phrase of patterns.flatMap(expandPattern)) if (phrase !== '') CUE_TRIE.add(phrase.split(' '), cue);
}

/** After these an either-way cue looks back: "B-körkort är ett krav för tjänsten". */
const LOOKS_BACK = new Set('och samt men för i vid då eftersom liksom dock inom på and but for in as when since however'.split(' '));
const LOOKS_ON = new Set('om att med är if to that is are'.split(' '));
const CONTRASTS = new Set(['men', 'but', 'however', 'dock']);
const CONDITIONS = new Set(['har', 'om', 'if', 'kan', 'är', 'talar']);
const DEMAND_NOUN =
  /^(?:\p{L}*(?:erfarenhet|erfarenheter|kunskap|kunskaper|utbildning|examen|körkort|behörighet|kompetens|legitimation)|vana|legitimerad|experience|knowledge|degree|education|certificate|licence|license)$/u;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is asked of each word of one sentence: cues from left to right, over what the sentence's place in the text says. */
export class CueScope {
  private readonly asks: Ask[];
  private readonly cueWords: boolean[];
  private last: Range | null = null;
  private lastCueEnd: number;
  /** Whether any cue stood in the sentence. */
  cued = false;

  constructor(
    private readonly source: SourceText,
    private readonly from: number,
    private readonly to: number,
    base: Ask,
  ) {
    this.asks = new Array<Ask>(to - from).fill(base);
    this.cueWords = new Array<boolean>(to - from).fill(false);
    this.lastCueEnd = from;
    for (let at = from; at < to; ) {
      const found = CUE_TRIE.longest(source.wordAt, at, (_, end) => end <= to);
      if (found === undefined) {
        at += 1;
        continue;
      }
      this.cueWords.fill(true, at - from, found.end - from);
      this.apply(found.value, at, found.end);
      this.cued = true;
      at = found.end;
    }
  }

  ask(index: number): Ask {
    return this.asks[index - this.from] ?? UNASKED;
  }

  isCue(index: number): boolean {
    return this.cueWords[index - this.from] ?? false;
  }

  private apply(cue: Cue, start: number, end: number): void {
    if (cue.effect === 'off') return this.set({ from: end, to: this.to }, UNASKED);
    if (cue.effect === 'seek') return this.set({ from: end, to: this.to }, SOUGHT, (ask) => ask.strength === 0);
    if (cue.effect === 'present') return this.present(start, end);
    const asked = cue.effect === 'need' ? NEEDED : WISHED;
    if (cue.reach === 'either' && this.looksBack(start, end)) return this.back(asked, start, end);
    const range = { from: end, to: cue.reach === 'soft' ? this.nextClause(end) : this.to };
    this.remember(range, end);
    this.set(range, this.isNegated(start, end) && asked === NEEDED ? UNASKED : asked);
  }

  private present(start: number, end: number): void {
    if (this.isNegated(start, end)) return this.set({ from: end, to: this.to }, UNASKED);
    const plain = this.hasDemandNoun(end) ? NEEDED : PRESENT;
    this.set({ from: end, to: this.to }, plain, (ask) => ask.strength < plain.strength);
  }

  private back(asked: Ask, start: number, end: number): void {
    const own = { from: this.backTo(start), to: start };
    const isEmpty = this.isEmpty(own);
    const range = isEmpty && this.last !== null ? this.last : own;
    const negated = asked === NEEDED && (this.isNegated(start, end) || this.opensWithNegation(range.from));
    if (negated) this.set(range, UNASKED, (ask) => !isEmpty || ask.necessity !== 'merit');
    else this.set(range, asked);
    this.remember(range, end);
  }

  private set(range: Range, ask: Ask, where: (old: Ask) => boolean = () => true): void {
    for (let at = range.from; at < range.to; at += 1) if (where(this.ask(at))) this.asks[at - this.from] = ask;
  }

  private remember(range: Range, cueEnd: number): void {
    if (range.to > range.from) this.last = range;
    this.lastCueEnd = cueEnd;
  }

  private looksBack(start: number, end: number): boolean {
    if (end >= this.to) return start > this.from;
    const next = this.source.word(end);
    const gap = this.source.gap(end);
    if (this.isEmpty({ from: this.from, to: start }) || gap & Gap.colon) return false;
    if (gap & (Gap.comma | Gap.close | Gap.semicolon | Gap.dash) || LOOKS_BACK.has(next)) return true;
    if (LOOKS_ON.has(next)) return false;
    return NEGATIONS.has(next) || this.isEmpty({ from: end, to: this.to });
  }

  /** Start of what an either-way cue looks back over: the last cue, a contrast, or a clause with a verb of its own before a comma. */
  private backTo(start: number): number {
    const opening = this.source.word(this.from);
    const conditional = CONDITIONS.has(opening) && ['du', 'you', 'ni'].includes(this.source.word(this.from + 1));
    let from = start;
    let hasVerb = false;
    for (let at = start - 1; at >= this.lastCueEnd; at -= 1) {
      if (CONTRASTS.has(this.source.word(at))) break;
      from = at;
      hasVerb ||= FINITE_VERBS.has(this.source.word(at));
      const gap = this.source.gap(at);
      if (gap & Gap.semicolon) break;
      if (gap & (Gap.comma | Gap.open | Gap.dash) && !conditional && this.segmentHasVerb(at - 1)) break;
    }
    return from;
  }

  /** Whether the comma segment that ends at `at` holds a finite verb. */
  private segmentHasVerb(last: number): boolean {
    for (let at = last; at >= this.lastCueEnd; at -= 1) {
      if (FINITE_VERBS.has(this.source.word(at)) || this.isCue(at)) return true;
      if (this.source.gap(at) & (Gap.comma | Gap.semicolon)) return false;
    }
    return false;
  }

  private nextClause(from: number): number {
    for (let at = from + 1; at < this.to; at += 1) {
      const before = this.source.word(at - 1);
      if (CONTRASTS.has(before) || this.source.gap(at) & Gap.semicolon) return at;
      const joined = ['och', 'samt', 'and'].includes(before) || this.source.gap(at) & Gap.comma;
      if (joined && (FINITE_VERBS.has(this.source.word(at)) || ['du', 'you'].includes(this.source.word(at)))) return at;
    }
    return this.to;
  }

  private isNegated(start: number, end: number): boolean {
    for (let at = start - 1; at >= Math.max(this.from, start - 3) && !this.isCue(at); at -= 1) {
      if (NEGATIONS.has(this.source.word(at))) return this.source.word(at + 1) !== 'bara' && this.source.word(at + 1) !== 'only';
      if (this.source.gap(at) & (Gap.comma | Gap.semicolon) || CONTRASTS.has(this.source.word(at))) break;
    }
    return end < this.to && NEGATIONS.has(this.source.word(end)) && this.source.word(end) !== 'utan' && this.source.word(end + 1) !== 'bara';
  }

  private opensWithNegation(from: number): boolean {
    return [from, from + 1].some((at) => ['ingen', 'inga', 'inget', 'no', 'varken'].includes(this.source.word(at)));
  }

  private hasDemandNoun(end: number): boolean {
    for (let at = end; at < Math.min(end + 5, this.to); at += 1) if (DEMAND_NOUN.test(this.source.word(at))) return true;
    return false;
  }

  private isEmpty(range: Range): boolean {
    for (let at = range.from; at < range.to; at += 1) {
      if (!FILLERS.has(this.source.word(at)) && !NEGATIONS.has(this.source.word(at)) && !this.isCue(at)) return false;
    }
    return true;
  }
}
