import { z } from 'zod';

/**
 * Query parameters as JobTech's servers read them, with their words for what is wrong: its clients and tests compare these.
 * Of a parameter that should come once, the first counts; what is empty counts as absent.
 */
const first = (value: unknown): unknown => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return one === '' ? undefined : one;
};

const missing = 'Missing required parameter in the query string';
const given = z.string({ error: ({ input }) => (input === undefined ? missing : 'must be a text') });

export const optional = <T extends z.ZodType>(type: T) => z.preprocess(first, type.optional());

export const text = (longest: number) => given.max(longest, `parameter can not be longer than ${longest} characters`);

/** A whole number within limits, else its default. */
export const range = (least: number, most: number, usual: number) =>
  z.preprocess(
    (value) => first(value) ?? String(usual),
    given.transform((value, context) => {
      const number = /^[+-]?\d{1,15}$/.test(value.trim()) ? Number(value) : Number.NaN;
      if (Number.isNaN(number)) context.addIssue(`${value} is not a valid integer`);
      else if (number < least || number > most)
        context.addIssue(`Invalid argument: ${number}. argument must be within the range ${least} - ${most}`);
      return number;
    }),
  );

/** A number, whole or not. */
export const decimal = given.transform((value, context) => {
  const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) context.addIssue(`could not convert string to float: '${value}'`);
  return number;
});

export const truth = given.transform((value, context) => {
  const word = value.trim().toLowerCase();
  if (!/^(true|false|1|0)$/.test(word)) context.addIssue(`Invalid literal for boolean(): ${value}`);
  return word === 'true' || word === '1';
});

const notOneOf = (name: string, value: unknown): string =>
  `The value '${String(value)}' is not a valid choice for '${name}'.`;

export const choice = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  z.enum(words, { error: ({ input }) => notOneOf(name, input) });

const most = 200;
const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const present = (value: unknown): unknown[] => list(value).filter((one) => one !== '');

/** A parameter that repeats: `a=1&a=2`. */
export const values = z.preprocess(present, z.array(z.string().max(200)).max(most));

export const choices = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  z.preprocess(present, z.array(choice(name, words)).max(most));

export const decimals = z.preprocess(present, z.array(decimal).max(20));

const momentShape = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A day or a time, Swedish wall clock unless it names an offset; whether the calendar has it, the service says. */
export const moment = z.preprocess(
  // A plus in an address means a space; here it began an offset.
  (value) =>
    typeof first(value) === 'string'
      ? (first(value) as string).trim().replace(/ (?=\d{2}:?\d{2}$)/, '+')
      : first(value),
  given.max(40, 'is too long').regex(momentShape, 'is no date: YYYY-MM-DDTHH:MM:SS'),
);

/** A time, or how many minutes back. */
export const minutesOrMoment = z.union([given.regex(/^\d{1,8}$/), moment], {
  error: 'is neither a date (YYYY-MM-DDTHH:MM:SS) nor a number of minutes',
});

const place = /^[-+]?([1-8]?\d(\.\d*)?|90(\.0*)?),\s?[-+]?(180(\.0*)?|(1[0-7]\d|[1-9]?\d)(\.\d*)?)$/;

/** `latitude,longitude` in degrees. */
export const positions = z.preprocess(
  present,
  z.array(given.regex(place, 'is no position: latitude,longitude, as in 59.3,17.6')).max(20),
);
