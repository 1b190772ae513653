const MOST_WORDS = 20_000;

/** A function of a word that remembers its answers: texts use few words, again and again. Forgets all when it holds too many. */
export function remembered<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const old = known.get(word);
    if (old !== undefined || known.has(word)) return old as T;
    if (known.size >= MOST_WORDS) known.clear();
    const fresh = answer(word);
    known.set(word, fresh);
    return fresh;
  };
}
