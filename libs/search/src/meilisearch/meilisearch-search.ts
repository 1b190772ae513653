import { type Meilisearch } from 'meilisearch';
import { checkQuery, type CheckedQuery } from '../record/checked-query.js';
import { type RecordKind } from '../record/search-record.js';
import { type FacetCount, type SearchAnswer } from '../search-answer.js';
import { type DocumentRevision } from '../search-index.js';
import { type SearchQuery } from '../search-query.js';
import { Highlighter } from '../text/highlighter.js';
import { type QueryTerm } from '../text/query-parser.js';
import { type Part, partsOfQuery, SORTS, textAlone } from './meilisearch-query.js';
import { likeVariants, type QueryVariant, strictVariants, termsWithSlips, termVariant } from './query-variants.js';
import { LOCALES } from './settings.js';

interface Hit {
  id: string;
  revision: number;
  headline?: string;
  employerName?: string;
  text?: string;
  _rankingScore?: number;
}

interface Result {
  hits: Hit[];
  total: number;
  counts: Record<string, Record<string, number>>;
}

/** Below so many hits of the text alone, words like those typed are looked for, too; as in PostgreSQL. */
const ENOUGH = 10;
const ALL = 1_000_000;

/** The reading side of the Meilisearch adapter. */
export class MeilisearchSearch<Doc extends DocumentRevision> {
  constructor(
    private readonly kind: RecordKind<Doc>,
    private readonly client: Meilisearch,
    private readonly uid: string,
  ) {}

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const checked = checkQuery(this.kind, query);
    const texts = checked.highlight ? ['headline', 'employerName', 'text'] : [];
    return this.answer(checked, await this.results(checked, partsOfQuery(checked), ['id', 'revision', ...texts]));
  }

  async ids(query: SearchQuery): Promise<string[]> {
    const checked = checkQuery(this.kind, { ...query, limit: 0, offset: 0, facets: [] });
    const [part] = partsOfQuery(checked);
    const [all] = await this.results(checked, [{ ...part, limit: ALL }], ['id']);
    return all?.hits.map(({ id }) => id) ?? [];
  }

  private async results(checked: CheckedQuery, parts: Part[], fields: string[]): Promise<Result[]> {
    const strict = strictVariants(checked.clauses);
    const hasWords = checked.clauses.some(({ terms }) => terms.some(({ excluded }) => !excluded));
    if (!hasWords) return this.ask(checked, strict, parts, fields);
    const isFiltered = checked.conditions.length > 0;
    const asked = isFiltered ? [...parts, textAlone(checked)] : parts;
    const results = await this.ask(checked, strict, asked, fields);
    const found = isFiltered ? results.pop() : results[0];
    if ((found?.total ?? 0) >= ENOUGH) return results;
    const like = likeVariants(checked.clauses, await this.slips(checked));
    return like.length === 0 ? results : this.ask(checked, [...strict, ...like], parts, fields);
  }

  /** A word that some document holds is no slip. */
  private async slips(checked: CheckedQuery): Promise<Set<QueryTerm>> {
    const terms = termsWithSlips(checked.clauses);
    if (terms.length === 0) return new Set();
    const queries = terms.map((term) => ({ ...this.queryOf(checked, termVariant(term), ['id']), limit: 0 }));
    const { results } = await this.client.multiSearch<{ queries: typeof queries }, Hit>({ queries });
    return new Set(terms.filter((_, index) => (results[index]?.estimatedTotalHits ?? 0) === 0));
  }

  private async ask(
    checked: CheckedQuery,
    variants: QueryVariant[],
    parts: Part[],
    fields: string[],
  ): Promise<Result[]> {
    const [only] = variants;
    if (variants.length === 1 && only) return this.askAtOnce(checked, only, parts, fields);
    return Promise.all(parts.map((part) => this.askUnion(checked, variants, part, fields)));
  }

  private async askAtOnce(
    checked: CheckedQuery,
    variant: QueryVariant,
    parts: Part[],
    fields: string[],
  ): Promise<Result[]> {
    const queries = parts.map((part) => ({ ...this.queryOf(checked, variant, fields), ...part }));
    const { results } = await this.client.multiSearch<{ queries: typeof queries }, Hit>({ queries });
    return results.map(({ hits, estimatedTotalHits, facetDistribution }) => ({
      hits,
      // With the matching strategy `all` and no distinct attribute the estimate is the size of the whole result.
      total: estimatedTotalHits ?? 0,
      counts: facetDistribution ?? {},
    }));
  }

  /** What any of the variants finds, once: Meilisearch merges them, and counts over the union. */
  private async askUnion(
    checked: CheckedQuery,
    variants: QueryVariant[],
    { filter, facets, limit, offset }: Part,
    fields: string[],
  ): Promise<Result> {
    const queries = variants.map((variant) => ({
      ...this.queryOf(checked, variant, fields),
      filter,
      federationOptions: { weight: variant.weight },
    }));
    const { hits, estimatedTotalHits, facetsByIndex } = await this.client.multiSearch<
      { federation: object; queries: typeof queries },
      Hit
    >({ federation: { limit, offset, facetsByIndex: { [this.uid]: facets } }, queries });
    return { hits, total: estimatedTotalHits ?? 0, counts: facetsByIndex?.[this.uid]?.distribution ?? {} };
  }

  private queryOf(checked: CheckedQuery, { q, attributesToSearchOn }: QueryVariant, fields: string[]) {
    return {
      indexUid: this.uid,
      q,
      attributesToSearchOn,
      matchingStrategy: 'all' as const,
      locales: LOCALES,
      sort: SORTS[checked.sort],
      attributesToRetrieve: fields,
      showRankingScore: true,
    };
  }

  private answer(checked: CheckedQuery, results: Result[]): SearchAnswer {
    const [main] = results;
    const counts = new Map(results.flatMap((result) => Object.entries(result.counts)));
    const highlighter = checked.highlight ? new Highlighter(checked.clauses) : null;
    return {
      total: main?.total ?? 0,
      exact: true,
      hits: (main?.hits ?? []).map((hit) => ({
        id: hit.id,
        revision: hit.revision,
        score: hit._rankingScore ?? 0,
        highlights: highlighter?.highlights(fieldsOf(hit)) ?? [],
      })),
      facets: Object.fromEntries(checked.facets.map((facet) => [facet, sorted(counts.get(facet) ?? {})])),
    };
  }
}

function fieldsOf({ headline = '', employerName = '', text = '' }: Hit) {
  return [
    ['headline', headline],
    ['employerName', employerName],
    ['text', text],
  ] as const;
}

function sorted(distribution: Record<string, number>): FacetCount[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
