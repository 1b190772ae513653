import { z } from 'zod';
import { matchExplanation, rankBy } from '../domain/match.js';
import { instant, uuid } from '../domain/text.js';
import { operation, page } from './operation.js';

const service = 'matching';
const tag = 'operation';

/** How evenly the lists of one side were spread over the other: who stands on a list, and who on none. */
export const exposure = z.object({
  /** Lists computed: one for each rankable vacancy, or profile. */
  lists: z.int(),
  /** Lists with fewer on them, in all, than fit on one. */
  thin: z.int(),
  /** Of the other side, how many stand on any list. */
  listed: z.int(),
  of: z.int(),
  /** Gini coefficient of how often each of the other side is listed: 0 evenly, 1 all on one. */
  gini: z.number().min(0).max(1),
});

/** Everything ranked for everybody, from one frozen state of both sides. */
export const bulkRun = z.object({
  id: uuid,
  state: z.enum(['running', 'done', 'cancelled']),
  /** Began by itself at night, or asked for. */
  cause: z.enum(['night', 'operator']),
  rankBy,
  limit: z.int(),
  profiles: z.int(),
  vacancies: z.int(),
  versions: matchExplanation.shape.versions,
  progress: z.object({ done: z.int(), of: z.int() }),
  createdAt: instant,
  finishedAt: instant.nullable(),
  result: z
    .object({
      /** SHA-256 over all lists, those of vacancies first: the same however the run was split. */
      hash: z.string(),
      peopleForVacancies: exposure,
      vacanciesForPeople: exposure,
    })
    .nullable(),
});
export type BulkRun = z.infer<typeof bulkRun>;

export const bulkApi = {
  startBulkRun: operation({
    id: 'startBulkRun',
    method: 'POST',
    path: '/matching/bulk-runs',
    service,
    tag,
    who: ['operator'],
    status: 202,
    summary: 'Rank everything for everybody, both ways, spread over the workers',
    body: z.strictObject({ limit: z.int().min(1).max(100).default(10), rankBy: rankBy.default('both') }),
    answer: bulkRun,
  }),
  listBulkRuns: operation({
    id: 'listBulkRuns',
    method: 'GET',
    path: '/matching/bulk-runs',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'Bulk runs, newest first, with their progress',
    query: z.strictObject(page),
    answer: z.object({ total: z.int(), items: z.array(bulkRun) }),
  }),
  getBulkRun: operation({
    id: 'getBulkRun',
    method: 'GET',
    path: '/matching/bulk-runs/{runId}',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'One bulk run: progress, hash and how evenly people and vacancies are seen',
    params: z.strictObject({ runId: uuid }),
    answer: bulkRun,
  }),
  cancelBulkRun: operation({
    id: 'cancelBulkRun',
    method: 'DELETE',
    path: '/matching/bulk-runs/{runId}',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'Cancel a bulk run that is not done',
    params: z.strictObject({ runId: uuid }),
    answer: bulkRun,
  }),
} as const;
