/** The services that own queues: a queue's name starts with its service's name. */
export type ServiceName = 'profile' | 'vacancy' | 'matching';

/** The part of a pino logger that messaging uses. */
export interface MessagingLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** How fast messaging reacts, in milliseconds. */
export interface MessagingTiming {
  /** A job whose worker has not renewed its lock for so long may be taken over. */
  lockDurationMs: number;
  /** How often jobs of dead workers are looked for. */
  stalledIntervalMs: number;
  /** Wait before the second attempt; doubles with each further one. */
  retryDelayMs: number;
  /** How long an unpublished row may lie when its notification was lost. */
  relayPollMs: number;
  /** When a published event is first looked up in its queues; later look-ups come at growing intervals. */
  confirmAfterMs: number;
  /** The longest interval between two look-ups of an event that is not known to be done. */
  confirmAtMostMs: number;
  /** The longest wait for the queue's answer before an operation counts as failed. */
  queueTimeoutMs: number;
  /** How long shutdown waits for handlers that are running. */
  shutdownMs: number;
}

export const defaultTiming: MessagingTiming = {
  lockDurationMs: 10_000,
  stalledIntervalMs: 5_000,
  retryDelayMs: 1_000,
  relayPollMs: 1_000,
  confirmAfterMs: 2_000,
  confirmAtMostMs: 30_000,
  queueTimeoutMs: 5_000,
  shutdownMs: 8_000,
};

export interface MessagingOptions {
  service: ServiceName;
  /** `redis://`, `rediss://`, `postgres://` or `postgresql://`: decides the queue backend. */
  queueUrl: string;
  /** Key prefix (Redis) or schema (PostgreSQL) of all queues: letters, digits, underscore. Default `rallare`. */
  prefix?: string;
  /** `worker` and `all` run the relay and the workers; `api` only writes to the outbox. */
  role: 'api' | 'worker' | 'all';
  logger: MessagingLogger;
  /** The id of the request being served, stored with each event that it causes. */
  requestId?: () => string | null;
  /** Runs a handler under the request id of the event that it handles, so that its log lines carry it. */
  withRequestId?: (requestId: string | null, work: () => Promise<void>) => Promise<void>;
  /** Tells errors of a handler that mean that something it depends on is away, beside its own database: they use up no attempt. */
  isOutage?: (error: unknown) => boolean;
  /** Handlers that run at the same time for each queue, at most. Default 4; each uses one database connection. */
  concurrency?: number;
  timing?: Partial<MessagingTiming>;
}

/** The options with defaults applied, as the library's own providers get them. */
export interface ResolvedMessagingOptions extends MessagingOptions {
  prefix: string;
  concurrency: number;
  timing: MessagingTiming;
}

export const RESOLVED_OPTIONS = Symbol('RESOLVED_MESSAGING_OPTIONS');

/** @throws Error when the prefix is not a plain identifier. */
export function resolveOptions(options: MessagingOptions): ResolvedMessagingOptions {
  const prefix = options.prefix ?? 'rallare';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(prefix)) {
    throw new Error(`The queue prefix must be lower-case letters, digits and underscores, got "${prefix}"`);
  }
  return {
    ...options,
    prefix,
    concurrency: options.concurrency ?? 4,
    timing: { ...defaultTiming, ...options.timing },
  };
}
