const SHORTEST_COMPOUND = 8;
const SHORTEST_MODIFIER = 3;
const SHORTEST_HEAD = 4;
const LONGEST_COMPOUND = 40;
/** So many words must begin or end with a part for it to count as one that Swedish builds with. */
const PRODUCTIVE = 3;

/** Splits Swedish compounds into two, by words and parts of words that a vocabulary holds: "grovplåtslagare" into "grov" and "plåtslagare". */
export class WordParts {
  private readonly words: ReadonlySet<string>;
  private readonly stems: ReadonlySet<string>;
  private readonly beginnings = new Map<string, number>();
  private readonly ends = new Map<string, number>();

  /** Learns from words in lower case. `stem` makes of a word what it shares with its inflected forms. */
  constructor(
    vocabulary: Iterable<string>,
    private readonly stem: (word: string) => string,
  ) {
    this.words = new Set([...vocabulary].filter((word) => word.length >= SHORTEST_HEAD));
    this.stems = new Set([...this.words].map(stem));
    for (const word of this.words) {
      for (let at = SHORTEST_MODIFIER; at <= word.length - SHORTEST_HEAD; at += 1) {
        count(this.beginnings, word.slice(0, at));
        count(this.ends, word.slice(at));
      }
    }
  }

  /** Modifier (with its linking s: a stem goes without) and head of a compound, or nothing where a word is none that is known. Of several ways, the evener one. */
  split(word: string): readonly [modifier: string, head: string] | undefined {
    if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return undefined;
    let best: readonly [string, string] | undefined;
    let bestWorth = 0;
    for (let at = SHORTEST_MODIFIER; at <= word.length - SHORTEST_HEAD; at += 1) {
      const head = word.slice(at);
      const headWorth = this.worth(head, this.ends);
      if (headWorth === 0) continue;
      const modifier = word.slice(0, at);
      const modifierWorth = this.worth(modifier, this.beginnings);
      if (modifierWorth === 0) continue;
      const worth = headWorth + modifierWorth + Math.min(head.length, modifier.length) / 100;
      if (worth > bestWorth) [best, bestWorth] = [[modifier, head], worth];
    }
    return best;
  }

  private worth(part: string, seen: ReadonlyMap<string, number>): 0 | 1 | 2 {
    if (this.isWord(part)) return 2;
    return (seen.get(part) ?? 0) >= PRODUCTIVE ? 1 : 0;
  }

  private isWord(part: string): boolean {
    return this.words.has(part) || this.stems.has(this.stem(part));
  }
}

function count(of: Map<string, number>, part: string): void {
  of.set(part, (of.get(part) ?? 0) + 1);
}
