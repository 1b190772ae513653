import { createHash } from 'node:crypto';
import { isRankedDemand, wishes, type ExplanationPart, type MatchFigures } from '#contracts';
import {
  buildIdf,
  createEngine,
  matchingModel,
  type EngineProfile,
  type EngineVacancy,
  type MatchingEngine,
  type Ranking,
} from '#engine';
import { conceptGraph, geography, type ReadFact, type Taxonomy, type TextReader } from '#taxonomy';
import { readAd, readCv } from './read-text.js';
import type { NamedText } from './text-files.js';

/** One place on a list. `fit` is 0 to 100, the two sides' fits 0 to 1,000,000. */
export interface RankedText {
  readonly name: string;
  readonly fit: number;
  readonly employerFit: number;
  readonly seekerFit: number;
  readonly eligibility: 'met' | 'unknown' | 'not-met';
  /** What earned most, and requirements that nothing in the CV answers. */
  readonly reasons: readonly ExplanationPart[];
  readonly missing: readonly ExplanationPart[];
}

export interface TextList {
  readonly name: string;
  readonly title: string;
  readonly occupationId: string | null;
  /** How many facts or demands were read. */
  readonly read: number;
  /** How many can be considered. */
  readonly total: number;
  /** How many were taken off, by reason. */
  readonly removed: Ranking['removed'];
  readonly items: readonly RankedText[];
}

const reasonsShown = 3;
const usualWeight = 5;
/** The longest list that the engine gives. */
const mostRanked = 10_000;

interface Read<T> {
  readonly name: string;
  readonly title: string;
  readonly occupationId: string | null;
  readonly read: number;
  readonly value: T;
}

/** Ranks CV texts for each ad text and ad texts for each CV text: the model and the engine of the running system, over texts alone. */
export class TextMatching {
  private readonly vacancies: Read<EngineVacancy>[];
  private readonly profiles: Read<EngineProfile>[];
  private readonly engine: MatchingEngine;
  private readonly names = new Map<string, string>();

  constructor(
    taxonomy: Taxonomy,
    reader: TextReader,
    ads: readonly NamedText[],
    cvs: readonly NamedText[],
    onProgress: (done: number, total: number) => void = () => {},
  ) {
    let done = 0;
    const counted = <T>(value: T): T => {
      onProgress((done += 1), ads.length + cvs.length);
      return value;
    };
    this.vacancies = ads.map((ad) => counted(vacancyOf(reader, ad)));
    this.profiles = cvs.map((cv) => counted(profileOf(reader, cv)));
    this.engine = createEngine({
      model: matchingModel,
      graph: conceptGraph(taxonomy),
      geography: geography(taxonomy),
      idf: buildIdf({ documents: this.vacancies.length, counts: countsOf(this.vacancies.map(({ value }) => value)) }),
    });
    for (const { name, value } of this.vacancies) {
      this.engine.upsertVacancy(value);
      this.names.set(value.vacancyId, name);
    }
    for (const { name, value } of this.profiles) {
      this.engine.upsertProfile(value);
      this.names.set(value.profileId, name);
    }
  }

  /** For each ad, the people that fit it best. */
  forVacancies(top: number, today: string): TextList[] {
    return this.vacancies.map(({ value, ...about }) => {
      const ranking = this.engine.rankProfiles(value.vacancyId, { rankBy: 'both', limit: mostRanked, today });
      return { ...about, ...this.list(ranking, 'profileId', top) };
    });
  }

  /** For each CV, the vacancies that fit best. */
  forProfiles(top: number, today: string): TextList[] {
    return this.profiles.map(({ value, ...about }) => {
      const ranking = this.engine.rankVacancies(value.profileId, { rankBy: 'both', limit: mostRanked, today });
      return { ...about, ...this.list(ranking, 'vacancyId', top) };
    });
  }

  private list({ total, removed, items }: Ranking, other: 'profileId' | 'vacancyId', top: number) {
    // Texts say little of wishes: of equal fits, none at all above all, the one that meets more of the ad comes first.
    const product = (one: MatchFigures): number => one.employerFit * one.seekerFit;
    const best = [...items].sort((a, b) => product(b) - product(a) || b.employerFit - a.employerFit).slice(0, top);
    return { total, removed, items: best.map((figures) => this.ranked(figures, this.names.get(figures[other])!)) };
  }

  private ranked(figures: MatchFigures, name: string): RankedText {
    const { fit, employerFit, seekerFit, eligibility } = figures;
    const { employerParts } = this.engine.explain(figures.profileId, figures.vacancyId);
    const reasons = employerParts
      .filter(({ points, relation }) => points > 0 && relation !== 'none')
      .sort((a, b) => b.points - a.points);
    const seen = new Set(reasons.map(({ conceptId }) => conceptId));
    const missing = employerParts
      .filter(({ points, necessity }) => points === 0 && necessity === 'requirement')
      .sort((a, b) => b.of - a.of)
      .filter(({ conceptId }) => conceptId === null || (!seen.has(conceptId) && seen.add(conceptId)));
    return {
      name,
      fit,
      employerFit,
      seekerFit,
      eligibility,
      reasons: reasons.slice(0, reasonsShown),
      missing: missing.slice(0, reasonsShown),
    };
  }
}

function vacancyOf(reader: TextReader, { name, text }: NamedText): Read<EngineVacancy> {
  const vacancyId = idOf('vacancy', name);
  const reading = readAd(reader, text);
  const demands = reading.facts.filter(isRankedDemand).map((demand, at) => {
    const { kind, conceptId, necessity, level, years, either, span } = demand;
    const id = idOf(vacancyId, String(at));
    return { id, kind, conceptId, necessity, level, years, either, span, weight: usualWeight, origin: 'read' as const };
  });
  const value: EngineVacancy = {
    vacancyId,
    rankable: true,
    employerId: idOf('employer', name),
    occupationId: reading.occupationId,
    demands,
    municipalities: [],
    remote: false,
    employmentTypeId: null,
    extent: null,
    pay: null,
    deadline: null,
    start: null,
  };
  return { name, title: reading.title.quote, occupationId: reading.occupationId, read: reading.facts.length, value };
}

function profileOf(reader: TextReader, { name, text }: NamedText): Read<EngineProfile> {
  const profileId = idOf('profile', name);
  const reading = readCv(reader, text);
  const { title, occupationId } = reading;
  const read: Pick<ReadFact, 'kind' | 'conceptId' | 'level' | 'years' | 'span'>[] = [...reading.facts];
  if (occupationId !== null && !read.some(({ conceptId }) => conceptId === occupationId))
    read.push({ kind: 'occupation', conceptId: occupationId, level: null, years: null, span: title });
  const facts = read.map(({ kind, conceptId, level, years, span }, at) => {
    const id = idOf(profileId, String(at));
    return { id, kind, conceptId, level, years, span, origin: 'extracted' as const };
  });
  const value = { profileId, rankable: true, homeMunicipality: null, facts, wishes: wishes.parse({}) };
  return { name, title: title.quote, occupationId, read: facts.length, value };
}

/** How many vacancies ask for each concept. */
function countsOf(vacancies: readonly EngineVacancy[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { demands } of vacancies)
    for (const conceptId of new Set(demands.flatMap((demand) => demand.conceptId ?? [])))
      counts[conceptId] = (counts[conceptId] ?? 0) + 1;
  return counts;
}

/** An id in the form that the model's ids have, the same for the same name: ties are ordered alike in every run. */
function idOf(...names: string[]): string {
  const hex = createHash('sha256').update(names.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
