import { editDistance, typosAllowed } from '../text/edit-distance.js';
import { type Clause, type QueryTerm } from '../text/query-parser.js';
import { fold } from '../text/words.js';
import { schemaOfExtension } from './catalog.js';
import { type Session } from './session.js';
import { type Tables } from './tables.js';
import { type Expansions, termQuery } from './text-query.js';

const SHORTEST_INNER_WORD = 5;
const MAX_INNER_WORDS = 50;
const MAX_TYPO_CANDIDATES = 50;

/** Finds words of the documents that are like a typed one: with a typo, or as a part of a compound. */
export class Vocabulary {
  private trigramSchema: string | undefined;

  constructor(
    private readonly session: Session,
    private readonly tables: Tables,
  ) {}

  async expand(clauses: readonly Clause[]): Promise<Expansions> {
    const terms = clauses.flatMap((clause) => clause.terms);
    const expandable = terms.filter(
      (term) => !term.excluded && !term.phrase && !term.optional && term.words.length === 1,
    );
    const found = await Promise.all(expandable.map(async (term) => [term, await this.like(term)] as const));
    return new Map(found.filter(([, words]) => words.length > 0));
  }

  private async like(term: QueryTerm): Promise<string[]> {
    const [word = ''] = term.words;
    const folded = fold(word);
    const [inner, known] = await Promise.all([this.wordsWith(word, folded), this.isKnown(term)]);
    const typos = known ? [] : await this.typosOf(folded);
    return [...new Set([...typos, ...inner])].filter((candidate) => candidate !== word);
  }

  /** A word that some document holds is no slip. */
  private async isKnown(term: QueryTerm): Promise<boolean> {
    const { rows } = await this.session.query<{ known: boolean }>(
      `SELECT EXISTS (SELECT FROM ${this.tables.documents} WHERE found @@ $1::tsquery) AS known`,
      [termQuery(term)],
    );
    return rows[0]?.known ?? false;
  }

  private async wordsWith(word: string, folded: string): Promise<string[]> {
    if (folded.length < SHORTEST_INNER_WORD) return [];
    const { rows } = await this.session.query<{ word: string }>(
      `SELECT word FROM ${this.tables.words} WHERE folded LIKE $1 ORDER BY length(word), word LIMIT ${MAX_INNER_WORDS}`,
      [`%${folded}%`],
    );
    // Who types å means å; who types a may lack the key. The word itself is found without looking it up.
    return rows
      .map((row) => row.word)
      .filter((candidate) => (word === folded || candidate.includes(word)) && fold(candidate) !== folded);
  }

  private async typosOf(folded: string): Promise<string[]> {
    const allowed = typosAllowed(folded);
    if (allowed === 0) return [];
    const schema = (this.trigramSchema ??= await schemaOfExtension(this.session, 'pg_trgm'));
    const { rows } = await this.session.query<{ word: string; folded: string }>(
      `SELECT word, folded FROM ${this.tables.words}
       WHERE folded OPERATOR(${schema}.%) $1 AND length(folded) BETWEEN $2 AND $3
       ORDER BY ${schema}.similarity(folded, $1) DESC, word LIMIT ${MAX_TYPO_CANDIDATES}`,
      [folded, folded.length - allowed, folded.length + allowed],
    );
    return rows.filter((row) => editDistance(row.folded, folded, allowed) <= allowed).map(({ word }) => word);
  }
}
