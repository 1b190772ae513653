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

/** Things by their score, for one question: empty again after it. */
class Scores {
  private readonly scores: Float64Array;
  private readonly touched: number[] = [];

  constructor(size: number) {
    this.scores = new Float64Array(size);
  }

  has(thing: number): boolean {
    return this.scores[thing] !== 0;
  }

  add(thing: number, gain: number): void {
    if (gain === 0) return;
    if (this.scores[thing] === 0) this.touched.push(thing);
    this.scores[thing]! += gain;
  }

  /** The best few without sorting the rest, of equals the earlier thing; then all are forgotten. */
  take(limit: number): { thing: number; score: number }[] {
    const { scores } = this;
    const better = (a: number, b: number): number => scores[b]! - scores[a]! || a - b;
    let first: number[] = [];
    if (limit >= this.touched.length) first = [...this.touched].sort(better);
    else
      for (const thing of this.touched) {
        if (first.length === limit && better(first[limit - 1]!, thing) <= 0) continue;
        let at = first.length;
        while (at > 0 && better(first[at - 1]!, thing) > 0) at -= 1;
        first.splice(at, 0, thing);
        if (first.length > limit) first.pop();
      }
    const taken = first.map((thing) => ({ thing, score: scores[thing]! }));
    for (const thing of this.touched) scores[thing] = 0;
    this.touched.length = 0;
    return taken;
  }
}

/** Occupations by what they are called in all languages: character n-grams, compound parts and stems in one inverted index. */
export class TitleIndex {
  private readonly index: InvertedIndex<readonly string[]>;
  private readonly texts: string[] = [];
  /** A set holds the names of one thing in one language. */
  private readonly setOfName: number[] = [];
  private readonly thingOfSet: number[] = [];
  private readonly sizeOfSet: number[] = [];
  private readonly setsOfThing: number[][] = [];
  private readonly byKey = new Map<string, Set<number>>();
  private readonly byGroup = new Map<string, number[]>();
  private readonly indexOfId = new Map<string, number>();
  private readonly best: Float32Array;
  private readonly sum: Float32Array;
  private readonly bestName: Uint32Array;
  private readonly scores: Scores;
  private asked: { readonly title: string | undefined; readonly sets: readonly number[] } = {
    title: undefined,
    sets: [],
  };

  constructor(readonly things: readonly NamedThing[]) {
    things.forEach((thing, at) => this.add(thing, at));
    const words = this.texts.map(titleWords);
    const parts = new WordParts(words.flat(), swedishStem);
    this.index = new InvertedIndex<readonly string[]>(words, titleFields(parts));
    this.best = new Float32Array(this.thingOfSet.length);
    this.sum = new Float32Array(this.thingOfSet.length);
    this.bestName = new Uint32Array(this.thingOfSet.length);
    this.scores = new Scores(things.length);
  }

  /** The things that a title may mean, best first; of equals, the one given earlier. `votes` say which groups near titles are of. */
  rank(title: string, limit: number, votes?: GroupVotes): RankedThing[] {
    const { scores } = this;
    for (const set of this.alike(title)) {
      const thing = this.thingOfSet[set]!;
      if (!scores.has(thing)) scores.add(thing, this.textScore(thing));
    }
    this.addSameNames(title);
    if (votes) this.addVotes(votes);
    return scores.take(limit).map(({ thing, score }) => {
      const set = this.bestSet(thing);
      const isAlike = set !== undefined && this.best[set]! > 0;
      return {
        id: this.things[thing]!.id,
        score,
        likeness: isAlike ? this.best[set]! / mostAlike : 0,
        matched: isAlike ? this.texts[this.bestName[set]!]! : '',
      };
    });
  }

  /** Things whose best name is most like a title, without those that bear this very name. */
  nearest(title: string, limit: number): { readonly thing: NamedThing; readonly likeness: number }[] {
    const { scores } = this;
    const same = this.named(title);
    for (const set of this.alike(title)) {
      const thing = this.thingOfSet[set]!;
      if (scores.has(thing) || same.has(thing)) continue;
      scores.add(thing, Math.max(...this.setsOfThing[thing]!.map((one) => this.best[one]!)));
    }
    return scores.take(limit).map(({ thing, score }) => ({ thing: this.things[thing]!, likeness: score / mostAlike }));
  }

  /** Things that bear this very name, or one of the alternatives that a slash parts, however inflected. */
  bearing(title: string): NamedThing[] {
    return [...this.named(title)].map((thing) => this.things[thing]!);
  }

  private add(thing: NamedThing, at: number): void {
    const sets: number[] = [];
    for (const language of ['sv', 'en'] as const) {
      const names = new Set(thing.names.filter((name) => name.language === language).map(({ text }) => text));
      if (names.size === 0) continue;
      sets.push(this.thingOfSet.length);
      for (const text of names) {
        this.setOfName.push(this.thingOfSet.length);
        this.texts.push(text);
        for (const key of nameKeys(text)) addTo(this.byKey, key, at);
      }
      this.thingOfSet.push(at);
      this.sizeOfSet.push(names.size);
    }
    this.setsOfThing.push(sets);
    this.indexOfId.set(thing.id, at);
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

  private setScore(set: number): number {
    return this.best[set]! + (weights.mean * this.sum[set]!) / this.sizeOfSet[set]!;
  }

  private bestSet(thing: number): number | undefined {
    const [one, other] = this.setsOfThing[thing]!;
    return one !== undefined && other !== undefined && this.setScore(other) > this.setScore(one) ? other : one;
  }

  /** By the language whose names are most alike, and a little by the other. */
  private textScore(thing: number): number {
    const [one = 0, other = 0] = this.setsOfThing[thing]!.map((set) => this.setScore(set));
    return Math.max(one, other) + weights.otherLanguage * Math.min(one, other);
  }

  private addSameNames(title: string): void {
    for (const thing of this.named(title))
      if (this.scores.has(thing))
        this.scores.add(thing, weights.sameName + (this.things[thing]!.isGroup ? 0 : weights.sameOccupation));
    const core = /^[^,]+(?=,)/.exec(title)?.[0];
    if (core === undefined) return;
    for (const thing of this.named(core)) if (this.scores.has(thing)) this.scores.add(thing, weights.sameCore);
  }

  private addVotes({ shares, ownShares, keys }: GroupVotes): void {
    for (const [group, share] of shares)
      for (const thing of this.byGroup.get(group) ?? []) this.scores.add(thing, weights.vote * share);
    for (const [id, excess] of ownShares) {
      const thing = this.indexOfId.get(id);
      if (thing !== undefined && this.scores.has(thing)) this.scores.add(thing, -weights.vote * excess);
    }
    for (const group of keys) for (const thing of this.byGroup.get(group) ?? []) this.scores.add(thing, weights.key);
  }

  private named(title: string): Set<number> {
    const things = new Set<number>();
    for (const name of new Set([title, ...alternativesOf(title)]))
      for (const key of nameKeys(name)) for (const thing of this.byKey.get(key) ?? []) things.add(thing);
    return things;
  }
}

function addTo(index: Map<string, Set<number>>, key: string, value: number): void {
  const values = index.get(key);
  if (values) values.add(value);
  else index.set(key, new Set([value]));
}
