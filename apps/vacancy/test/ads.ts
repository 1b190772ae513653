import type { ImportResult } from '#contracts';
import { vacancyApi } from '#contracts';
import { operator, type RunningService } from './service.js';

/** An invented ad in the shape of JobSearch. */
export const inventedAd = (id: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  headline: `Påhittat jobb ${id}`,
  webpage_url: `https://example.com/${id}`,
  publication_date: '2025-01-02T08:00:00',
  last_publication_date: '2098-12-31T23:59:59',
  application_deadline: '2098-12-31T23:59:59',
  number_of_vacancies: 2,
  description: { text: `Vi söker en ny kollega.\nKrav: B-körkort.\nVälkommen med ansökan ${id}.` },
  employment_type: { concept_id: 'PFZr_Syz_cUq', label: 'Vanlig anställning', legacy_ams_taxonomy_id: '1' },
  scope_of_work: { min: 50, max: 100 },
  employer: { organization_number: '5560000001', name: 'Påhittade Verkstaden AB' },
  occupation: { concept_id: 'none_of_ours', label: 'Okänt yrke' },
  workplace_address: { municipality: 'Luleå', municipality_code: '2580' },
  removed: false,
  ...changes,
});

export const removalOf = (id: string | number): Record<string, unknown> => ({
  id,
  removed: true,
  removed_date: '2025-03-01T03:00:00',
});

export async function importAds(
  service: RunningService,
  records: unknown[],
  options: { source?: string; demo?: boolean } = {},
): Promise<ImportResult[]> {
  const body = { source: 'test', ...options, records };
  const { results } = await service.get<{ results: ImportResult[] }>(vacancyApi.importAds, operator, { body });
  return results;
}

export const outcomes = (results: readonly ImportResult[]): string[] => results.map(({ outcome }) => outcome);
