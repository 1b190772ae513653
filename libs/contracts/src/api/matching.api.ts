import { z } from 'zod';
import { conceptId, countyCode, municipalityCode } from '../domain/concept.js';
import { counterfactual, explanationPart, knockOut, matchExplanation, matchFigures, rankBy } from '../domain/match.js';
import { fact } from '../domain/fact.js';
import { wishes } from '../domain/profile.js';
import { instant, line, uuid } from '../domain/text.js';
import { flag, operation, page, repeated } from './operation.js';
import { fitSearchApi, savedSearch } from './fit-search.api.js';
import { vacancySummary } from './vacancy-search.api.js';

const service = 'matching';
const tag = 'matches';
const deciders = ['employer', 'officer'] as const;

const listFilter = {
  municipality: repeated(municipalityCode),
  county: repeated(countyCode),
  occupationField: repeated(conceptId),
  remote: flag.optional(),
};

/** How many were taken off the list, by the knock-out that did it. */
export const removedByReason = z.record(z.string(), z.int());

/** One line of evidence for lists: the demand or wish that earned most. */
export const evidence = explanationPart;

export const vacancyMatch = matchFigures.extend({ vacancy: vacancySummary, evidence: z.array(evidence) });
export type VacancyMatch = z.infer<typeof vacancyMatch>;

/**
 * An application as both sides see it. Only *withdrawn* is the person's; *seen* is told when the employer opens it; the rest is said by a named person
 * with a reason, and can be changed again.
 */
export const applicationState = z.enum(['sent', 'seen', 'in-process', 'offered', 'not-chosen', 'withdrawn']);
export type ApplicationState = z.infer<typeof applicationState>;

export const listedMark = z.object({
  saved: z.boolean(),
  /** First seen by matching after my last visit. */
  isNew: z.boolean(),
  /** Where I stand with it, if I applied. */
  applicationState: applicationState.nullable(),
  /** The vacancy's place nearest to my home; null where either is not said. */
  nearest: z.object({ municipality: municipalityCode, km: z.int(), minutes: z.int() }).nullable(),
});
export type ListedMark = z.infer<typeof listedMark>;

/** A candidate is a profile seen from an employer: facts and fit, no name, no contact, no address finer than municipality. */
export const candidate = z.object({
  profileId: uuid,
  /** What people say instead of a name: stable for one vacancy. */
  alias: z.string(),
  homeMunicipality: municipalityCode.nullable(),
  homeCountry: z.string(),
  willingToMove: z.boolean().nullable(),
  facts: z.array(fact),
  demo: z.boolean(),
});
export const candidateMatch = matchFigures.extend({ candidate, evidence: z.array(evidence) });
export type CandidateMatch = z.infer<typeof candidateMatch>;

export const stage = z.enum(['new', 'advance', 'hold', 'not-chosen']);

export const decision = z.object({
  id: uuid,
  profileId: uuid,
  stage,
  reason: z.string(),
  /** The named person who decided. */
  by: z.string(),
  /** Whether it was decided by the account that asks. */
  mine: z.boolean(),
  at: instant,
  undoneAt: instant.nullable(),
});
export type Decision = z.infer<typeof decision>;

export const shortlist = z.object({
  id: uuid,
  vacancyId: uuid,
  rankBy,
  createdAt: instant,
  /** True: what colleagues decided and noted about a candidate is shown to me after my own decision. */
  independent: z.boolean(),
  items: z.array(
    candidateMatch.extend({
      rank: z.int(),
      stage,
      /** Notes about the candidate that I may read. */
      notes: z.int(),
      applicationState: applicationState.nullable(),
    }),
  ),
  decisions: z.array(decision),
});
export type Shortlist = z.infer<typeof shortlist>;

/** One thing that could be given up, by the vacancy, the person or the question. */
export const loosening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('demand'), reason: knockOut, demandIds: z.array(uuid).readonly() }),
  z.object({ kind: z.literal('remote-offered') }),
  z.object({ kind: z.literal('reach'), unit: z.enum(['minutes', 'km']), to: z.int() }),
  z.object({ kind: z.literal('would-move') }),
  z.object({ kind: z.literal('knock-out'), reason: knockOut }),
  z.object({
    kind: z.literal('filter'),
    field: z.enum(['place', 'occupationFields', 'remote', 'employerIds', 'extentMin']),
  }),
]);
export type Loosening = z.infer<typeof loosening>;

/** A demand's id and its weight, as an address carries them. */
const demandWeight = z.string().regex(/^[0-9a-f-]{36}:(?:10|\d)$/, 'not <demand id>:<0 to 10>');

const match = z.strictObject({ profileId: uuid, vacancyId: uuid });

/** An unsaved profile to match, as `readCv` gives it. */
export const previewProfile = z.strictObject({
  homeMunicipality: municipalityCode.nullable().default(null),
  homeCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('SE'),
  facts: z.array(fact).max(500),
  wishes: wishes.prefault({}),
});

/** A search as it stands in an address: flags are words again. */
const savedSearchView = z.record(z.string(), z.union([z.string(), z.int(), z.array(z.string())]));

export const savedAlert = z.object({
  id: uuid,
  /** What the person calls it; null where it goes by what it asks for. */
  name: z.string().nullable(),
  /** Whether the person wants to be told; hits are kept either way. */
  active: z.boolean(),
  minimumFit: z.int(),
  municipalities: z.array(municipalityCode),
  search: savedSearchView.nullable(),
  /** Vacancies, open still, that it found since the person last opened it. */
  newHits: z.int(),
  createdAt: instant,
});
export type SavedAlert = z.infer<typeof savedAlert>;

/** What somebody had to do with a vacancy that closed. */
export const closingReason = z.enum(['saved', 'applied', 'shortlisted']);
export type ClosingReason = z.infer<typeof closingReason>;
export const closing = z.object({ vacancyId: uuid, because: z.array(closingReason), at: instant });

export const matchingApi = {
  ...fitSearchApi,
  listMatches: operation({
    id: 'listMatches',
    method: 'GET',
    path: '/profiles/{profileId}/matches',
    service,
    tag,
    who: ['seeker'],
    status: 200,
    summary: 'Vacancies that fit me, best first',
    params: z.strictObject({ profileId: uuid }),
    query: z.strictObject({
      ...page,
      rankBy: rankBy.default('both'),
      /** `fit` is the order of `rankBy`. */
      sort: z.enum(['fit', 'newest', 'deadline', 'distance']).default('fit'),
      show: z.enum(['all', 'new', 'saved']).default('all'),
      ...listFilter,
    }),
    answer: z.object({
      /** Which revision of the profile was ranked: a change is still on its way while this is lower. */
      profileRevision: z.int(),
      total: z.int(),
      removed: removedByReason,
      /** Matches that I hid: on no list, and in no count above. */
      hidden: z.int(),
      /** Since when a vacancy counts as new, and how many of the matches do. */
      newSince: instant.nullable(),
      newCount: z.int(),
      items: z.array(vacancyMatch.extend(listedMark.shape)),
    }),
  }),
  matchPlaces: operation({
    id: 'matchPlaces',
    method: 'GET',
    path: '/profiles/{profileId}/match-places',
    service,
    tag,
    who: ['seeker'],
    status: 200,
    summary: 'How many vacancies fit me in each municipality: what the list holds when it is narrowed to it',
    params: z.strictObject({ profileId: uuid }),
    query: z.strictObject({ occupationField: listFilter.occupationField, remote: listFilter.remote }),
    answer: z.object({ items: z.array(z.object({ municipality: municipalityCode, matches: z.int() })) }),
  }),
  widenMatches: operation({
    id: 'widenMatches',
    method: 'GET',
    path: '/profiles/{profileId}/widening',
    service,
    tag,
    who: ['seeker'],
    status: 200,
    summary: 'Where few vacancies fit me: which wish or filter, given up alone, would bring how many',
    params: z.strictObject({ profileId: uuid }),
    query: z.strictObject(listFilter),
    answer: z.object({
      total: z.int(),
      wanted: z.int(),
      loosened: z.array(z.object({ loosening, total: z.int(), more: z.int() })),
    }),
  }),
  explainMatch: operation({
    id: 'explainMatch',
    method: 'GET',
    path: '/profiles/{profileId}/matches/{vacancyId}',
    service,
    tag,
    who: ['seeker'],
    status: 200,
    summary: 'How I match one vacancy: parts that sum, the words in the ad, what would change it',
    params: match,
    answer: matchExplanation.extend({ vacancy: vacancySummary, shownId: uuid }),
  }),
  listCandidates: operation({
    id: 'listCandidates',
    method: 'GET',
    path: '/vacancies/{vacancyId}/candidates',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'Candidates for a vacancy of mine, best first, pseudonymous',
    params: z.strictObject({ vacancyId: uuid }),
    query: z.strictObject({
      ...page,
      rankBy: rankBy.default('both'),
      municipality: repeated(municipalityCode),
      county: repeated(countyCode),
      /** Weights of demands for this question only: `<demand id>:<0 to 10>`; 0 leaves it out. */
      weight: repeated(demandWeight, 100),
    }),
    answer: z.object({ total: z.int(), removed: removedByReason, items: z.array(candidateMatch) }),
  }),
  explainCandidate: operation({
    id: 'explainCandidate',
    method: 'GET',
    path: '/vacancies/{vacancyId}/candidates/{profileId}',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'How a candidate matches; the view is logged and shown to the person',
    params: match,
    answer: matchExplanation.extend({ candidate, shownId: uuid }),
  }),
  countCandidates: operation({
    id: 'countCandidates',
    method: 'POST',
    path: '/vacancies/{vacancyId}/candidate-counts',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'How many match, and how many more without each demand; fewer than 5 is said as null',
    params: z.strictObject({ vacancyId: uuid }),
    answer: z.object({
      count: z.int().nullable(),
      without: z.array(z.object({ demandId: uuid, more: z.int().nullable() })),
    }),
  }),
  previewMatches: operation({
    id: 'previewMatches',
    method: 'POST',
    path: '/match-previews',
    service,
    tag,
    who: ['seeker', 'operator'],
    status: 200,
    summary: 'Match a profile that is not saved',
    body: z.strictObject({
      profile: previewProfile,
      limit: z.int().min(1).max(50).default(10),
      rankBy: rankBy.default('both'),
    }),
    answer: z.object({
      total: z.int(),
      removed: removedByReason,
      items: z.array(
        vacancyMatch.extend({
          employerParts: z.array(explanationPart),
          seekerParts: z.array(explanationPart),
          counterfactuals: z.array(counterfactual),
        }),
      ),
    }),
    maxBody: 2_097_152,
  }),
  inspectVacancy: operation({
    id: 'inspectVacancyMatches',
    method: 'GET',
    path: '/vacancies/{vacancyId}/match-inspection',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'For operators: figures and evidence of the best matches of a vacancy, without facts about the people',
    params: z.strictObject({ vacancyId: uuid }),
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).default(10),
      rankBy: rankBy.default('both'),
    }),
    answer: z.object({
      total: z.int(),
      removed: removedByReason,
      items: z.array(matchFigures.extend({ evidence: z.array(evidence) })),
    }),
  }),
  inspectProfile: operation({
    id: 'inspectProfileMatches',
    method: 'GET',
    path: '/profiles/{profileId}/match-inspection',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'For operators: the best vacancies of a demo profile; anybody else’s is not found',
    params: z.strictObject({ profileId: uuid }),
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).default(10),
      rankBy: rankBy.default('both'),
    }),
    answer: z.object({ total: z.int(), removed: removedByReason, items: z.array(vacancyMatch) }),
  }),
  matchingInfo: operation({
    id: 'matchingInfo',
    method: 'GET',
    path: '/matching',
    service,
    tag: 'operation',
    who: ['operator'],
    status: 200,
    summary: 'How many profiles and vacancies are held (closed ones too), by which engine, model and taxonomy',
    answer: z.object({
      profiles: z.int(),
      vacancies: z.int(),
      engine: z.string(),
      versions: matchExplanation.shape.versions,
    }),
  }),
  replay: operation({
    id: 'replayMatch',
    method: 'GET',
    path: '/shown-matches/{shownId}/replay',
    service,
    tag,
    who: ['seeker', 'employer', 'officer'],
    status: 200,
    summary: 'Compute a match that was shown again, from its stored inputs and versions',
    params: z.strictObject({ shownId: uuid }),
    answer: z.object({
      shown: matchFigures,
      replayed: matchFigures,
      identical: z.boolean(),
      versions: matchExplanation.shape.versions,
    }),
  }),
  createShortlist: operation({
    id: 'createShortlist',
    method: 'POST',
    path: '/vacancies/{vacancyId}/shortlists',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 201,
    summary: 'Freeze a shortlist of the best candidates',
    params: z.strictObject({ vacancyId: uuid }),
    body: z.strictObject({
      size: z.int().min(1).max(300).default(50),
      rankBy: rankBy.default('both'),
      independent: z.boolean().default(false),
    }),
    answer: shortlist,
  }),
  listShortlists: operation({
    id: 'listShortlists',
    method: 'GET',
    path: '/vacancies/{vacancyId}/shortlists',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'Shortlists of a vacancy, newest first',
    params: z.strictObject({ vacancyId: uuid }),
    query: z.strictObject(page),
    answer: z.object({
      total: z.int(),
      items: z.array(
        z.object({ id: uuid, createdAt: instant, rankBy, size: z.int(), undecided: z.int(), independent: z.boolean() }),
      ),
    }),
  }),
  getShortlist: operation({
    id: 'getShortlist',
    method: 'GET',
    path: '/shortlists/{shortlistId}',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'One shortlist as it was frozen, with the decisions since',
    params: z.strictObject({ shortlistId: uuid }),
    answer: shortlist,
  }),
  decide: operation({
    id: 'decide',
    method: 'POST',
    path: '/shortlists/{shortlistId}/decisions',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 201,
    summary: 'Decide about candidates, with a reason and a name; never automatic',
    params: z.strictObject({ shortlistId: uuid }),
    body: z.strictObject({
      profileIds: z.array(uuid).min(1).max(300),
      stage: stage.exclude(['new']),
      reason: line(1000),
      by: line(200),
    }),
    answer: z.object({ decisions: z.array(decision) }),
  }),
  undoDecision: operation({
    id: 'undoDecision',
    method: 'DELETE',
    path: '/shortlists/{shortlistId}/decisions/{decisionId}',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'Undo a decision',
    params: z.strictObject({ shortlistId: uuid, decisionId: uuid }),
    answer: decision,
  }),
  createAlert: operation({
    id: 'createAlert',
    method: 'POST',
    path: '/profiles/{profileId}/alerts',
    service,
    tag: 'alerts',
    who: ['seeker'],
    status: 201,
    summary: 'Tell me when a vacancy fits at least so much, lies there, and is found by a search of mine',
    params: z.strictObject({ profileId: uuid }),
    body: z.strictObject({
      /** With 0 a saved search tells of all that it finds, also of what I am not eligible for. */
      minimumFit: z.int().min(0).max(100).default(50),
      municipalities: z.array(municipalityCode).max(50).default([]),
      search: savedSearch.nullable().default(null),
      name: line(80).nullable().default(null),
      active: z.boolean().default(true),
    }),
    answer: savedAlert,
  }),
  changeAlert: operation({
    id: 'changeAlert',
    method: 'PATCH',
    path: '/profiles/{profileId}/alerts/{alertId}',
    service,
    tag: 'alerts',
    who: ['seeker'],
    status: 200,
    summary: 'Name a saved alert, have it tell me or not, or say that I have seen what it found',
    params: z.strictObject({ profileId: uuid, alertId: uuid }),
    body: z.strictObject({
      name: line(80).nullable().optional(),
      active: z.boolean().optional(),
      seen: z.literal(true).optional(),
    }),
    answer: savedAlert,
  }),
  listAlerts: operation({
    id: 'listAlerts',
    method: 'GET',
    path: '/profiles/{profileId}/alerts',
    service,
    tag: 'alerts',
    who: ['seeker'],
    status: 200,
    summary: 'My saved alerts and searches',
    params: z.strictObject({ profileId: uuid }),
    answer: z.object({ items: z.array(savedAlert) }),
  }),
  removeAlert: operation({
    id: 'removeAlert',
    method: 'DELETE',
    path: '/profiles/{profileId}/alerts/{alertId}',
    service,
    tag: 'alerts',
    who: ['seeker'],
    status: 204,
    summary: 'Remove a saved alert',
    params: z.strictObject({ profileId: uuid, alertId: uuid }),
    answer: null,
  }),
  listNotifications: operation({
    id: 'listNotifications',
    method: 'GET',
    path: '/profiles/{profileId}/notifications',
    service,
    tag: 'alerts',
    who: ['seeker'],
    status: 200,
    summary: 'What my alerts found, newest first',
    params: z.strictObject({ profileId: uuid }),
    query: z.strictObject(page),
    answer: z.object({
      total: z.int(),
      items: z.array(z.object({ id: uuid, alertId: uuid, vacancyId: uuid, fit: z.int(), at: instant })),
    }),
  }),
  listClosings: operation({
    id: 'listClosings',
    method: 'GET',
    path: '/profiles/{profileId}/closings',
    service,
    tag: 'alerts',
    who: ['seeker'],
    status: 200,
    summary: 'Vacancies that closed, of those that I saved, applied to or was shortlisted for, newest first',
    params: z.strictObject({ profileId: uuid }),
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(closing) }),
  }),
} as const;
