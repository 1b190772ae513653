import type { EngineProfile } from '../engine.types.js';
import { ProfileIndex } from '../index/profile-index.js';
import { VacancyIndex } from '../index/vacancy-index.js';
import type { ModelContext } from '../model-context.js';
import { profileForm } from '../profile-form.js';
import type { Section } from '../snapshot/snapshot-format.js';
import type { VacancyForm } from '../vacancy-form.js';
import type { FoundList, ListIndex, ListQuestion } from './list-index.js';
import { ProfileScan } from './profile-scan.js';
import { runScan, type Scan } from './scan.js';
import { Scratch } from './scratch.js';
import { VacancyScan } from './vacancy-scan.js';

/** Lists by plain TypeScript: the definition, the fallback and the yardstick of the other kernel. */
export class PlainLists implements ListIndex {
  readonly kernel = 'plain';
  readonly isRestored = false;
  private readonly profiles: ProfileIndex;
  private readonly vacancies: VacancyIndex;
  private readonly scratch = new Scratch();

  constructor(private readonly context: ModelContext) {
    this.profiles = new ProfileIndex(context);
    this.vacancies = new VacancyIndex(context);
  }

  addProfile(profile: EngineProfile): void {
    this.profiles.add(profileForm(profile, this.context));
  }

  removeProfile(profileId: string): void {
    this.profiles.remove(profileId);
  }

  addVacancy(form: VacancyForm): void {
    this.vacancies.add(form);
  }

  removeVacancy(vacancyId: string): void {
    this.vacancies.remove(vacancyId);
  }

  profileIds(): string[] {
    return this.profiles.slots.livingIds();
  }

  vacancyIds(): string[] {
    return this.vacancies.slots.livingIds();
  }

  sections(): Iterable<Section> {
    return [];
  }

  restore(): void {
    // made anew from the records
  }

  listProfiles(vacancy: VacancyForm, question: ListQuestion): FoundList {
    return found(new ProfileScan(this.profiles, vacancy, question, this.context, this.scratch), question);
  }

  listVacancies(profile: EngineProfile, question: ListQuestion): FoundList {
    const form = profileForm(profile, this.context);
    return found(new VacancyScan(this.vacancies, form, question, this.context, this.scratch), question);
  }
}

function found(scan: Scan, question: ListQuestion): FoundList {
  const { total, removed, slots } = runScan(scan, question);
  const items = slots.map((slot) => ({
    id: scan.ids[slot]!,
    employerFit: scan.employerFit(slot),
    seekerFit: scan.seekerFit(slot, scan.placeAt(slot)),
  }));
  return { total, removed, items };
}
