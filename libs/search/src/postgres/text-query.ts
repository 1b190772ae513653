import { compoundOf } from '../text/compounds.js';
import { stemsOf } from '../text/inflection.js';
import { type Clause, type QueryTerm } from '../text/query-parser.js';

/** What was typed, in the notation of PostgreSQL's tsquery; null where nothing asks for it. */
export interface TextQuery {
  /** Finds the documents that hold what was typed. */
  strict: string | null;
  /** Finds those that hold it, or words like it; the same as `strict` without expansions. */
  wide: string | null;
  /** Any of the words, for ranking. */
  typed: string | null;
  expanded: string | null;
}

/** Words that stand in for a term. */
export type Expansions = ReadonlyMap<QueryTerm, string[]>;

/** @param expansions null for what was typed alone; else words like those, and compounds are taken apart. */
export function textQuery(clauses: readonly Clause[], expansions: Expansions | null): TextQuery {
  const included = clauses.flatMap(({ terms, others }) => [...terms, ...others]).filter(({ excluded }) => !excluded);
  const like = new Map(included.map((term) => [term, expansions ? likeQuery(term, expansions) : null]));
  const wide = (term: QueryTerm) => either([termQuery(term), like.get(term) ?? null]);
  const all = (of: (term: QueryTerm) => string | null) => every(clauses.map((clause) => clauseQuery(clause, of)));
  const strict = all(termQuery);
  const hasLike = [...like.values()].some((query) => query !== null);
  return {
    strict,
    wide: hasLike ? all(wide) : strict,
    typed: either(included.map(termQuery)),
    expanded: hasLike ? either([...like.values()]) : null,
  };
}

function clauseQuery({ terms, others }: Clause, of: (term: QueryTerm) => string | null): string | null {
  const [first] = terms;
  if (first?.excluded) return `!${termQuery(first)}`;
  const needed = every(terms.filter((term) => !term.optional).map(of));
  return needed === null ? null : either([needed, ...others.map(termQuery)]);
}

// Words are letters and digits alone, so that the quotes need no escaping.
const quoted = (word: string): string => `'${word}'`;

/** The term's words next to each other, each in any of its forms. */
export function termQuery({ words, prefix }: QueryTerm): string {
  const each = words.map((word, index) => {
    const half = prefix && index === words.length - 1;
    return either([half ? `${quoted(word)}:*` : quoted(word), ...stemsOf(word).map(quoted)]);
  });
  return each.length === 1 ? (each[0] ?? '') : `(${each.join(' <-> ')})`;
}

function likeQuery(term: QueryTerm, expansions: Expansions): string | null {
  const [word = ''] = term.words;
  const compound = term.words.length === 1 && !term.phrase ? compoundOf(word) : null;
  const apart = compound && `(${quoted(compound.front)} & ${quoted(compound.head)})`;
  return either([...(expansions.get(term) ?? []).flatMap((like) => [like, ...stemsOf(like)]).map(quoted), apart]);
}

function either(queries: (string | null)[]): string | null {
  const present = [...new Set(queries.filter((query) => query !== null))];
  return present.length === 0 ? null : `(${present.join(' | ')})`;
}

function every(queries: (string | null)[]): string | null {
  const present = queries.filter((query) => query !== null);
  return present.length === 0 ? null : `(${present.join(' & ')})`;
}
