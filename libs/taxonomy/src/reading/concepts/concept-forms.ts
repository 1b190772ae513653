import type { ConceptKind, FactKind } from '#contracts';
import type { Concept } from '../../concept.js';
import type { Taxonomy } from '../../taxonomy.js';
import { englishStem, swedishStem } from '../text/inflection.js';
import { tokenize, type Casing, type Token } from '../text/tokens.js';
import type { ReadLanguage } from '../reading.types.js';
import { EVERYDAY_NAMES, EVERYDAY_WORDS } from './everyday-words.lexicon.js';

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
  return READ_KINDS.flatMap(([conceptKind, kind]) => {
    const concepts = taxonomy.ofKind(conceptKind);
    const named = namesOf(concepts);
    return concepts.flatMap((concept) =>
      (['sv', 'en'] as const).flatMap((language) =>
        writtenForms(concept, language).flatMap(({ written, origin }) =>
          keyForm(
            { conceptId: concept.id, kind, language, origin, written },
            named.has(concept.id) && origin === 'label',
          ),
        ),
      ),
    );
  });
}

function writtenForms(concept: Concept, language: ReadLanguage): { written: string; origin: FormOrigin }[] {
  const alternatives = concept.alternatives[language].map((written) => ({ written, origin: 'alternative' as const }));
  // No source names it in this language: the label is the other one's, which is read there.
  if (concept.borrowed === language) return alternatives;
  const label = concept.label[language];
  const parts = new Set([
    label.split(/[,(]/, 1)[0]?.trim() ?? '',
    ...(/^[^\s,(]{5,}(?:\/[^\s,(]{5,})+$/u.test(label) ? label.split('/') : []),
  ]);
  return [
    { written: label, origin: 'label' as const },
    ...alternatives,
    ...[...parts]
      .filter((part) => part !== label && part.length > 1)
      .map((written) => ({ written, origin: 'part' as const })),
  ];
}

/** Concepts whose label is the same in both languages: names of products and the like, unless the taxonomy is not translated at all. */
function namesOf(concepts: readonly Concept[]): ReadonlySet<string> {
  const shared = concepts
    .filter(
      ({ kind, label, borrowed }) =>
        kind === 'skill' &&
        borrowed === undefined &&
        label.sv === label.en &&
        !EVERYDAY_WORDS.has(label.sv.toLowerCase()),
    )
    .map(({ id }) => id);
  return new Set(shared.length * 2 > concepts.length ? [] : shared);
}

function keyForm(
  base: Pick<ConceptForm, 'conceptId' | 'kind' | 'language' | 'origin' | 'written'>,
  shared: boolean,
): KeyedForm[] {
  const tokens = tokenize(base.written);
  const first = tokens[0];
  if (first === undefined || tokens.length > MOST_WORDS) return [];
  const form: ConceptForm = {
    ...base,
    words: tokens.length,
    casing: tokens.length === 1 ? nameCasing(first, shared) : null,
    everyday:
      tokens.length === 1 &&
      (base.origin === 'part' ||
        first.lower.length < 3 ||
        EVERYDAY_WORDS.has(first.lower) ||
        EVERYDAY_NAMES.has(first.lower)),
  };
  const exact = form.casing !== null || base.kind === 'language';
  const keys = tokens.map((token) =>
    exact || isSign(token) ? `=${token.lower}` : stemKey(token.lower, base.language),
  );
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
