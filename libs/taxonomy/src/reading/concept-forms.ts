import { type ConceptKind, type FactKind } from '#contracts';
import { type Taxonomy } from '../taxonomy.js';
import { englishStem, swedishStem } from './inflection.js';
import { tokenize, type Casing, type Token } from './tokens.js';
import { type ReadLanguage } from './reading.types.js';
import { EVERYDAY_WORDS } from './everyday-words.lexicon.js';

/** What the reader needs of a taxonomy. */
export type ReadableTaxonomy = Pick<Taxonomy, 'concept' | 'ofKind' | 'usualSkills'>;

/** How a form came to its concept: its label, another word for it, or a label without its qualifier ("Java" of "Java, programmeringsspråk"). */
export type FormOrigin = 'label' | 'alternative' | 'part';

/** One way to write one concept. */
export interface ConceptForm {
  readonly conceptId: string;
  readonly kind: FactKind;
  readonly language: ReadLanguage;
  readonly origin: FormOrigin;
  readonly written: string;
  readonly words: number;
  /** A product or proper name: never inflected, and with capitals as written. */
  readonly casing: Casing | null;
  readonly everyday: boolean;
}

const READ_KINDS: readonly (readonly [ConceptKind, FactKind])[] = [
  ['skill', 'skill'],
  ['occupation', 'occupation'],
  ['language', 'language'],
  ['professional-licence', 'professional-licence'],
  ['work-permit', 'work-permit'],
];

/** Longest form in words: longer labels are descriptions that no text repeats. */
const MOST_WORDS = 8;

export interface KeyedForm {
  readonly form: ConceptForm;
  readonly keys: readonly string[];
}

/** Every way in which a text may name a concept, with the keys to find it by. */
export function conceptForms(taxonomy: ReadableTaxonomy): KeyedForm[] {
  const forms: KeyedForm[] = [];
  for (const [conceptKind, kind] of READ_KINDS) {
    for (const concept of taxonomy.ofKind(conceptKind)) {
      for (const language of ['sv', 'en'] as const) {
        const shared = concept.label.sv === concept.label.en;
        const label = concept.label[language];
        const add = (written: string, origin: FormOrigin): void => {
          const keyed = keyForm({ conceptId: concept.id, kind, language, origin, written }, shared && origin !== 'alternative');
          forms.push(...keyed);
        };
        add(label, 'label');
        for (const alternative of concept.alternatives[language]) add(alternative, 'alternative');
        const part = label.split(/[,(]/, 1)[0]?.trim() ?? '';
        if (part !== label && part.length > 1) add(part, 'part');
      }
    }
  }
  return forms;
}

function keyForm(base: Pick<ConceptForm, 'conceptId' | 'kind' | 'language' | 'origin' | 'written'>, shared: boolean): KeyedForm[] {
  const tokens = tokenize(base.written);
  const first = tokens[0];
  if (first === undefined || tokens.length > MOST_WORDS) return [];
  const form: ConceptForm = {
    ...base,
    words: tokens.length,
    casing: tokens.length === 1 ? nameCasing(first, shared) : null,
    everyday: tokens.length === 1 && (base.origin === 'part' || first.lower.length < 3 || EVERYDAY_WORDS.has(first.lower)),
  };
  const exact = form.casing !== null || base.kind === 'language';
  const keys = tokens.map((token) => (exact || isSign(token) ? `=${token.lower}` : stemKey(token.lower, base.language)));
  return [{ form, keys }, ...pluralOfAgents(form, tokens, keys)];
}

/** "lärarna" has the plural ending of any noun: agent nouns get that form spelled out. */
function pluralOfAgents(form: ConceptForm, tokens: readonly Token[], keys: readonly string[]): KeyedForm[] {
  const last = tokens.at(-1)?.lower ?? '';
  if (form.language !== 'sv' || !last.endsWith('are') || last.length < 6) return [];
  return [{ form, keys: [...keys.slice(0, -1), `=${last.slice(0, -1)}na`] }];
}

function stemKey(word: string, language: ReadLanguage): string {
  return language === 'sv' ? `s:${swedishStem(word)}` : `e:${englishStem(word)}`;
}

function isSign(token: Token): boolean {
  return token.casing === 'all' || token.casing === 'mixed' || /[\d+#.]/.test(token.lower);
}

function nameCasing(token: Token, shared: boolean): Casing | null {
  if (token.casing === 'all' || (token.lower.length === 1 && token.casing === 'first')) return 'all';
  if (token.casing === 'mixed') return 'mixed';
  return token.casing === 'first' && shared ? 'first' : null;
}
