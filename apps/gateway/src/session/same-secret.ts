import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing, whatever was shown. Nothing is the same as no secret. */
export const isSameSecret = (expected: string | undefined, shown: string | undefined): boolean =>
  expected !== undefined && shown !== undefined && timingSafeEqual(digest(expected), digest(shown));
