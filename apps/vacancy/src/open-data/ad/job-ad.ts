import type { AdConcept, AdRemoval, AdWishes, JobAd } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import { swedishWallClock } from '../../clock/swedish-time.js';
import type { StoredDemand } from '../../demands/stored-demand.js';
import type { Employer } from '../../employers/employer.entity.js';
import type { Vacancy } from '../../vacancies/vacancy.entity.js';
import { durationConcept, fixedConcept, fullTime, partTime } from './fixed-concepts.js';
import { formattedText } from './formatted-text.js';

/** JobTech's id of Sweden. */
export const sweden = 'i46j_HmG_v64';
/** Of ads that end at no certain time: far, and within what all clients' dates can hold. */
const noEnd = '2099-12-31T23:59:59';

export interface AdContext {
  readonly taxonomy: Taxonomy;
  /** Address of the vacancy's page. */
  readonly pageOf: (vacancy: Vacancy) => string;
}

/** A published vacancy in the shape of JobSearch. Demands that were only read out of the text are not told as the employer's. */
export function jobAdOf(vacancy: Vacancy, employer: Employer, changedAt: number, context: AdContext): JobAd {
  const { taxonomy } = context;
  const details = vacancy.adDetails ?? {};
  const concept = (id: string | null | undefined): AdConcept | null => adConceptOf(taxonomy, id);
  const stated = vacancy.demands.filter(({ origin }) => origin === 'stated' || origin === 'confirmed');
  const licences = stated.filter(({ kind }) => kind === 'driving-licence');
  const needs = (kind: StoredDemand['kind']): boolean =>
    stated.some((one) => one.kind === kind && one.necessity === 'requirement');
  return {
    id: vacancy.id,
    external_id: vacancy.externalId,
    original_id: details.originalId ?? null,
    label: details.labels ?? [],
    webpage_url: context.pageOf(vacancy),
    logo_url: null,
    headline: vacancy.headline,
    application_deadline: vacancy.deadline === null ? null : `${vacancy.deadline}T23:59:59`,
    number_of_vacancies: vacancy.positions,
    description: {
      text: vacancy.text,
      text_formatted: formattedText(vacancy.text),
      company_information: details.companyInformation ?? null,
      needs: null,
      requirements: null,
      conditions: details.conditions ?? null,
    },
    employment_type: concept(vacancy.employmentTypeId),
    salary_type: details.salaryType ? fixedConcept('salary', details.salaryType) : null,
    salary_description: vacancy.pay?.text ?? null,
    duration: vacancy.duration === null ? null : durationConcept(vacancy.duration),
    working_hours_type: workingHours(vacancy),
    scope_of_work: { min: vacancy.extentMin, max: vacancy.extentMax },
    access: details.access ?? vacancy.start,
    employer: {
      phone_number: null,
      email: null,
      url: details.employerUrl ?? null,
      organization_number: publicNumber(employer.organisationNumber),
      name: employer.name,
      workplace: details.workplace ?? employer.name,
    },
    application_details: {
      information: null,
      reference: null,
      email: vacancy.applicationEmail,
      via_af: false,
      url: vacancy.applicationUrl ?? vacancy.sourceUrl,
      other: null,
    },
    application_contacts: [],
    experience_required: details.experienceRequired ?? needs('occupation'),
    access_to_own_car: details.ownCar ?? false,
    driving_license_required: details.drivingLicenceRequired ?? needs('driving-licence'),
    driving_license: licences.length === 0 ? null : licences.flatMap(({ conceptId }) => concept(conceptId) ?? []),
    occupation: concept(vacancy.occupationId),
    occupation_group: concept(vacancy.occupationId && taxonomy.occupationGroupOf(vacancy.occupationId)),
    occupation_field: concept(vacancy.occupationId && taxonomy.occupationFieldOf(vacancy.occupationId)),
    workplace_address: addressOf(vacancy, taxonomy),
    must_have: wishesOf(stated, 'requirement', taxonomy),
    nice_to_have: wishesOf(stated, 'merit', taxonomy),
    publication_date: swedishWallClock(vacancy.publishedAt!),
    last_publication_date: vacancy.deadline === null ? noEnd : `${vacancy.deadline}T23:59:59`,
    removed: false,
    removed_date: null,
    source_type: details.sourceType ?? null,
    timestamp: changedAt,
  };
}

export interface RemovedAd {
  readonly vacancyId: string;
  readonly removedAt: Date;
  readonly changedAt: number;
  readonly occupation: string | null;
  readonly occupationGroup: string | null;
  readonly occupationField: string | null;
  readonly municipality: string | null;
  readonly region: string | null;
  readonly country: string | null;
}

export const adRemovalOf = ({ vacancyId, removedAt, changedAt, ...rest }: RemovedAd): AdRemoval => ({
  id: vacancyId,
  removed: true,
  removed_date: swedishWallClock(removedAt),
  occupation: rest.occupation,
  occupation_group: rest.occupationGroup,
  occupation_field: rest.occupationField,
  municipality: rest.municipality,
  region: rest.region,
  country: rest.country,
  timestamp: changedAt,
});

/** A concept by its id; municipalities, counties and SSYK groups have their codes where JobTech has its older ids. */
export function adConceptOf(taxonomy: Taxonomy, id: string | null | undefined): AdConcept | null {
  const concept = id == null ? undefined : taxonomy.concept(id);
  if (!concept) return null;
  return { concept_id: concept.id, label: concept.label.sv, legacy_ams_taxonomy_id: olderIdOf(taxonomy, concept.id) };
}

const codeIsOlderId = new Set(['municipality', 'county', 'occupation-group']);

export function olderIdOf(taxonomy: Taxonomy, id: string): string | null {
  const concept = taxonomy.concept(id);
  if (concept && codeIsOlderId.has(concept.kind)) return concept.code;
  return taxonomy.legacyId(id) ?? null;
}

/** A third digit of 0 or 1 makes it a person's number. */
const publicNumber = (number: string | null): string | null =>
  number !== null && /^\d\d[01]/.test(number) ? null : number;

function workingHours({ extentMin, extentMax }: Vacancy): AdConcept | null {
  if (extentMax === null) return null;
  return fixedConcept('worktime', extentMax >= 100 && (extentMin ?? 100) >= 100 ? fullTime : partTime);
}

function addressOf(vacancy: Vacancy, taxonomy: Taxonomy): JobAd['workplace_address'] {
  const details = vacancy.adDetails ?? {};
  const municipality = taxonomy.municipality(vacancy.municipalities[0] ?? '');
  const county = taxonomy.counties.find(({ code }) => code === (municipality?.countyCode ?? details.countyCode));
  const country = adConceptOf(taxonomy, details.countryId ?? sweden);
  const [longitude, latitude] = details.coordinates ?? [];
  return {
    municipality: municipality?.name ?? null,
    municipality_code: municipality?.code ?? null,
    municipality_concept_id: municipality?.conceptId ?? null,
    region: county?.label.sv ?? null,
    region_code: county?.code ?? null,
    region_concept_id: county?.id ?? null,
    country: country?.label ?? null,
    country_code: country?.legacy_ams_taxonomy_id ?? null,
    country_concept_id: country?.concept_id ?? null,
    street_address: details.streetAddress ?? null,
    postcode: details.postcode ?? null,
    city: details.city ?? municipality?.name ?? null,
    coordinates:
      longitude !== undefined && latitude !== undefined
        ? [longitude, latitude]
        : municipality
          ? [municipality.longitude, municipality.latitude]
          : [null, null],
  };
}

const usualWeight = { requirement: 10, merit: 5 } as const;

function wishesOf(
  demands: readonly StoredDemand[],
  necessity: StoredDemand['necessity'],
  taxonomy: Taxonomy,
): AdWishes {
  const ofKinds = (...kinds: string[]): AdWishes['skills'] =>
    demands.flatMap((demand) => {
      const concept = demand.necessity === necessity ? adConceptOf(taxonomy, demand.conceptId) : null;
      if (!concept || !kinds.includes(taxonomy.concept(concept.concept_id)!.kind)) return [];
      return [{ ...concept, weight: Math.max(1, Math.round((demand.weight * usualWeight[necessity]) / 5)) }];
    });
  return {
    skills: ofKinds('skill', 'professional-licence'),
    languages: ofKinds('language'),
    work_experiences: ofKinds('occupation', 'occupation-group', 'occupation-field'),
    education: ofKinds('education-field'),
    education_level: ofKinds('education-level'),
  };
}
