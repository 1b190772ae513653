import type { VacancySearchAnswer, VacancySearchQuery } from '#contracts';
import { InjectLogger, invalidInput, type Logger } from '#platform';
import { InvalidSearchQuery, REACHABLE_HITS, SearchUnavailable, type SearchAnswer } from '#search';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { isOpen } from '../vacancies/publish-rules.js';
import { VacancySummaries } from '../vacancies/vacancy-summaries.service.js';
import { DatabaseSearch } from './database-search.js';
import { FacetLabels, facets } from './facet-labels.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

@Injectable()
export class SearchVacanciesService {
  constructor(
    private readonly summaries: VacancySummaries,
    private readonly labels: FacetLabels,
    private readonly database: DatabaseSearch,
    private readonly clock: Clock,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** Open vacancies; each hit is checked in the database before it is shown. Without the engine, plainer but answered. */
  async search(query: VacancySearchQuery): Promise<VacancySearchAnswer> {
    if (query.offset + query.limit > REACHABLE_HITS)
      throw invalidInput([{ pointer: 'query/offset', detail: `only the first ${REACHABLE_HITS} hits can be reached` }]);
    const today = swedishDay(this.clock.now());
    let answer: SearchAnswer;
    try {
      answer = await this.index.search(asked(query, today));
    } catch (error) {
      if (error instanceof InvalidSearchQuery) throw invalidInput([{ pointer: 'query', detail: error.message }]);
      if (!(error instanceof SearchUnavailable)) throw error;
      this.logger.warn({ reason: error.message }, 'search is degraded');
      return this.degraded(query, today);
    }
    return this.checked(answer, today);
  }

  private async checked(answer: SearchAnswer, today: string): Promise<VacancySearchAnswer> {
    const highlights = new Map(answer.hits.map((hit) => [hit.id, hit.highlights]));
    const open = await this.summaries.byIds([...highlights.keys()], (vacancy) => isOpen(vacancy, today));
    return {
      total: answer.total - (answer.hits.length - open.length),
      items: open.map((summary) => ({ ...summary, highlights: highlights.get(summary.id) ?? [] })),
      facets: await this.labels.label(answer.facets),
      degraded: false,
    };
  }

  private async degraded(query: VacancySearchQuery, today: string): Promise<VacancySearchAnswer> {
    const { total, items } = await this.database.search(query, today);
    const summaries = await this.summaries.of(items);
    return {
      total,
      items: summaries.map((summary) => ({ ...summary, highlights: [] })),
      facets: {},
      degraded: true,
    };
  }
}

function asked(query: VacancySearchQuery, today: string): Parameters<VacancyIndex['search']>[0] {
  const { q, sort, limit, offset, ...filters } = query;
  return { text: q, filters, sort, limit, offset, facets: [...facets], highlight: q !== '', today };
}
