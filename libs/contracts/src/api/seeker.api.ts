import { z } from 'zod';
import { conceptId, municipalityCode } from '../domain/concept.js';
import { factKind } from '../domain/fact.js';
import { explanationPart, matchFigures, matchVersions } from '../domain/match.js';
import { instant, uuid } from '../domain/text.js';
import { applicationState, candidate, closing, stage } from './matching.api.js';
import { operation, page } from './operation.js';
import { vacancySummary } from './vacancy-search.api.js';

const service = 'matching';
const tag = 'seekers';
const own = ['seeker'] as const;
const profileId = z.strictObject({ profileId: uuid });
const pair = z.strictObject({ profileId: uuid, vacancyId: uuid });

/** A vacancy that a person marked, with how it fits now; no figures where it is not ranked any more. */
export const markedVacancy = z.object({
  markedAt: instant,
  vacancy: vacancySummary,
  figures: matchFigures.pick({ employerFit: true, seekerFit: true, fit: true, eligibility: true }).nullable(),
});

const markList = z.object({ total: z.int(), items: z.array(markedVacancy) });

/** What a person has not said, and how many of their matches an answer would change. */
export const openQuestion = z.object({
  /** A wish's name (`willingToMove`), or `fact` for a concept that vacancies ask for. */
  about: z.enum(['willingToMove', 'reach', 'remote', 'extent', 'fact']),
  kind: factKind.nullable(),
  conceptId: conceptId.nullable(),
  /** For facts that were read or inferred: the one to confirm or deny. */
  factId: uuid.nullable(),
  /** Matches whose figures, eligibility or place on the list would be another; computed by applying each answer. */
  changes: z.int(),
  /** Of them, those that would be told to be eligible. */
  settles: z.int(),
});
export type OpenQuestion = z.infer<typeof openQuestion>;

export const householdJob = matchFigures
  .pick({ vacancyId: true, employerFit: true, seekerFit: true, fit: true, eligibility: true })
  .extend({ vacancy: vacancySummary, minutes: z.int(), km: z.int() });

export const householdPair = z.object({
  /** Where both would live: of all places within both people's reach the one with the least travel for the two. */
  municipality: municipalityCode,
  /** Both people's fits together, 0 to 100: the fourth root of the four fits' product. */
  fit: z.int().min(0).max(100),
  mine: householdJob,
  theirs: householdJob,
});
export type HouseholdPair = z.infer<typeof householdPair>;

const trace = { vacancyId: uuid, employerId: uuid, at: instant };

/** What a person marks, asks and is told while looking for a job. */
export const seekerApi = {
  saveVacancy: operation({
    id: 'saveVacancy',
    method: 'PUT',
    path: '/profiles/{profileId}/saved-vacancies/{vacancyId}',
    service,
    tag,
    who: own,
    status: 204,
    summary: 'Save a vacancy',
    params: pair,
    answer: null,
  }),
  unsaveVacancy: operation({
    id: 'unsaveVacancy',
    method: 'DELETE',
    path: '/profiles/{profileId}/saved-vacancies/{vacancyId}',
    service,
    tag,
    who: own,
    status: 204,
    summary: 'Take a vacancy off my saved ones',
    params: pair,
    answer: null,
  }),
  listSaved: operation({
    id: 'listSavedVacancies',
    method: 'GET',
    path: '/profiles/{profileId}/saved-vacancies',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Vacancies that I saved, last saved first',
    params: profileId,
    query: z.strictObject(page),
    answer: markList,
  }),
  hideVacancy: operation({
    id: 'hideVacancy',
    method: 'PUT',
    path: '/profiles/{profileId}/hidden-vacancies/{vacancyId}',
    service,
    tag,
    who: own,
    status: 204,
    summary: 'Leave a vacancy out of my matches',
    params: pair,
    answer: null,
  }),
  unhideVacancy: operation({
    id: 'unhideVacancy',
    method: 'DELETE',
    path: '/profiles/{profileId}/hidden-vacancies/{vacancyId}',
    service,
    tag,
    who: own,
    status: 204,
    summary: 'Undo hiding a vacancy',
    params: pair,
    answer: null,
  }),
  listHidden: operation({
    id: 'listHiddenVacancies',
    method: 'GET',
    path: '/profiles/{profileId}/hidden-vacancies',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Vacancies that I hid, last hidden first',
    params: profileId,
    query: z.strictObject(page),
    answer: markList,
  }),
  visit: operation({
    id: 'visitMatches',
    method: 'PUT',
    path: '/profiles/{profileId}/visit',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'I am looking at my matches now; tells since when a vacancy counts as new to me',
    params: profileId,
    answer: z.object({
      /** When I last looked before this visit; null on the first. Looks less than half an hour apart are one visit. */
      newSince: instant.nullable(),
    }),
  }),
  listOpenQuestions: operation({
    id: 'listOpenQuestions',
    method: 'GET',
    path: '/profiles/{profileId}/open-questions',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'What I have not said, by how many of my matches an answer would change; true counts',
    params: profileId,
    answer: z.object({ profileRevision: z.int(), items: z.array(openQuestion) }),
  }),
  employerView: operation({
    id: 'employerViewOfMe',
    method: 'GET',
    path: '/profiles/{profileId}/matches/{vacancyId}/employer-view',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'What the employer of a vacancy sees of me, exactly',
    params: pair,
    answer: matchFigures.extend({ candidate, employerParts: z.array(explanationPart) }),
  }),
  exportTraces: operation({
    id: 'exportMatching',
    method: 'GET',
    path: '/profiles/{profileId}/matching-export',
    service,
    tag,
    who: own,
    status: 200,
    summary:
      'Everything that came of my profile in matching: marks, applications, questions, decisions and notes about me',
    params: profileId,
    answer: z.object({
      marks: z.array(z.object({ vacancyId: uuid, kind: z.enum(['saved', 'hidden']), at: instant })),
      alerts: z.array(
        z.object({
          id: uuid,
          name: z.string().nullable(),
          active: z.boolean(),
          minimumFit: z.int(),
          municipalities: z.array(municipalityCode),
          at: instant,
        }),
      ),
      notifications: z.array(z.object({ vacancyId: uuid, fit: z.int(), at: instant })),
      closings: z.array(closing),
      applications: z.array(
        z.object({
          ...trace,
          state: applicationState,
          message: z.string().nullable(),
          answer: z.string().nullable(),
          answeredBy: z.string().nullable(),
        }),
      ),
      questions: z.array(
        z.object({
          ...trace,
          text: z.string(),
          askedBy: z.string(),
          answer: z.string().nullable(),
          contactShared: z.boolean(),
        }),
      ),
      decisions: z.array(
        z.object({ ...trace, stage, reason: z.string(), by: z.string(), undoneAt: instant.nullable() }),
      ),
      notes: z.array(z.object({ ...trace, text: z.string(), by: z.string() })),
      /** Each match that was shown to me or to an employer, with what it was computed by. */
      shown: z.array(z.object({ vacancyId: uuid, figures: matchFigures, versions: matchVersions, at: instant })),
      exportedAt: instant,
    }),
  }),
  householdPairs: operation({
    id: 'listHouseholdPairs',
    method: 'GET',
    path: '/profiles/{profileId}/household-pairs',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Pairs of jobs with a place, for the two of my household, best first',
    params: profileId,
    query: z.strictObject({ ...page, municipality: municipalityCode.optional() }),
    answer: z.object({
      /** How many share the household; pairs are made for two. */
      members: z.int(),
      /** False while the other has not said anything that can be matched, or has paused matching. */
      partnerIsRanked: z.boolean(),
      total: z.int(),
      /** Places that pairs were found for, with how many have it as their best. */
      places: z.array(z.object({ municipality: municipalityCode, count: z.int() })),
      items: z.array(householdPair),
    }),
  }),
  live: operation({
    id: 'followProfile',
    method: 'GET',
    path: '/profiles/{profileId}/live',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'What changes for me, as server-sent events: ids and revisions only',
    params: profileId,
    /** Each event's data; its name is the member's. */
    answer: z.object({
      /** This revision of my profile is what lists are ranked by now. */
      ranked: z.object({ profileRevision: z.int() }).optional(),
      /** An alert found something. */
      notification: z.object({ id: uuid }).optional(),
      /** An application changed. */
      application: z.object({ id: uuid, revision: z.int() }).optional(),
      /** Somebody asked, or a question of theirs changed. */
      question: z.object({ id: uuid, revision: z.int() }).optional(),
    }),
    isStream: true,
  }),
} as const;
