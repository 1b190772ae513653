import type { FeedDefaults } from '#contracts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A record with what its feed says of every ad that does not say it itself. */
export function withDefaults(record: unknown, defaults: FeedDefaults): unknown {
  if (!isObject(record) || record['removed'] === true) return record;
  const employer = isObject(record['employer']) ? record['employer'] : {};
  const place = isObject(record['workplace_address']) ? record['workplace_address'] : {};
  const hasPlace = ['municipality', 'municipality_code', 'municipality_concept_id', 'country_code'].some((key) =>
    isSaid(place[key]),
  );
  return {
    ...record,
    employer: {
      ...employer,
      name: isSaid(employer['name']) ? employer['name'] : (defaults.employerName ?? employer['name']),
      organization_number: isSaid(employer['organization_number'])
        ? employer['organization_number']
        : defaults.organisationNumber,
    },
    workplace_address:
      hasPlace || defaults.municipality === null
        ? record['workplace_address']
        : { ...place, municipality_code: defaults.municipality },
  };
}
