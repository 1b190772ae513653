import type { NamedThing, TitleIndex } from './title-index.js';

/** So many near names vote, each with the cube of its likeness. */
const VOTERS = 10;

/** Which occupation groups a title is likely of. */
export interface GroupVotes {
  /** Each group's share of the votes, 0 to 1; they sum to 1. */
  readonly shares: ReadonlyMap<string, number>;
  /** For each that voted, by id: how much less its groups' share is among the others, since nobody votes for itself. */
  readonly ownShares: ReadonlyMap<string, number>;
  /** Groups of the names that the title itself is. */
  readonly keys: ReadonlySet<string>;
}

export interface VoteSettings {
  /** Whether a title that is a known name points to that name's groups: the key from one classification to another. */
  readonly withKey: boolean;
  /** Whether near names vote. */
  readonly withVotes: boolean;
}

/** Asks which groups the names nearest to a title are of; a name that is the title itself has no vote. */
export function voteOn(title: string, voters: TitleIndex, { withKey, withVotes }: VoteSettings): GroupVotes {
  const shares = new Map<string, number>();
  const voted: { thing: NamedThing; weight: number }[] = [];
  let total = 0;
  for (const { thing, likeness } of withVotes ? voters.nearest(title, VOTERS) : []) {
    const weight = likeness ** 3;
    if (thing.groups.length === 0) continue;
    total += weight;
    voted.push({ thing, weight });
    for (const group of thing.groups) shares.set(group, (shares.get(group) ?? 0) + weight / thing.groups.length);
  }
  for (const [group, votes] of shares) shares.set(group, votes / total);
  const ownShares = new Map<string, number>();
  for (const { thing, weight } of voted) {
    const share = thing.groups.reduce((sum, group) => sum + shares.get(group)!, 0);
    const others = total - weight;
    ownShares.set(thing.id, share - (others > 0 ? (share * total - weight) / others : 0));
  }
  const keys = new Set(withKey ? voters.bearing(title).flatMap(({ groups }) => groups) : []);
  return { shares, ownShares, keys };
}
