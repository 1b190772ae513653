import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { TitleIndex, type NamedThing } from '../src/index.js';

/** What is known of occupations beside the corpus: ESCO's ISCO groups, and JobTech's labels with the ISCO groups of their SSYK-4 groups. */
export interface OccupationGroups {
  /** ISCO-4 code of an ESCO concept. */
  iscoOf(concept: string): string | undefined;
  readonly voters: TitleIndex;
}

interface SsykGroup {
  readonly id: string;
  readonly narrower?: readonly { readonly id: string; readonly preferred_label: string; readonly type: string }[];
  readonly related?: readonly { readonly isco_code_08?: string }[];
}

/** Null where the files are not there. Links between JobTech and ESCO occupations are not read: MELO's gold was made of them. */
export function readOccupationGroups(data: string): OccupationGroups | null {
  const jobtech = join(data, 'taxonomy/jobtech-2025');
  const esco = join(data, 'taxonomy/esco-en/occupations_en.csv');
  if (!existsSync(jobtech) || !existsSync(esco)) return null;
  const groups = (file: string): SsykGroup[] =>
    (JSON.parse(readFileSync(join(jobtech, file), 'utf8')) as { data: { concepts: SsykGroup[] } }).data.concepts;
  const iscoOfSsyk = new Map(
    groups('ssyk-level-4-with-related-isco-level-4-groups.json').map(({ id, related = [] }) => [
      id,
      related.flatMap(({ isco_code_08: code }) => code ?? []),
    ]),
  );
  const things = groups('ssyk-level-4-groups-with-related-occupations.json').flatMap(({ id, narrower = [] }) =>
    narrower.map((occupation): NamedThing => ({
      id: occupation.id,
      names: [{ text: occupation.preferred_label, language: 'sv' }],
      groups: iscoOfSsyk.get(id) ?? [],
    })),
  );
  const rows = parse(readFileSync(esco), { columns: true, bom: true }) as { conceptUri: string; iscoGroup: string }[];
  const isco = new Map(rows.map(({ conceptUri, iscoGroup }) => [conceptUri, iscoGroup]));
  return {
    iscoOf: (concept) => /\/isco\/C(\d+)$/.exec(concept)?.[1] ?? isco.get(concept),
    voters: new TitleIndex(things),
  };
}
