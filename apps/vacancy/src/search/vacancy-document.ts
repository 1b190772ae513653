import type { Taxonomy } from '#taxonomy';
import type { VacancyDocument } from '#search';
import type { Employer } from '../employers/employer.entity.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';
import { asksNoExperience, statesSalary } from './stated-terms.js';

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
    municipalityNames: [...new Set(places.flatMap(({ conceptId }) => placeNames(taxonomy, conceptId)))],
    countyCodes: [...new Set(places.map(({ countyCode }) => countyCode))],
    labourMarketRegionIds: [...new Set(places.map(({ labourMarketRegionId }) => labourMarketRegionId))],
    coordinates: first ? { lat: first.latitude, lon: first.longitude } : null,
    remote: vacancy.remote,
    noExperience: asksNoExperience(vacancy),
    salaryStated: statesSalary(vacancy),
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

/** The place by its names in Swedish, Sámi, Meänkieli and Finnish, and its county. */
function placeNames(taxonomy: Taxonomy, id: string): string[] {
  const county = taxonomy.ancestors(id).find((one) => taxonomy.concept(one)?.kind === 'county');
  return [id, ...(county ? [county] : [])].flatMap((one) => [...labels(taxonomy, one), ...others(taxonomy, one)]);
}

function labels(taxonomy: Taxonomy, id: string): string[] {
  const concept = taxonomy.concept(id);
  return concept ? [...new Set([concept.label.sv, concept.label.en])] : [];
}

function others(taxonomy: Taxonomy, id: string): readonly string[] {
  const concept = taxonomy.concept(id);
  return concept ? [...concept.alternatives.sv, ...concept.alternatives.en] : [];
}
