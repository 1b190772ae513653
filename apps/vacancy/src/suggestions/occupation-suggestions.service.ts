import type { AnswerOf, vacancyApi } from '#contracts';
import { occupationFromTitle, Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { SuggestionVectors } from './suggestion-vectors.js';

type Suggestion = AnswerOf<typeof vacancyApi.suggestOccupations>['items'][number];
interface Offered {
  readonly conceptId: string;
  readonly why: Suggestion['why'];
  readonly matched: string | null;
}

/** Reciprocal rank fusion: the score of a place is 1 / (k + place); a small k, since lists are short. */
const fusionK = 10;
const mostFused = 20;

/** Occupations that a title may mean: those that it names, then those with similar names and, where vectors are to be had, of near meaning. */
@Injectable()
export class OccupationSuggestions {
  constructor(
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
    private readonly vectors: SuggestionVectors,
  ) {}

  async of(title: string, limit: number): Promise<Suggestion[]> {
    const read = this.reader.readTitle(title, Math.max(limit, mostFused));
    const named: Offered[] = read.filter(({ why }) => why !== 'similar');
    const similar: Offered[] = read.filter(({ why }) => why === 'similar');
    const near = title.trim() === '' ? [] : ((await this.vectors.occupations?.nearest(title, mostFused)) ?? []);
    const byMeaning = near.map(({ id }): Offered => ({ conceptId: id, why: 'meaning', matched: null }));
    const certain = occupationFromTitle(this.reader, title);
    const offered = new Map<string, Offered>();
    for (const one of [...named, ...fused([similar, byMeaning])])
      if (!offered.has(one.conceptId)) offered.set(one.conceptId, one);
    return [...offered.values()].slice(0, limit).map(({ conceptId, why, matched }) => ({
      concept: this.taxonomy.view(conceptId),
      why,
      matched,
      preselected: conceptId === certain,
    }));
  }
}

/** Several lists as one; what stands on two keeps what the first says of it. */
function fused(lists: readonly (readonly Offered[])[]): Offered[] {
  const scores = new Map<string, { one: Offered; score: number }>();
  for (const list of lists)
    list.forEach((one, place) => {
      const known = scores.get(one.conceptId);
      const gain = 1 / (fusionK + place + 1);
      if (known) known.score += gain;
      else scores.set(one.conceptId, { one, score: gain });
    });
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ one }) => one);
}
