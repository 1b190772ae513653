interface TrieNode<V> {
  readonly next: Map<string, TrieNode<V>>;
  value: V | undefined;
}

export interface PhraseMatch<V> {
  readonly value: V;
  /** Index after the phrase's last token. */
  readonly end: number;
}

/** Keys by which the token at an index may be met, or none where a phrase may not go on. */
export type KeysAt = (index: number, first: boolean) => readonly string[];

/** Phrases by their tokens' keys; finds the longest that starts at a token. A phrase is at most `longest` tokens, so a match is constant work. */
export class PhraseTrie<V> {
  private readonly root: TrieNode<V> = { next: new Map(), value: undefined };

  /** Keeps the first value where a phrase comes twice, unless `merge` says otherwise. */
  add(keys: readonly string[], value: V, merge: (old: V, added: V) => V = (old) => old): void {
    let node = this.root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), value: undefined };
        node.next.set(key, next);
      }
      node = next;
    }
    node.value = node.value === undefined ? value : merge(node.value, value);
  }

  get(key: string): V | undefined {
    return this.root.next.get(key)?.value;
  }

  longest(
    keysAt: KeysAt,
    start: number,
    accepts: (value: V, end: number) => boolean = () => true,
  ): PhraseMatch<V> | undefined {
    return this.walk(this.root, keysAt, start, start, accepts);
  }

  /** The longest phrase of plain words, without other keys to try: one step a token. */
  longestRun(wordAt: (index: number, first: boolean) => string, start: number, to: number): PhraseMatch<V> | undefined {
    let node: TrieNode<V> | undefined = this.root.next.get(wordAt(start, true));
    let best: PhraseMatch<V> | undefined;
    for (let at = start + 1; node !== undefined; at += 1) {
      if (node.value !== undefined && at <= to) best = { value: node.value, end: at };
      if (at >= to || node.next.size === 0) break;
      node = node.next.get(wordAt(at, false));
    }
    return best;
  }

  private walk(
    node: TrieNode<V>,
    keysAt: KeysAt,
    start: number,
    at: number,
    accepts: (value: V, end: number) => boolean,
  ): PhraseMatch<V> | undefined {
    let best: PhraseMatch<V> | undefined;
    if (node.next.size > 0) {
      for (const key of keysAt(at, at === start)) {
        const next = node.next.get(key);
        if (next === undefined) continue;
        const found = this.walk(next, keysAt, start, at + 1, accepts);
        if (found !== undefined && (best === undefined || found.end > best.end)) best = found;
      }
    }
    if (best !== undefined || node.value === undefined || at === start) return best;
    return accepts(node.value, at) ? { value: node.value, end: at } : undefined;
  }
}

/** Writes out a pattern: "[en|ett|] merit" is "en merit", "ett merit" and "merit". */
export function expandPattern(pattern: string): string[] {
  const choice = /\[([^\][]*)\]/.exec(pattern);
  if (choice === null) return [pattern.replace(/\s+/g, ' ').trim()];
  return (choice[1] ?? '')
    .split('|')
    .flatMap((option) =>
      expandPattern(pattern.slice(0, choice.index) + option + pattern.slice(choice.index + choice[0].length)),
    );
}
