import { z } from 'zod';

/**
 * Problem types (RFC 9457). `type` in a problem document is `/problems/<key>`; the status belongs to the type.
 */
export const problemTypes = {
  'invalid-input': 400,
  'malformed-body': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'stale-revision': 409,
  conflict: 409,
  'vacancy-not-open': 409,
  'vacancy-incomplete': 409,
  gone: 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemType = keyof typeof problemTypes;

export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** Follows the request through logs and queues. */
  requestId: z.string().optional(),
  /** For bad input: where (JSON pointer into the body, or `query/name`), and what is wrong. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
