import { matchingApi, profileApi, vacancyApi, type ConceptView, type ExplanationPart } from '#contracts';
import { formatOf } from './import-profiles.js';
import type { ApiClient } from './api-client.js';
import { readRecords } from '#platform';
import { openText } from './text-source.js';

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

const relations: Record<ExplanationPart['relation'], string> = {
  same: 'the same',
  'exact-match': 'the same by another name',
  narrower: 'more special',
  broader: 'more general',
  sibling: 'a neighbour',
  'substitute-75': 'close to it',
  'substitute-25': 'some way to it',
  'same-group': 'of the same group',
  none: 'no relation',
};

const longestQuote = 80;

/** Points as percent of the side's whole fit. */
const percent = (points: number): string => (points / 10_000).toLocaleString('en', { maximumFractionDigits: 1 });

/** One line of evidence: what is asked, in the ad's own words, what the person has, and what that gives. */
export function evidenceLine(part: ExplanationPart | undefined, labels: ReadonlyMap<string, ConceptView>): string {
  if (!part) return 'no evidence';
  const label = (id: string): string => labels.get(id)?.label.sv ?? id;
  const name = part.part === 'demand' ? '' : part.part.replaceAll('-', ' ');
  const asked = [name, part.conceptId ? label(part.conceptId) : ''].filter(Boolean).join(' ');
  const quote = part.vacancySpan?.quote.replace(/\s+/g, ' ').trim();
  const words = quote ? ` “${quote.length > longestQuote ? `${quote.slice(0, longestQuote - 1)}…` : quote}”` : '';
  const has = part.factConceptId
    ? ` ← ${label(part.factConceptId)} (${relations[part.relation]})`
    : part.ground
      ? ` (${part.ground.replaceAll('-', ' ')})`
      : '';
  return `${asked}${words}${has}: ${percent(part.points)} of ${percent(part.of)} %`;
}
