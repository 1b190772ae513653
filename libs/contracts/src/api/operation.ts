import { z } from 'zod';

export const role = z.enum(['seeker', 'employer', 'officer', 'planner', 'operator', 'service']);
export type Role = z.infer<typeof role>;

/** Who asks, as carried in a service token. `subject` is a pseudonym of the sign-in account. */
export const principal = z.object({
  subject: z.string().min(1).max(100),
  roles: z.array(role),
  /** Employers that an employer or officer acts for. */
  employerIds: z.array(z.uuid()),
});
export type Principal = z.infer<typeof principal>;

export type ServiceName = 'profile' | 'vacancy' | 'matching' | 'gateway';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One route of the system: the single source for the service's controller, the gateway's door, the checks of who may ask, and the OpenAPI description.
 * `who` names the roles that may ask; whose object it is, the owning service checks, and answers 404 for somebody else's.
 */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** OpenAPI form, below the service's root: `/profiles/{profileId}`. */
  readonly path: string;
  readonly service: ServiceName;
  readonly tag: string;
  readonly summary: string;
  readonly who: 'anyone' | readonly Role[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Null: no content, or one that the handler writes itself. */
  readonly answer: z.ZodType | null;
  /** What a list that is written piece by piece holds, for those that have no `answer`. */
  readonly items?: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  /** Largest body in bytes; 1 MiB unless told. */
  readonly maxBody?: number;
  /** The answer is a stream of server-sent events, each named after a member of `answer`; it ends with the session. */
  readonly isStream?: boolean;
  /** The answer is a text of this type, for instance `text/csv`, and no JSON; `answer` is a string. */
  readonly media?: string;
  /** Internal operations are not served by the gateway and not described in the public OpenAPI. */
  readonly internal?: boolean;
}

/** Declares an operation, keeping its exact types. */
export const operation = <const O extends Operation>(definition: O): O => definition;

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;

/** What a handler of the operation receives, parsed. */
export interface InputOf<O extends Operation> {
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
  readonly principal: Principal;
}

/** What a handler of the operation returns; unknown keys are dropped before it leaves. */
export type AnswerOf<O extends Operation> = O['answer'] extends z.ZodType ? z.input<O['answer']> : void;

export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
};

/** A query parameter that may repeat (`a=1&a=2`). */
export const repeated = <T extends z.ZodType>(item: T, max = 50) =>
  z.preprocess(
    (value): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
