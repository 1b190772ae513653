import type { Taxonomy } from '#taxonomy';
import type { Employer } from '../../employers/employer.entity.js';
import type { Vacancy } from '../../vacancies/vacancy.entity.js';
import { jobAdOf, sweden } from '../ad/job-ad.js';
import type { ConceptPhrases } from '../words/concept-phrases.js';
import { TextVector } from '../words/text-vector.js';
import { wordsOf } from '../words/tokens.js';

/** Raised when rows are made otherwise than before: all are made anew at the next start. */
export const projectionVersion = 2;

/** A row of `open_ads` but for its place in the stream, under the names of its columns. */
export interface OpenAdRow {
  readonly vacancy_id: string;
  readonly revision: number;
  readonly external_id: string | null;
  readonly organisation_number: string | null;
  readonly occupation: string | null;
  readonly occupation_group: string | null;
  readonly occupation_field: string | null;
  readonly municipality: string | null;
  readonly region: string | null;
  readonly municipalities: readonly string[];
  readonly regions: readonly string[];
  readonly country: string;
  /** `parameter:id`, for each value of each parameter that finds the ad. */
  readonly terms: readonly string[];
  /** `kind:id` of the occupations, skills and places that it is about, for free text. */
  readonly mentions: readonly string[];
  readonly positions: number;
  readonly scope_min: number | null;
  readonly scope_max: number | null;
  readonly remote: boolean;
  readonly experience: boolean;
  readonly licence: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly published_at: string;
  readonly deadline: string | null;
  readonly ranked: string;
  readonly words: string;
}

export interface Projected {
  readonly row: OpenAdRow;
  readonly vocabulary: readonly string[];
}

/** What an open ad is found and ordered by. */
export function openAdRow(
  vacancy: Vacancy,
  employer: Employer,
  taxonomy: Taxonomy,
  phrases: ConceptPhrases,
): Projected {
  const ad = jobAdOf(vacancy, employer, 0, { taxonomy, pageOf: () => '' });
  const places = vacancy.municipalities.flatMap((code) => taxonomy.municipality(code) ?? []);
  const counties = taxonomy.counties.filter(
    ({ id, code }) => id === ad.workplace_address.region_concept_id || places.some((one) => one.countyCode === code),
  );
  const municipalityIds = places.map(({ conceptId }) => conceptId);
  const countyIds = counties.map(({ id }) => id);
  const country = ad.workplace_address.country_concept_id ?? sweden;
  const occupations =
    vacancy.occupationId === null ? [] : [vacancy.occupationId, ...taxonomy.ancestors(vacancy.occupationId)];
  const wishes = [ad.must_have, ad.nice_to_have];
  const tag = (name: string, ids: readonly (string | null | undefined)[]): string[] =>
    ids.flatMap((id) => (id == null ? [] : [`${name}:${id}`]));
  const terms = [
    ...tag('municipality', municipalityIds),
    ...tag('region', countyIds),
    ...tag('country', [country]),
    ...tag('place', country !== sweden ? ['abroad'] : countyIds.length === 0 ? ['unspecified'] : []),
    ...tag('occupation-name', [vacancy.occupationId]),
    ...tag('occupation-group', [ad.occupation_group?.concept_id]),
    ...tag('occupation-field', [ad.occupation_field?.concept_id]),
    ...tag('employment-type', withBroader(taxonomy, vacancy.employmentTypeId)),
    ...tag('worktime-extent', [ad.working_hours_type?.concept_id]),
    ...tag('duration', [ad.duration?.concept_id]),
    ...tag(
      'skill',
      wishes.flatMap(({ skills }) => skills.map((one) => one.concept_id)),
    ),
    ...tag(
      'language',
      wishes.flatMap(({ languages }) => languages.map((one) => one.concept_id)),
    ),
    ...tag(
      'driving-license',
      (ad.driving_license ?? []).map((one) => one.concept_id),
    ),
    ...tag('label', ad.label),
  ];
  const mentions = new Set([
    ...tag('occupation', occupations),
    ...tag('location', [...municipalityIds, ...countyIds, country]),
    ...tag(
      'skill',
      vacancy.demands.flatMap((one) => (one.kind !== 'occupation' && one.origin !== 'rejected' ? [one.conceptId] : [])),
    ),
    ...read(phrases, vacancy.headline, ['occupation', 'skill', 'location']),
    ...read(phrases, vacancy.text, ['skill']),
  ]);
  const [longitude, latitude] = ad.workplace_address.coordinates;
  const placeNames = [
    ...places.map(({ name }) => name),
    ...counties.map(({ label }) => label.sv),
    ad.workplace_address.city ?? '',
  ];
  const employerNames = [...new Set([employer.name, ad.employer.workplace ?? ''])].join('\n');
  const ranked = new TextVector().add(placeNames.join('\n'), 'A').add(vacancy.headline, 'B').add(employerNames, 'C');
  const words = new TextVector()
    .add(placeNames.join('\n'), 'A')
    .add(vacancy.headline, 'B')
    .add(employerNames, 'C')
    .add(`${vacancy.id}\n${vacancy.externalId ?? ''}`, 'D')
    .add(vacancy.text, 'D');
  const row: OpenAdRow = {
    vacancy_id: vacancy.id,
    revision: vacancy.revision,
    external_id: vacancy.externalId,
    organisation_number: ad.employer.organization_number,
    occupation: vacancy.occupationId,
    occupation_group: ad.occupation_group?.concept_id ?? null,
    occupation_field: ad.occupation_field?.concept_id ?? null,
    municipality: municipalityIds[0] ?? null,
    region: countyIds[0] ?? null,
    municipalities: municipalityIds,
    regions: countyIds,
    country,
    terms,
    mentions: [...mentions],
    positions: vacancy.positions,
    scope_min: vacancy.extentMin,
    scope_max: vacancy.extentMax,
    remote: vacancy.remote,
    experience: ad.experience_required,
    licence: ad.driving_license_required,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    published_at: vacancy.publishedAt!.toISOString(),
    deadline: vacancy.deadline,
    ranked: ranked.toString(),
    words: words.toString(),
  };
  return { row, vocabulary: words.words() };
}

const withBroader = (taxonomy: Taxonomy, id: string | null): string[] =>
  id === null ? [] : [id, ...taxonomy.ancestors(id)];

function read(phrases: ConceptPhrases, text: string, kinds: readonly string[]): string[] {
  const found = phrases.find(wordsOf(text)).flatMap(({ concepts }) => concepts);
  return found.flatMap(({ kind, conceptId }) => (kinds.includes(kind) ? [`${kind}:${conceptId}`] : []));
}
