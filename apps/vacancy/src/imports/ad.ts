import { createHash } from 'node:crypto';
import type { FactKind, Necessity } from '#contracts';
import { z } from 'zod';
import type { AdDetails } from '../vacancies/ad-details.js';
import { adDetailsOf } from './ad-details.js';
import { webAddressOf } from './web-address.js';
import {
  adId,
  adRecord,
  removalRecord,
  type AdRecord,
  type ConceptRecord,
  type WantedRecord,
  type WeightedRecord,
} from './ad.schema.js';

/** How a source names a concept: by id, by an older code, by label. */
export interface ConceptReference {
  readonly id: string | null;
  readonly code: string | null;
  readonly label: string | null;
}

/** A demand that the source gives as structure. */
export interface AdDemand {
  readonly kind: FactKind;
  readonly concept: ConceptReference;
  readonly necessity: Necessity;
  /** 1 to 10; 5 is the usual. */
  readonly weight: number;
}

/** An ad as its source says it, before the taxonomy is asked. */
export interface Ad {
  readonly externalId: string;
  readonly headline: string;
  readonly text: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** Last day to apply, else the last day that the source shows it. */
  readonly deadline: string | null;
  readonly positions: number;
  readonly employer: { readonly name: string; readonly organisationNumber: string | null };
  readonly occupation: ConceptReference | null;
  readonly municipality: ConceptReference | null;
  readonly employmentType: ConceptReference | null;
  readonly extent: { readonly min: number; readonly max: number } | null;
  readonly duration: string | null;
  readonly payText: string | null;
  readonly applicationUrl: string | null;
  readonly applicationEmail: string | null;
  readonly demands: readonly AdDemand[];
  readonly country: ConceptReference | null;
  readonly details: AdDetails;
}

export type ImportRecord =
  | { readonly type: 'ad'; readonly externalId: string; readonly ad: Ad; readonly hash: string }
  | { readonly type: 'removal'; readonly externalId: string; readonly removedAt: Date | null }
  | { readonly type: 'rejected'; readonly externalId: string | null; readonly reason: string };

/** Reads one record of JobSearch or JobStream; never throws, whatever it is given. */
export function readRecord(record: unknown): ImportRecord {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { type: 'rejected', externalId: null, reason: 'not an object' };
  const id = adId.safeParse((record as { id?: unknown }).id);
  const externalId = id.success ? id.data : null;
  if ((record as { removed?: unknown }).removed === true) {
    const removal = removalRecord.safeParse(record);
    if (!removal.success) return { type: 'rejected', externalId, reason: reasonOf(removal.error) };
    const { data } = removal;
    return { type: 'removal', externalId: data.id, removedAt: data.removed_date?.instant() ?? null };
  }
  const parsed = adRecord.safeParse(record);
  if (!parsed.success) return { type: 'rejected', externalId, reason: reasonOf(parsed.error) };
  const { name, workplace } = parsed.data.employer;
  const employerName = name ?? workplace;
  if (employerName === null) return { type: 'rejected', externalId, reason: 'employer.name: is missing' };
  const ad = asAd(parsed.data, employerName);
  return { type: 'ad', externalId: ad.externalId, ad, hash: hashOf(ad) };
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0]!;
  const place = issue.path.map(String).join('.').slice(0, 100);
  return `${place === '' ? '' : `${place}: `}${issue.message.slice(0, 100)}`;
}

const hashOf = (ad: Ad): string => createHash('sha256').update(JSON.stringify(ad)).digest('base64url');

function asAd(record: AdRecord, employerName: string): Ad {
  const { employer, workplace_address: place, application_details: application } = record;
  return {
    externalId: record.id,
    headline: record.headline,
    text: textOf(record),
    url: webAddressOf(record.webpage_url),
    publishedAt: record.publication_date?.instant().toISOString() ?? null,
    deadline: (record.application_deadline ?? record.last_publication_date)?.day ?? null,
    positions: Math.max(1, record.number_of_vacancies ?? 1),
    employer: { name: employerName, organisationNumber: organisationNumberOf(employer.organization_number) },
    occupation: referenceOf(record.occupation),
    municipality:
      place &&
      referenceOf({
        concept_id: place.municipality_concept_id,
        legacy_ams_taxonomy_id: place.municipality_code,
        label: place.municipality,
      }),
    employmentType: referenceOf(record.employment_type),
    extent: extentOf(record),
    duration: record.duration?.label ?? null,
    payText: record.salary_description,
    applicationUrl: webAddressOf(application?.url ?? null),
    applicationEmail: emailOf(application?.email ?? null),
    demands: demandsOf(record),
    country:
      place &&
      referenceOf({ concept_id: place.country_concept_id, legacy_ams_taxonomy_id: place.country_code, label: null }),
    details: adDetailsOf(record),
  };
}

function textOf({ description }: AdRecord): string {
  if (!description) return '';
  const main = description.text ?? description.text_formatted ?? '';
  const more = [description.needs, description.requirements].filter(
    (part): part is string => part !== null && part !== '' && !main.includes(part),
  );
  return [main, ...more].join('\n\n').slice(0, 50_000).trim();
}

/** Ten digits of an organisation; a third digit of 0 or 1 makes it a person's number, which is nobody's business here. */
function organisationNumberOf(value: string | null): string | null {
  const digits = (value ?? '').replace(/[\s-]/g, '');
  return /^\d{2}[2-9]\d{7}$/.test(digits) ? digits : null;
}

function referenceOf(record: ConceptRecord | null): ConceptReference | null {
  if (!record) return null;
  const { concept_id: id, legacy_ams_taxonomy_id: code, label } = record;
  return id === null && code === null && label === null ? null : { id, code, label };
}

const fullTime = '6YE1_gAC_R2G';

function extentOf({ scope_of_work: scope, working_hours_type: hours }: AdRecord): Ad['extent'] {
  if (scope?.max == null) return hours?.concept_id === fullTime ? { min: 100, max: 100 } : null;
  const max = Math.max(1, Math.round(scope.max));
  return { min: Math.min(max, Math.max(1, Math.round(scope.min ?? scope.max))), max };
}

const emailAddress = z.email();

const emailOf = (value: string | null): string | null => (emailAddress.safeParse(value).success ? value : null);

const kinds: readonly (readonly [keyof WantedRecord, FactKind])[] = [
  ['skills', 'skill'],
  ['languages', 'language'],
  ['work_experiences', 'occupation'],
  ['education_level', 'education'],
  ['education', 'education'],
];

function demandsOf(record: AdRecord): AdDemand[] {
  const licences: WeightedRecord[] = record.driving_license.map((one) => ({ ...one, weight: null }));
  const licenceNeeded = record.driving_license_required === true ? 'requirement' : 'merit';
  return [
    ...wantedOf(record.must_have, 'requirement', 10),
    ...asDemands(licences, 'driving-licence', licenceNeeded, 5),
    ...wantedOf(record.nice_to_have, 'merit', 5),
  ];
}

/** `usual` is the weight that the source gives nearly everything of this necessity. */
const wantedOf = (wanted: WantedRecord | null, necessity: Necessity, usual: number): AdDemand[] =>
  wanted ? kinds.flatMap(([key, kind]) => asDemands(wanted[key], kind, necessity, usual)) : [];

function asDemands(
  records: readonly WeightedRecord[],
  kind: FactKind,
  necessity: Necessity,
  usual: number,
): AdDemand[] {
  return records.flatMap((record) => {
    const concept = referenceOf(record);
    const weight = Math.round((5 * (record.weight ?? usual)) / usual);
    return concept ? [{ kind, concept, necessity, weight: Math.min(10, Math.max(1, weight)) }] : [];
  });
}
