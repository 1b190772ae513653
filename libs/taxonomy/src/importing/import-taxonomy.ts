import { createHash } from 'node:crypto';
import { canonicalJson } from '../snapshot-hash.js';
import { checkSnapshot } from '../snapshot-check.js';
import { snapshotFormat, type SnapshotConcept, type TaxonomySnapshot, type TaxonomySource } from '../snapshot.js';
import { ImportError } from './import-error.js';
import { ImportReport } from './import-report.js';
import type { JobtechState, Material, SourceName } from './material.js';
import { Draft, type DraftConcept } from './merge/draft.js';
import { escoRelatedSkills, mergeCrosswalk, placeEscoOccupations } from './merge/merge-crosswalk.js';
import { mergeEsco, mergeEscoHierarchy } from './merge/merge-esco.js';
import { assertNoCycles, mergeConcepts, mergeHierarchy } from './merge/merge-jobtech.js';
import { mergeOlderIds, mergeSynonyms } from './merge/merge-older.js';
import { mergeIscoGroups, mergeRelatedSkills, mergeSubstitutions, mergeUsualSkills } from './merge/merge-relations.js';
import { readInput, wholeState } from './read-input.js';
import type { InputFile } from './text-input.js';

export interface ImportOptions {
  /** What the snapshot is called; by default made of the hash of its content. */
  readonly version?: string;
  /** The version that JobTech's API named, where the files come from there. */
  readonly jobtechVersion?: string;
}

export interface Imported {
  readonly snapshot: TaxonomySnapshot;
  readonly report: ImportReport;
}

/** Without these types there is no taxonomy to match by. */
const needed: Readonly<Record<string, string>> = {
  'occupation-name': 'occupations',
  'ssyk-level-4': 'SSYK-4 groups',
  skill: 'skills',
};

/**
 * Makes one snapshot of files of JobTech's and ESCO's, over the starter: its ids are JobTech's, so what it names is enriched, and what the files lack
 * (coordinates, regions, which licence includes which, English names) stays as it has it. The same input gives the same snapshot, whatever order it comes in.
 *
 * @throws ImportError with file and place of the first fault.
 */
export function importTaxonomy(
  files: readonly InputFile[],
  starter: TaxonomySnapshot,
  options: ImportOptions = {},
): Imported {
  const report = new ImportReport();
  const { material, unused } = readInput(files);
  report.unusedFiles.push(...unused);
  const state = wholeState(material);
  requireTypes(state);
  assertNoCycles(state);
  const draft = new Draft();
  for (const concept of starter.concepts) draft.adopt(concept);
  mergeConcepts(state, draft, report);
  mergeHierarchy(state, draft);
  const iscoGroups = mergeIscoGroups(state);
  const taken = mergeEsco(material, draft, report);
  mergeEscoHierarchy(material, taken, draft, report);
  const exactMatches = mergeCrosswalk(material, taken, draft, report);
  placeEscoOccupations(material, taken, iscoGroups, draft, report);
  mergeOlderIds(material, state, draft, report);
  mergeSynonyms(material, draft, report);
  const related = mergeRelatedSkills(state, draft);
  const content = {
    concepts: [...draft.concepts.values()].map(asConcept),
    exactMatches: [...starter.exactMatches, ...exactMatches],
    format: snapshotFormat as typeof snapshotFormat,
    iscoGroups,
    places: starter.places,
    relatedSkills: [...related, ...escoRelatedSkills(material, taken)],
    sources: [...starter.sources, ...sourcesOf(material, files, options)],
    substitutions: mergeSubstitutions(state, starter, draft, report),
    usualSkills: mergeUsualSkills(starter, related, draft, report),
  };
  const digest = createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
  const snapshot: TaxonomySnapshot = { ...content, version: options.version ?? `imported-${digest.slice(0, 12)}` };
  checkSnapshot(snapshot);
  countConcepts(snapshot, starter, report);
  return { snapshot, report };
}

function requireTypes(state: JobtechState): void {
  const types = new Set([...state.concepts.values()].map(({ type }) => type));
  for (const [type, what] of Object.entries(needed))
    if (!types.has(type)) throw new ImportError('missing', 'the input', '', `no file gives ${what} (${type})`);
}

/** Keys in canonical order, as everywhere that snapshots are made. */
function asConcept(draft: DraftConcept): SnapshotConcept {
  const { id, kind, label, borrowed, alternatives, code, broader, definition, references, searchWords } = draft;
  const said = {
    ...(definition.en === undefined ? {} : { en: definition.en }),
    ...(definition.sv === undefined ? {} : { sv: definition.sv }),
  };
  const words = [...searchWords].filter((one) => one !== label.sv && !alternatives.sv.has(one)).sort();
  return {
    alternatives: { en: others(alternatives.en, label.en), sv: others(alternatives.sv, label.sv) },
    ...(borrowed === undefined ? {} : { borrowed }),
    broader: [...broader],
    code,
    ...(Object.keys(said).length > 0 ? { definition: said } : {}),
    id,
    kind,
    label: { en: label.en, sv: label.sv },
    references: [...references],
    ...(words.length > 0 ? { searchWords: words } : {}),
  };
}

const others = (words: ReadonlySet<string>, label: string): string[] => [...words].filter((one) => one !== label);

const described: Readonly<Record<SourceName, Omit<TaxonomySource, 'version'>>> = {
  jobtech: {
    name: 'JobTech Taxonomy (Arbetsförmedlingen), whole',
    url: 'https://data.arbetsformedlingen.se/',
    licence: 'CC0 1.0',
    used: 'concepts, definitions, hierarchy, substitutability, skills and ISCO groups of SSYK-4 groups, keywords',
  },
  'jobtech-older': {
    name: 'JobTech Taxonomy (Arbetsförmedlingen), older states',
    url: 'https://data.arbetsformedlingen.se/',
    licence: 'CC0 1.0',
    used: 'legacy ids, replaced ids, names of places',
  },
  esco: {
    name: 'ESCO (European Commission)',
    url: 'https://esco.ec.europa.eu/',
    licence: 'CC BY 4.0',
    used: 'occupations, skills, skill groups, labels, descriptions, hierarchy',
  },
  crosswalk: {
    name: 'Links from ESCO to JobTech Taxonomy (Arbetsförmedlingen)',
    url: 'https://esco.ec.europa.eu/',
    licence: 'CC BY 4.0',
    used: 'exact, broader and narrower matches, Swedish labels',
  },
  synonyms: {
    name: 'Synonyms of occupations (Arbetsförmedlingen)',
    url: 'https://data.arbetsformedlingen.se/',
    licence: 'open data; MIT for the collection',
    used: 'words to search by',
  },
};

function sourcesOf(
  { filesOf }: Material,
  files: readonly InputFile[],
  { jobtechVersion }: ImportOptions,
): TaxonomySource[] {
  const bytesOf = new Map(files.map(({ name, bytes }) => [name, bytes]));
  return (Object.keys(described) as SourceName[]).flatMap((source) => {
    const names = filesOf.get(source);
    if (!names) return [];
    if (source === 'jobtech' && jobtechVersion !== undefined)
      return [{ ...described[source], version: jobtechVersion }];
    const hash = createHash('sha256');
    for (const name of [...names].sort()) hash.update(createHash('sha256').update(bytesOf.get(name)!()).digest());
    return [{ ...described[source], version: `sha256:${hash.digest('hex').slice(0, 16)} of ${names.length} files` }];
  });
}

function countConcepts(snapshot: TaxonomySnapshot, starter: TaxonomySnapshot, report: ImportReport): void {
  const own = new Set(starter.concepts.map(({ id }) => id));
  for (const { id, kind } of snapshot.concepts) {
    const count = (report.concepts[kind] ??= { starter: 0, added: 0 });
    if (own.has(id)) count.starter += 1;
    else count.added += 1;
  }
  const { substitutions, usualSkills, exactMatches, relatedSkills = [], iscoGroups = [], places } = snapshot;
  Object.assign(report.relations, {
    substitutions: substitutions.length,
    'groups with usual skills': usualSkills.length,
    'exact matches': exactMatches.length,
    'related skills': relatedSkills.reduce((sum, { skills }) => sum + skills.length, 0),
    'SSYK groups with ISCO groups': iscoGroups.length,
    broader: snapshot.concepts.reduce((sum, { broader }) => sum + broader.length, 0),
  });
  report.fromStarter['municipalities with coordinates, region and neighbours'] = places.length;
}
