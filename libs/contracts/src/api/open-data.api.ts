import { z } from 'zod';
import { adRemoval, jobAd } from '../domain/job-ad.js';
import { adCompleteAnswer, adSearchAnswer, statisticsKinds } from './open-data.answers.js';
import {
  choice,
  choices,
  decimal,
  decimals,
  minutesOrMoment,
  moment,
  optional,
  positions,
  range,
  text,
  truth,
  values,
} from './open-data.parameters.js';
import { operation } from './operation.js';

const service = 'vacancy';
const tag = 'open data';

export const freeTextKinds = ['occupation', 'skill', 'location', 'employer'] as const;

/** Each list holds concept ids or older codes; `-id` excludes. */
const adFilter = {
  q: optional(text(255)),
  municipality: values,
  region: values,
  country: values,
  abroad: optional(truth),
  'unspecified-sweden-workplace': optional(truth),
  'occupation-name': values,
  'occupation-group': values,
  'occupation-field': values,
  'occupation-collection': values,
  skill: values,
  language: values,
  'driving-license': values,
  'driving-license-required': optional(truth),
  'employment-type': values,
  'worktime-extent': values,
  duration: values,
  experience: optional(truth),
  employer: values,
  remote: optional(truth),
  trainee: optional(truth),
  larling: optional(truth),
  open_for_all: optional(truth),
  franchise: optional(truth),
  'hire-work-place': optional(truth),
  'workplace-model': values,
  label: values,
  'parttime.min': optional(decimal),
  'parttime.max': optional(decimal),
  'published-after': optional(minutesOrMoment),
  'published-before': optional(moment),
  position: positions,
  'position.radius': decimals,
  qfields: choices('qfields', freeTextKinds),
  /** Headers of the same names, handed on by the door. */
  'x-feature-disable-smart-freetext': optional(truth),
  'x-feature-freetext-bool-method': optional(choice('x-feature-freetext-bool-method', ['and', 'or'])),
  'x-feature-enable-false-negative': optional(truth),
};

export const adSearchQuery = z.object({
  ...adFilter,
  limit: range(0, 100, 10),
  offset: range(0, 2000, 0),
  sort: optional(
    choice('sort', [
      'relevance',
      'pubdate-desc',
      'pubdate-asc',
      'applydate-desc',
      'applydate-asc',
      'updated',
      'id',
    ] as const),
  ),
  stats: choices('stats', statisticsKinds),
  'stats.limit': range(0, 30, 5),
  'relevance-threshold': optional(decimal),
  resdet: optional(choice('resdet', ['full', 'brief'] as const)),
});
export type AdSearchQuery = z.infer<typeof adSearchQuery>;
export type AdFilter = Pick<AdSearchQuery, keyof typeof adFilter>;

export const adCompleteQuery = z.object({
  ...adFilter,
  limit: range(0, 50, 10),
  contextual: optional(truth),
});
export type AdCompleteQuery = z.infer<typeof adCompleteQuery>;

const adParams = z.strictObject({ id: z.string().min(1).max(100) });
const streamFilter = { 'location-concept-id': values, 'occupation-concept-id': values };
const adEvent = z.union([jobAd, adRemoval]);

/**
 * The public read-only API in the shape of JobTech's JobSearch and JobStream. Its door serves the paths without their first part, at the root of an
 * address of its own, and turns problem documents into the error bodies that those clients know. Unknown parameters are ignored.
 */
export const openDataApi = {
  searchAds: operation({
    id: 'searchAds',
    method: 'GET',
    path: '/open-data/search',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'Search open ads',
    query: adSearchQuery,
    answer: adSearchAnswer,
  }),
  completeWords: operation({
    id: 'completeWords',
    method: 'GET',
    path: '/open-data/complete',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'How the last word goes on, or which word comes next',
    query: adCompleteQuery,
    answer: adCompleteAnswer,
  }),
  getAd: operation({
    id: 'getAd',
    method: 'GET',
    path: '/open-data/ad/{id}',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'One open ad, by its id or by the id that its source gave it',
    params: adParams,
    answer: jobAd,
  }),
  getAdLogo: operation({
    id: 'getAdLogo',
    method: 'GET',
    path: '/open-data/ad/{id}/logo',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'The logo, else a picture of one pixel',
    params: adParams,
    answer: null,
  }),
  streamAds: operation({
    id: 'streamAds',
    method: 'GET',
    path: '/open-data/stream',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'Ads that were changed or removed in a window of time, each once, ends included',
    query: z.object({ date: moment, 'updated-before-date': optional(moment), ...streamFilter }),
    answer: null,
    items: adEvent,
  }),
  snapshotAds: operation({
    id: 'snapshotAds',
    method: 'GET',
    path: '/open-data/snapshot',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'All open ads',
    query: z.object(streamFilter),
    answer: null,
    items: jobAd,
  }),
  streamAds2: operation({
    id: 'streamAds2',
    method: 'GET',
    path: '/open-data/v2/stream',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'The stream by the names of its second version; one ad a line for `Accept: application/jsonl`',
    query: z.object({ 'updated-after': moment, 'updated-before': optional(moment), ...streamFilter }),
    answer: null,
    items: adEvent,
  }),
  snapshotAds2: operation({
    id: 'snapshotAds2',
    method: 'GET',
    path: '/open-data/v2/snapshot',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'All open ads; one ad a line for `Accept: application/jsonl`',
    query: z.object(streamFilter),
    answer: null,
    items: jobAd,
  }),
} as const;
