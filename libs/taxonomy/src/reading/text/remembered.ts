const MOST_WORDS = 20_000;
/** Stands for an answer that is undefined. */
const NOTHING = Symbol('nothing');

/** A function of a word that remembers its answers: texts use few words, again and again. Forgets all when it holds too many. */
export function remembered<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T | typeof NOTHING>();
  return (word) => {
    const old = known.get(word);
    if (old !== undefined) return old === NOTHING ? (undefined as T) : old;
    if (known.size >= MOST_WORDS) known.clear();
    const fresh = answer(word);
    known.set(word, fresh === undefined ? NOTHING : fresh);
    return fresh;
  };
}
