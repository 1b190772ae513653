import { checkQuery, type CheckedQuery } from '../record/checked-query.js';
import { type RecordKind } from '../record/search-record.js';
import { type FacetCount, type SearchAnswer } from '../search-answer.js';
import { type DocumentRevision } from '../search-index.js';
import { type FacetName, type SearchQuery } from '../search-query.js';
import { Highlighter } from '../text/highlighter.js';
import { Parameters } from './parameters.js';
import { enoughStatement, idsStatement, searchStatement } from './search-statement.js';
import { type Session } from './session.js';
import { type Tables } from './tables.js';
import { type TextQuery, textQuery } from './text-query.js';
import { Vocabulary } from './vocabulary.js';

interface PageRow {
  id: string;
  revision: number;
  score: number;
  headline?: string;
  employer_name?: string;
  body?: string;
}

interface AnswerRow {
  total: number;
  page: PageRow[];
  facets: { value: string; n: number }[];
}

/** The reading side of the PostgreSQL adapter. */
export class PostgresSearch<Doc extends DocumentRevision> {
  private readonly vocabulary: Vocabulary;

  constructor(
    private readonly kind: RecordKind<Doc>,
    private readonly session: Session,
    private readonly tables: Tables,
  ) {
    this.vocabulary = new Vocabulary(session, tables);
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const checked = checkQuery(this.kind, query);
    const parameters = new Parameters();
    const text = await this.textQuery(checked);
    const statement = searchStatement(checked, text, this.tables.documents, parameters);
    const { rows } = await this.session.query<AnswerRow>(statement, parameters.values);
    const answer = rows[0] ?? { total: 0, page: [], facets: [] };
    const highlighter = checked.highlight ? new Highlighter(checked.clauses) : null;
    return {
      total: answer.total,
      exact: true,
      hits: answer.page.map((row) => ({
        id: row.id,
        revision: row.revision,
        score: row.score,
        highlights: highlighter?.highlights(fieldsOf(row)) ?? [],
      })),
      facets: facetsOf(checked.facets, answer.facets),
    };
  }

  async ids(query: SearchQuery): Promise<string[]> {
    const checked = checkQuery(this.kind, { ...query, limit: 0, offset: 0, facets: [] });
    const parameters = new Parameters();
    const text = await this.textQuery(checked);
    const statement = idsStatement(checked, text, this.tables.documents, parameters);
    const { rows } = await this.session.query<{ id: string }>(statement, parameters.values);
    return rows.map(({ id }) => id);
  }

  private async textQuery(checked: CheckedQuery): Promise<TextQuery> {
    const expansions = (await this.findsEnough(checked)) ? null : await this.vocabulary.expand(checked.clauses);
    return textQuery(checked.clauses, expansions);
  }

  private async findsEnough({ clauses, today }: CheckedQuery): Promise<boolean> {
    const { strict, typed } = textQuery(clauses, null);
    if (strict === null || typed === null) return true;
    const parameters = new Parameters();
    const { rows } = await this.session.query<{ enough: boolean }>(
      enoughStatement(strict, today, this.tables.documents, parameters),
      parameters.values,
    );
    return rows[0]?.enough ?? true;
  }
}

function fieldsOf({ headline, employer_name, body }: PageRow) {
  return [
    ['headline', headline ?? ''],
    ['employerName', employer_name ?? ''],
    ['text', body ?? ''],
  ] as const;
}

function facetsOf(asked: FacetName[], counted: AnswerRow['facets']): SearchAnswer['facets'] {
  const facets: SearchAnswer['facets'] = Object.fromEntries(
    asked.map((facet): [FacetName, FacetCount[]] => [facet, []]),
  );
  for (const { value, n } of counted) {
    const colon = value.indexOf(':');
    const facet = asked.find((name) => name === value.slice(0, colon));
    if (facet) facets[facet]?.push({ value: value.slice(colon + 1), count: n });
  }
  return facets;
}
