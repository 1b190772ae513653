import type { Taxonomy } from '#taxonomy';
import type { VacancyDocument } from '#search';
import type { Employer } from '../employers/employer.entity.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';

/** A published vacancy as it is searched. */
export function vacancyDocument(vacancy: Vacancy, employer: Employer, taxonomy: Taxonomy): VacancyDocument {
  const { occupationId } = vacancy;
  const demanded = vacancy.demands.flatMap(({ origin, conceptId }) =>
    origin === 'rejected' || conceptId === null ? [] : [conceptId],
  );
  const conceptIds = [...new Set(demanded)];
  const places = vacancy.municipalities.flatMap((code) => taxonomy.municipality(code) ?? []);
  const [first] = places;
  return {
    id: vacancy.id,
    revision: vacancy.revision,
    headline: vacancy.headline,
    text: vacancy.text,
    employerId: employer.id,
    employerName: employer.name,
    occupationId,
    occupationGroupId: (occupationId && taxonomy.occupationGroupOf(occupationId)) ?? null,
    occupationFieldId: (occupationId && taxonomy.occupationFieldOf(occupationId)) ?? null,
    occupationLabels:
      occupationId === null ? [] : [...labels(taxonomy, occupationId), ...others(taxonomy, occupationId)],
    conceptIds,
    conceptLabels: [...new Set(conceptIds.flatMap((id) => labels(taxonomy, id)))],
    municipalityCodes: places.map(({ code }) => code),
    municipalityNames: places.map(({ name }) => name),
    countyCodes: [...new Set(places.map(({ countyCode }) => countyCode))],
    coordinates: first ? { lat: first.latitude, lon: first.longitude } : null,
    remote: vacancy.remote,
    extentMin: vacancy.extentMin,
    extentMax: vacancy.extentMax,
    employmentTypeId: vacancy.employmentTypeId,
    positions: vacancy.positions,
    publishedAt: vacancy.publishedAt!.toISOString(),
    deadline: vacancy.deadline,
    language: vacancy.language,
    demo: vacancy.demo,
  };
}

function labels(taxonomy: Taxonomy, id: string): string[] {
  const concept = taxonomy.concept(id);
  return concept ? [...new Set([concept.label.sv, concept.label.en])] : [];
}

function others(taxonomy: Taxonomy, id: string): readonly string[] {
  const concept = taxonomy.concept(id);
  return concept ? [...concept.alternatives.sv, ...concept.alternatives.en] : [];
}
