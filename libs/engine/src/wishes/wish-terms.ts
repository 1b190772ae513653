import type { ConceptGraph, ConceptRelation, EngineProfile, EngineVacancy } from '../engine.types.js';
import type { RelationTable } from '../facts/relation-table.js';
import type { MatchingModel } from '../model/model.types.js';
import { termKey, type Term } from '../term-key.js';
import type { MunicipalityTable } from './municipality-table.js';
import type { WantedOccupation } from './wanted-occupations.js';

/** A wanted occupation under one of the index's terms. A vacancy answers with the best of the terms that it has. */
export interface WantedTerm extends Term {
  readonly wishedId: string;
  /** How the wished concept stands to the offered one. */
  readonly relation: ConceptRelation;
}

/** Each wanted occupation covers itself and all within it; what is related to it, and others of its group, for less. */
export function wantedTerms(
  wanted: readonly WantedOccupation[],
  model: MatchingModel,
  graph: ConceptGraph,
  relations: RelationTable,
): WantedTerm[] {
  return wanted.flatMap(({ conceptId: wishedId, liking }) => {
    const of = (similarity: number) => Math.floor((similarity * liking) / 100);
    const terms: WantedTerm[] = [
      { key: termKey.wantedWithin(wishedId), value: liking, wishedId, relation: 'same' },
      ...relations.targets('occupation', wishedId).map(({ conceptId, relation, similarity }) => ({
        key: termKey.wantedExactly(conceptId),
        value: of(similarity),
        wishedId,
        relation,
      })),
    ];
    const group = graph.occupationGroupOf(wishedId);
    if (group !== undefined)
      terms.push({
        key: termKey.wantedGroup(group),
        value: of(model.similarity.occupation['same-group'] ?? 0),
        wishedId,
        relation: 'same-group',
      });
    return terms;
  });
}

/** What a vacancy answers wanted occupations by. */
export function offeredOccupationKeys(vacancy: EngineVacancy, graph: ConceptGraph): string[] {
  const { occupationId } = vacancy;
  if (occupationId === null) return [];
  const group = graph.occupationGroupOf(occupationId);
  const within = new Set([occupationId, ...graph.ancestors(occupationId), ...(group === undefined ? [] : [group])]);
  return [
    ...[...within].map((conceptId) => termKey.wantedWithin(conceptId)),
    termKey.wantedExactly(occupationId),
    ...(group === undefined ? [] : [termKey.wantedGroup(group)]),
  ];
}

/** Municipalities and counties that the person names. */
export const namedPlaceKeys = (profile: EngineProfile): string[] => [
  ...profile.wishes.municipalities.map((code) => termKey.place(code)),
  ...profile.wishes.counties.map((code) => termKey.county(code)),
];

export const offeredPlaceKeys = (places: readonly number[], table: MunicipalityTable): string[] => [
  ...new Set(places.flatMap((place) => [termKey.place(table.code(place)), termKey.county(table.county(place))])),
];

export const wantedTypeKeys = (profile: EngineProfile): string[] =>
  profile.wishes.employmentTypes.map((conceptId) => termKey.employmentType(conceptId));

/** A vacancy's employment type, and what is broader. */
export function offeredTypeKeys(vacancy: EngineVacancy, graph: ConceptGraph): string[] {
  if (vacancy.employmentTypeId === null) return [];
  return [vacancy.employmentTypeId, ...graph.ancestors(vacancy.employmentTypeId)].map((id) =>
    termKey.employmentType(id),
  );
}
