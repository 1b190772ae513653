import { invalidInput } from '#platform';
import { z } from 'zod';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const halfCharacters = /\p{Surrogate}/u;

/** Its beginning, with no character cut in half. */
export function shortened(value: string, max: number): string {
  return value.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

export const string = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !controls.test(value), 'control characters are not allowed')
    .refine((value) => !halfCharacters.test(value), 'half a surrogate pair is no character');

/** What is null or blank says nothing. */
const given = <T extends z.ZodType>(part: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), part.optional());

/** A short text on one line; white space is collapsed. */
export const words = given(string(1000).transform((value) => value.replace(/\s+/g, ' ').trim() || undefined));

/** Running text; markup is taken out, its text stays. */
export const prose = given(string(20_000).transform((value) => plainText(value) || undefined));

export const part = <S extends z.ZodRawShape>(shape: S) => given(z.object(shape));

/** A list; entries that are null say nothing, but keep their place. */
export const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => value ?? [], z.array(item).max(500));

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Text without markup: line breaks, paragraphs and list items become lines. */
export function plainText(value: string): string {
  return value
    .replace(/<(?:br|\/p|\/li|\/div|\/h[1-6]|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name]!)
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const escaped = (key: PropertyKey): string => String(key).replace(/~/g, '~0').replace(/\//g, '~1');

/** @throws DomainError `invalid-input` with pointers below `/document`. */
export function parseDocument<T extends z.ZodType>(schema: T, document: unknown): z.output<T> {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw invalidInput(
    result.error.issues.slice(0, 50).map(({ path, message }) => ({
      pointer: `/document${path.map((key) => `/${escaped(key)}`).join('')}`,
      detail: message,
    })),
  );
}
