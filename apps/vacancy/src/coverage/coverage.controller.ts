import { vacancyApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Controller } from '@nestjs/common';
import { CoverageRepository } from './coverage.repository.js';
import { wordsTable } from './words-table.js';

/** Longest list to download; what stands in so few ads is nobody's next concept. */
const mostWords = 20_000;

/** How well the taxonomy covers what is asked for, for whoever looks after it. */
@Controller()
export class CoverageController {
  constructor(
    private readonly coverage: CoverageRepository,
    private readonly taxonomy: Taxonomy,
  ) {}

  @Serve(vacancyApi.taxonomyCoverage)
  async counts(): Promise<AnswerOf<typeof vacancyApi.taxonomyCoverage>> {
    const { version, hash } = this.taxonomy;
    return { version, hash, ...(await this.coverage.counts()), words: await this.coverage.uncoveredTotal() };
  }

  @Serve(vacancyApi.uncoveredWords)
  async words(
    @Input() { query }: InputOf<typeof vacancyApi.uncoveredWords>,
  ): Promise<AnswerOf<typeof vacancyApi.uncoveredWords>> {
    return { total: await this.coverage.uncoveredTotal(query.kind), items: await this.coverage.uncovered(query) };
  }

  @Serve(vacancyApi.uncoveredWordsTable)
  async table(): Promise<string> {
    return wordsTable(await this.coverage.uncovered({ limit: mostWords, offset: 0 }));
  }
}
