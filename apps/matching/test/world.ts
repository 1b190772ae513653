import type { Fact, Principal, ProfileMatchView, RankedDemand, VacancyMatchView } from '#contracts';
import { randomUUID } from 'node:crypto';
import type { RunningService } from './service.js';

export const lulea = '2580';
export const skelleftea = '2482';
export const stockholm = '0180';

export const fact = (kind: Fact['kind'], conceptId: string, over: Partial<Fact> = {}): Fact => ({
  id: randomUUID(),
  kind,
  conceptId,
  words: null,
  level: null,
  years: null,
  origin: 'stated',
  span: null,
  ...over,
});

export const demand = (
  kind: RankedDemand['kind'],
  conceptId: string,
  over: Partial<RankedDemand> = {},
): RankedDemand => ({
  id: randomUUID(),
  kind,
  conceptId,
  words: null,
  necessity: 'requirement',
  level: null,
  years: null,
  weight: 5,
  origin: 'stated',
  span: null,
  ...over,
});

export const wishes: ProfileMatchView['wishes'] = {
  occupations: [],
  municipalities: [],
  counties: [],
  reachMinutes: null,
  reachKm: null,
  willingToMove: null,
  remote: false,
  employmentTypes: [],
  extent: null,
  earliestStart: null,
  payFloor: null,
};

export const profileView = (over: Partial<ProfileMatchView> = {}): ProfileMatchView => ({
  profileId: randomUUID(),
  revision: 1,
  rankable: true,
  homeMunicipality: lulea,
  homeCountry: 'SE',
  facts: [],
  wishes,
  householdId: null,
  demo: false,
  ...over,
});

export const vacancyView = (over: Partial<VacancyMatchView> = {}): VacancyMatchView => ({
  vacancyId: randomUUID(),
  revision: 1,
  rankable: true,
  employerId: randomUUID(),
  occupationId: null,
  demands: [],
  municipalities: [lulea],
  remote: false,
  positions: 1,
  employmentTypeId: null,
  extent: null,
  pay: null,
  deadline: null,
  start: null,
  demo: false,
  ...over,
});

export const operator: Principal = { subject: 'operator', roles: ['operator'], employerIds: [] };
export const employerOf = ({ employerId }: { employerId: string }): Principal => ({
  subject: `employer-${employerId}`,
  roles: ['employer'],
  employerIds: [employerId],
});

/** Skills and licences of the starter taxonomy, found by what they are called. */
export const concepts = ({ taxonomy }: RunningService) => ({
  skills: taxonomy.ofKind('skill').map(({ id }) => id),
  truck: taxonomy.resolve('driving-licence', 'C')!.id,
  car: taxonomy.resolve('driving-licence', 'B')!.id,
});

/** Lets the profile service have it, tells of it, and gives the account that it belongs to. */
export async function addProfile(service: RunningService, view: ProfileMatchView): Promise<Principal> {
  const person: Principal = { subject: `seeker-${view.profileId}`, roles: ['seeker'], employerIds: [] };
  service.owners.profileOf.set(person.subject, view.profileId);
  await changeProfile(service, view);
  return person;
}

export async function changeProfile({ owners, tell }: RunningService, view: ProfileMatchView): Promise<void> {
  owners.profiles.set(view.profileId, view);
  await tell('profile.changed.v1', { profileId: view.profileId, revision: view.revision });
}

export async function addVacancy(service: RunningService, view: VacancyMatchView): Promise<Principal> {
  service.owners.vacancies.set(view.vacancyId, view);
  await service.tell('vacancy.published.v1', { vacancyId: view.vacancyId, revision: view.revision });
  return employerOf(view);
}

export async function changeVacancy({ owners, tell }: RunningService, view: VacancyMatchView): Promise<void> {
  owners.vacancies.set(view.vacancyId, view);
  const name = view.rankable ? 'vacancy.changed.v1' : 'vacancy.closed.v1';
  await tell(name, { vacancyId: view.vacancyId, revision: view.revision });
}
