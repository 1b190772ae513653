import { z } from 'zod';
import { queues } from '../events/events.js';
import { principal } from './operation.js';
import { operation, type Operation, type ServiceName } from './operation.js';

export const deadLetter = z.object({
  service: z.enum(['profile', 'vacancy', 'matching']),
  queue: z.enum(queues),
  jobId: z.string(),
  eventId: z.string().nullable(),
  name: z.string(),
  failedReason: z.string(),
  attempts: z.int(),
  failedAt: z.string(),
});
export type DeadLetterView = z.infer<typeof deadLetter>;

const deadLetterList = z.object({ items: z.array(deadLetter) });
const requeueBody = z.strictObject({ jobIds: z.array(z.string().max(200)).max(1000).nullable().default(null) });

/** How far the rows of a service have moved from one taxonomy to the next. */
export const taxonomyMove = z.object({
  service: z.enum(['profile', 'vacancy', 'matching']),
  id: z.uuid(),
  /** Versions, by the names that they have. */
  from: z.string(),
  to: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** True where another taxonomy came before it was finished. */
  superseded: z.boolean(),
  total: z.int(),
  done: z.int(),
  /** Rows that name other concepts now. */
  changed: z.int(),
  /** References that lead to a successor now. */
  replaced: z.int(),
  /** References without a successor, kept as words. */
  words: z.int(),
});
export type TaxonomyMoveView = z.infer<typeof taxonomyMove>;

const taxonomyMoveList = z.object({ items: z.array(taxonomyMove) });

/** What the gateway answers itself. */
export const systemApi = {
  getSession: operation({
    id: 'getSession',
    method: 'GET',
    path: '/session',
    service: 'gateway',
    tag: 'session',
    who: 'anyone',
    status: 200,
    summary: 'Who is signed in, and the CSRF token that a write needs',
    answer: z.object({
      signedIn: z.boolean(),
      name: z.string().nullable(),
      roles: principal.shape.roles,
      employerIds: principal.shape.employerIds,
      profileId: z.uuid().nullable(),
      csrfToken: z.string(),
    }),
  }),
  listParts: operation({
    id: 'listParts',
    method: 'GET',
    path: '/parts',
    service: 'gateway',
    tag: 'operation',
    who: ['operator'],
    status: 200,
    summary: 'How each part of the system does, and how deep the queues are',
    answer: z.object({
      services: z.array(
        z.object({
          service: z.enum(['gateway', 'profile', 'vacancy', 'matching']),
          isReachable: z.boolean(),
          ok: z.boolean(),
          parts: z.array(
            z.object({
              name: z.string(),
              ok: z.boolean(),
              problem: z.string().nullable(),
              figures: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
            }),
          ),
        }),
      ),
      queues: z.array(z.object({ queue: z.enum(queues), waiting: z.int(), active: z.int(), failed: z.int() })),
    }),
  }),
  listDeadLetters: operation({
    id: 'listDeadLetters',
    method: 'GET',
    path: '/dead-letters',
    service: 'gateway',
    tag: 'operation',
    who: ['operator'],
    status: 200,
    summary: 'Messages that failed for good, of all services',
    answer: deadLetterList,
  }),
  requeueDeadLetters: operation({
    id: 'requeueDeadLetters',
    method: 'POST',
    path: '/dead-letters/requeue',
    service: 'gateway',
    tag: 'operation',
    who: ['operator'],
    status: 200,
    summary: 'Try dead letters again: those named, or all',
    body: requeueBody,
    answer: z.object({ requeued: z.int() }),
  }),
  listTaxonomyMoves: operation({
    id: 'listTaxonomyMoves',
    method: 'GET',
    path: '/taxonomy-moves',
    service: 'gateway',
    tag: 'operation',
    who: ['operator'],
    status: 200,
    summary:
      'How far profiles, vacancies, shortlists and saved searches have moved from one taxonomy to the next, newest first',
    answer: taxonomyMoveList,
  }),
} as const;

const perService = <S extends ServiceName>(service: S) =>
  ({
    list: operation({
      id: `${service}DeadLetters`,
      method: 'GET',
      path: '/internal/dead-letters',
      service,
      tag: 'operation',
      who: ['service'],
      status: 200,
      internal: true,
      summary: 'Dead letters of this service',
      answer: deadLetterList,
    }),
    requeue: operation({
      id: `${service}RequeueDeadLetters`,
      method: 'POST',
      path: '/internal/dead-letters/requeue',
      service,
      tag: 'operation',
      who: ['service'],
      status: 200,
      internal: true,
      summary: 'Try dead letters of this service again',
      body: requeueBody,
      answer: z.object({ requeued: z.int() }),
    }),
  }) as const;

/** Dead letters, asked of each service that has queues. */
export const deadLetterApi = {
  profile: perService('profile'),
  vacancy: perService('vacancy'),
  matching: perService('matching'),
} as const;

const movesOf = <S extends ServiceName>(service: S) =>
  operation({
    id: `${service}TaxonomyMoves`,
    method: 'GET',
    path: '/internal/taxonomy-moves',
    service,
    tag: 'operation',
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'How far the rows of this service have moved to the taxonomy in use',
    answer: taxonomyMoveList,
  });

/** Moves to another taxonomy, asked of each service that has rows which name concepts. */
export const taxonomyMoveApi = {
  profile: movesOf('profile'),
  vacancy: movesOf('vacancy'),
  matching: movesOf('matching'),
} as const;

export const systemInternalApi: readonly Operation[] = [
  ...Object.values(deadLetterApi).flatMap(({ list, requeue }) => [list, requeue]),
  ...Object.values(taxonomyMoveApi),
];
