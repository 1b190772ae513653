import { createHash } from 'node:crypto';
import { ImportError } from './import-error.js';
import { JobtechState, Material, type RawEdge } from './material.js';
import { readCrosswalk, readSwedishLabels, readSynonyms } from './readers/crosswalk-tsv.js';
import { markLanguages, readEscoBroader, readEscoConcepts, readEscoOccupationSkills } from './readers/esco-csv.js';
import { isDump, isOlderDump, readDump } from './readers/jobtech-dump.js';
import {
  isKeyedList,
  isLegacyIds,
  isNameList,
  readKeyedList,
  readLegacyIds,
  readNameList,
  type NamedOccupation,
} from './readers/jobtech-older.js';
import { TabiyaReader } from './readers/tabiya-csv.js';
import { headOf, jsonOf, rowsOf, textOf, type InputFile } from './text-input.js';

/** What was read, and files that say nothing to a taxonomy. */
export interface ReadInput {
  readonly material: Material;
  readonly unused: readonly { readonly file: string; readonly reason: string }[];
}

/** Reads every file, in the order of their names. @throws ImportError with file and place of the first fault. */
export function readInput(files: readonly InputFile[]): ReadInput {
  const reader = new InputReader();
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) reader.read(file);
  return reader.finish();
}

class InputReader {
  private readonly material = new Material();
  private readonly unused: { file: string; reason: string }[] = [];
  private readonly tabiya = new TabiyaReader(this.material.esco);
  private readonly named: NamedOccupation[] = [];

  read({ name, bytes }: InputFile): void {
    if (/\.json$/i.test(name)) this.json(name, jsonOf(name, textOf(name, bytes())));
    else if (/\.(csv|tsv)$/i.test(name)) this.table(name, textOf(name, bytes()));
    else this.unused.push({ file: name, reason: 'no JSON, CSV or TSV' });
  }

  finish(): ReadInput {
    this.tabiya.finish();
    nameOccupations(this.named, this.material);
    markLanguages(this.material.esco);
    return { material: this.material, unused: this.unused };
  }

  private json(name: string, json: unknown): void {
    const { material } = this;
    if (isDump(json)) {
      const older = isOlderDump(json);
      readDump(json, name, older ? material.older : material.current, material);
      material.note(older ? 'jobtech-older' : 'jobtech', name);
      return;
    }
    if (isKeyedList(json)) readKeyedList(json, name, material.older);
    else if (isNameList(json)) this.named.push(...readNameList(json, name));
    else if (isLegacyIds(json)) readLegacyIds(json, name, material.older);
    else if ((json as { data?: { concept_types?: unknown } } | null)?.data?.concept_types) {
      this.unused.push({ file: name, reason: 'names of types' });
      return;
    } else throw new ImportError('unknown-file', name, '', 'is in no form that is known');
    material.note('jobtech-older', name);
  }

  private table(name: string, text: string): void {
    const { material, tabiya } = this;
    const head = new Set(headOf(name, text));
    const has = (...columns: readonly string[]): boolean => columns.every((column) => head.has(column));
    const rows = () => rowsOf(name, text);
    if (has('esco_uri', 'jobtech_occupation_id')) readCrosswalk(rows(), name, 'occupation', material);
    else if (has('esco_skill_uri', 'jobtech_skill_id')) readCrosswalk(rows(), name, 'skill', material);
    else if (has('esco_skill_uri', 'preferred_label_sv')) readSwedishLabels(rows(), name, material);
    else if (has('synonym', 'concept_id')) {
      readSynonyms(rows(), name, material);
      material.note('synonyms', name);
      return;
    } else {
      if (has('conceptType', 'conceptUri', 'preferredLabel')) readEscoConcepts(rows(), name, material.esco);
      else if (has('conceptUri', 'broaderUri')) readEscoBroader(rows(), name, material.esco);
      else if (has('occupationUri', 'skillUri')) readEscoOccupationSkills(rows(), name, material.esco);
      else if (has('ORIGINURI', 'PREFERREDLABEL')) tabiya.concepts(rows(), name);
      else if (has('PARENTID', 'CHILDID')) tabiya.broader(rows(), name);
      else if (has('OCCUPATIONID', 'SKILLID')) tabiya.occupationSkills(rows(), name);
      else if (has('REQUIRINGID', 'REQUIREDID') || has('originalSkillUri', 'relatedSkillUri') || has('Level 0 URI')) {
        this.unused.push({ file: name, reason: 'relations among skills that nothing is computed from' });
        return;
      } else throw new ImportError('unknown-file', name, '', 'has columns that are not known');
      material.note('esco', name);
      return;
    }
    material.note('crosswalk', name);
  }
}

/** Occupations that a file gives by name get the ids that the lists of ids know them by; the rest an id made of the name. */
function nameOccupations(named: readonly NamedOccupation[], { older, current }: Material): void {
  const idOf = new Map<string, string>();
  const groups = new Map<string, string>();
  for (const state of [current, older]) {
    for (const { id, type, label, code } of state.concepts.values()) {
      if (type === 'occupation-name' && !idOf.has(label)) idOf.set(label, id);
      if (type === 'ssyk-level-4' && code !== null) groups.set(code, id);
    }
  }
  for (const { occupation, ssyk, file, place } of named) {
    const id = idOf.get(occupation) ?? `name:${createHash('sha256').update(occupation).digest('hex').slice(0, 24)}`;
    older.add({ id, type: 'occupation-name', label: occupation }, file, place);
    const group = groups.get(ssyk);
    if (group === undefined) throw new ImportError('unknown-target', file, place, `${ssyk} is no SSYK group`);
    older.broader.push({ from: id, to: group, file, place });
  }
}

/** The state that a taxonomy is made of: what the current files give, and whole types that only older files have. */
export function wholeState({ current, older }: Material): JobtechState {
  const types = new Set([...current.concepts.values()].map(({ type }) => type));
  const whole = new JobtechState();
  for (const concept of current.concepts.values()) whole.concepts.set(concept.id, concept);
  for (const concept of older.concepts.values()) {
    const known = whole.concepts.get(concept.id);
    if (!known && !types.has(concept.type)) whole.concepts.set(concept.id, concept);
    for (const id of concept.legacyIds) known?.legacyIds.add(id);
  }
  const stands = ({ from, to }: RawEdge): boolean => whole.concepts.has(from) && whole.concepts.has(to);
  const isOfOlderType = (edge: RawEdge): boolean => stands(edge) && !current.concepts.has(edge.from);
  whole.broader.push(...current.broader, ...older.broader.filter(isOfOlderType));
  whole.related.push(...current.related, ...older.related.filter(isOfOlderType));
  whole.substitutions.push(...current.substitutions);
  whole.replacedBy.push(...current.replacedBy);
  return whole;
}
