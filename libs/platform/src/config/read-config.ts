import { z } from 'zod';

/** A setting is missing or wrong; the message names the variable and what it should be, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Parses the environment. Empty strings count as unset.
 * @throws ConfigError naming each variable that is wrong.
 */
export function readConfig<S extends z.ZodObject>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<S> {
  const known = Object.keys(schema.shape);
  const given = Object.fromEntries(
    known.map((name) => [name, environment[name] === '' ? undefined : environment[name]]),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const meaning = meaningOf(schema.shape[name] as z.core.$ZodType | undefined);
    const found = given[name] === undefined ? 'is not set' : issue.message;
    return `${name}: ${found}${meaning ? `; it is ${meaning}` : ''}`;
  });
  throw new ConfigError([...new Set(lines)].join('\n'));
}

/** A description stays with the schema that it was given to: default, optional and transform wrap that one. */
function meaningOf(schema: z.core.$ZodType | undefined): string | undefined {
  if (!schema) return undefined;
  const { innerType, in: input } = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  return z.globalRegistry.get(schema)?.description ?? meaningOf(innerType ?? input);
}

const urlWith = (protocols: readonly string[], meaning: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must begin with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    )
    .describe(meaning);

const port = (meaning: string) => z.coerce.number().int().min(0).max(65_535).describe(meaning);

/** Settings that services share; each app's `config.ts` picks what it needs. */
export const setting = {
  host: z.string().default('127.0.0.1').describe('the address to listen on'),
  port,
  httpUrl: (meaning: string) => urlWith(['http:', 'https:'], meaning).transform((url) => url.replace(/\/+$/, '')),
  databaseUrl: urlWith(
    ['postgres:', 'postgresql:'],
    "the service's own PostgreSQL database, postgres://role:password@host:port/database",
  ),
  queueUrl: urlWith(['redis:', 'rediss:', 'postgres:', 'postgresql:'], 'the queue: redis://… or postgres://…'),
  searchUrl: urlWith(
    ['http:', 'https:', 'postgres:', 'postgresql:'],
    'the search engine: http://… (Meilisearch) or postgres://…',
  ),
  secret: (meaning: string) => z.string().min(32, 'must have at least 32 characters').describe(meaning),
  role: z.enum(['api', 'worker', 'all']).default('all').describe('api, worker or all: what this process does'),
  logLevel: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('silent, fatal, error, warn, info, debug or trace'),
  metricsPort: port('the internal port of the metrics; unset means none').optional(),
  queuePrefix: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/, 'must be lower-case letters, digits and _')
    .default('rallare')
    .describe('what the names of queues begin with, so that systems can share a server'),
  taxonomy: z
    .string()
    .optional()
    .describe('the path of a taxonomy snapshot; unset means the starter that ships with Rallare'),
} as const;

/** The optional service of vectors (`#embeddings`): an app that may use one spreads these into its schema. */
export const embeddingsSettings = {
  EMBEDDINGS_URL: setting
    .httpUrl("a service of our own that speaks OpenAI's /v1/embeddings; unset means words only")
    .optional(),
  EMBEDDINGS_MODEL: z.string().min(1).default('default').describe('the name of the model there'),
  EMBEDDINGS_KEY: z.string().min(1).optional().describe('the key of that service, where it wants one'),
  EMBEDDINGS_KIND: z
    .enum(['input_type', 'prefix', 'none'])
    .default('input_type')
    .describe('how the model is told what is a query: by the field input_type, by the prefixes of E5, or not at all'),
  EMBEDDINGS_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('where the vectors of concepts are kept between starts; unset means in memory'),
} as const;
