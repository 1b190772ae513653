import type { Counterfactual, MatchFigures } from '#contracts';
import { BulkColumns } from './bulk/bulk-columns.js';
import { bulkOnOneThread } from './bulk/bulk-on-one-thread.js';
import type { DemandOverrides } from './demands/effective-demands.js';
import type { EngineProfile, EngineVacancy } from './engine.types.js';
import { counterfactualsOf } from './explanation/counterfactuals.js';
import { employerParts } from './explanation/employer-parts.js';
import { seekerParts } from './explanation/seeker-parts.js';
import { knowledgeOf } from './facts/knowledge.js';
import { judgedChecks, matchFigures } from './figures.js';
import type { BulkLists, BulkQuery, CountQuery, Ranking, RankQuery, Widening, WidenQuery } from './lists.types.js';
import type { Explanation, KernelName, MatchingEngine, Restoring, SnapshotAbout } from './matching-engine.types.js';
import { byCodeUnit } from './model/code-unit-order.js';
import { rankScore } from './model/fit.js';
import { versionOf } from './model/model-version.js';
import type { ModelContext } from './model-context.js';
import { Pair, pairOf, placeBetween } from './pair.js';
import { profileForm, placeRow } from './profile-form.js';
import { ProfileRecord } from './records/profile-record.js';
import { StoredRecords } from './records/stored-records.js';
import { VacancyRecord } from './records/vacancy-record.js';
import { Words } from './records/words.js';
import type { FoundItem, FoundList, ListIndex } from './ranking/list-index.js';
import { writePosition } from './ranking/list-position.js';
import { bulkQuestionOf, countOf, questionOf, widenedOf } from './ranking/rank-query.js';
import { sealProfile, sealVacancy } from './sealed-input.js';
import { aboutSection, jsonBytes, sectionHead, snapshotFormat, type Section } from './snapshot/snapshot-format.js';
import { UnknownIdError } from './unknown-id.error.js';
import { vacancyForm, type VacancyForm } from './vacancy-form.js';
import { widenProfiles } from './widening/widen-profiles.js';
import { widenVacancies } from './widening/widen-vacancies.js';
import { namedPlaceKeys } from './wishes/wish-terms.js';

/** A bulk run on threads tells how far it is after so many lists. */
const progressEvery = 256;
/** A form takes some 5 kB of objects. */
const mostForms = 4096;

/** Keeps what it is given, finds lists through an index, and computes everything about single pairs from the objects. */
export class IndexedEngine implements MatchingEngine {
  private readonly words = new Words();
  private readonly profiles = new StoredRecords('profile', new ProfileRecord(this.words));
  private readonly vacancies = new StoredRecords('vacancy', new VacancyRecord(this.words));
  /** Of vacancies that somebody has asked about lately. */
  private readonly forms = new Map<string, VacancyForm>();

  constructor(
    private readonly context: ModelContext,
    private readonly lists: ListIndex,
  ) {}

  get kernel(): KernelName {
    return this.lists.kernel;
  }

  get profileCount(): number {
    return this.profiles.size;
  }

  get vacancyCount(): number {
    return this.vacancies.size;
  }

  hasProfile(profileId: string): boolean {
    return this.profiles.has(profileId);
  }

  hasVacancy(vacancyId: string): boolean {
    return this.vacancies.has(vacancyId);
  }

  upsertProfile(profile: EngineProfile): void {
    this.listProfile(profile);
    this.profiles.set(profile);
  }

  removeProfile(profileId: string): void {
    this.lists.removeProfile(profileId);
    this.profiles.delete(profileId);
  }

  upsertVacancy(vacancy: EngineVacancy): void {
    this.listVacancy(vacancy);
    this.vacancies.set(vacancy);
    this.forms.delete(vacancy.vacancyId);
  }

  removeVacancy(vacancyId: string): void {
    this.lists.removeVacancy(vacancyId);
    this.vacancies.delete(vacancyId);
    this.forms.delete(vacancyId);
  }

  rankProfiles(vacancy: string | EngineVacancy, query: RankQuery): Ranking {
    const question = questionOf(query);
    const form = this.formOf(vacancy, { weights: query.weights });
    const { graph, relations } = this.context;
    return page(this.lists.listProfiles(form, question), query, ({ id, employerFit, seekerFit }) => {
      const profile = this.storedProfile(id);
      const place = placeBetween(placeRow(profile, this.context), namedPlaceKeys(profile), form, this.context);
      const checks = judgedChecks(form.checks, knowledgeOf(profile, graph, relations), place);
      return matchFigures(id, form.vacancy.vacancyId, employerFit, seekerFit, checks);
    });
  }

  rankVacancies(profile: string | EngineProfile, query: RankQuery): Ranking {
    const question = questionOf(query);
    const asking = this.profileOf(profile);
    const { graph, relations } = this.context;
    const knowledge = knowledgeOf(asking, graph, relations);
    const [row, named] = [placeRow(asking, this.context), namedPlaceKeys(asking)];
    return page(this.lists.listVacancies(asking, question), query, ({ id, employerFit, seekerFit }) => {
      const vacancy = this.formOf(id);
      const checks = judgedChecks(vacancy.checks, knowledge, placeBetween(row, named, vacancy, this.context));
      return matchFigures(asking.profileId, id, employerFit, seekerFit, checks);
    });
  }

  match(profile: string | EngineProfile, vacancy: string | EngineVacancy): MatchFigures {
    return this.pair(profile, vacancy).figures;
  }

  explain(profile: string | EngineProfile, vacancy: string | EngineVacancy): Explanation {
    return explained(this.pair(profile, vacancy));
  }

  explainProfiles(vacancy: string | EngineVacancy, profiles: readonly (string | EngineProfile)[]): Explanation[] {
    const form = this.formOf(vacancy);
    return profiles.map((profile) => explained(pairOf(this.profileOf(profile), form, this.context)));
  }

  explainVacancies(profile: string | EngineProfile, vacancies: readonly (string | EngineVacancy)[]): Explanation[] {
    const form = profileForm(this.profileOf(profile), this.context);
    return vacancies.map((vacancy) => explained(new Pair(form, this.formOf(vacancy), this.context)));
  }

  counterfactuals(profile: string | EngineProfile, vacancy: string | EngineVacancy, limit: number): Counterfactual[] {
    return counterfactualsOf(this.profileOf(profile), this.formOf(vacancy), limit, this.context);
  }

  countProfiles(vacancy: string | EngineVacancy, query: CountQuery = {}): number {
    const { weights, withoutDemandId } = query;
    const withoutDemandIds = withoutDemandId === undefined ? undefined : [withoutDemandId];
    return this.lists.listProfiles(this.formOf(vacancy, { weights, withoutDemandIds }), countOf(query)).total;
  }

  countVacancies(profile: string | EngineProfile, query: CountQuery & { readonly today: string }): number {
    return this.lists.listVacancies(this.profileOf(profile), countOf(query)).total;
  }

  widenProfiles(vacancy: string | EngineVacancy, query: WidenQuery): Widening {
    const question = widenedOf(query);
    const { vacancy: sealed } = this.formOf(vacancy);
    return widenProfiles(this.lists, sealed, question, { weights: query.weights }, query.wanted, this.context);
  }

  widenVacancies(profile: string | EngineProfile, query: WidenQuery & { readonly today: string }): Widening {
    return widenVacancies(this.lists, this.profileOf(profile), widenedOf(query), query.wanted);
  }

  listIds(lists: BulkQuery['lists']): readonly string[] {
    const ids = lists === 'profiles-for-vacancies' ? this.lists.vacancyIds() : this.lists.profileIds();
    return ids.sort(byCodeUnit);
  }

  async bulk(query: BulkQuery): Promise<BulkLists> {
    const question = bulkQuestionOf(query);
    const columns = new BulkColumns(this.listIds(query.lists), query);
    const { threads = 1 } = query;
    const { ids } = columns;
    const take = (at: number, list: FoundList | undefined) => {
      columns.put(at, list);
      if ((at + 1) % progressEvery === 0) columns.tell(at + 1);
    };
    if (query.lists === 'profiles-for-vacancies') {
      const vacancy = (id: string) => (this.vacancies.has(id) ? this.formOf(id) : undefined);
      if (threads > 1 && this.lists.eachProfileList)
        await this.lists.eachProfileList(ids.length, (at) => vacancy(ids[at]!), question, threads, take);
      else
        await bulkOnOneThread(columns, (id) => {
          const its = vacancy(id);
          return its && this.lists.listProfiles(its, question);
        });
    } else {
      const profile = (id: string) => this.profiles.get(id);
      if (threads > 1 && this.lists.eachVacancyList)
        await this.lists.eachVacancyList(ids.length, (at) => profile(ids[at]!), question, threads, take);
      else
        await bulkOnOneThread(columns, (id) => {
          const its = profile(id);
          return its && this.lists.listVacancies(its, question);
        });
    }
    return columns.lists();
  }

  *snapshot(about: SnapshotAbout): Iterable<Uint8Array> {
    for (const { name, bytes } of this.sections(about)) {
      yield sectionHead(name, bytes.byteLength);
      yield bytes;
    }
  }

  restoring(): Restoring {
    return {
      take: (section) => {
        const { words, vacancies, profiles } = this;
        if (words.restore(section) || vacancies.restore(section) || profiles.restore(section)) return;
        this.lists.restore(section);
      },
      // what another kernel saved is no use to this one: the lists are made anew from the records
      end: () => {
        if (this.lists.isRestored) return;
        for (const id of this.vacancies.ids()) this.listVacancy(this.vacancies.get(id)!);
        for (const id of this.profiles.ids()) this.listProfile(this.profiles.get(id)!);
      },
    };
  }

  private *sections(about: SnapshotAbout): Iterable<Section> {
    const { model, idf } = this.context;
    const head = { format: snapshotFormat, model: versionOf(model), idf: idf.id, about };
    yield { name: aboutSection, bytes: jsonBytes(head) };
    const kept = [[this.words.section()], this.vacancies.sections(), this.profiles.sections(), this.lists.sections()];
    for (const sections of kept) yield* sections;
  }

  private listProfile(profile: EngineProfile): void {
    if (profile.rankable) this.lists.addProfile(profile);
    else this.lists.removeProfile(profile.profileId);
  }

  private listVacancy(vacancy: EngineVacancy): void {
    if (vacancy.rankable) this.lists.addVacancy(vacancyForm(sealVacancy(vacancy), this.context));
    else this.lists.removeVacancy(vacancy.vacancyId);
  }

  private pair(profile: string | EngineProfile, vacancy: string | EngineVacancy): Pair {
    return pairOf(this.profileOf(profile), this.formOf(vacancy), this.context);
  }

  private profileOf(profile: string | EngineProfile): EngineProfile {
    return typeof profile === 'string' ? this.storedProfile(profile) : sealProfile(profile);
  }

  private storedProfile(profileId: string): EngineProfile {
    const profile = this.profiles.get(profileId);
    if (!profile) throw new UnknownIdError('profile', profileId);
    return profile;
  }

  private formOf(vacancy: string | EngineVacancy, overrides: DemandOverrides = {}): VacancyForm {
    if (typeof vacancy !== 'string') return vacancyForm(sealVacancy(vacancy), this.context, overrides);
    const known = this.forms.get(vacancy);
    const stored = known?.vacancy ?? this.vacancies.get(vacancy);
    if (!stored) throw new UnknownIdError('vacancy', vacancy);
    const form = known ?? vacancyForm(stored, this.context);
    if (!known) this.remember(form);
    const changes = overrides.weights !== undefined || overrides.withoutDemandIds !== undefined;
    return changes ? vacancyForm(form.vacancy, this.context, overrides) : form;
  }

  /** In place of the one that was made first. */
  private remember(form: VacancyForm): void {
    const [first] = this.forms.keys();
    if (first !== undefined && this.forms.size >= mostForms) this.forms.delete(first);
    this.forms.set(form.vacancy.vacancyId, form);
  }
}

const explained = (pair: Pair): Explanation => ({
  ...pair.figures,
  employerParts: employerParts(pair),
  seekerParts: seekerParts(pair),
});

/** Results become objects only here, and only those of the page. One more was found than is shown: it tells whether there is another page. */
function page(found: FoundList, query: RankQuery, figuresOf: (item: FoundItem) => MatchFigures): Ranking {
  const { total, removed, items } = found;
  const from = query.offset ?? 0;
  const shown = items.slice(from, from + query.limit);
  const last = shown.at(-1);
  const next =
    last && items.length > from + query.limit
      ? writePosition({ score: rankScore(query.rankBy, last.employerFit, last.seekerFit), id: last.id })
      : null;
  return { total, removed, items: shown.map(figuresOf), next };
}
