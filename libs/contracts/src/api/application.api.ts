import { z } from 'zod';
import { contact } from '../domain/profile.js';
import { instant, line, text, uuid } from '../domain/text.js';
import { matchFigures } from '../domain/match.js';
import { applicationState, candidate } from './matching.api.js';
import { operation, page } from './operation.js';
import { vacancySummary } from './vacancy-search.api.js';

const service = 'matching';
const tag = 'applications';
const own = ['seeker'] as const;
const deciders = ['employer', 'officer'] as const;
const profileId = z.strictObject({ profileId: uuid });
const ofMine = z.strictObject({ profileId: uuid, applicationId: uuid });
const toVacancy = z.strictObject({ vacancyId: uuid, applicationId: uuid });

const applicationFields = {
  id: uuid,
  vacancyId: uuid,
  state: applicationState,
  /** Grows with every change. */
  revision: z.int(),
  /** What the person wrote. */
  message: z.string().nullable(),
  /** What the employer said to the person with the last state, and who said it. */
  answer: z.object({ text: z.string(), by: z.string(), at: instant }).nullable(),
  sentAt: instant,
  changedAt: instant,
};

/** An application as its person sees it. */
export const myApplication = z.object({ ...applicationFields, vacancy: vacancySummary });
export type MyApplication = z.infer<typeof myApplication>;

/** An application as the employer sees it: pseudonymous; the contact, which applying shares, is asked for apart and logged. */
export const receivedApplication = z.object({
  ...applicationFields,
  candidate,
  figures: matchFigures.pick({ employerFit: true, seekerFit: true, fit: true, eligibility: true, checks: true }),
});
export type ReceivedApplication = z.infer<typeof receivedApplication>;

const questionFields = {
  id: uuid,
  vacancyId: uuid,
  profileId: uuid,
  revision: z.int(),
  /** The employer's words, and the named person who asks. */
  text: z.string(),
  by: z.string(),
  askedAt: instant,
  /** Until when an answer is awaited; silence has no other effect than that the question is over. */
  answerBy: instant,
  state: z.enum(['open', 'answered', 'declined', 'over']),
  answer: z.string().nullable(),
  /** True: the person lets this employer have name and contact, for this vacancy; can be taken back. */
  contactShared: z.boolean(),
  answeredAt: instant.nullable(),
};

export const candidateQuestion = z.object({
  ...questionFields,
  /** What the asker calls the person. */
  alias: z.string(),
});
export type CandidateQuestion = z.infer<typeof candidateQuestion>;
export const myQuestion = z.object({ ...questionFields, vacancy: vacancySummary });
export type MyQuestion = z.infer<typeof myQuestion>;

/** Applying, asking, answering, and the contact that comes of it. */
export const applicationApi = {
  apply: operation({
    id: 'applyForVacancy',
    method: 'POST',
    path: '/profiles/{profileId}/applications',
    service,
    tag,
    who: own,
    status: 201,
    summary: 'Apply; the employer may then see my name and contact, until I withdraw',
    params: profileId,
    body: z.strictObject({ vacancyId: uuid, message: text(4000).nullable().default(null) }),
    answer: myApplication,
  }),
  withdraw: operation({
    id: 'withdrawApplication',
    method: 'DELETE',
    path: '/profiles/{profileId}/applications/{applicationId}',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Withdraw an application; what I wrote is removed and my contact is shared no more',
    params: ofMine,
    answer: myApplication,
  }),
  listMine: operation({
    id: 'listMyApplications',
    method: 'GET',
    path: '/profiles/{profileId}/applications',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'My applications, last changed first',
    params: profileId,
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(myApplication) }),
  }),
  listReceived: operation({
    id: 'listReceivedApplications',
    method: 'GET',
    path: '/vacancies/{vacancyId}/applications',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'Applications for a vacancy of mine, last changed first; withdrawn ones are not among them',
    params: z.strictObject({ vacancyId: uuid }),
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(receivedApplication) }),
  }),
  open: operation({
    id: 'openApplication',
    method: 'POST',
    path: '/vacancies/{vacancyId}/applications/{applicationId}/opening',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'Open an application: the person is told that it was seen',
    params: toVacancy,
    answer: receivedApplication,
  }),
  answer: operation({
    id: 'answerApplication',
    method: 'PUT',
    path: '/vacancies/{vacancyId}/applications/{applicationId}/state',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'Tell an applicant how it goes, with a word to them and a name',
    params: toVacancy,
    body: z.strictObject({
      /** The one that was read: a change in between is a conflict. */
      revision: z.int().min(1),
      state: applicationState.exclude(['sent', 'seen', 'withdrawn']),
      text: text(2000),
      by: line(200),
    }),
    answer: receivedApplication,
  }),
  ask: operation({
    id: 'askCandidate',
    method: 'POST',
    path: '/vacancies/{vacancyId}/candidates/{profileId}/questions',
    service,
    tag,
    who: deciders,
    status: 201,
    summary: 'Ask a candidate something; they answer or decline, and say whether I may have their contact',
    params: z.strictObject({ vacancyId: uuid, profileId: uuid }),
    body: z.strictObject({
      text: text(1000).refine((value) => value.trim().length > 0, 'ask something'),
      by: line(200),
      daysToAnswer: z.int().min(1).max(60).default(14),
    }),
    answer: candidateQuestion,
  }),
  listAsked: operation({
    id: 'listAskedQuestions',
    method: 'GET',
    path: '/vacancies/{vacancyId}/questions',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'What was asked of candidates, newest first',
    params: z.strictObject({ vacancyId: uuid }),
    query: z.strictObject({ ...page, profileId: uuid.optional() }),
    answer: z.object({ total: z.int(), items: z.array(candidateQuestion) }),
  }),
  listQuestions: operation({
    id: 'listMyQuestions',
    method: 'GET',
    path: '/profiles/{profileId}/questions',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'What employers asked me, newest first',
    params: profileId,
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(myQuestion) }),
  }),
  answerQuestion: operation({
    id: 'answerQuestion',
    method: 'PUT',
    path: '/profiles/{profileId}/questions/{questionId}/answer',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Answer or decline a question, share my contact or take it back',
    params: z.strictObject({ profileId: uuid, questionId: uuid }),
    body: z.strictObject({
      /** Null: I would rather not say. */
      answer: text(4000).nullable(),
      shareContact: z.boolean(),
    }),
    answer: myQuestion,
  }),
  contact: operation({
    id: 'getCandidateContact',
    method: 'GET',
    path: '/vacancies/{vacancyId}/candidates/{profileId}/contact',
    service,
    tag,
    who: deciders,
    status: 200,
    summary: 'Name and contact of a person who applied or said yes; the view is logged and shown to them',
    params: z.strictObject({ vacancyId: uuid, profileId: uuid }),
    answer: z.object({ contact, ground: z.enum(['application', 'question']) }),
  }),
} as const;
