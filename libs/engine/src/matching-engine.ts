import type { Counterfactual, MatchFigures } from '#contracts';
import type { DemandOverrides } from './demands/effective-demands.js';
import type {
  Check,
  EngineParts,
  EngineProfile,
  EngineVacancy,
  Explanation,
  MatchingEngine,
  Ranking,
  RankQuery,
} from './engine.types.js';
import { counterfactualsOf } from './explanation/counterfactuals.js';
import { employerParts } from './explanation/employer-parts.js';
import { seekerParts } from './explanation/seeker-parts.js';
import { knowledgeOf } from './facts/knowledge.js';
import { judgedChecks, matchFigures } from './figures.js';
import { ProfileIndex } from './index/profile-index.js';
import { VacancyIndex } from './index/vacancy-index.js';
import { dayNumber } from './model/calendar-day.js';
import { modelContext, type ModelContext } from './model-context.js';
import { pairOf, type Pair } from './pair.js';
import { profileForm } from './profile-form.js';
import { ProfileScan } from './ranking/profile-scan.js';
import { requireSensible } from './ranking/rank-query.js';
import { runScan, type Scan } from './ranking/scan.js';
import { Scratch } from './ranking/scratch.js';
import { VacancyScan } from './ranking/vacancy-scan.js';
import { sealProfile, sealVacancy } from './sealed-input.js';
import { UnknownIdError } from './unknown-id.error.js';
import { vacancyForm, type VacancyForm } from './vacancy-form.js';

/** An empty engine. It holds everything in memory and is filled again at start. */
export const createEngine = (parts: EngineParts): MatchingEngine => new IndexedEngine(modelContext(parts));

interface ListedPair {
  readonly profileId: string;
  readonly vacancyId: string;
  readonly checks: Check[];
}

class IndexedEngine implements MatchingEngine {
  private readonly profiles = new Map<string, EngineProfile>();
  private readonly vacancies = new Map<string, VacancyForm>();
  private readonly profileIndex: ProfileIndex;
  private readonly vacancyIndex: VacancyIndex;
  private readonly scratch = new Scratch();

  constructor(private readonly context: ModelContext) {
    this.profileIndex = new ProfileIndex(context);
    this.vacancyIndex = new VacancyIndex(context);
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
    const sealed = sealProfile(profile);
    if (sealed.rankable) this.profileIndex.add(sealed);
    else this.profileIndex.remove(sealed.profileId);
    this.profiles.set(sealed.profileId, sealed);
  }

  removeProfile(profileId: string): void {
    this.profileIndex.remove(profileId);
    this.profiles.delete(profileId);
  }

  upsertVacancy(vacancy: EngineVacancy): void {
    const form = vacancyForm(sealVacancy(vacancy), this.context);
    const { vacancyId, rankable } = form.vacancy;
    if (rankable) this.vacancyIndex.add(form);
    else this.vacancyIndex.remove(vacancyId);
    this.vacancies.set(vacancyId, form);
  }

  removeVacancy(vacancyId: string): void {
    this.vacancyIndex.remove(vacancyId);
    this.vacancies.delete(vacancyId);
  }

  rankProfiles(vacancy: string | EngineVacancy, query: RankQuery): Ranking {
    requireSensible(query);
    const form = this.formOf(vacancy, query.weights && { weights: query.weights });
    const { graph, relations } = this.context;
    const scan = new ProfileScan(this.profileIndex, form, query.filter ?? {}, this.context, this.scratch);
    return this.page(scan, query, (slot) => {
      const profile = this.storedProfile(scan.ids[slot]!);
      const checks = judgedChecks(form.checks, knowledgeOf(profile, graph, relations), scan.placeAt(slot));
      return { profileId: profile.profileId, vacancyId: form.vacancy.vacancyId, checks };
    });
  }

  rankVacancies(profile: string | EngineProfile, query: RankQuery): Ranking {
    requireSensible(query);
    const form = profileForm(this.profileOf(profile), this.context);
    const today = dayNumber(query.today);
    const scan = new VacancyScan(this.vacancyIndex, form, query.filter ?? {}, today, this.context, this.scratch);
    return this.page(scan, query, (slot) => {
      const vacancyId = scan.ids[slot]!;
      const checks = judgedChecks(this.formOf(vacancyId).checks, form.knowledge, scan.placeAt(slot));
      return { profileId: form.profile.profileId, vacancyId, checks };
    });
  }

  match(profile: string | EngineProfile, vacancy: string | EngineVacancy): MatchFigures {
    return this.pair(profile, vacancy).figures;
  }

  explain(profile: string | EngineProfile, vacancy: string | EngineVacancy): Explanation {
    const pair = this.pair(profile, vacancy);
    return { ...pair.figures, employerParts: employerParts(pair), seekerParts: seekerParts(pair) };
  }

  counterfactuals(profile: string | EngineProfile, vacancy: string | EngineVacancy, limit: number): Counterfactual[] {
    return counterfactualsOf(this.profileOf(profile), this.formOf(vacancy), limit, this.context);
  }

  countProfiles(vacancy: string | EngineVacancy, options: { readonly withoutDemandId?: string } = {}): number {
    const form = this.formOf(vacancy, options.withoutDemandId === undefined ? undefined : options);
    return runScan(new ProfileScan(this.profileIndex, form, {}, this.context, this.scratch), 'both', 0).total;
  }

  private pair(profile: string | EngineProfile, vacancy: string | EngineVacancy): Pair {
    return pairOf(this.profileOf(profile), this.formOf(vacancy), this.context);
  }

  /** Results become objects only here, and only those of the page. */
  private page(scan: Scan, query: RankQuery, pairAt: (slot: number) => ListedPair): Ranking {
    const from = query.offset ?? 0;
    const { total, removed, slots } = runScan(scan, query.rankBy, from + query.limit);
    const items = slots.slice(from).map((slot) => {
      const { profileId, vacancyId, checks } = pairAt(slot);
      const seekerFit = scan.seekerFit(slot, scan.placeAt(slot));
      return matchFigures(profileId, vacancyId, scan.employerFit(slot), seekerFit, checks);
    });
    return { total, removed, items };
  }

  private profileOf(profile: string | EngineProfile): EngineProfile {
    return typeof profile === 'string' ? this.storedProfile(profile) : sealProfile(profile);
  }

  private storedProfile(profileId: string): EngineProfile {
    const profile = this.profiles.get(profileId);
    if (!profile) throw new UnknownIdError('profile', profileId);
    return profile;
  }

  private formOf(vacancy: string | EngineVacancy, overrides?: DemandOverrides): VacancyForm {
    if (typeof vacancy !== 'string') return vacancyForm(sealVacancy(vacancy), this.context, overrides);
    const form = this.vacancies.get(vacancy);
    if (!form) throw new UnknownIdError('vacancy', vacancy);
    return overrides ? vacancyForm(form.vacancy, this.context, overrides) : form;
  }
}
