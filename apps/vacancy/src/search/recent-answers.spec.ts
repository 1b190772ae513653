import type { SearchQuery } from '#search';
import { withRecentAnswers } from './recent-answers.js';
import type { VacancyIndex } from './vacancy-index.js';

const query = (text: string): SearchQuery => ({
  text,
  filters: {},
  sort: 'newest',
  limit: 20,
  offset: 0,
  facets: [],
  highlight: false,
  today: '2026-11-24',
});

describe('recent answers', () => {
  let time = 0;
  let asked: string[] = [];
  let isDown = false;
  // Only what is asked here; the index itself is tested in its library.
  const index = withRecentAnswers(
    {
      search: async ({ text }: SearchQuery) => {
        asked.push(text);
        if (isDown) throw new Error('down');
        return { total: asked.length, exact: true, hits: [], facets: {} };
      },
      upsert: async () => undefined,
    } as unknown as VacancyIndex,
    () => time,
  );
  beforeEach(() => {
    time += 1_000_000;
    asked = [];
    isDown = false;
  });

  it('are kept for searches without words, for two seconds', async () => {
    expect((await index.search(query(''))).total).toBe(1);
    expect((await index.search(query(''))).total).toBe(1);
    expect((await index.search({ ...query(''), offset: 20 })).total).toBe(2);
    time += 2_001;
    expect((await index.search(query(''))).total).toBe(3);
    for (const text of ['svets', 'svets']) await index.search(query(text));
    expect(asked).toEqual(['', '', '', 'svets', 'svets']);
  });

  it('are forgotten when something is written, and when they were failures', async () => {
    await index.search(query(''));
    await index.upsert([]);
    isDown = true;
    await expect(index.search(query(''))).rejects.toThrow('down');
    isDown = false;
    await index.search(query(''));
    expect(asked).toHaveLength(3);
  });
});
