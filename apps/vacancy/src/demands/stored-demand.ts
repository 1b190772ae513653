import type { Demand } from '#contracts';

/** A demand with what only this service needs to know of it; views drop the rest. */
export interface StoredDemand extends Demand {
  /** Stated by a feed, not by hand: goes when the feed no longer says it. */
  readonly fromFeed?: true;
  /** The key under which it was read, where the employer has put another concept in its place. */
  readonly readAs?: string;
}

type Meaning = Pick<Demand, 'kind' | 'conceptId' | 'words'>;

/** Two demands with the same key are the same demand. */
export const demandKey = ({ kind, conceptId, words }: Meaning): string =>
  `${kind}|${conceptId ?? `"${(words ?? '').toLocaleLowerCase('sv')}"`}`;
