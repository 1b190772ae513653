import type { VacancySearchAnswer, VacancySearchQuery, VacancySummary } from '#contracts';
import { InjectLogger, invalidInput, type Logger } from '#platform';
import { InvalidSearchQuery, REACHABLE_HITS, SearchUnavailable, type SearchAnswer, type SearchQuery } from '#search';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { isOpen } from '../vacancies/publish-rules.js';
import { VacancySummaries } from '../vacancies/vacancy-summaries.service.js';
import { askedQuery } from './asked-query.js';
import { DatabaseSearch } from './database-search.js';
import { FacetLabels, facets } from './facet-labels.js';
import type { Reading } from './reading/query-reader.js';
import { QueryReader } from './reading/query-reader.service.js';
import { RelaxationService } from './relaxation.service.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

/** A search with its words read, on a day. */
interface Asked {
  readonly query: VacancySearchQuery;
  readonly reading: Reading;
  readonly today: string;
}

type Hits = VacancySearchAnswer['items'];

@Injectable()
export class SearchVacanciesService {
  constructor(
    private readonly summaries: VacancySummaries,
    private readonly labels: FacetLabels,
    private readonly database: DatabaseSearch,
    private readonly reader: QueryReader,
    private readonly relaxations: RelaxationService,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** Open vacancies; each hit is checked in the database before it is shown. Without the engine, plainer but answered. */
  async search(query: VacancySearchQuery): Promise<VacancySearchAnswer> {
    const asked = await this.asked(query);
    return this.orDegraded(
      async () => {
        const { limit, offset } = query;
        const found = await this.index.search({ ...this.indexQuery(asked), limit, offset, facets: [...facets] });
        const items = await this.openOnes(found, asked.today);
        const total = found.total - (found.hits.length - items.length);
        return this.answer(asked, total, items, found.facets);
      },
      () => this.degraded(asked),
    );
  }

  /** Ids of all that a search finds. */
  async hits(query: VacancySearchQuery): Promise<string[]> {
    const asked = await this.asked({ ...query, limit: 1, offset: 0 });
    return this.orDegraded(
      () => this.index.ids({ ...this.indexQuery(asked), limit: 0, offset: 0, facets: [] }),
      () => this.database.ids(asked.query, asked.reading, asked.today),
    );
  }

  /** The search's answer with these of its hits, in this order, in place of its own page. */
  async page(query: VacancySearchQuery, ids: readonly string[]): Promise<VacancySearchAnswer> {
    const asked = await this.asked({ ...query, limit: 1, offset: 0 });
    return this.orDegraded(
      async () => {
        const base = this.indexQuery(asked);
        const [counted, found] = await Promise.all([
          this.index.search({ ...base, highlight: false, limit: 0, offset: 0, facets: [...facets] }),
          this.index.search({
            ...base,
            required: [...(base.required ?? []), { ids: [...ids] }],
            limit: ids.length,
            offset: 0,
            facets: [],
          }),
        ]);
        const items = inOrder(await this.openOnes(found, asked.today), ids);
        return this.answer(asked, counted.total, items, counted.facets);
      },
      async () => {
        const { total } = await this.database.search(asked.query, asked.reading, asked.today);
        const open = await this.summaries.byIds(ids, (vacancy) => isOpen(vacancy, asked.today));
        return this.plain(asked, total, open);
      },
    );
  }

  /** What the index is asked for a search; for telling whether a vacancy meets it, too. */
  async indexed(query: VacancySearchQuery): Promise<SearchQuery> {
    return { ...this.indexQuery(await this.asked(query)), limit: 0, offset: 0, facets: [] };
  }

  private async asked(query: VacancySearchQuery): Promise<Asked> {
    if (query.offset + query.limit > REACHABLE_HITS)
      throw invalidInput([{ pointer: 'query/offset', detail: `only the first ${REACHABLE_HITS} hits can be reached` }]);
    return { query, reading: await this.reader.read(query.q), today: swedishDay(this.clock.now()) };
  }

  private indexQuery({ query, reading, today }: Asked): Omit<SearchQuery, 'limit' | 'offset' | 'facets'> {
    return { ...askedQuery(query, reading, this.taxonomy, today), highlight: query.q !== '' };
  }

  private async orDegraded<T>(search: () => Promise<T>, plainly: () => Promise<T>): Promise<T> {
    try {
      return await search();
    } catch (error) {
      if (error instanceof InvalidSearchQuery) throw invalidInput([{ pointer: 'query', detail: error.message }]);
      if (!(error instanceof SearchUnavailable)) throw error;
      this.logger.warn({ reason: error.message }, 'search is degraded');
      return plainly();
    }
  }

  private async openOnes({ hits }: SearchAnswer, today: string): Promise<Hits> {
    const highlights = new Map(hits.map((hit) => [hit.id, hit.highlights]));
    const open = await this.summaries.byIds([...highlights.keys()], (vacancy) => isOpen(vacancy, today));
    return open.map((summary) => ({ ...summary, highlights: highlights.get(summary.id) ?? [] }));
  }

  private async answer(
    { query, reading, today }: Asked,
    total: number,
    items: Hits,
    counted: SearchAnswer['facets'],
  ): Promise<VacancySearchAnswer> {
    return {
      total,
      items,
      facets: await this.labels.label(counted, query, today),
      chips: reading.chips,
      relaxations: total === 0 && query.relax ? await this.relaxations.of(query, reading, today) : [],
      degraded: false,
    };
  }

  private async degraded(asked: Asked): Promise<VacancySearchAnswer> {
    const { total, items } = await this.database.search(asked.query, asked.reading, asked.today);
    return this.plain(asked, total, await this.summaries.of(items));
  }

  private plain({ reading }: Asked, total: number, summaries: readonly VacancySummary[]): VacancySearchAnswer {
    const items = summaries.map((summary) => ({ ...summary, highlights: [] }));
    return { total, items, facets: {}, chips: reading.chips, relaxations: [], degraded: true };
  }
}

function inOrder(items: Hits, ids: readonly string[]): Hits {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
