import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { finding, type Finding } from './finding.js';
import { formKeys, type SourceText } from '../text/source-text.js';
import type { TokenRange } from '../text/sentences.js';
import { tokenize } from '../text/tokens.js';

const LICENSED =
  /^(?:legitimerad|legitimerade|legitimerat|leg|behörig|behöriga|licensed|registered|certified|chartered)$/;
const LICENCE_WORD =
  /^(?:legitimerad|legitimation|leg|behörig|licensed|registered|certified|chartered|licence|license|svensk|swedish|som|as|för|i|in|sverige|sweden|professional|yrkeslegitimation|to|practise|practice|a|an|work)$/;
const LICENCE_COMPOUND = /^(\p{L}{4,}?)s?legitimation(?:en)?$/u;
const SHORTEST_TRADE = 6;
const LONGEST_SPECIALITY = 24;
const JOINERS = new Set(['eller', 'och', 'alternativt', 'samt', 'or', 'and']);
const GAP_WORDS = new Set(['som', 'as', 'en', 'a', 'svensk', 'i', 'sverige', 'för']);

const OPENS_LICENCE = /^(?:legitimerad|legitimerade|leg|licensed|chartered)$/;
/** Reads licences to practise: "legitimerad sjuksköterska", "leg. psykolog", "svensk legitimation som läkare", "registered nurse". */
export class ProfessionalLicenceReader {
  /** Profession's key to its licence. */
  private readonly byProfession = new Map<string, string>();

  constructor(taxonomy: ReadableTaxonomy) {
    for (const concept of taxonomy.ofKind('professional-licence')) {
      for (const written of [
        concept.label.sv,
        ...concept.alternatives.sv,
        concept.label.en,
        ...concept.alternatives.en,
      ]) {
        const words = tokenize(written).map((token) => token.lower);
        const named = words.filter((word) => !LICENCE_WORD.test(word));
        const compound = LICENCE_COMPOUND.exec(named[0] ?? '')?.[1];
        if (named.length === 1 && named[0] !== undefined)
          for (const key of formKeys(compound ?? named[0]))
            this.byProfession.set(key, this.byProfession.get(key) ?? concept.id);
      }
    }
  }

  read(source: SourceText, range: TokenRange): Finding[] {
    const found: Finding[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const word = source.word(at);
      const compound = LICENCE_COMPOUND.exec(word)?.[1];
      if (compound !== undefined) found.push(...this.licence(source, at, at + 1, this.ofProfession(compound)));
      else if (LICENSED.test(word) || word === 'legitimation' || word === 'legitimationen') {
        const series = this.series(source, at, range.to);
        found.push(...(series.length > 0 ? series : unknownLicence(source, at, range.to)));
        at = Math.max(at, (series.at(-1)?.to ?? 0) - 1);
      }
    }
    return found;
  }

  /** "legitimerad sjuksköterska eller barnmorska": the first takes the mark along, the others stand alone. */
  private series(source: SourceText, at: number, to: number): Finding[] {
    const found: Finding[] = [];
    let from = at;
    for (let next = at + 1; next < Math.min(to, at + 8); next += 1) {
      const word = source.word(next);
      const conceptId = this.ofProfession(word);
      if (conceptId !== undefined) {
        found.push(...this.licence(source, from, next + 1, conceptId));
        from = next + 1;
      } else if (JOINERS.has(word)) from = next + 1;
      else if (!GAP_WORDS.has(word) && !LICENSED.test(word)) break;
      else if (LICENSED.test(word)) from = next;
    }
    return found;
  }

  private licence(source: SourceText, from: number, to: number, conceptId: string | undefined): Finding[] {
    if (conceptId === undefined || source.word(from) === '') return [];
    return [finding({ kind: 'professional-licence', conceptId, from, to, rule: 'licence/profession', confidence: 95 })];
  }

  /** A specialist's licence is that of the trade it ends in: "operationssjuksköterska". */
  private ofProfession(word: string): string | undefined {
    const trade = word.replace(/sköterske$/, 'sköterska').replace(/lärar$/, 'lärare');
    for (let at = 0; at <= Math.min(trade.length - SHORTEST_TRADE, LONGEST_SPECIALITY); at += 1) {
      for (const key of formKeys(trade.slice(at))) {
        const conceptId = this.byProfession.get(key);
        if (conceptId !== undefined) return conceptId;
      }
    }
    return undefined;
  }
}

/** "Legitimerad biomedicinsk analytiker", where the taxonomy has no such licence: kept in its own words. */
function unknownLicence(source: SourceText, at: number, to: number): Finding[] {
  if (source.word(at) === 'legitimation' && !GAP_WORDS.has(source.word(at + 1)))
    return [unnamedLicence(source, at, at + 1)];
  if (!OPENS_LICENCE.test(source.word(at)) || at + 1 >= to || !source.joins(at + 1)) return [];
  const isQualified = /(?:sk|al)$/.test(source.word(at + 1)) && at + 2 < to && source.joins(at + 2);
  const end = at + (isQualified ? 3 : 2);
  if (source.word(end - 1).length < SHORTEST_TRADE) return [];
  return [unnamedLicence(source, at, end)];
}

function unnamedLicence(source: SourceText, from: number, to: number): Finding {
  const words = source.span(from, to).quote.replace(/\s+/g, ' ').slice(0, 200);
  return finding({
    kind: 'professional-licence',
    conceptId: null,
    words,
    from,
    to,
    rule: 'licence/own-words',
    confidence: 60,
  });
}
