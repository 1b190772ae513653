import type { SearchAnswer, SearchQuery } from '#search';
import type { VacancyIndex } from './vacancy-index.js';

const keptMs = 2_000;
const mostKept = 200;

interface Kept {
  readonly answer: Promise<SearchAnswer>;
  readonly until: number;
}

/**
 * An index that remembers for two seconds what it said to searches without words: everybody's first page counts everything, which takes longest.
 * What this process writes is seen at once.
 */
export function withRecentAnswers(index: VacancyIndex, now: () => number = () => performance.now()): VacancyIndex {
  const kept = new Map<string, Kept>();
  const forgetting =
    <Arguments extends unknown[], Result>(write: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      try {
        return await write(...given);
      } finally {
        kept.clear();
      }
    };
  const search = (query: SearchQuery): Promise<SearchAnswer> => {
    if (query.text.trim() !== '') return index.search(query);
    const key = JSON.stringify(query);
    const known = kept.get(key);
    if (known && known.until > now()) return known.answer;
    const answer = index.search(query);
    if (kept.size >= mostKept) kept.clear();
    const one = { answer, until: now() + keptMs };
    kept.set(key, one);
    // What went wrong is asked again.
    answer.catch(() => kept.get(key) === one && kept.delete(key));
    return answer;
  };
  return {
    search,
    ids: (query) => index.ids(query),
    revisions: () => index.revisions(),
    check: () => index.check(),
    needsRebuild: () => index.needsRebuild(),
    close: () => index.close(),
    prepare: forgetting(() => index.prepare()),
    upsert: forgetting((documents: Parameters<VacancyIndex['upsert']>[0]) => index.upsert(documents)),
    remove: forgetting((documents: Parameters<VacancyIndex['remove']>[0]) => index.remove(documents)),
    rebuild: forgetting((source: Parameters<VacancyIndex['rebuild']>[0]) => index.rebuild(source)),
  };
}
