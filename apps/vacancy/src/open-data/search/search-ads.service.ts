import type { AdFilter, AdSearchAnswer, AdSearchQuery } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import { swedishDay } from '../../clock/swedish-time.js';
import { olderIdOf } from '../ad/job-ad.js';
import { OpenAds } from '../ad/open-ads.js';
import { freeTextConceptsOf, readFreeText, type FreeText } from '../free-text/free-text.js';
import { endingsIn, freeTextSql, type Endings, type FreeTextSql } from '../free-text/free-text-sql.js';
import { ConceptPhrases } from '../words/concept-phrases.js';
import { adFilterSql } from './ad-filter-sql.js';
import { Parameters } from './parameters.js';
import { searchStatement, type SearchRow } from './search-statement.js';

const mostEndings = 500;

@Injectable()
export class SearchAdsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly taxonomy: Taxonomy,
    private readonly phrases: ConceptPhrases,
    private readonly ads: OpenAds,
    private readonly clock: Clock,
  ) {}

  async search(query: AdSearchQuery): Promise<AdSearchAnswer> {
    const started = performance.now();
    const parameters = new Parameters();
    const now = this.clock.now();
    const filter = adFilterSql(query, { taxonomy: this.taxonomy, now }, parameters);
    const typed = this.typedIn(query);
    const text = typed && (await this.textSql(typed, query, parameters));
    const statement = searchStatement(query, swedishDay(now), filter, text, parameters);
    const [row] = await this.dataSource.query<SearchRow[]>(statement, parameters.values);
    const queryTime = performance.now() - started;
    const { total, positions, best, page, stats } = row!;
    const ads = await this.ads.byIds(page.map(({ id, changed_at }) => ({ id, changedAt: changed_at })));
    const hits = page.flatMap(({ id, score }) => {
      const ad = ads.get(id);
      if (!ad) return [];
      const relevance = text && best > 0 ? Math.min(1, score / best) : 0;
      if (query.resdet !== 'brief') return [{ ...ad, relevance }];
      const { description: _, ...brief } = ad;
      return [{ ...brief, relevance }];
    });
    return {
      total: { value: total },
      positions,
      query_time_in_millis: Math.round(queryTime),
      result_time_in_millis: Math.round(performance.now() - started),
      stats: [...new Set(query.stats)].map((type) => ({
        type,
        values: stats.filter((one) => one.type === type).map(({ value, count }) => this.statistic(value, count)),
      })),
      freetext_concepts: typed ? freeTextConceptsOf(typed, this.taxonomy) : {},
      hits,
    };
  }

  /** What was typed, read; null for nothing. */
  typedIn(filter: AdFilter, typed = filter.q): FreeText | null {
    if (typed === undefined || typed.trim() === '') return null;
    return readFreeText(typed, this.phrases, {
      concepts: filter['x-feature-disable-smart-freetext'] !== true,
      kinds: filter.qfields.filter((one) => one !== 'employer'),
    });
  }

  async textSql(typed: FreeText, filter: AdFilter, parameters: Parameters): Promise<FreeTextSql> {
    const endings = await this.endings(endingsIn(typed));
    return freeTextSql(typed, filter['x-feature-freetext-bool-method'] ?? 'or', endings, parameters);
  }

  private async endings(wanted: readonly string[]): Promise<Endings> {
    const found = new Map<string, string[]>();
    for (const ending of new Set(wanted)) {
      const rows = await this.dataSource.query<{ word: string }[]>(
        `SELECT word FROM open_ad_words WHERE backwards >= reverse($1) AND backwards < reverse($1) || chr(1114111) LIMIT ${mostEndings}`,
        [ending],
      );
      found.set(
        ending,
        rows.map(({ word }) => word),
      );
    }
    return found;
  }

  private statistic(id: string, count: number): AdSearchAnswer['stats'][number]['values'][number] {
    const term = this.taxonomy.concept(id)?.label.sv ?? id;
    return { term, concept_id: id, code: olderIdOf(this.taxonomy, id), count };
  }
}
