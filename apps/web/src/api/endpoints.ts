import type { matchingApi, Operation, profileApi, systemApi, vacancyApi } from '#contracts';
import type { Endpoint } from './call.js';

/** The compiler holds method and path against the contract. */
export const endpoint = <O extends Operation>(method: O['method'], path: O['path']): Endpoint<O> => ({ method, path });

/** What the application asks for. */
export const endpoints = {
  session: endpoint<typeof systemApi.getSession>('GET', '/session'),
  deadLetters: endpoint<typeof systemApi.listDeadLetters>('GET', '/dead-letters'),
  requeue: endpoint<typeof systemApi.requeueDeadLetters>('POST', '/dead-letters/requeue'),
  places: endpoint<typeof vacancyApi.listPlaces>('GET', '/places'),
  suggest: endpoint<typeof vacancyApi.suggestConcepts>('GET', '/concepts'),
  concepts: endpoint<typeof vacancyApi.lookUpConcepts>('POST', '/concepts/look-ups'),
  taxonomy: endpoint<typeof vacancyApi.taxonomyInfo>('GET', '/taxonomy'),
  vacancy: endpoint<typeof vacancyApi.getVacancy>('GET', '/vacancies/{vacancyId}'),
  employers: endpoint<typeof vacancyApi.listEmployers>('GET', '/employers'),
  vacancies: endpoint<typeof vacancyApi.listVacancies>('GET', '/employers/{employerId}/vacancies'),
  myProfile: endpoint<typeof profileApi.getMyProfile>('GET', '/profiles/mine'),
  readCv: endpoint<typeof profileApi.readCv>('POST', '/profiles/cv-readings'),
  createProfile: endpoint<typeof profileApi.createProfile>('POST', '/profiles'),
  addCv: endpoint<typeof profileApi.addCv>('POST', '/profiles/{profileId}/cv'),
  addFact: endpoint<typeof profileApi.addFact>('POST', '/profiles/{profileId}/facts'),
  changeFact: endpoint<typeof profileApi.changeFact>('PATCH', '/profiles/{profileId}/facts/{factId}'),
  matches: endpoint<typeof matchingApi.listMatches>('GET', '/profiles/{profileId}/matches'),
  match: endpoint<typeof matchingApi.explainMatch>('GET', '/profiles/{profileId}/matches/{vacancyId}'),
  candidates: endpoint<typeof matchingApi.listCandidates>('GET', '/vacancies/{vacancyId}/candidates'),
  candidate: endpoint<typeof matchingApi.explainCandidate>('GET', '/vacancies/{vacancyId}/candidates/{profileId}'),
  matching: endpoint<typeof matchingApi.matchingInfo>('GET', '/matching'),
  shortlists: endpoint<typeof matchingApi.listShortlists>('GET', '/vacancies/{vacancyId}/shortlists'),
  createShortlist: endpoint<typeof matchingApi.createShortlist>('POST', '/vacancies/{vacancyId}/shortlists'),
  shortlist: endpoint<typeof matchingApi.getShortlist>('GET', '/shortlists/{shortlistId}'),
  decide: endpoint<typeof matchingApi.decide>('POST', '/shortlists/{shortlistId}/decisions'),
  undo: endpoint<typeof matchingApi.undoDecision>('DELETE', '/shortlists/{shortlistId}/decisions/{decisionId}'),
} as const;
