import type { NamedThing, TitleIndex } from './title-index.js';

/** So many near names vote, each with the cube of its likeness. */
const VOTERS = 10;

/** Which occupation groups a title is likely of. */
export interface GroupVotes {
  /** Every group that has a vote or is a key. */
  readonly groups: readonly string[];
  /** The share, 0 to 1, of the votes that a thing's groups got from others than itself. */
  share(thing: NamedThing): number;
  /** Whether a thing is of a group that the title itself, as a known name, is of. */
  isKey(thing: NamedThing): boolean;
}

export interface VoteSettings {
  /** Whether a title that is a known name points to that name's groups: the key from one classification to another. */
  readonly withKey: boolean;
  /** Whether near names vote. */
  readonly withVotes: boolean;
}

/** Asks which groups the names nearest to a title are of; a name that is the title itself has no vote. */
export function voteOn(title: string, voters: TitleIndex, { withKey, withVotes }: VoteSettings): GroupVotes {
  const votes = new Map<string, number>();
  const ownVotes = new Map<string, number>();
  let total = 0;
  for (const { thing, likeness } of withVotes ? voters.nearest(title, VOTERS) : []) {
    const weight = likeness ** 3;
    total += weight;
    ownVotes.set(thing.id, weight);
    for (const group of thing.groups) votes.set(group, (votes.get(group) ?? 0) + weight / thing.groups.length);
  }
  const keys = new Set(withKey ? voters.bearing(title).flatMap(({ groups }) => groups) : []);
  return {
    groups: [...new Set([...votes.keys(), ...keys])],
    share: ({ id, groups }) => {
      const own = ownVotes.get(id) ?? 0;
      const others = total - own;
      if (others <= 0) return 0;
      const got = groups.reduce((sum, group) => sum + (votes.get(group) ?? 0), 0) - own;
      return Math.max(0, got) / others;
    },
    isKey: ({ groups }) => groups.some((group) => keys.has(group)),
  };
}
