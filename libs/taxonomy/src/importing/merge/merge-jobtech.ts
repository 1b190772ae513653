import type { ConceptKind } from '#contracts';
import { ImportError } from '../import-error.js';
import type { ImportReport } from '../import-report.js';
import { byId, type JobtechState, type RawConcept, type RawEdge } from '../material.js';
import { define, labelKey, type Draft, type DraftConcept } from './draft.js';

/** JobTech's types that are concepts here. Of those that are not, some are read as words for others, and the rest is counted as left out. */
const kindOfType: Readonly<Record<string, ConceptKind>> = {
  'occupation-name': 'occupation',
  'ssyk-level-1': 'occupation-group',
  'ssyk-level-2': 'occupation-group',
  'ssyk-level-3': 'occupation-group',
  'ssyk-level-4': 'occupation-group',
  'occupation-field': 'occupation-field',
  skill: 'skill',
  language: 'language',
  country: 'country',
  region: 'region',
  'employment-type': 'employment-type',
  'sun-education-field-1': 'education-field',
  'sun-education-field-2': 'education-field',
  'sun-education-field-3': 'education-field',
  'sun-education-field-4': 'education-field',
  'isco-level-4': 'isco-group',
  'sni-level-1': 'industry',
  'sni-level-2': 'industry',
  'sni-level-3': 'industry',
  'sni-level-4': 'industry',
  'sni-level-5': 'industry',
};

/** Types that the starter has whole, with what JobTech's files lack of them: coordinates, neighbours, which licence includes which. */
const starterTypes: readonly string[] = ['municipality', 'driving-licence', 'sun-education-level-1'];

const wordTypes: readonly string[] = ['keyword', 'job-title'];

/** Levels of education below the first digit of SUN: they mean the level that they belong to. */
const lowerLevels: readonly string[] = ['sun-education-level-2', 'sun-education-level-3'];

/** Education that nobody knows more of is no field that anybody has or asks for. */
const isUnknown = ({ type, code }: RawConcept): boolean => type.startsWith('sun-education') && code?.[0] === '9';

/** Adds JobTech's concepts to those of the starter, whose names and words stay where it has them. */
export function mergeConcepts(state: JobtechState, draft: Draft, report: ImportReport): void {
  for (const raw of [...state.concepts.values()].sort(byId)) {
    const kind = kindOfType[raw.type];
    const known = draft.get(raw.id);
    if (known) enrich(known, raw, draft);
    else if (kind && !isUnknown(raw)) {
      const concept = draft.add({ id: raw.id, kind, label: { sv: raw.label }, code: raw.code });
      enrich(concept, raw, draft);
    } else if (raw.type === 'place') addPlace(raw, draft, report);
    else if (!wordTypes.includes(raw.type) && !lowerLevels.includes(raw.type))
      report.leaveOut(leftOutAs(raw), starterTypes.includes(raw.type) ? 'is not in the starter' : 'has no use here');
  }
  mergeLevels(state, draft, report);
  mergeWords(state, draft, report);
}

const leftOutAs = (raw: RawConcept): string => (isUnknown(raw) ? `${raw.type} “unknown”` : raw.type);

function enrich(concept: DraftConcept, raw: RawConcept, draft: Draft): void {
  concept.code ??= raw.code;
  for (const id of raw.legacyIds) concept.references.add(id);
  if (labelKey(raw.label) !== labelKey(concept.label.sv)) concept.references.add(raw.label);
  for (const word of raw.alternatives) draft.alternative(concept, 'sv', word);
  if (raw.definition !== null) define(concept, 'sv', raw.definition);
}

/** A village is found by its name while somebody types, as the municipality that it lies in. */
function addPlace(raw: RawConcept, draft: Draft, report: ImportReport): void {
  const code = [...raw.legacyIds][0]?.slice(0, 4);
  const municipality = [...draft.concepts.values()].find((one) => one.kind === 'municipality' && one.code === code);
  if (!municipality) return report.leaveOut('place', 'lies in no municipality');
  if (labelKey(raw.label) !== labelKey(municipality.label.sv)) municipality.searchWords.add(raw.label);
  report.count('place names that lead to their municipality');
}

function mergeLevels(state: JobtechState, draft: Draft, report: ImportReport): void {
  const above = new Map(state.broader.map(({ from, to }) => [from, to]));
  for (const raw of state.ofType(...lowerLevels)) {
    let top = raw.id;
    while (above.has(top)) top = above.get(top)!;
    const level = draft.get(top) ?? levelOfCode(raw, draft);
    if (!level) {
      report.leaveOut(raw.type, 'belongs to a level that nobody asks for');
      continue;
    }
    level.references.add(raw.id);
    for (const id of raw.legacyIds) if (id.length > 1) level.references.add(id);
    if (raw.code !== null) level.references.add(raw.code);
    if (raw.type === 'sun-education-level-2') draft.alternative(level, 'sv', raw.label);
    report.count('lower levels of education that lead to their level');
  }
}

const levelOfCode = ({ code }: RawConcept, draft: Draft): DraftConcept | undefined =>
  [...draft.concepts.values()].find((one) => one.kind === 'education-level' && one.code === code?.[0]);

/** Keywords and job titles are further words for the one concept that they point at. */
function mergeWords(state: JobtechState, draft: Draft, report: ImportReport): void {
  const targets = new Map<string, Set<string>>();
  const point = (word: string, to: string): void => void targets.set(word, (targets.get(word) ?? new Set()).add(to));
  for (const { from, to } of [...state.related, ...state.broader]) {
    if (wordTypes.includes(state.concepts.get(from)?.type ?? '')) point(from, to);
    if (wordTypes.includes(state.concepts.get(to)?.type ?? '')) point(to, from);
  }
  for (const raw of state.ofType(...wordTypes)) {
    const concepts = [...(targets.get(raw.id) ?? [])].flatMap((id) => draft.get(id) ?? []);
    if (concepts.length === 0) report.leaveOut(raw.type, 'points at no concept');
    else if (concepts.length === 1) draft.alternative(concepts[0]!, 'sv', raw.label);
    else for (const concept of concepts) concept.searchWords.add(raw.label);
    if (concepts.length > 0) report.count(`${raw.type}s that became words for a concept`);
  }
}

/** Sets what is broader than what. */
export function mergeHierarchy(state: JobtechState, draft: Draft): void {
  const allowed: Partial<Record<ConceptKind, readonly ConceptKind[]>> = {
    occupation: ['occupation-group'],
    'occupation-group': ['occupation-group', 'occupation-field'],
    skill: ['skill'],
    'education-field': ['education-field'],
    'isco-group': ['isco-group'],
    industry: ['industry'],
    region: ['country'],
    'employment-type': ['employment-type'],
  };
  const stated = new Map<string, Set<string>>();
  for (const edge of state.broader) {
    const [from, to] = [draft.get(edge.from), draft.get(edge.to)];
    if (!from || !to || !allowed[from.kind]?.includes(to.kind)) continue;
    stated.set(from.id, (stated.get(from.id) ?? new Set()).add(to.id));
  }
  for (const [id, broader] of stated) {
    const concept = draft.get(id)!;
    const kinds = new Set([...broader].map((one) => draft.get(one)!.kind));
    // What the current files say of a kind of broader concept takes the place of what the starter said.
    const kept = concept.broader.filter((one) => !kinds.has(draft.get(one)?.kind ?? concept.kind));
    concept.broader = [...[...broader].sort(), ...kept];
  }
  placeRegions(draft);
}

/** Two countries that Eurostat names in another way than ISO 3166. */
const countryOfNuts: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** A region lies in the country that its NUTS code begins with. */
function placeRegions(draft: Draft): void {
  const countries = new Map<string, string>();
  for (const { id, kind, code } of draft.concepts.values()) if (kind === 'country' && code) countries.set(code, id);
  for (const concept of draft.concepts.values()) {
    if (concept.kind !== 'region' || concept.broader.length > 0 || !concept.code) continue;
    const letters = concept.code.slice(0, 2);
    const country = countries.get(countryOfNuts[letters] ?? letters);
    if (country !== undefined) concept.broader.push(country);
  }
}

/** @throws ImportError `cycle`, with the place that closes it, for what is broader than itself. */
export function assertNoCycles(state: JobtechState): void {
  const broaderOf = new Map<string, RawEdge[]>();
  for (const edge of state.broader) broaderOf.set(edge.from, [...(broaderOf.get(edge.from) ?? []), edge]);
  const finished = new Set<string>();
  const open = new Set<string>();
  const visit = (id: string): void => {
    if (finished.has(id)) return;
    open.add(id);
    for (const { from, to, file, place } of broaderOf.get(id) ?? []) {
      if (open.has(to)) throw new ImportError('cycle', file, place, `${from} is broader than itself, through ${to}`);
      visit(to);
    }
    open.delete(id);
    finished.add(id);
  };
  for (const id of broaderOf.keys()) visit(id);
}
