import type { FactKind } from '#contracts';
import { swedishStem } from '../text/inflection.js';
import { conceptForms, type ConceptForm, type ReadableTaxonomy } from './concept-forms.js';
import { splitDemandHead } from './compound.js';
import { PhraseTrie } from '../text/phrase-trie.js';
import { remembered } from '../text/remembered.js';
import { formKeys, type SourceText } from '../text/source-text.js';
import { Gap, type Token } from '../text/tokens.js';

/** How the words met the form: as written or inflected, as a compound's part, spelled apart ("specialist läkare"), or cut ("tak- och"). */
export type HitShape = 'form' | 'compound' | 'apart' | 'cut';

export interface ConceptHit {
  /** First token, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly forms: readonly ConceptForm[];
  readonly shape: HitShape;
}

/** A compound's last part must be this long to stand for the whole: "direktförsäljning" is a kind of "försäljning". */
const SHORTEST_HEAD = 8;
const SHORTEST_MODIFIER = 3;
const LONGEST_COMPOUND = 40;
/** "Förutsättning" is no kind of "utsättning". */
const VERB_PREFIXES = new Set(
  'för upp ut in av om på över under till sam åter efter fram ned mot vid mellan före'.split(' '),
);
/** "tak- och plåtvana": the word that completes a cut one stands at most this many tokens on. */
const CUT_REACH = 5;

/** Finds the taxonomy's concepts at a token of a text: labels, other words, inflected, compounded. */
export class ConceptLexicon {
  /** Words that names of languages begin with. */
  private readonly languageStarts = new Set<string>();
  private readonly trie = new PhraseTrie<readonly ConceptForm[]>();

  constructor(taxonomy: ReadableTaxonomy) {
    for (const { form, keys } of conceptForms(taxonomy)) {
      if (form.kind === 'language') this.languageStarts.add(keys[0]?.slice(1) ?? '');
      this.trie.add(keys, [form], (old, [added]) =>
        added === undefined || old.some((one) => isSame(one, added)) ? old : [...old, added],
      );
    }
  }

  /** The longest hit that starts at a token, if any. `relaxed` lets names be written without capitals, and occupations in the other language. */
  at(source: SourceText, index: number, relaxed = false): ConceptHit | undefined {
    const token = source.tokens[index];
    if (token === undefined || token.lower === '') return undefined;
    return (
      this.cut(source, index) ??
      this.formAt(source, index, relaxed) ??
      this.apart(source, index) ??
      this.compound(index, token)
    );
  }

  /** The longest form, as written or inflected, that starts at a token. */
  formAt(source: SourceText, index: number, relaxed = false): ConceptHit | undefined {
    const found = this.trie.longest(source.keysAt, index, (forms, end) =>
      forms.some((form) => fits(form, source, index, end, relaxed)),
    );
    if (found === undefined) return undefined;
    return {
      from: index,
      to: found.end,
      forms: found.value.filter((form) => fits(form, source, index, found.end, relaxed)),
      shape: 'form',
    };
  }

  /** A language's name that starts at a token. */
  languageAt(source: SourceText, index: number): { conceptId: string; to: number } | undefined {
    if (!this.languageStarts.has(source.word(index))) return undefined;
    const hit = this.formAt(source, index);
    const form = hit?.forms.find(({ kind }) => kind === 'language');
    return hit && form && { conceptId: form.conceptId, to: hit.to };
  }

  /** Forms of a single word, in Swedish inflection; with `linking`, also as a compound's first part ("svetsar-", "lastbils-"). */
  word(word: string, linking = false): readonly ConceptForm[] {
    const keys = formKeys(word).filter((key) => !key.startsWith('e:'));
    if (linking) {
      keys.push(`s:${swedishStem(`${word}e`)}`);
      if (word.endsWith('s')) keys.push(`s:${swedishStem(word.slice(0, -1))}`);
    }
    for (const key of keys) {
      const forms = this.trie
        .get(key)
        ?.filter((form) => form.words === 1 && (form.language === 'sv' || form.casing !== null));
      if (forms !== undefined && forms.length > 0) return forms;
    }
    return [];
  }

  private readonly remembered = remembered((word) => this.partsOf(word));

  private compound(index: number, token: Token): ConceptHit | undefined {
    const forms = this.remembered(token.lower);
    return forms.length > 0 ? { from: index, to: index + 1, forms, shape: 'compound' } : undefined;
  }

  private partsOf(word: string): readonly ConceptForm[] {
    if (word.length > LONGEST_COMPOUND) return [];
    const split = splitDemandHead(word);
    if (split !== undefined) return this.word(split.modifier, true).filter((form) => form.kind !== 'language');
    for (let at = SHORTEST_MODIFIER; at <= word.length - SHORTEST_HEAD; at += 1) {
      if (VERB_PREFIXES.has(word.slice(0, at))) continue;
      const forms = this.word(word.slice(at)).filter((form) => isCompoundable(form));
      if (forms.length > 0) return forms;
    }
    return [];
  }

  private apart(source: SourceText, index: number): ConceptHit | undefined {
    const next = source.tokens[index + 1];
    const word = source.word(index);
    if (
      next === undefined ||
      next.gap !== Gap.space ||
      word.length < SHORTEST_MODIFIER ||
      next.lower.length < SHORTEST_MODIFIER
    )
      return undefined;
    const forms = this.word(word + next.lower).filter((form) => form.casing === null);
    return forms.length > 0 ? { from: index, to: index + 2, forms, shape: 'apart' } : undefined;
  }

  private cut(source: SourceText, index: number): ConceptHit | undefined {
    const whole = cutWord(source, index);
    if (whole === undefined) return undefined;
    const first = source.word(index);
    for (let at = SHORTEST_MODIFIER - 1; at <= whole.word.length - SHORTEST_MODIFIER; at += 1) {
      const head = whole.word.slice(at);
      const forms =
        splitDemandHead(`${first}${head}`)?.modifier === first ? this.word(first, true) : this.word(first + head);
      if (forms.length > 0) return { from: index, to: whole.end, forms, shape: 'cut' };
    }
    return undefined;
  }
}

/** For a cut word ("tak-" of "tak- och plåtvana", "universitets-/högskoleutbildning"), the word that completes it. */
export function cutWord(source: SourceText, index: number): { word: string; end: number } | undefined {
  if (!isCut(source, index)) return undefined;
  for (let at = index + 1; at < Math.min(index + CUT_REACH, source.length); at += 1) {
    if (source.gap(at) & (Gap.stop | Gap.line | Gap.bullet | Gap.semicolon | Gap.colon)) return undefined;
    if (!['och', 'eller', 'samt', 'respektive'].includes(source.word(at)) && !isCut(source, at)) {
      return source.word(at).length > LONGEST_COMPOUND ? undefined : { word: source.word(at), end: at + 1 };
    }
  }
  return undefined;
}

/** Whether a word ends in a hyphen before white space or a slash: "tak- och", "universitets-/". */
export function isCut(source: SourceText, index: number): boolean {
  const gap = source.gap(index + 1);
  return index + 1 < source.length && (gap & Gap.hyphen) !== 0 && (gap & (Gap.space | Gap.slash | Gap.comma)) !== 0;
}

function isSame(one: ConceptForm, other: ConceptForm): boolean {
  return one.conceptId === other.conceptId && one.language === other.language;
}

function isCompoundable(form: ConceptForm): boolean {
  const kinds: readonly FactKind[] = ['skill', 'occupation'];
  return kinds.includes(form.kind) && !form.everyday && form.casing === null && form.written.length >= SHORTEST_HEAD;
}

function fits(form: ConceptForm, source: SourceText, from: number, to: number, relaxed: boolean): boolean {
  if (form.words > 1) return true;
  if (form.casing === null)
    return form.language === source.language || form.kind === 'language' || (relaxed && form.kind === 'occupation');
  const casing = source.tokens[from]?.casing ?? 'lower';
  if (form.casing === 'mixed' || (relaxed && form.written.length > 2)) return true;
  if (to !== from + 1) return false;
  return form.casing === 'all'
    ? casing === 'all' || (casing === 'first' && form.written.length === 1)
    : casing !== 'lower';
}
