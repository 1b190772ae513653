import type { CandidateDocument } from '#search';
import type { Taxonomy } from '#taxonomy';
import type { Profile } from '../profiles/profile.entity.js';

/** A person as employers search them: a pseudonym, concepts and a place; no word of their own. */
export function candidateDocument(profile: Profile, taxonomy: Taxonomy): CandidateDocument {
  const { id, revision, facts, homeMunicipality, wishes, demo } = profile;
  const conceptIds = [
    ...new Set(
      facts.flatMap(({ conceptId, origin }) => (conceptId === null || origin === 'denied' ? [] : [conceptId])),
    ),
  ];
  const labels = conceptIds.flatMap((conceptId) => {
    const concept = taxonomy.concept(conceptId);
    return concept ? [concept.label.sv, concept.label.en] : [];
  });
  const municipality = homeMunicipality === null ? undefined : taxonomy.municipality(homeMunicipality);
  return {
    id,
    revision,
    conceptIds,
    conceptLabels: [...new Set(labels)],
    municipalityCode: homeMunicipality,
    countyCode: municipality?.countyCode ?? null,
    willingToMove: wishes.willingToMove ?? false,
    demo,
  };
}
