import { randomUUID } from 'node:crypto';
import type { Employer } from '../employers/employer.entity.js';
import type { Vacancy } from './vacancy.entity.js';

/** What makes a vacancy a new one of its employer's: not written by hand, not shown yet, from no source. */
export const newIdentity = (employer: Pick<Employer, 'id' | 'demo'>, now: Date) =>
  ({
    id: randomUUID(),
    revision: 1,
    status: 'draft',
    employerId: employer.id,
    sourceName: null,
    externalId: null,
    sourceUrl: null,
    contentHash: null,
    withdrawnBySource: false,
    demo: employer.demo,
    publishedAt: null,
    closedAt: null,
    createdAt: now,
    updatedAt: now,
  }) satisfies Partial<Vacancy>;

/** A draft before anything is written in it. */
export const blankDraft = (employer: Pick<Employer, 'id' | 'demo'>, now: Date): Vacancy => ({
  ...newIdentity(employer, now),
  headline: '',
  text: '',
  language: 'sv',
  languageStated: false,
  occupationId: null,
  occupationOrigin: null,
  municipalities: [],
  remote: false,
  positions: 1,
  employmentTypeId: null,
  extentMin: null,
  extentMax: null,
  duration: null,
  pay: null,
  deadline: null,
  start: null,
  applicationUrl: null,
  applicationEmail: null,
  demands: [],
  adDetails: null,
});
