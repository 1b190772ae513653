/** What a log line says of an error. */
export interface ErrorDescription {
  readonly type: string;
  readonly code?: string;
  /** Left out where it can quote what somebody wrote: of databases and parsers. */
  readonly message?: string;
  /** Places in the code, without the message. */
  readonly stack?: string;
  readonly facts?: unknown;
  readonly cause?: ErrorDescription;
}

interface ErrorFields {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly facts?: unknown;
  readonly cause?: unknown;
  readonly driverError?: unknown;
}

const sqlState = /^[0-9A-Z]{5}$/;
/** Deep enough for a driver's error in a query's in a handler's. */
const depth = 3;

/** An error without the data that it was about: parameters of a query, rows that conflict and texts that cannot be parsed stay out of the log. */
export function describeError(error: unknown, left = depth): ErrorDescription {
  if (typeof error !== 'object' || error === null) return { type: typeof error };
  const { name = 'Error', message, stack, code, facts, cause, driverError } = error as ErrorFields;
  const known = typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
  const quotes =
    error instanceof SyntaxError || driverError !== undefined || (known !== undefined && sqlState.test(known));
  const places = stack?.match(/^ {4}at .+$/gm)?.join('\n');
  const inner = driverError ?? cause;
  return {
    type: name,
    ...(known === undefined ? {} : { code: known }),
    ...(message && !quotes ? { message } : {}),
    ...(places ? { stack: places } : {}),
    ...(facts === undefined ? {} : { facts }),
    ...(inner === undefined || left === 0 ? {} : { cause: describeError(inner, left - 1) }),
  };
}
