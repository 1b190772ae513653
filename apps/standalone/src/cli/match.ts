import { matchingApi, profileApi, vacancyApi, type ConceptView, type ExplanationPart } from '#contracts';
import { formatOf } from './import-profiles.js';
import type { ApiClient } from './api-client.js';
import { openText, readRecords } from './records.js';

export type MatchPreview = Awaited<ReturnType<typeof matchDocument>>;

/** Matches a CV document against the open vacancies; nothing is saved. @throws Error in one line where the file holds no CV. */
export async function matchDocument(client: ApiClient, file: string, limit: number) {
  for await (const record of readRecords(await openText(file))) {
    if ('fault' in record) throw new Error(`${file}, line ${record.line}: ${record.fault}`);
    const format = formatOf(record.value);
    if (!format) throw new Error(`${file}: not a CV document`);
    const { profile } = await client.call(profileApi.readCv, {
      body: { format, document: record.value as Record<string, unknown> },
    });
    const { homeMunicipality, homeCountry, facts, wishes } = profile;
    return client.call(matchingApi.previewMatches, {
      body: { limit, profile: { homeMunicipality, homeCountry, facts, wishes } },
    });
  }
  throw new Error(`${file}: the file is empty`);
}

export const matchVacancy = (client: ApiClient, vacancyId: string, limit: number) =>
  client.call(matchingApi.inspectVacancy, { params: { vacancyId }, query: { limit } });

/** Labels of all concepts that some parts name. */
export async function labelsOf(
  client: ApiClient,
  parts: readonly ExplanationPart[],
): Promise<Map<string, ConceptView>> {
  const ids = [
    ...new Set(parts.flatMap(({ conceptId, factConceptId }) => [conceptId, factConceptId]).filter((id) => id !== null)),
  ];
  const labels = new Map<string, ConceptView>();
  for (let start = 0; start < ids.length; start += 500) {
    const { items } = await client.call(vacancyApi.lookUpConcepts, { body: { ids: ids.slice(start, start + 500) } });
    for (const item of items) labels.set(item.id, item);
  }
  return labels;
}

/** One line of evidence: what the ad asks, in its own words, and what the person has. */
export function evidenceLine(part: ExplanationPart | undefined, labels: ReadonlyMap<string, ConceptView>): string {
  if (!part) return 'no evidence';
  const label = (id: string | null): string => (id ? (labels.get(id)?.label.sv ?? id) : '');
  const demanded = label(part.conceptId) || part.part;
  const words = part.vacancySpan ? ` “${part.vacancySpan.quote.replace(/\s+/g, ' ')}”` : '';
  const has = part.factConceptId
    ? ` ← ${label(part.factConceptId)} (${part.relation})`
    : part.ground
      ? ` (${part.ground})`
      : '';
  return `${demanded}${words}${has}: ${part.points.toLocaleString('en')} of ${part.of.toLocaleString('en')} points`;
}
