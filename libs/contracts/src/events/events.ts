import { z } from 'zod';
import { revision, uuid } from '../domain/text.js';

/** Facts that other services act on: past tense, versioned, ids and revisions only (never personal data). */
export const events = {
  'profile.changed.v1': z.strictObject({ profileId: uuid, revision }),
  'profile.erased.v1': z.strictObject({ profileId: uuid, revision }),
  'vacancy.published.v1': z.strictObject({ vacancyId: uuid, revision }),
  'vacancy.changed.v1': z.strictObject({ vacancyId: uuid, revision }),
  'vacancy.closed.v1': z.strictObject({ vacancyId: uuid, revision }),
  'vacancy.erased.v1': z.strictObject({ vacancyId: uuid, revision }),
  'match.found.v1': z.strictObject({ alertId: uuid, profileId: uuid, vacancyId: uuid, vacancyRevision: revision }),
  'candidate.shown.v1': z.strictObject({
    profileId: uuid,
    employerId: uuid,
    vacancyId: uuid,
    viewId: uuid,
    purpose: z.enum(['shortlist', 'candidate', 'contact']),
  }),
  'shortlist.decided.v1': z.strictObject({
    decisionId: uuid,
    profileId: uuid,
    vacancyId: uuid,
    employerId: uuid,
    undone: z.boolean(),
  }),
  'bulk-range.requested.v1': z.strictObject({ runId: uuid, ordinal: z.int().min(0) }),
  'bulk-ranges.computed.v1': z.strictObject({ runId: uuid }),
  // Rows after this id still name concepts of an older taxonomy; each service tells itself, and moves some at a time.
  'profile.outdated.v1': z.strictObject({ moveId: uuid, after: uuid }),
  'vacancy.outdated.v1': z.strictObject({ moveId: uuid, after: uuid }),
  'shortlist.outdated.v1': z.strictObject({ moveId: uuid, after: uuid }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;

/** Each queue belongs to one purpose of one consuming service: `<consumer>-<purpose>`. */
export const queues = [
  'matching-projection',
  'matching-alerts',
  'matching-bulk',
  'vacancy-index',
  'profile-index',
  'profile-disclosures',
  'profile-taxonomy',
  'vacancy-taxonomy',
  'matching-taxonomy',
] as const;
export type QueueName = (typeof queues)[number];

/** Who gets which event. The relay adds one job per queue named here; boot proves that each has exactly one handler in its service. */
export const routes = {
  'profile.changed.v1': ['matching-projection', 'profile-index'],
  'profile.erased.v1': ['matching-projection', 'profile-index'],
  'vacancy.published.v1': ['matching-projection', 'vacancy-index'],
  'vacancy.changed.v1': ['matching-projection', 'vacancy-index'],
  'vacancy.closed.v1': ['matching-projection', 'vacancy-index'],
  'vacancy.erased.v1': ['matching-projection', 'vacancy-index'],
  'match.found.v1': ['matching-alerts'],
  'candidate.shown.v1': ['profile-disclosures'],
  'shortlist.decided.v1': ['profile-disclosures'],
  'bulk-range.requested.v1': ['matching-bulk'],
  'bulk-ranges.computed.v1': ['matching-bulk'],
  'profile.outdated.v1': ['profile-taxonomy'],
  'vacancy.outdated.v1': ['vacancy-taxonomy'],
  'shortlist.outdated.v1': ['matching-taxonomy'],
} as const satisfies Record<EventName, readonly QueueName[]>;

/** What a job on a queue carries. `requestId` follows a fact from the request that caused it into every log line. */
export const eventEnvelope = z.strictObject({
  eventId: uuid,
  name: z.enum(Object.keys(events) as [EventName, ...EventName[]]),
  payload: z.record(z.string(), z.unknown()),
  occurredAt: z.iso.datetime(),
  requestId: z.string().max(100).nullable(),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;
