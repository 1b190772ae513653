import { z } from 'zod';
import { municipalityCode } from '../domain/concept.js';
import { instant, line, uuid } from '../domain/text.js';
import { operation, page } from './operation.js';

const service = 'vacancy';
const tag = 'feeds';
const who = ['operator'] as const;

/**
 * *jobstream*: the root of a JobStream server, read whole first and then by its changes. *jobsearch*: ads in the shape of JobSearch (array, lines, or an
 * answer with hits). *jsonld*: schema.org JobPosting in pages, files, or the pages of a sitemap. *hrxml*: HR-XML. *csv*: by a mapping of columns.
 */
export const feedKind = z.enum(['jobstream', 'jobsearch', 'jsonld', 'hrxml', 'csv']);
export type FeedKind = z.infer<typeof feedKind>;

/** An http(s) address, or `file:name` of a file in the service's own folder for feeds. */
const address = z
  .string()
  .max(2000)
  .refine(
    (value) => /^file:[\p{L}\p{N}._-]{1,200}$/u.test(value) || (/^https?:\/\//i.test(value) && URL.canParse(value)),
    'must be an http(s) address, or file: and a name',
  );

/** What every ad of the feed says where it does not say it itself. */
export const feedDefaults = z.strictObject({
  employerName: line(200).nullable().default(null),
  organisationNumber: z
    .string()
    .regex(/^\d{2}[2-9]\d{7}$/, 'ten digits, of an organisation')
    .nullable()
    .default(null),
  municipality: municipalityCode.nullable().default(null),
});
export type FeedDefaults = z.infer<typeof feedDefaults>;

/** Where a CSV file has what: the names of its columns. */
export const csvMapping = z.strictObject({
  id: line(200),
  headline: line(200),
  text: line(200).optional(),
  employer: line(200).optional(),
  organisationNumber: line(200).optional(),
  municipality: line(200).optional(),
  occupation: line(200).optional(),
  url: line(200).optional(),
  published: line(200).optional(),
  deadline: line(200).optional(),
  positions: line(200).optional(),
  extent: line(200).optional(),
  email: line(200).optional(),
});
export type CsvMapping = z.infer<typeof csvMapping>;

const feedFields = {
  name: line(50),
  kind: feedKind,
  address,
  /** How often it is read. */
  everyMinutes: z.int().min(5).max(10_080),
  enabled: z.boolean(),
  defaults: feedDefaults,
  mapping: csvMapping.nullable(),
};

export const feedInput = z
  .strictObject({
    ...feedFields,
    everyMinutes: feedFields.everyMinutes.default(60),
    enabled: z.boolean().default(true),
    defaults: feedDefaults.prefault({}),
    mapping: feedFields.mapping.default(null),
  })
  .refine(({ kind, mapping }) => kind !== 'csv' || mapping !== null, {
    path: ['mapping'],
    message: 'a CSV feed needs a mapping of its columns',
  });
export type FeedInput = z.infer<typeof feedInput>;

/** Name and kind stay: they say whose ads are whose. */
export const feedChange = z.strictObject({
  address: address.optional(),
  everyMinutes: feedFields.everyMinutes.optional(),
  enabled: z.boolean().optional(),
  defaults: feedDefaults.optional(),
  mapping: csvMapping.optional(),
});
export type FeedChange = z.infer<typeof feedChange>;

export const feedCounts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  rejected: z.int(),
  /** Ads that are the same as one of another source. */
  merged: z.int(),
  /** Removals that wait for an operator's word. */
  held: z.int(),
});
export type FeedCounts = z.infer<typeof feedCounts>;

/** *held*: done, but for so many removals that an operator must say whether they are meant. */
export const feedRunStatus = z.enum(['running', 'done', 'held', 'failed']);
export const feedRun = z.object({
  id: uuid,
  status: feedRunStatus,
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Why it failed, or what is held, in a line. */
  reason: z.string().nullable(),
  counts: feedCounts,
  bytes: z.int(),
});
export type FeedRunView = z.infer<typeof feedRun>;

/** *waiting*: not read yet. *late*: not read for three intervals. */
export const feedHealth = z.enum(['ok', 'waiting', 'running', 'held', 'failing', 'late', 'off']);
export const feedView = z.object({
  id: uuid,
  ...feedFields,
  health: feedHealth,
  /** Open vacancies that it is a source of. */
  openAds: z.int(),
  /** Runs that failed in a row. */
  failures: z.int(),
  lastRun: feedRun.nullable(),
  createdAt: instant,
});
export type FeedView = z.infer<typeof feedView>;

export const feedReject = z.object({
  /** Place in what was read, from 1. */
  position: z.int(),
  externalId: z.string().nullable(),
  reason: z.string(),
  /** As it was read, cut where it is very long. */
  record: z.string(),
});

/** How an ad was told to be the same as that of another source; *first*: it was there first. */
export const sourceMatch = z.enum(['first', 'reference', 'address', 'similarity']);
export const vacancySource = z.object({
  source: z.string(),
  externalId: z.string(),
  url: z.string().nullable(),
  /** Whether the source still has it. */
  active: z.boolean(),
  /** Whose words the vacancy shows. */
  leads: z.boolean(),
  matchedBy: sourceMatch,
  /** Share of text in common, 0 to 100, where that was looked at. */
  similarity: z.int().nullable(),
  since: instant,
});

const feedId = z.strictObject({ feedId: uuid });
const runId = z.strictObject({ feedId: uuid, runId: uuid });

export const feedApi = {
  listFeeds: operation({
    id: 'listFeeds',
    method: 'GET',
    path: '/feeds',
    service,
    tag,
    who,
    status: 200,
    summary: 'Feeds with their health and last run, by name',
    answer: z.object({ items: z.array(feedView) }),
  }),
  createFeed: operation({
    id: 'createFeed',
    method: 'POST',
    path: '/feeds',
    service,
    tag,
    who,
    status: 201,
    summary: 'Register a feed; it is read at once and then by its schedule',
    body: feedInput,
    answer: feedView,
  }),
  getFeed: operation({
    id: 'getFeed',
    method: 'GET',
    path: '/feeds/{feedId}',
    service,
    tag,
    who,
    status: 200,
    summary: 'One feed',
    params: feedId,
    answer: feedView,
  }),
  changeFeed: operation({
    id: 'changeFeed',
    method: 'PATCH',
    path: '/feeds/{feedId}',
    service,
    tag,
    who,
    status: 200,
    summary: 'Change where and how often it is read, and what its ads leave unsaid',
    params: feedId,
    body: feedChange,
    answer: feedView,
  }),
  removeFeed: operation({
    id: 'removeFeed',
    method: 'DELETE',
    path: '/feeds/{feedId}',
    service,
    tag,
    who,
    status: 204,
    summary: 'Remove a feed; vacancies that have no other source close',
    params: feedId,
    answer: null,
  }),
  runFeed: operation({
    id: 'runFeed',
    method: 'POST',
    path: '/feeds/{feedId}/runs',
    service,
    tag,
    who,
    status: 202,
    summary: 'Read a feed now',
    params: feedId,
    answer: feedView,
  }),
  listFeedRuns: operation({
    id: 'listFeedRuns',
    method: 'GET',
    path: '/feeds/{feedId}/runs',
    service,
    tag,
    who,
    status: 200,
    summary: 'Runs of a feed, newest first',
    params: feedId,
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(feedRun) }),
  }),
  getFeedRun: operation({
    id: 'getFeedRun',
    method: 'GET',
    path: '/feeds/{feedId}/runs/{runId}',
    service,
    tag,
    who,
    status: 200,
    summary: 'One run; its counts grow while it goes on',
    params: runId,
    answer: feedRun,
  }),
  listFeedRejects: operation({
    id: 'listFeedRejects',
    method: 'GET',
    path: '/feeds/{feedId}/runs/{runId}/rejects',
    service,
    tag,
    who,
    status: 200,
    summary: 'Records that a run could not take, each with the reason',
    params: runId,
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(feedReject) }),
  }),
  downloadFeedRejects: operation({
    id: 'downloadFeedRejects',
    method: 'GET',
    path: '/feeds/{feedId}/runs/{runId}/rejects.ndjson',
    service,
    tag,
    who,
    status: 200,
    summary: 'The rejected records of a run to download, one a line',
    params: runId,
    answer: null,
    items: feedReject,
  }),
  decideHeldRemovals: operation({
    id: 'decideHeldRemovals',
    method: 'POST',
    path: '/feeds/{feedId}/held-removals',
    service,
    tag,
    who,
    status: 200,
    summary: 'Say whether the removals that a feed’s brake holds are meant',
    params: feedId,
    body: z.strictObject({ remove: z.boolean() }),
    answer: z.object({ removed: z.int(), kept: z.int() }),
  }),
  listVacancySources: operation({
    id: 'listVacancySources',
    method: 'GET',
    path: '/vacancies/{vacancyId}/sources',
    service,
    tag,
    who,
    status: 200,
    summary: 'Where a vacancy comes from, and why several sources are taken for one',
    params: z.strictObject({ vacancyId: uuid }),
    answer: z.object({ items: z.array(vacancySource) }),
  }),
  separateSource: operation({
    id: 'separateVacancySource',
    method: 'POST',
    path: '/vacancies/{vacancyId}/sources/separation',
    service,
    tag,
    who,
    status: 200,
    summary: 'Undo a merge: the source’s ad becomes a vacancy of its own, and stays one',
    params: z.strictObject({ vacancyId: uuid }),
    body: z.strictObject({ source: line(50), externalId: line(100) }),
    answer: z.object({ vacancyId: uuid }),
  }),
} as const;
