import type { VacancyView } from '#contracts';
import type { Labels } from './labels.js';

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const employmentType = ({ extent }: VacancyView): string[] | undefined => {
  if (!extent) return undefined;
  if (extent.min === 100) return ['FULL_TIME'];
  return extent.max < 100 ? ['PART_TIME'] : ['FULL_TIME', 'PART_TIME'];
};

const place = (name: string): object => ({
  '@type': 'Place',
  address: { '@type': 'PostalAddress', addressLocality: name, addressCountry: 'SE' },
});

/** The last second of a day in Sweden, with the offset that holds then. */
export function endOfSwedishDay(day: string): string {
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T21:30:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${day}T23:59:59${offset?.replace('GMT', '') ?? '+01:00'}`;
}

/** The vacancy as schema.org's JobPosting. */
export function jobPosting(vacancy: VacancyView, labels: Labels, url: string): object {
  const {
    headline,
    text,
    employer,
    municipalities,
    remote,
    positions,
    pay,
    deadline,
    start,
    publishedAt,
    occupationId,
    source,
    id,
    applicationUrl,
  } = vacancy;
  const hasPay = pay !== null && (pay.min !== null || pay.max !== null);
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    url,
    title: headline,
    description: text
      .split(/\n\s*\n/)
      .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
      .join(''),
    identifier: { '@type': 'PropertyValue', name: source?.name ?? 'Rallare', value: source?.externalId ?? id },
    datePosted: publishedAt ?? undefined,
    validThrough: deadline ? endOfSwedishDay(deadline) : undefined,
    hiringOrganization: { '@type': 'Organization', name: employer.name },
    jobLocation: municipalities.map((code) => place(labels.municipality(code))),
    ...(remote
      ? { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: { '@type': 'Country', name: 'Sweden' } }
      : {}),
    employmentType: employmentType(vacancy),
    occupationalCategory: labels.concept(occupationId) ?? undefined,
    totalJobOpenings: positions,
    jobStartDate: start ?? undefined,
    directApply: applicationUrl !== null,
    ...(hasPay
      ? {
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: 'SEK',
            value: {
              '@type': 'QuantitativeValue',
              minValue: pay.min ?? undefined,
              maxValue: pay.max ?? undefined,
              unitText: 'MONTH',
            },
          },
        }
      : {}),
  };
}
