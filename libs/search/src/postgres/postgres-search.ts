import { checkQuery, type CheckedQuery } from '../record/checked-query.js';
import { type RecordKind } from '../record/search-record.js';
import { type FacetCount, type SearchAnswer } from '../search-answer.js';
import { type DocumentRevision } from '../search-index.js';
import { type FacetName, type SearchQuery } from '../search-query.js';
import { Highlighter } from '../text/highlighter.js';
import { wordsOf } from '../text/words.js';
import { Lexicon } from './lexicon.js';
import { Parameters } from './parameters.js';
import { enoughStatement, searchStatement } from './search-statement.js';
import { type Session } from './session.js';
import { type Tables } from './tables.js';
import { type Expansions, textQuery } from './text-query.js';
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

const NOTHING_LIKE_IT: Expansions = new Map();

/** The reading side of the PostgreSQL adapter. */
export class PostgresSearch<Doc extends DocumentRevision> {
  private readonly vocabulary: Vocabulary;
  private readonly lexicon: Lexicon;

  constructor(
    private readonly kind: RecordKind<Doc>,
    private readonly session: Session,
    private readonly tables: Tables,
  ) {
    this.vocabulary = new Vocabulary(session, tables);
    this.lexicon = new Lexicon(session, tables);
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const checked = checkQuery(this.kind, query);
    const expansions = (await this.findsEnough(checked))
      ? NOTHING_LIKE_IT
      : await this.vocabulary.expand(checked.terms);
    const parameters = new Parameters();
    const text = textQuery(checked.terms, expansions, this.tables, parameters);
    const statement = searchStatement(checked, text, this.tables.documents, parameters);
    const { rows } = await this.session.query<AnswerRow>(statement, parameters.values);
    const answer = rows[0] ?? { total: 0, page: [], facets: [] };
    const highlighter = checked.highlight ? await this.highlighter(checked, expansions, answer.page) : null;
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

  private async findsEnough({ terms, today }: CheckedQuery): Promise<boolean> {
    const parameters = new Parameters();
    const needed = terms.filter((term) => !term.optional);
    const { strict, typed } = textQuery(needed, NOTHING_LIKE_IT, this.tables, parameters);
    if (strict === null || typed === null) return true;
    const { rows } = await this.session.query<{ enough: boolean }>(
      enoughStatement(strict, today, this.tables.documents, parameters),
      parameters.values,
    );
    return rows[0]?.enough ?? true;
  }

  private async highlighter({ terms }: CheckedQuery, expansions: Expansions, page: PageRow[]): Promise<Highlighter> {
    const texts = page.flatMap(fieldsOf).flatMap(([, text]) => wordsOf(text).map(({ word }) => word));
    const typed = [...terms.flatMap((term) => term.words), ...[...expansions.values()].flat()];
    return new Highlighter(terms, expansions, await this.lexicon.of([...texts, ...typed]));
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
