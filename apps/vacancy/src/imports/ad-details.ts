import type { AdDetails } from '../vacancies/ad-details.js';
import type { AdRecord } from './ad.schema.js';
import { webAddressOf } from './web-address.js';

type Optional<T> = { [K in keyof T]?: T[K] | null | undefined };

/** What a record says beyond what a vacancy holds; only what it says. */
export function adDetailsOf(record: AdRecord): AdDetails {
  const { employer, description, workplace_address: place } = record;
  return said({
    originalId: record.original_id,
    labels: record.label.length > 0 ? record.label : null,
    sourceType: record.source_type,
    workplace: employer.workplace !== employer.name ? employer.workplace : null,
    employerUrl: webAddressOf(employer.url),
    companyInformation: description?.company_information,
    conditions: description?.conditions,
    salaryType: record.salary_type?.concept_id ?? record.salary_type?.label,
    access: record.access,
    experienceRequired: record.experience_required,
    ownCar: record.access_to_own_car,
    drivingLicenceRequired: record.driving_license_required,
    streetAddress: place?.street_address,
    postcode: place?.postcode,
    city: place?.city,
    coordinates: place?.coordinates,
    countyCode: place?.municipality_code == null ? place?.region_code : null,
  });
}

function said(details: Optional<AdDetails>): AdDetails {
  const given = Object.entries(details).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(given);
}
