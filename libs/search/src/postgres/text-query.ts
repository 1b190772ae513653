import { type QueryTerm } from '../text/query-parser.js';
import { type Parameters } from './parameters.js';
import { type Tables } from './tables.js';

/** What was typed, as SQL expressions of type tsquery; null where nothing asks for it. */
export interface TextQuery {
  /** Finds the documents that hold what was typed. */
  strict: string | null;
  /** Finds those that hold it, or words like it; the same as `strict` without expansions. */
  wide: string | null;
  /** Any of the words, for ranking. */
  typed: string | null;
  expanded: string | null;
}

/** Words that stand in for a term, by its place in the query. */
export type Expansions = ReadonlyMap<QueryTerm, string[]>;

export function textQuery(
  terms: readonly QueryTerm[],
  expansions: Expansions,
  tables: Tables,
  parameters: Parameters,
): TextQuery {
  const sql = new Map(terms.map((term) => [term, termQuery(term, tables, parameters)]));
  const like = new Map([...expansions].map(([term, words]) => [term, anyWord(words, tables, parameters)]));
  const of = (term: QueryTerm) => sql.get(term) ?? '';
  const included = terms.filter((term) => !term.excluded);
  const required = included.filter((term) => !term.optional);
  const excluded = terms.filter((term) => term.excluded).map((term) => `(!! ${of(term)})`);
  const wide = required.map((term) => (like.has(term) ? `(${of(term)} || ${like.get(term)})` : of(term)));
  return {
    strict: joined([...required.map(of), ...excluded], '&&'),
    wide: joined([...wide, ...excluded], '&&'),
    typed: joined(included.map(of), '||'),
    expanded: joined([...like.values()], '||'),
  };
}

function joined(expressions: string[], operator: string): string | null {
  return expressions.length === 0 ? null : `(${expressions.join(` ${operator} `)})`;
}

function termQuery({ words, prefix }: QueryTerm, tables: Tables, parameters: Parameters): string {
  const phrase = parameters.add(words.join(' '), 'text');
  const exact = tables.configurations.map((configuration) => `phraseto_tsquery(${configuration}, ${phrase})`);
  if (!prefix) return `(${exact.join(' || ')})`;
  // Words are letters and digits alone, so that the quotes need no escaping.
  const half = `${parameters.add(`'${words.at(-1)}':*`, 'text')}::tsquery`;
  if (words.length === 1) return `(${[...exact, half].join(' || ')})`;
  const before = parameters.add(words.slice(0, -1).join(' '), 'text');
  return `(${exact.join(' || ')} || (phraseto_tsquery('pg_catalog.simple', ${before}) <-> ${half}))`;
}

function anyWord(words: string[], tables: Tables, parameters: Parameters): string {
  const any = parameters.add(words.map((word) => `'${word}'`).join(' | '), 'text');
  return `(${tables.configurations.map((configuration) => `to_tsquery(${configuration}, ${any})`).join(' || ')})`;
}
