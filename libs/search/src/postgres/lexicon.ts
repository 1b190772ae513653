import { type Lexemes } from '../text/highlighter.js';
import { fold } from '../text/words.js';
import { type Session } from './session.js';
import { type Tables } from './tables.js';

const CAPACITY = 50_000;
const NONE: Lexemes = { stems: [], folded: [] };

/** What PostgreSQL's dictionaries make of words; remembered, since texts repeat their words. */
export class Lexicon {
  private readonly known = new Map<string, Lexemes>();

  constructor(
    private readonly session: Session,
    private readonly tables: Tables,
  ) {}

  /** Learns the words that are not known yet; gives a look-up that knows all of them. */
  async of(words: Iterable<string>): Promise<(word: string) => Lexemes> {
    const asked = new Set(words);
    if (this.known.size + asked.size > CAPACITY) this.known.clear();
    const unknown = [...asked].filter((word) => !this.known.has(word));
    if (unknown.length > 0) await this.learn(unknown);
    const found = new Map([...asked].map((word) => [word, this.known.get(word) ?? NONE]));
    return (word) => found.get(word) ?? NONE;
  }

  private async learn(words: string[]): Promise<void> {
    const of = (word: string) =>
      this.tables.configurations.map((configuration) => `to_tsvector(${configuration}, ${word})`).join(' || ');
    const { rows } = await this.session.query<Lexemes & { word: string }>(
      `SELECT word, tsvector_to_array(${of('word')}) AS stems, tsvector_to_array(${of('folded')}) AS folded
       FROM unnest($1::text[], $2::text[]) AS words (word, folded)`,
      [words, words.map(fold)],
    );
    for (const { word, stems, folded } of rows) this.known.set(word, { stems, folded });
  }
}
