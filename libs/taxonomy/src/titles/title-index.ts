import type { TaxonomyLanguage } from '../concept.js';
import { swedishStem } from '../reading/text/inflection.js';
import { InvertedIndex } from './inverted-index.js';
import { mostAlike, nameKeys, titleFields } from './title-terms.js';
import { alternativesOf, titleWords } from './title-words.js';
import { WordParts } from './word-parts.js';
import type { GroupVotes } from './group-vote.js';

/** Something that titles are looked up among: an occupation, or a group of occupations. */
export interface NamedThing {
  readonly id: string;
  readonly names: readonly { readonly text: string; readonly language: TaxonomyLanguage }[];
  /** Codes of the occupation groups that it is of. */
  readonly groups: readonly string[];
  /** A group, whose name an occupation of the same name goes before. */
  readonly isGroup?: boolean;
}

export interface RankedThing {
  readonly id: string;
  /** Comparable within one title. */
  readonly score: number;
  /** Likeness of the best name, 0 to 1. */
  readonly likeness: number;
  /** The name that is most like the title; empty where the group's vote alone speaks for it. */
  readonly matched: string;
}

/** Weights of a score, beside 1 for the likeness of the best name. Chosen on a random half of MELO's Swedish queries, checked on the other. */
const weights = {
  /** Mean likeness of all names in the language whose names are most alike. */
  mean: 1,
  /** The same in the other language. */
  otherLanguage: 0.2,
  /** The title, or one of its alternatives, is a name of it; and it is no group. */
  sameName: 0.3,
  sameOccupation: 1.2,
  /** The title up to its first comma is a name of it. */
  sameCore: 0.15,
  vote: 1,
  key: 1,
} as const;
export const mostScore =
  mostAlike * (1 + weights.mean) * (1 + weights.otherLanguage) +
  weights.sameName +
  weights.sameOccupation +
  weights.sameCore +
  weights.vote;

/** The names that a thing has in one language. */
interface NameSet {
  readonly thing: number;
  readonly size: number;
}

/** Occupations by what they are called in all languages: character n-grams, compound parts and stems in one inverted index. */
export class TitleIndex {
  private readonly index: InvertedIndex<readonly string[]>;
  private readonly texts: string[] = [];
  private readonly setOfName: number[] = [];
  private readonly sets: NameSet[] = [];
  private readonly byKey = new Map<string, Set<number>>();
  private readonly byGroup = new Map<string, number[]>();
  private readonly best: Float32Array;
  private readonly sum: Float32Array;
  private readonly bestName: Uint32Array;
  private asked: { readonly title: string | undefined; readonly sets: readonly number[] } = {
    title: undefined,
    sets: [],
  };

  constructor(readonly things: readonly NamedThing[]) {
    things.forEach((thing, at) => this.add(thing, at));
    const words = this.texts.map(titleWords);
    this.index = new InvertedIndex<readonly string[]>(words, titleFields(new WordParts(words.flat(), swedishStem)));
    this.best = new Float32Array(this.sets.length);
    this.sum = new Float32Array(this.sets.length);
    this.bestName = new Uint32Array(this.sets.length);
  }

  /** The things that a title may mean, best first; of equals, the one given earlier. `votes` say which groups near titles are of. */
  rank(title: string, limit: number, votes?: GroupVotes): RankedThing[] {
    const scores = new Map<number, RankedScore>();
    for (const set of this.alike(title)) this.score(set, scores);
    this.addSameNames(title, scores);
    if (votes) this.addVotes(votes, scores);
    return firstOf(scores, limit).map(([thing, { score, likeness, name }]) => ({
      id: this.things[thing]!.id,
      score,
      likeness: likeness / mostAlike,
      matched: name === undefined ? '' : this.texts[name]!,
    }));
  }

  /** Things whose best name is most like a title, without those that bear this very name. */
  nearest(title: string, limit: number): { readonly thing: NamedThing; readonly likeness: number }[] {
    const scores = new Map<number, RankedScore>();
    for (const set of this.alike(title)) {
      const { thing } = this.sets[set]!;
      const likeness = this.best[set]!;
      if (likeness > (scores.get(thing)?.score ?? 0)) scores.set(thing, { score: likeness, likeness, name: undefined });
    }
    for (const thing of this.named(title)) scores.delete(thing);
    return firstOf(scores, limit).map(([thing, { likeness }]) => ({
      thing: this.things[thing]!,
      likeness: likeness / mostAlike,
    }));
  }

  /** Things that bear this very name, or one of the alternatives that a slash parts, however inflected. */
  bearing(title: string): NamedThing[] {
    return [...this.named(title)].map((thing) => this.things[thing]!);
  }

  private add(thing: NamedThing, at: number): void {
    for (const language of ['sv', 'en'] as const) {
      const names = new Set(thing.names.filter((name) => name.language === language).map(({ text }) => text));
      if (names.size === 0) continue;
      for (const text of names) {
        this.setOfName.push(this.sets.length);
        this.texts.push(text);
        for (const key of nameKeys(text)) addTo(this.byKey, key, at);
      }
      this.sets.push({ thing: at, size: names.size });
    }
    for (const group of thing.groups) {
      const members = this.byGroup.get(group);
      if (members) members.push(at);
      else this.byGroup.set(group, [at]);
    }
  }

  /** Fills `best`, `sum` and `bestName` of the sets that share anything with a title, and tells which these are; for the title asked last, again. */
  private alike(title: string): readonly number[] {
    if (this.asked.title === title) return this.asked.sets;
    for (const set of this.asked.sets) this.best[set] = this.sum[set] = 0;
    const touched: number[] = [];
    this.asked = { title, sets: touched };
    this.index.query(titleWords(title), (name, likeness) => {
      const set = this.setOfName[name]!;
      if (this.sum[set] === 0) touched.push(set);
      this.sum[set]! += likeness;
      if (likeness > this.best[set]!) {
        this.best[set] = likeness;
        this.bestName[set] = name;
      }
    });
    return touched;
  }

  private score(set: number, scores: Map<number, RankedScore>): void {
    const { thing, size } = this.sets[set]!;
    const likeness = this.best[set]!;
    const score = likeness + (weights.mean * this.sum[set]!) / size;
    const name = this.bestName[set]!;
    const other = scores.get(thing);
    if (other === undefined) scores.set(thing, { score, likeness, name });
    else if (score > other.score)
      scores.set(thing, { score: score + weights.otherLanguage * other.score, likeness, name });
    else other.score += weights.otherLanguage * score;
  }

  private addSameNames(title: string, scores: Map<number, RankedScore>): void {
    for (const thing of this.named(title)) {
      const known = scores.get(thing);
      if (known) known.score += weights.sameName + (this.things[thing]!.isGroup ? 0 : weights.sameOccupation);
    }
    const core = /^[^,]+(?=,)/.exec(title)?.[0];
    if (core === undefined) return;
    for (const thing of this.named(core)) {
      const known = scores.get(thing);
      if (known) known.score += weights.sameCore;
    }
  }

  private addVotes(votes: GroupVotes, scores: Map<number, RankedScore>): void {
    const voted = new Set(votes.groups.flatMap((group) => this.byGroup.get(group) ?? []));
    for (const thing of voted) {
      const gain =
        weights.vote * votes.share(this.things[thing]!) + (votes.isKey(this.things[thing]!) ? weights.key : 0);
      const known = scores.get(thing);
      if (known) known.score += gain;
      else if (gain > 0) scores.set(thing, { score: gain, likeness: 0, name: undefined });
    }
  }

  private named(title: string): Set<number> {
    const things = new Set<number>();
    for (const name of [title, ...alternativesOf(title)])
      for (const key of nameKeys(name)) for (const thing of this.byKey.get(key) ?? []) things.add(thing);
    return things;
  }
}

interface RankedScore {
  score: number;
  readonly likeness: number;
  readonly name: number | undefined;
}

/** The best few, without sorting the rest. */
function firstOf(scores: ReadonlyMap<number, RankedScore>, limit: number): [number, RankedScore][] {
  const better = (a: [number, RankedScore], b: [number, RankedScore]): number => b[1].score - a[1].score || a[0] - b[0];
  if (limit >= scores.size) return [...scores].sort(better);
  const first: [number, RankedScore][] = [];
  for (const entry of scores) {
    const last = first[limit - 1];
    if (last && better(last, entry) <= 0) continue;
    let at = first.length;
    while (at > 0 && better(first[at - 1]!, entry) > 0) at -= 1;
    first.splice(at, 0, entry);
    if (first.length > limit) first.pop();
  }
  return first;
}

function addTo(index: Map<string, Set<number>>, key: string, value: number): void {
  const values = index.get(key);
  if (values) values.add(value);
  else index.set(key, new Set([value]));
}
