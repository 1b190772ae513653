import snowball from 'snowball-stemmers';
import type { Concept } from '../concept.js';
import { englishStem } from '../reading/text/inflection.js';
import { tokenize, type Casing } from '../reading/text/tokens.js';
import { EVERYDAY_PHRASINGS } from './everyday-phrasings.lexicon.js';

/** How words came to a concept: its label, another word for it, the label without its qualifier or its general words, an everyday phrasing. */
export type SkillFormOrigin = 'label' | 'alternative' | 'part' | 'phrasing';

export interface SkillForm {
  readonly conceptId: string;
  readonly written: string;
  readonly origin: SkillFormOrigin;
  /** A product's name as it is written; null for words that are inflected. */
  readonly name: string | null;
}

export interface KeyedSkillForm {
  readonly form: SkillForm;
  readonly key: string;
  /** The key's words. */
  readonly length: number;
}

const porter = snowball.newStemmer('english');
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** Porter's stem, as in "communicating" and "communicate". */
export function phraseStem(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size >= MOST_STEMS) stems.clear();
    stems.set(word, (stem = porter.stem(word)));
  }
  return stem;
}

/** A phrase is met by its words' stems; a word alone by its singular, since "crafted" says nothing of crafting. */
export function skillKey(words: readonly string[]): string {
  const [first] = words;
  return words.length === 1 && first !== undefined ? `1 ${englishStem(first)}` : words.map(phraseStem).join(' ');
}

export const longestSkill = 8;
/** Last words that say of what sort something is, and not what: "cloud security standards". */
const SORTS = new Set(
  'systems technologies technology principles procedures processes techniques methods operations theory software standards policies practices legislation tools strategies'.split(
    ' ',
  ),
);
const OPENINGS = ['principles of ', 'theory of ', 'fundamentals of '];
/** Verbs that add little to what they are about: who knows responsive design can maintain it. */
const PLAIN_VERBS = new Set(
  'use operate apply manage develop perform implement conduct ensure provide carry handle maintain create'.split(' '),
);
const LITTLE_WORDS = new Set('a an the of to in on for with and or by at from out other new'.split(' '));

/** Every way in which an English text may name a skill, each with the key to find it by. Forms that several concepts share are given for each. */
export function skillForms(skills: readonly Concept[], withPhrasings: boolean): KeyedSkillForm[] {
  const labels = new Set(skills.map(({ label }) => withoutQualifier(label.en).toLowerCase()));
  return skills.flatMap((skill) => {
    const label = skill.label.en;
    const short = withoutQualifier(label);
    const phrasings = (withPhrasings && EVERYDAY_PHRASINGS.get(label.toLowerCase())) || [];
    return [
      ...keyed(skill.id, label, 'label'),
      ...(short === label ? [] : keyed(skill.id, short, 'label')),
      ...skill.alternatives.en.flatMap((one) => keyed(skill.id, one, 'alternative')),
      ...shortened(short)
        .filter((part) => !labels.has(part.toLowerCase()))
        .flatMap((part) => keyed(skill.id, part, 'part')),
      ...phrasings.flatMap((one) => keyed(skill.id, one, 'phrasing')),
    ];
  });
}

/** "Java (computer programming)" is Java. */
export function withoutQualifier(label: string): string {
  return label.replace(/\s*\([^)]*\)$/, '');
}

function shortened(label: string): string[] {
  const words = label.split(' ');
  const parts: string[] = [];
  if (words.length >= 3 && SORTS.has(words.at(-1)!)) parts.push(words.slice(0, -1).join(' '));
  const opening = OPENINGS.find((one) => label.startsWith(one));
  if (opening !== undefined) parts.push(label.slice(opening.length));
  if (words.length >= 3 && PLAIN_VERBS.has(words[0]!) && !LITTLE_WORDS.has(words[1]!))
    parts.push(words.slice(1).join(' '));
  return parts.filter((part) => part.split(' ').length >= 2);
}

function keyed(conceptId: string, written: string, origin: SkillFormOrigin): KeyedSkillForm[] {
  const tokens = tokenize(written);
  if (tokens.length === 0 || tokens.length > longestSkill) return [];
  const [only] = tokens;
  const name = tokens.length === 1 && only && isName(written, only.casing) ? written : null;
  const words = tokens.map(({ lower }) => lower);
  return [{ form: { conceptId, written, origin, name }, key: skillKey(words), length: words.length }];
}

function isName(written: string, casing: Casing): boolean {
  return casing !== 'lower' || /[\d+#.]/.test(written);
}
