import { z } from 'zod';

// Half a surrogate pair is no character, and PostgreSQL's JSON refuses it.
const wellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value);

/** One line that people typed: trimmed, not empty, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'control characters are not allowed')
    .refine(wellFormed, 'half a character');

/** Running text: line breaks and tabs are kept, other control characters refused. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'control characters are not allowed')
    .refine(wellFormed, 'half a character');

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** An instant with offset, ISO 8601. */
export const instant = z.iso.datetime({ offset: true });
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** Where words stand in a text: UTF-16 offsets, end exclusive, with the words themselves. */
export const span = z.object({
  field: z.enum(['headline', 'text', 'cv']),
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().max(500),
});
export type Span = z.infer<typeof span>;

export const uuid = z.uuid();
export const revision = z.int().min(1);
