import { z } from 'zod';
import { conceptId, countyCode, municipalityCode } from '../domain/concept.js';
import { rankBy } from '../domain/match.js';
import { day, instant, line, text, uuid } from '../domain/text.js';
import { extent } from '../domain/profile.js';
import { demandInput, pay } from '../domain/vacancy.js';
import { decision, loosening, stage } from './matching.api.js';
import { flag, operation, page, repeated } from './operation.js';

const service = 'matching';
const deciders = ['employer', 'officer'] as const;
const shortlistId = z.strictObject({ shortlistId: uuid });

/** A vacancy that is not saved, as far as matching needs it. */
export const draftToCount = z.strictObject({
  occupationId: conceptId.nullable().default(null),
  /** Those that share a number stand in for one another, as in a saved vacancy. */
  demands: z
    .array(demandInput.safeExtend({ either: z.int().nullable().default(null) }))
    .max(100)
    .default([]),
  municipalities: z.array(municipalityCode).max(50).default([]),
  remote: z.boolean().default(false),
  employmentTypeId: conceptId.nullable().default(null),
  extent: extent.nullable().default(null),
  pay: pay.nullable().default(null),
  start: day.nullable().default(null),
});

export const vacancyFigures = z.object({
  vacancyId: uuid,
  /** People whom the vacancy fits, by the same count as while writing; null under 5. */
  candidates: z.int().nullable(),
  /** People who saved it; null under 5. */
  saved: z.int().nullable(),
  /** Applications that stand. */
  applications: z.int(),
  /** Of them, those that nobody opened. */
  unopened: z.int(),
  shortlists: z.int(),
  /** Candidates on the newest shortlist that nobody decided about. */
  undecided: z.int(),
});
export type VacancyFigures = z.infer<typeof vacancyFigures>;

export const note = z.object({
  id: uuid,
  profileId: uuid,
  text: z.string(),
  by: z.string(),
  mine: z.boolean(),
  at: instant,
});
export type Note = z.infer<typeof note>;

/** What a shortlist is narrowed to. */
export const deskFilter = z.strictObject({
  stage: z.array(stage).max(4).default([]),
  eligibility: z
    .array(z.enum(['met', 'unknown', 'not-met']))
    .max(3)
    .default([]),
  municipality: z.array(municipalityCode).max(50).default([]),
  minimumFit: z.int().min(0).max(100).default(0),
  rankBy: rankBy.default('both'),
});
export type DeskFilter = z.infer<typeof deskFilter>;

/** How somebody who decides wants to work; kept for the account. */
export const deskPreference = z.strictObject({
  hideScores: z.boolean().default(false),
  /** Home, country and alias are left out of sight. */
  blind: z.boolean().default(false),
  /** Single-key commands. */
  keys: z.boolean().default(true),
  /** The name that decisions are signed with. */
  signature: line(200).nullable().default(null),
  views: z
    .array(z.strictObject({ name: line(60), filter: deskFilter }))
    .max(30)
    .default([]),
});
export type DeskPreference = z.infer<typeof deskPreference>;

/** What those who write vacancies and decide about candidates need beside the lists. */
export const deskApi = {
  countDraft: operation({
    id: 'countDraftCandidates',
    method: 'POST',
    path: '/employers/{employerId}/candidate-counts',
    service,
    tag: 'matches',
    who: deciders,
    status: 200,
    summary:
      'How many an unsaved vacancy would fit, and how many more without each requirement; fewer than 5 is said as null',
    params: z.strictObject({ employerId: uuid }),
    body: draftToCount,
    answer: z.object({
      count: z.int().nullable(),
      /** `index` is the requirement's place among the demands that were sent. */
      without: z.array(z.object({ index: z.int(), more: z.int().nullable() })),
    }),
  }),
  supply: operation({
    id: 'supplyByPlace',
    method: 'GET',
    path: '/employers/{employerId}/supply',
    service,
    tag: 'matches',
    who: deciders,
    status: 200,
    summary:
      'Where people look for work who have worked within an occupation’s field, by where they live; fewer than 5 is said as null, and no sum that would give such a number away',
    params: z.strictObject({ employerId: uuid }),
    query: z.strictObject({ occupation: conceptId, county: repeated(countyCode, 5) }),
    answer: z.object({
      field: conceptId,
      items: z.array(z.object({ municipality: municipalityCode, people: z.int().nullable() })),
    }),
  }),
  widen: operation({
    id: 'widenCandidates',
    method: 'GET',
    path: '/vacancies/{vacancyId}/widening',
    service,
    tag: 'matches',
    who: deciders,
    status: 200,
    summary: 'Where few fit: what, given up alone, would bring how many; fewer than 5 is said as null',
    params: z.strictObject({ vacancyId: uuid }),
    answer: z.object({
      total: z.int().nullable(),
      wanted: z.int(),
      loosened: z.array(z.object({ loosening, more: z.int().nullable() })),
    }),
  }),
  figures: operation({
    id: 'listVacancyFigures',
    method: 'GET',
    path: '/employers/{employerId}/vacancy-figures',
    service,
    tag: 'matches',
    who: deciders,
    status: 200,
    summary: 'Figures of some vacancies of an employer of mine; others are left out',
    params: z.strictObject({ employerId: uuid }),
    query: z.strictObject({ vacancyId: repeated(uuid, 100) }),
    answer: z.object({ items: z.array(vacancyFigures) }),
  }),
  undoDecisions: operation({
    id: 'undoDecisions',
    method: 'POST',
    path: '/shortlists/{shortlistId}/undoing',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'Undo several decisions at once: all of them or none',
    params: shortlistId,
    body: z.strictObject({ decisionIds: z.array(uuid).min(1).max(300) }),
    answer: z.object({ decisions: z.array(decision) }),
  }),
  log: operation({
    id: 'listDecisions',
    method: 'GET',
    path: '/shortlists/{shortlistId}/decisions',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'The decisions of a shortlist that I may see, newest first, undone ones too',
    params: shortlistId,
    query: z.strictObject({ ...page, stage: repeated(stage, 4), mine: flag.optional(), undone: flag.optional() }),
    answer: z.object({ total: z.int(), items: z.array(decision.extend({ alias: z.string() })) }),
  }),
  addNote: operation({
    id: 'addNote',
    method: 'POST',
    path: '/shortlists/{shortlistId}/notes',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 201,
    summary: 'Note something about a candidate; the person gets it with their data',
    params: shortlistId,
    body: z.strictObject({
      profileId: uuid,
      text: text(2000).refine((value) => value.trim().length > 0, 'write something'),
      by: line(200),
    }),
    answer: note,
  }),
  listNotes: operation({
    id: 'listNotes',
    method: 'GET',
    path: '/shortlists/{shortlistId}/notes',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'Notes that I may see, newest first',
    params: shortlistId,
    query: z.strictObject({ ...page, profileId: uuid.optional() }),
    answer: z.object({ total: z.int(), items: z.array(note) }),
  }),
  removeNote: operation({
    id: 'removeNote',
    method: 'DELETE',
    path: '/shortlists/{shortlistId}/notes/{noteId}',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 204,
    summary: 'Take a note of mine away',
    params: z.strictObject({ shortlistId: uuid, noteId: uuid }),
    answer: null,
  }),
  getPreference: operation({
    id: 'getDeskPreference',
    method: 'GET',
    path: '/desk-preference',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'How I want to work',
    answer: deskPreference,
  }),
  setPreference: operation({
    id: 'setDeskPreference',
    method: 'PUT',
    path: '/desk-preference',
    service,
    tag: 'shortlists',
    who: deciders,
    status: 200,
    summary: 'Say how I want to work',
    body: deskPreference,
    answer: deskPreference,
  }),
} as const;
