import { fold, wordsOf } from '#search';

interface Start {
  readonly text: string;
  readonly item: number;
}

/** Items by the beginnings of their names, and of the words in them, from any keyboard. */
export class WordStarts<Item> {
  private readonly starts: Start[];

  constructor(
    private readonly items: readonly Item[],
    nameOf: (item: Item) => string,
  ) {
    const starts: Start[] = [];
    items.forEach((item, index) => {
      const name = plain(nameOf(item));
      for (let at = 0; at !== -1; at = nextWord(name, at)) starts.push({ text: name.slice(at), item: index });
    });
    this.starts = starts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.item - b.item));
  }

  /** Items that begin so come before those with a word that does; otherwise in their own order. */
  find(typed: string, limit: number): Item[] {
    const start = plain(typed);
    if (start === '') return [];
    const found = new Set<number>();
    for (let at = this.lowerBound(start); this.starts[at]?.text.startsWith(start); at++) {
      found.add(this.starts[at]!.item);
      if (found.size >= mostLookedAt) break;
    }
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, limit)
      .map((index) => this.items[index]!);
  }

  private lowerBound(start: string): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]!.text < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const mostLookedAt = 500;

const plain = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => fold(word))
    .join(' ');

const nextWord = (name: string, at: number): number => {
  const blank = name.indexOf(' ', at);
  return blank === -1 ? -1 : blank + 1;
};
