import type { Concept } from '../concept.js';
import type { Taxonomy } from '../taxonomy.js';
import { Gap, tokenize, type Token } from '../reading/text/tokens.js';
import { longestSkill, phraseStem, skillForms, skillKey, withoutQualifier, type SkillForm } from './skill-forms.js';

/** A skill that a text names: UTF-16 offsets, end exclusive; `quote` is `text.slice(start, end)`. */
export interface SkillMention {
  readonly conceptId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly why: SkillForm['origin'] | 'apart';
}

/** Words that may stand inside a phrase uncounted, and how many others may: "solving complex business problems". */
const LITTLE = new Set('a an the of to in on for with and or by at from as your our their its all any'.split(' '));
const MOST_BETWEEN = 2;
const BREAKS =
  Gap.comma | Gap.semicolon | Gap.colon | Gap.dash | Gap.open | Gap.close | Gap.stop | Gap.line | Gap.bullet;

/** A label of a verb and what it is done to, found with words between. */
interface Apart {
  readonly conceptId: string;
  readonly stems: readonly string[];
}

/**
 * Finds the skills that an English text names anywhere in it, cues or none: by label, as a phrase or word for word. What several skills are called
 * names none of them. For suggestions and for measuring; demands are read by `TextReader`.
 */
export class SkillReader {
  private readonly forms = new Map<string, SkillForm[]>();
  private readonly apart = new Map<string, Apart[]>();
  /** Words that labels use in lower case: a product of such a name is only meant where it is written as a name. */
  private readonly ordinary = new Set<string>();

  /** Without `phrasings` only the taxonomy's own words are known, and not `EVERYDAY_PHRASINGS`. */
  constructor(taxonomy: Pick<Taxonomy, 'ofKind'>, { phrasings = true }: { readonly phrasings?: boolean } = {}) {
    const skills = taxonomy.ofKind('skill');
    for (const { form, key } of skillForms(skills, phrasings)) {
      const known = this.forms.get(key);
      if (known) known.push(form);
      else this.forms.set(key, [form]);
    }
    const verbs = verbsOfLabels(skills);
    for (const { id, label } of skills) {
      const tokens = tokenize(withoutQualifier(label.en));
      for (const { lower, casing } of tokens) if (casing === 'lower') this.ordinary.add(lower);
      const [verb = '', ...words] = tokens.map(({ lower }) => lower).filter((word) => !LITTLE.has(word));
      if (words.length < 1 || words.length >= longestSkill || !verbs.has(verb)) continue;
      const stems = words.map(phraseStem);
      const known = this.apart.get(verb);
      if (known) known.push({ conceptId: id, stems });
      else this.apart.set(verb, [{ conceptId: id, stems }]);
    }
  }

  /** In the order of the text, each skill once. */
  read(text: string): SkillMention[] {
    const tokens = tokenize(text);
    const found = new Map<string, SkillMention>();
    const add = (conceptId: string, from: number, to: number, why: SkillMention['why']): void => {
      if (found.has(conceptId)) return;
      const start = tokens[from]!.start;
      const end = tokens[to - 1]!.end;
      found.set(conceptId, { conceptId, start, end, quote: text.slice(start, end), why });
    };
    for (let at = 0; at < tokens.length; at += 1) {
      const hit = this.longest(text, tokens, at);
      if (hit === undefined) continue;
      add(hit.form.conceptId, at, hit.to, hit.form.origin);
      at = hit.to - 1;
    }
    for (let at = 0; at < tokens.length; at += 1) {
      for (const verb of verbsOf(tokens[at]!.lower)) {
        for (const one of this.apart.get(verb) ?? []) {
          const to = endOfApart(tokens, at, one.stems);
          if (to !== undefined) add(one.conceptId, at, to, 'apart');
        }
      }
    }
    return [...found.values()].sort((a, b) => a.start - b.start);
  }

  private longest(text: string, tokens: readonly Token[], at: number): { form: SkillForm; to: number } | undefined {
    const words: string[] = [];
    let best: { form: SkillForm; to: number } | undefined;
    for (let to = at; to < Math.min(tokens.length, at + longestSkill); to += 1) {
      const token = tokens[to]!;
      if (token.lower === '' || (to > at && (token.gap & BREAKS) !== 0)) break;
      words.push(token.lower);
      const forms = this.forms.get(skillKey(words));
      const form = forms && this.chosen(forms, text, token, words.length);
      if (form) best = { form, to: to + 1 };
    }
    return best;
  }

  /** The one concept that fits: by label before other words. */
  private chosen(forms: readonly SkillForm[], text: string, token: Token, length: number): SkillForm | undefined {
    const fitting = length > 1 ? forms : forms.filter((form) => this.fits(form, text, token));
    for (const origins of [['label'], ['phrasing'], ['alternative'], ['part']]) {
      const some = fitting.filter(({ origin }) => origins.includes(origin));
      if (some.length === 0) continue;
      return some.every(({ conceptId }) => conceptId === some[0]!.conceptId) ? some[0] : undefined;
    }
    return undefined;
  }

  private fits({ name }: SkillForm, text: string, token: Token): boolean {
    if (name === null || text.slice(token.start, token.end) === name) return true;
    return name.length > 2 && !this.ordinary.has(token.lower);
  }
}

/** Words that begin so many labels are verbs, unless they end like adjectives. */
const LEAST_LABELS = 8;
const ADJECTIVE = /(?:al|ic|ive|ern|ary|ed|ing|ous|ent)$/;

function verbsOfLabels(skills: readonly Concept[]): ReadonlySet<string> {
  const firsts = new Map<string, number>();
  for (const { label } of skills) {
    const first = label.en.split(' ', 1)[0] ?? '';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  return new Set([...firsts].flatMap(([word, n]) => (n >= LEAST_LABELS && !ADJECTIVE.test(word) ? [word] : [])));
}

/** The verbs that a word may be a form of: "solving" of "solve". */
function verbsOf(word: string): string[] {
  const verbs = [word];
  const inflected = /^(.{2,}?)(ing|ed|es|s)$/.exec(word);
  if (inflected?.[1] !== undefined) {
    const [, base] = inflected;
    verbs.push(base, `${base}e`);
    if (base.at(-1) === base.at(-2)) verbs.push(base.slice(0, -1));
  }
  return [...new Set(verbs)];
}

/** Where a phrase that begins at a token ends, in order and in one clause, with a few words between. */
function endOfApart(tokens: readonly Token[], from: number, stems: readonly string[]): number | undefined {
  let between = 0;
  let next = 0;
  for (let at = from + 1; at < tokens.length; at += 1) {
    const { lower, gap } = tokens[at]!;
    if ((gap & BREAKS) !== 0) return undefined;
    if (phraseStem(lower) === stems[next]) {
      next += 1;
      if (next === stems.length) return at + 1;
    } else if (!LITTLE.has(lower)) {
      between += 1;
      if (between > MOST_BETWEEN) return undefined;
    }
  }
  return undefined;
}
