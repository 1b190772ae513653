import { createHash } from 'node:crypto';
import { present } from './feed-record.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value == null ? [] : [value];
const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
/** A text, or the name of a thing that stands for it. */
const name = (value: unknown): string | undefined => {
  const [one] = list(value);
  return isObject(one) ? (word(one['name']) ?? word(one['description'])) : word(one);
};

const deepest = 10;

/** Every JobPosting in a piece of JSON-LD, alone, in lists, or in a graph. */
export function postingsIn(value: unknown, depth = 0): Json[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((one) => postingsIn(one, depth + 1));
  if (!isObject(value)) return [];
  if (list(value['@type']).some((type) => /(^|\/)JobPosting$/.test(String(type)))) return [value];
  return [value['@graph'], value['itemListElement'], value['item'], value['mainEntity']].flatMap((one) =>
    postingsIn(one, depth + 1),
  );
}

const script = /<script\b[^<>]*type\s*=\s*["']?application\/ld\+json["']?[^<>]*>([^]*?)<\/script\s*>/gi;

/** The pieces of JSON-LD in a page; one that is no JSON is told as its text. */
export function jsonLdIn(html: string): { pieces: unknown[]; broken: string[] } {
  const pieces: unknown[] = [];
  const broken: string[] = [];
  for (const [, text] of html.matchAll(script)) {
    try {
      pieces.push(JSON.parse(text!.replace(/^\s*<!--|-->\s*$/g, '').trim()));
    } catch {
      broken.push(text!.slice(0, 2_000));
    }
  }
  return { pieces, broken };
}

const fits = /^[\x21-\x7e]{1,100}$/;

/** A schema.org JobPosting in the shape of JobSearch. @param page where it was found. */
export function adOfPosting(posting: Json, page: string | null): Json {
  const organisation = list(posting['hiringOrganization'])[0];
  const location = list(posting['jobLocation'])[0];
  const address = isObject(location) ? (isObject(location['address']) ? location['address'] : {}) : {};
  const geo = isObject(location) && isObject(location['geo']) ? location['geo'] : null;
  const url = word(posting['url']) ?? (page?.startsWith('http') ? page : undefined);
  const title = word(posting['title']) ?? word(posting['name']) ?? '';
  const employer = isObject(organisation) ? organisation : { name: organisation };
  const types = list(posting['employmentType']).map((one) => String(one).toUpperCase().replace(/[\s-]/g, '_'));
  return present({
    id: idOf(posting, url, title, name(employer)),
    headline: title,
    webpage_url: url,
    publication_date: word(posting['datePosted']),
    application_deadline: word(posting['validThrough']),
    number_of_vacancies: Number(word(posting['totalJobOpenings'])) || undefined,
    description: {
      text_formatted: word(posting['description']) ?? '',
      needs: list(posting['responsibilities'])
        .flatMap((one) => name(one) ?? [])
        .join('\n'),
      requirements: ['qualifications', 'experienceRequirements', 'educationRequirements', 'skills']
        .flatMap((key) => list(posting[key]).flatMap((one) => name(one) ?? []))
        .join('\n'),
    },
    employer: present({
      name: name(employer['legalName']) ?? name(employer),
      organization_number: organisationNumber(employer),
      url: word(employer['sameAs']) ?? word(employer['url']),
    }),
    occupation: occupationOf(posting),
    workplace_address: present({
      municipality: name(address['addressLocality']),
      city: name(address['addressLocality']),
      street_address: name(address['streetAddress']),
      postcode: name(address['postalCode']),
      country_code: name(address['addressCountry']),
      coordinates: geo
        ? [Number(geo['longitude']), Number(geo['latitude'])].filter((one) => Number.isFinite(one))
        : undefined,
    }),
    working_hours_type: types.includes('FULL_TIME') ? { concept_id: '6YE1_gAC_R2G' } : undefined,
    employment_type: types.includes('TEMPORARY') ? { label: 'Tidsbegränsad anställning' } : undefined,
    salary_description: salaryOf(posting),
    application_details: present({ url, email: emailOf(posting) }),
  });
}

function idOf(posting: Json, url: string | undefined, title: string, employer: string | undefined): string {
  const { identifier } = posting;
  const stated = isObject(identifier)
    ? (word(identifier['value']) ?? word(identifier['@id']))
    : word(list(identifier)[0]);
  for (const one of [stated, word(posting['@id']), url]) {
    if (one !== undefined && fits.test(one)) return one;
  }
  const whole = url ?? stated ?? [title, employer, word(posting['datePosted'])].join('|');
  return createHash('sha256').update(whole).digest('hex');
}

/** Ten digits, also out of a Swedish VAT number. */
function organisationNumber(organisation: Json): string | undefined {
  const given = word(organisation['taxID']) ?? word(organisation['vatID']) ?? word(organisation['identifier']);
  const digits = (given ?? '').replace(/\D/g, '');
  return digits.length === 12 && digits.endsWith('01')
    ? digits.slice(0, 10)
    : digits.length === 10
      ? digits
      : undefined;
}

function occupationOf(posting: Json): Json | undefined {
  const label = name(posting['relevantOccupation']) ?? name(posting['occupationalCategory']);
  return label === undefined ? undefined : { label };
}

function salaryOf({ baseSalary }: Json): string | undefined {
  const [salary] = list(baseSalary);
  if (!isObject(salary)) return word(salary);
  const amount = isObject(salary['value']) ? salary['value'] : salary;
  const range = [word(amount['minValue']), word(amount['maxValue'])].filter((one) => one !== undefined);
  const figure = word(amount['value']) ?? range.join('–');
  return figure === ''
    ? undefined
    : [figure, word(salary['currency']), word(amount['unitText'])].filter((one) => one !== undefined).join(' ');
}

function emailOf({ applicationContact }: Json): string | undefined {
  const [contact] = list(applicationContact);
  return isObject(contact) ? word(contact['email']) : undefined;
}
