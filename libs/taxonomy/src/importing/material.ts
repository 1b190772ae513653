import { ImportError } from './import-error.js';

/** A concept as a JobTech file gives it. */
export interface RawConcept {
  readonly id: string;
  readonly type: string;
  label: string;
  code: string | null;
  definition: string | null;
  readonly alternatives: Set<string>;
  /** Ids that older systems know it by. */
  readonly legacyIds: Set<string>;
  /** Where it was met first. */
  readonly file: string;
}

/** `from` stands in a relation to `to`; `file` and `place` say where that was read. */
export interface RawEdge {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly place: string;
}

export interface RawSubstitution extends RawEdge {
  readonly percentage: number;
}

/** SKOS relations of the crosswalk, read from ESCO to JobTech: with `broad`, the JobTech concept is the broader one. */
export type MatchRelation = 'exact' | 'broad' | 'narrow' | 'close';

export interface RawMatch extends RawEdge {
  readonly relation: MatchRelation;
}

export type RawGiven = Pick<RawConcept, 'id' | 'type' | 'label'> &
  Partial<{ code: string | null; definition: string | null; alternatives: readonly string[]; legacyId: string | null }>;

/** Concepts and relations of one state of JobTech's taxonomy, as gathered from its files. */
export class JobtechState {
  readonly concepts = new Map<string, RawConcept>();
  /** `from` is narrower than `to`. */
  readonly broader: RawEdge[] = [];
  readonly related: RawEdge[] = [];
  /** Who holds `from` can step in for `to`. */
  readonly substitutions: RawSubstitution[] = [];
  /** `to` takes the place of `from`, which is no longer used. */
  readonly replacedBy: RawEdge[] = [];

  /** Adds a concept, or what a further file knows of it. @throws ImportError `bad-value` where two files give it two types. */
  add(given: RawGiven, file: string, place: string): RawConcept {
    let concept = this.concepts.get(given.id);
    if (!concept) {
      concept = {
        id: given.id,
        type: given.type,
        label: given.label,
        code: null,
        definition: null,
        alternatives: new Set(),
        legacyIds: new Set(),
        file,
      };
      this.concepts.set(given.id, concept);
    }
    if (concept.type !== given.type)
      throw new ImportError(
        'bad-value',
        file,
        place,
        `${given.id} is of type ${given.type} here and ${concept.type} in ${concept.file}`,
      );
    concept.code ??= given.code ?? null;
    concept.definition ??= given.definition ?? null;
    for (const one of given.alternatives ?? []) concept.alternatives.add(one);
    if (given.legacyId) concept.legacyIds.add(given.legacyId);
    return concept;
  }

  ofType(...types: readonly string[]): RawConcept[] {
    return [...this.concepts.values()].filter(({ type }) => types.includes(type)).sort(byId);
  }
}

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

export type EscoKind = 'occupation' | 'skill' | 'skill-group' | 'isco-group';

/** A concept of ESCO, in as many languages as files were given. */
export interface EscoConcept {
  readonly uri: string;
  readonly kind: EscoKind;
  readonly labels: Map<string, string>;
  readonly alternatives: Map<string, Set<string>>;
  readonly definitions: Map<string, string>;
  code: string | null;
  iscoGroup: string | null;
  /** A language, or a use of one: another kind of concept here. */
  isLanguage: boolean;
}

/** ESCO's concepts and relations, as gathered from its files. */
export class EscoState {
  readonly concepts = new Map<string, EscoConcept>();
  readonly broader: RawEdge[] = [];
  readonly occupationSkills: RawEdge[] = [];
  readonly languages = new Set<string>();

  add(uri: string, kind: EscoKind): EscoConcept {
    let concept = this.concepts.get(uri);
    if (!concept) {
      concept = {
        uri,
        kind,
        labels: new Map(),
        alternatives: new Map(),
        definitions: new Map(),
        code: null,
        iscoGroup: null,
        isLanguage: false,
      };
      this.concepts.set(uri, concept);
    }
    return concept;
  }
}

/** A loose word for an occupation, as job seekers typed it. */
export interface RawSynonym {
  readonly word: string;
  readonly conceptId: string;
}

/** Everything that was read, before it is put together. */
export class Material {
  /** JobTech's taxonomy as it is. */
  readonly current = new JobtechState();
  /** What older files knew: ids that stored data may still hold. */
  readonly older = new JobtechState();
  readonly esco = new EscoState();
  /** `from` is an ESCO URI, `to` a JobTech id. */
  readonly matches: RawMatch[] = [];
  readonly synonyms: RawSynonym[] = [];
  /** Which files each source gave, for the list of sources. */
  readonly filesOf = new Map<SourceName, string[]>();
  /** The version that JobTech's API named; null for files, which name none. */
  jobtechVersion: string | null = null;

  note(source: SourceName, file: string): void {
    const files = this.filesOf.get(source);
    if (files) files.push(file);
    else this.filesOf.set(source, [file]);
  }
}

export type SourceName = 'jobtech' | 'jobtech-older' | 'esco' | 'crosswalk' | 'synonyms';
