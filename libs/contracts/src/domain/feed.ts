import { z } from 'zod';
import { municipalityCode } from './concept.js';
import { instant, line, uuid } from './text.js';

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

/** How a CSV file would be read: an address, or the beginning of a file; without a mapping, one is guessed by the names of the columns. */
export const csvPreviewInput = z
  .strictObject({
    address: address.optional(),
    text: z.string().min(1).max(65_536).optional(),
    mapping: csvMapping.optional(),
    defaults: feedDefaults.prefault({}),
  })
  .refine(({ address: from, text }) => (from === undefined) !== (text === undefined), 'either an address or a text');

/** One row and what it becomes. */
export const csvPreviewRow = z.object({
  /** Its place among the rows, from 1. */
  position: z.int(),
  cells: z.record(z.string(), z.string()),
  /** Why it would be rejected, or null. */
  fault: z.string().nullable(),
  ad: z
    .object({
      id: z.string(),
      headline: z.string(),
      employer: z.string(),
      /** The names of what was understood; null where nothing was named, or it is not known. */
      municipality: z.string().nullable(),
      occupation: z.string().nullable(),
      deadline: z.string().nullable(),
      positions: z.int(),
    })
    .nullable(),
});
export const csvPreview = z.object({
  columns: z.array(z.string()),
  /** The mapping that the rows were read by; null where the columns tell no id or no headline. */
  mapping: csvMapping.nullable(),
  rows: z.array(csvPreviewRow),
});
export type CsvPreview = z.infer<typeof csvPreview>;
export type CsvPreviewRow = z.infer<typeof csvPreviewRow>;

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
