import type {
  applicationApi,
  bulkApi,
  deskApi,
  feedApi,
  profileApi,
  seekerApi,
  systemApi,
  vacancyApi,
} from '#contracts';
import { endpoint } from './endpoints.js';

/** What employers and officers ask for. */
export const deskEndpoints = {
  createVacancy: endpoint<typeof vacancyApi.createVacancy>('POST', '/employers/{employerId}/vacancies'),
  changeVacancy: endpoint<typeof vacancyApi.changeVacancy>('PATCH', '/vacancies/{vacancyId}'),
  publish: endpoint<typeof vacancyApi.publishVacancy>('POST', '/vacancies/{vacancyId}/publication'),
  close: endpoint<typeof vacancyApi.closeVacancy>('POST', '/vacancies/{vacancyId}/closing'),
  reopen: endpoint<typeof vacancyApi.reopenVacancy>('DELETE', '/vacancies/{vacancyId}/closing'),
  copy: endpoint<typeof vacancyApi.copyVacancy>('POST', '/vacancies/{vacancyId}/copies'),
  removeDraft: endpoint<typeof vacancyApi.removeDraft>('DELETE', '/vacancies/{vacancyId}'),
  addDemand: endpoint<typeof vacancyApi.addDemand>('POST', '/vacancies/{vacancyId}/demands'),
  changeDemand: endpoint<typeof vacancyApi.changeDemand>('PATCH', '/vacancies/{vacancyId}/demands/{demandId}'),
  views: endpoint<typeof vacancyApi.listViews>('GET', '/employers/{employerId}/vacancy-views'),
  figures: endpoint<typeof deskApi.figures>('GET', '/employers/{employerId}/vacancy-figures'),
  countDraft: endpoint<typeof deskApi.countDraft>('POST', '/employers/{employerId}/candidate-counts'),
  supply: endpoint<typeof deskApi.supply>('GET', '/employers/{employerId}/supply'),
  widen: endpoint<typeof deskApi.widen>('GET', '/vacancies/{vacancyId}/widening'),
  applications: endpoint<typeof applicationApi.listReceived>('GET', '/vacancies/{vacancyId}/applications'),
  openApplication: endpoint<typeof applicationApi.open>(
    'POST',
    '/vacancies/{vacancyId}/applications/{applicationId}/opening',
  ),
  answerApplication: endpoint<typeof applicationApi.answer>(
    'PUT',
    '/vacancies/{vacancyId}/applications/{applicationId}/state',
  ),
  ask: endpoint<typeof applicationApi.ask>('POST', '/vacancies/{vacancyId}/candidates/{profileId}/questions'),
  asked: endpoint<typeof applicationApi.listAsked>('GET', '/vacancies/{vacancyId}/questions'),
  contact: endpoint<typeof applicationApi.contact>('GET', '/vacancies/{vacancyId}/candidates/{profileId}/contact'),
  undoSeveral: endpoint<typeof deskApi.undoDecisions>('POST', '/shortlists/{shortlistId}/undoing'),
  log: endpoint<typeof deskApi.log>('GET', '/shortlists/{shortlistId}/decisions'),
  addNote: endpoint<typeof deskApi.addNote>('POST', '/shortlists/{shortlistId}/notes'),
  notes: endpoint<typeof deskApi.listNotes>('GET', '/shortlists/{shortlistId}/notes'),
  removeNote: endpoint<typeof deskApi.removeNote>('DELETE', '/shortlists/{shortlistId}/notes/{noteId}'),
  preference: endpoint<typeof deskApi.getPreference>('GET', '/desk-preference'),
  setPreference: endpoint<typeof deskApi.setPreference>('PUT', '/desk-preference'),
} as const;

/** What operators ask for. */
export const operatorEndpoints = {
  coverage: endpoint<typeof vacancyApi.taxonomyCoverage>('GET', '/taxonomy-coverage'),
  uncoveredWords: endpoint<typeof vacancyApi.uncoveredWords>('GET', '/taxonomy-coverage/words'),
  uncoveredWordsTable: endpoint<typeof vacancyApi.uncoveredWordsTable>('GET', '/taxonomy-coverage/words.csv'),
  bulkRuns: endpoint<typeof bulkApi.listBulkRuns>('GET', '/matching/bulk-runs'),
  startBulkRun: endpoint<typeof bulkApi.startBulkRun>('POST', '/matching/bulk-runs'),
  cancelBulkRun: endpoint<typeof bulkApi.cancelBulkRun>('DELETE', '/matching/bulk-runs/{runId}'),
  parts: endpoint<typeof systemApi.listParts>('GET', '/parts'),
  rebuildSearch: endpoint<typeof vacancyApi.rebuildSearch>('POST', '/search/vacancies/rebuild'),
  searchRebuild: endpoint<typeof vacancyApi.getSearchRebuild>('GET', '/search/vacancies/rebuild'),
  importAds: endpoint<typeof vacancyApi.importAds>('POST', '/vacancies/imports'),
  removeDemoVacancies: endpoint<typeof vacancyApi.removeDemoVacancies>('DELETE', '/demo/vacancies'),
  removeDemoProfiles: endpoint<typeof profileApi.removeDemoProfiles>('DELETE', '/demo/profiles'),
  feeds: endpoint<typeof feedApi.listFeeds>('GET', '/feeds'),
  createFeed: endpoint<typeof feedApi.createFeed>('POST', '/feeds'),
  previewCsvFeed: endpoint<typeof feedApi.previewCsvFeed>('POST', '/feeds/csv-preview'),
  runFeed: endpoint<typeof feedApi.runFeed>('POST', '/feeds/{feedId}/runs'),
  feedRejects: endpoint<typeof feedApi.listFeedRejects>('GET', '/feeds/{feedId}/runs/{runId}/rejects'),
  decideHeld: endpoint<typeof feedApi.decideHeldRemovals>('POST', '/feeds/{feedId}/held-removals'),
} as const;

/** What the two of a household ask for. */
export const householdEndpoints = {
  pairs: endpoint<typeof seekerApi.householdPairs>('GET', '/profiles/{profileId}/household-pairs'),
  link: endpoint<typeof profileApi.linkHousehold>('PUT', '/profiles/{profileId}/household'),
  leave: endpoint<typeof profileApi.leaveHousehold>('DELETE', '/profiles/{profileId}/household'),
} as const;
