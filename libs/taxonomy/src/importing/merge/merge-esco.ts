import { ImportError } from '../import-error.js';
import type { ImportReport } from '../import-report.js';
import type { EscoConcept, Material } from '../material.js';
import { define, type Draft, type DraftConcept } from './draft.js';

/** `esco:<uuid>` of a concept, `esco:isced-f:<code>` of a group. */
export const escoId = (uri: string): string =>
  `esco:${uri
    .replace('http://data.europa.eu/esco/', '')
    .replace(/^(skill|occupation)\//, '')
    .replaceAll('/', ':')}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Languages whose labels are names here; those of the others are words to search by. */
const own = ['sv', 'en'] as const;

/**
 * Adds ESCO. One that is a JobTech concept by the crosswalk (exact, one to one) or by its name becomes a reference and further words of that concept;
 * the rest become concepts of their own.
 *
 * @returns the draft concept of each URI that was taken.
 */
export function mergeEsco(material: Material, draft: Draft, report: ImportReport): Map<string, DraftConcept> {
  const { esco } = material;
  const sameAs = exactPairs(material);
  const taken = new Map<string, DraftConcept>();
  const isco = new Map(
    [...draft.concepts.values()].flatMap((one) => (one.kind === 'isco-group' ? [[one.code, one] as const] : [])),
  );
  for (const concept of [...esco.concepts.values()].sort((a, b) => compare(a.uri, b.uri))) {
    if (concept.labels.size === 0) {
      report.leaveOut(`ESCO ${concept.kind}`, 'has no label in the files');
      continue;
    }
    if (concept.kind === 'isco-group') {
      const group = isco.get(concept.code ?? '');
      if (group) taken.set(concept.uri, enrich(group, concept, draft));
      else taken.set(concept.uri, addIscoGroup(concept, draft));
      continue;
    }
    if (concept.isLanguage) {
      const language = languageNamed(concept, draft);
      if (language) taken.set(concept.uri, enrich(language, concept, draft));
      else
        report.leaveOut('ESCO language skill', 'a use of a language, which is asked for as the language and a level');
      continue;
    }
    const twin = twinOf(concept, draft.get(sameAs.get(concept.uri) ?? ''), draft);
    if (twin) report.count(`ESCO ${concept.kind}s that are concepts of JobTech’s`);
    taken.set(concept.uri, twin ? enrich(twin, concept, draft) : addConcept(concept, draft));
  }
  return taken;
}

/** Exact matches that hold one to one. */
function exactPairs({ matches }: Material): Map<string, string> {
  const exact = matches.filter(({ relation }) => relation === 'exact');
  const times = (key: 'from' | 'to') => {
    const number = new Map<string, Set<string>>();
    for (const one of exact) number.set(one[key], (number.get(one[key]) ?? new Set()).add(`${one.from} ${one.to}`));
    return number;
  };
  const [ofEsco, ofJobtech] = [times('from'), times('to')];
  return new Map(
    exact
      .filter(({ from, to }) => ofEsco.get(from)!.size === 1 && ofJobtech.get(to)!.size === 1)
      .map(({ from, to }) => [from, to]),
  );
}

function twinOf(concept: EscoConcept, exact: DraftConcept | undefined, draft: Draft): DraftConcept | undefined {
  if (exact && exact.kind === concept.kind) return exact;
  for (const language of own) {
    const label = concept.labels.get(language);
    const named = label === undefined ? [] : draft.labelled(concept.kind, label);
    const elsewhere = named.filter(({ id }) => !id.startsWith('esco:'));
    if (elsewhere.length === 1) return elsewhere[0];
  }
  return undefined;
}

function languageNamed({ labels }: EscoConcept, draft: Draft): DraftConcept | undefined {
  return own.flatMap((language) => draft.labelled('language', labels.get(language) ?? ''))[0];
}

function enrich(concept: DraftConcept, esco: EscoConcept, draft: Draft): DraftConcept {
  concept.references.add(esco.uri);
  if (!concept.id.startsWith('esco:')) concept.references.add(escoId(esco.uri));
  for (const language of own) {
    const label = esco.labels.get(language);
    if (label === undefined) continue;
    if (concept.borrowed === language) draft.name(concept, language, label);
    else draft.alternative(concept, language, label);
  }
  addWords(concept, esco, draft);
  return concept;
}

function addWords(concept: DraftConcept, esco: EscoConcept, draft: Draft): void {
  for (const [language, words] of esco.alternatives) {
    for (const word of words) {
      if (language === 'sv' || language === 'en') draft.alternative(concept, language, word);
      else concept.searchWords.add(word);
    }
  }
  for (const [language, label] of esco.labels)
    if (language !== 'sv' && language !== 'en') concept.searchWords.add(label);
  for (const language of own) {
    const text = esco.definitions.get(language);
    if (text !== undefined) define(concept, language, text);
  }
}

function addConcept(esco: EscoConcept, draft: Draft): DraftConcept {
  const label = Object.fromEntries(own.flatMap((language) => entry(esco, language)));
  const named = Object.keys(label).length > 0 ? label : { en: [...esco.labels.values()][0]! };
  const code = esco.kind === 'skill' ? null : esco.code;
  const concept = draft.add({ id: escoId(esco.uri), kind: esco.kind, label: named, code });
  concept.references.add(esco.uri);
  addWords(concept, esco, draft);
  return concept;
}

const entry = ({ labels }: EscoConcept, language: 'sv' | 'en'): [string, string][] => {
  const label = labels.get(language);
  return label === undefined ? [] : [[language, label]];
};

function addIscoGroup(esco: EscoConcept, draft: Draft): DraftConcept {
  const concept = addConcept(esco, draft);
  concept.code = esco.code;
  return concept;
}

/** ESCO's own hierarchy. @throws ImportError `cycle` */
export function mergeEscoHierarchy(
  { esco }: Material,
  taken: ReadonlyMap<string, DraftConcept>,
  draft: Draft,
  report: ImportReport,
): void {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    skill: ['skill', 'skill-group'],
    'skill-group': ['skill-group'],
    occupation: ['occupation'],
    'isco-group': ['isco-group'],
  };
  for (const { from, to, file, place } of esco.broader) {
    const [narrow, broad] = [taken.get(from), taken.get(to)];
    if (!narrow || !broad || narrow === broad || !allowed[narrow.kind]?.includes(broad.kind)) continue;
    if (narrow.broader.includes(broad.id)) continue;
    if (!reaches(draft, broad.id, narrow.id)) narrow.broader.push(broad.id);
    else if (narrow.id.startsWith('esco:') && broad.id.startsWith('esco:'))
      throw new ImportError('cycle', file, place, `${narrow.id} is broader than itself, through ${broad.id}`);
    else report.leaveOut('relation of ESCO', 'would make a concept broader than itself, next to JobTech’s relations');
  }
}

/** True where `to` is among what is broader than `from`, or is it. */
export function reaches(draft: Draft, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const one of draft.get(id)?.broader ?? []) seen.add(one);
  }
  return false;
}
