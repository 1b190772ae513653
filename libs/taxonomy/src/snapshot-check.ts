import type { ConceptKind } from '#contracts';
import type { SnapshotConcept, TaxonomySnapshot } from './snapshot.js';
import { TaxonomyError } from './taxonomy-error.js';

/** Which kinds a concept's `broader` may point at. Also the list of all kinds. */
const broaderKinds: Readonly<Record<ConceptKind, readonly ConceptKind[]>> = {
  occupation: ['occupation-group', 'occupation'],
  'occupation-group': ['occupation-group', 'occupation-field'],
  'occupation-field': [],
  skill: ['skill', 'skill-group'],
  'skill-group': ['skill-group'],
  language: ['language'],
  'driving-licence': ['driving-licence'],
  'professional-licence': ['professional-licence'],
  'education-level': [],
  'education-field': ['education-field'],
  'work-permit': [],
  municipality: ['county', 'labour-market-region'],
  county: ['country'],
  'labour-market-region': [],
  country: [],
  'employment-type': ['employment-type'],
  'isco-group': ['isco-group'],
  industry: ['industry'],
  region: ['country'],
};

type ById = ReadonlyMap<string, SnapshotConcept>;

/**
 * Refuses a snapshot that a taxonomy cannot be built from.
 *
 * @throws TaxonomyError with the place of the first fault.
 */
export function checkSnapshot(snapshot: TaxonomySnapshot): void {
  const byId = checkConcepts(snapshot.concepts);
  checkBroader(snapshot.concepts, byId);
  checkCycles(snapshot.concepts, byId);
  checkPlaces(snapshot, byId);
  checkRelations(snapshot, byId);
}

function checkConcepts(concepts: readonly SnapshotConcept[]): ById {
  const byId = new Map<string, SnapshotConcept>();
  concepts.forEach((concept, index) => {
    const place = `concepts[${index}]`;
    if (!/^[A-Za-z0-9_:.-]{2,64}$/.test(concept.id)) {
      throw new TaxonomyError('bad-id', `${place}.id`, `${JSON.stringify(concept.id)} is not a concept id`);
    }
    if (byId.has(concept.id)) throw new TaxonomyError('duplicate-id', `${place}.id`, `${concept.id} is there twice`);
    if (!Object.hasOwn(broaderKinds, concept.kind)) {
      throw new TaxonomyError('unknown-kind', `${place}.kind`, `${JSON.stringify(concept.kind)} is not a kind`);
    }
    for (const language of ['sv', 'en'] as const) {
      if (concept.label[language].trim() === '') {
        throw new TaxonomyError('empty-label', `${place}.label.${language}`, `${concept.id} has no name`);
      }
      const empty = concept.alternatives[language].findIndex((alternative) => alternative.trim() === '');
      if (empty >= 0) throw new TaxonomyError('empty-label', `${place}.alternatives.${language}[${empty}]`, 'is empty');
    }
    byId.set(concept.id, concept);
  });
  return byId;
}

/** `place` is a function, since it is wanted for the first fault only. */
function target(byId: ById, id: string, place: () => string, kinds: readonly ConceptKind[]): void {
  const concept = byId.get(id);
  if (!concept) throw new TaxonomyError('unknown-target', place(), `${id} is not in the snapshot`);
  if (!kinds.includes(concept.kind)) {
    throw new TaxonomyError(
      'wrong-kind',
      place(),
      `${id} is of kind ${concept.kind}, not ${kinds.join(' or ') || 'any'}`,
    );
  }
}

function checkBroader(concepts: readonly SnapshotConcept[], byId: ById): void {
  concepts.forEach((concept, index) => {
    concept.broader.forEach((id, at) => {
      target(byId, id, () => `concepts[${index}].broader[${at}]`, broaderKinds[concept.kind]);
    });
  });
}

function checkCycles(concepts: readonly SnapshotConcept[], byId: ById): void {
  const finished = new Set<string>();
  const open = new Set<string>();
  const visit = (concept: SnapshotConcept, place: string): void => {
    if (finished.has(concept.id)) return;
    if (open.has(concept.id)) {
      throw new TaxonomyError('cycle', place, `${[...open, concept.id].join(' < ')} is broader than itself`);
    }
    open.add(concept.id);
    for (const id of concept.broader) visit(byId.get(id)!, place);
    open.delete(concept.id);
    finished.add(concept.id);
  };
  concepts.forEach((concept, index) => visit(concept, `concepts[${index}].broader`));
}

function checkPlaces(snapshot: TaxonomySnapshot, byId: ById): void {
  const placed = new Set<string>();
  snapshot.places.forEach((where, index) => {
    const place = `places[${index}]`;
    target(byId, where.municipality, () => `${place}.municipality`, ['municipality']);
    if (placed.has(where.municipality)) {
      throw new TaxonomyError('duplicate-id', `${place}.municipality`, `${where.municipality} lies in two places`);
    }
    placed.add(where.municipality);
    if (Math.abs(where.latitude) > 90) throw new TaxonomyError('bad-value', `${place}.latitude`, `${where.latitude}`);
    if (Math.abs(where.longitude) > 180) {
      throw new TaxonomyError('bad-value', `${place}.longitude`, `${where.longitude}`);
    }
    target(byId, where.labourMarketRegion, () => `${place}.labourMarketRegion`, ['labour-market-region']);
    where.neighbours.forEach((id, at) => target(byId, id, () => `${place}.neighbours[${at}]`, ['municipality']));
  });
  snapshot.concepts.forEach((concept, index) => {
    if (concept.kind !== 'municipality') return;
    if (!/^\d{4}$/.test(concept.code ?? '')) {
      throw new TaxonomyError('bad-value', `concepts[${index}].code`, `${concept.code} is not a municipality code`);
    }
    if (!placed.has(concept.id))
      throw new TaxonomyError('bad-value', `concepts[${index}]`, `${concept.id} has no place`);
    if (!concept.broader.some((id) => byId.get(id)?.kind === 'county')) {
      throw new TaxonomyError('bad-value', `concepts[${index}].broader`, `${concept.id} lies in no county`);
    }
  });
}

function checkRelations(snapshot: TaxonomySnapshot, byId: ById): void {
  const pairs = new Set<string>();
  snapshot.substitutions.forEach(({ from, to, percentage }, index) => {
    const place = `substitutions[${index}]`;
    target(byId, from, () => `${place}.from`, ['occupation']);
    target(byId, to, () => `${place}.to`, ['occupation']);
    if (percentage !== 25 && percentage !== 75) {
      throw new TaxonomyError('bad-value', `${place}.percentage`, `${String(percentage)} is neither 25 nor 75`);
    }
    if (from === to) throw new TaxonomyError('bad-value', place, `${from} substitutes itself`);
    if (pairs.has(`${from} ${to}`)) throw new TaxonomyError('duplicate-id', place, `${from} to ${to} is there twice`);
    pairs.add(`${from} ${to}`);
  });
  const groups = new Set<string>();
  snapshot.usualSkills.forEach(({ group, skills }, index) => {
    const place = `usualSkills[${index}]`;
    target(byId, group, () => `${place}.group`, ['occupation-group']);
    if (groups.has(group)) throw new TaxonomyError('duplicate-id', `${place}.group`, `${group} is there twice`);
    groups.add(group);
    skills.forEach((id, at) => target(byId, id, () => `${place}.skills[${at}]`, ['skill']));
  });
  snapshot.exactMatches.forEach(({ from, to }, index) => {
    const place = `exactMatches[${index}]`;
    const concept = byId.get(from);
    if (!concept) throw new TaxonomyError('unknown-target', `${place}.from`, `${from} is not in the snapshot`);
    target(byId, to, () => `${place}.to`, [concept.kind]);
    if (from === to) throw new TaxonomyError('bad-value', place, `${from} matches itself`);
  });
  snapshot.relatedSkills?.forEach(({ concept, skills }, index) => {
    target(byId, concept, () => `relatedSkills[${index}].concept`, ['occupation', 'occupation-group']);
    skills.forEach((id, at) => target(byId, id, () => `relatedSkills[${index}].skills[${at}]`, ['skill']));
  });
  snapshot.iscoGroups?.forEach(({ group, isco }, index) => {
    target(byId, group, () => `iscoGroups[${index}].group`, ['occupation-group']);
    isco.forEach((id, at) => target(byId, id, () => `iscoGroups[${index}].isco[${at}]`, ['isco-group']));
  });
}
