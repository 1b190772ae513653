import type { ObjectHead } from './heads.lexicon.js';

/** What is known about a sentence before it is read. */
export interface SentenceContext {
  /** A list item, or an element of a CV's list: its words are the thing itself. */
  readonly listed: boolean;
  readonly languages?: boolean;
  readonly occupationId: string | null;
  /** Skills usual in the occupation's group: they settle what ambiguous words mean. */
  readonly usualSkills: ReadonlySet<string>;
  /** How plainly a word is asked for: 0 not at all to 3 outright. */
  readonly strength: (index: number) => number;
  readonly isCue: (index: number) => boolean;
  /** Whether a thing named here is demanded or wished outright, head or not. */
  readonly isPlain: (index: number) => boolean;
  /** What the list's lead-in asks for. */
  readonly head: ObjectHead | null;
  /** Whether names may be written without capitals, as people do in CVs. */
  readonly relaxed: boolean;
  /** Whether the object of a head that no concept fits is kept in its own words. */
  readonly open: boolean;
  /** Whether traits and other conditions are read: what an ad asks for, not what a CV says of its writer. */
  readonly traits: boolean;
}
