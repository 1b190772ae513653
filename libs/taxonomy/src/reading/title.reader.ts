import type { ReadableTaxonomy } from './concepts/concept-forms.js';
import type { ConceptHit, ConceptLexicon } from './concepts/concept-lexicon.js';
import { NgramIndex } from './text/ngram-index.js';
import type { TitleCandidate } from './reading.types.js';
import type { TokenRange } from './text/sentences.js';
import { SourceText } from './text/source-text.js';
import { Gap, tokenize } from './text/tokens.js';

/** A title longer than this is no title. */
const LONGEST_TITLE = 300;
const LONGEST_SIMILAR = 12;
const LEAST_SIMILARITY = 300;
/** The best that a similar label can reach: below every label found in the title. */
const MOST_SIMILAR = 690;

/** From these words on a title says where, for whom or when. */
const CUTS = new Set(
  'till to at hos på åt sökes söks wanted i in för for med with tillsvidare heltid deltid sommarjobb vikariat vikarie sommaren'.split(
    ' ',
  ),
);
const OPENERS = new Set(
  'vi nu söker en ett erfaren erfarna senior junior driven duktig är du vår våra vill bli we are looking for a an experienced extra ny nya fler flera engagerad sommarvikarie timvikarie'.split(
    ' ',
  ),
);

/** Finds the occupations that a job title may mean. */
export class TitleReader {
  private readonly index: NgramIndex;
  private readonly items: readonly { conceptId: string; written: string }[];

  constructor(
    private readonly taxonomy: ReadableTaxonomy,
    private readonly lexicon: ConceptLexicon,
  ) {
    this.items = taxonomy.ofKind('occupation').flatMap(({ id, label, alternatives }) =>
      [...new Set([label.sv, label.en, ...alternatives.sv, ...alternatives.en])].map((written) => ({
        conceptId: id,
        written,
      })),
    );
    this.index = new NgramIndex(this.items.map(({ written }) => plain(tokenize(written).map((token) => token.lower))));
  }

  read(title: string, limit: number): TitleCandidate[] {
    const best = new Map<string, TitleCandidate>();
    const offer = (candidate: TitleCandidate): void => {
      const known = best.get(candidate.conceptId);
      if (known === undefined || candidate.score > known.score) best.set(candidate.conceptId, candidate);
    };
    const text = title.slice(0, LONGEST_TITLE);
    const source = new SourceText(text, 'sv', 'headline');
    const core = titleCore(source);
    this.contained(source, core).forEach(offer);
    this.similar(source, core).forEach(offer);
    return [...best.values()].sort((a, b) => b.score - a.score || compare(a.conceptId, b.conceptId)).slice(0, limit);
  }

  private contained(source: SourceText, core: TokenRange): TitleCandidate[] {
    const candidates: TitleCandidate[] = [];
    for (let at = 0; at < source.length; at += 1) {
      const hit = this.lexicon.at(source, at, true);
      if (hit === undefined) continue;
      candidates.push(...this.fromHit(source, hit, core));
      if (hit.forms.some((form) => form.kind === 'occupation'))
        at = Math.max(at, hit.shape === 'cut' ? at : hit.to - 1);
    }
    return candidates;
  }

  private fromHit(source: SourceText, hit: ConceptHit, core: TokenRange): TitleCandidate[] {
    const isInCore = hit.from >= core.from && hit.to <= core.to;
    const isWhole = hit.from === core.from && hit.to === core.to && hit.shape !== 'compound';
    const cover = isInCore ? letters(source, hit) / Math.max(1, letters(source, core)) : 0;
    return hit.forms
      .filter((form) => form.kind === 'occupation')
      .map((form) => {
        const label = this.taxonomy.concept(form.conceptId)?.label[form.language] ?? form.written;
        const surplus = Math.min(40, Math.max(0, label.length - form.written.length));
        if (isWhole && form.origin === 'label')
          return { conceptId: form.conceptId, score: 1000, why: 'label', matched: form.written };
        if (isWhole && form.origin === 'alternative')
          return { conceptId: form.conceptId, score: 960, why: 'alternative', matched: form.written };
        const score =
          700 + Math.floor(160 * cover) + (isInCore ? 60 : 0) - surplus - (hit.shape === 'compound' ? 40 : 0);
        return {
          conceptId: form.conceptId,
          score: Math.max(MOST_SIMILAR, score),
          why: 'contains',
          matched: form.written,
        };
      });
  }

  private similar(source: SourceText, core: TokenRange): TitleCandidate[] {
    const words: string[] = [];
    for (let at = core.from; at < core.to && words.length < LONGEST_SIMILAR; at += 1) words.push(source.word(at));
    if (words.length === 0) return [];
    return this.index.query(plain(words)).flatMap(({ item, similarity }) => {
      const found = this.items[item];
      if (found === undefined || similarity < LEAST_SIMILARITY) return [];
      return [
        {
          conceptId: found.conceptId,
          score: Math.floor((MOST_SIMILAR * similarity) / 1000),
          why: 'similar' as const,
          matched: found.written,
        },
      ];
    });
  }
}

/** The part of a title that names the job: without openers, up to "till", a dash, a bracket or a bar. */
function titleCore(source: SourceText): TokenRange {
  let from = 0;
  while (from < source.length - 1 && OPENERS.has(source.word(from))) from += 1;
  let to = from;
  while (to < source.length && !(to > from && cutsAt(source, to))) to += 1;
  return { from, to };
}

function cutsAt(source: SourceText, at: number): boolean {
  const gap = source.gap(at);
  if (
    gap &
    (Gap.comma | Gap.dash | Gap.open | Gap.colon | Gap.stop | Gap.line | Gap.bullet | Gap.semicolon | Gap.other)
  )
    return true;
  if (gap & Gap.slash && source.word(at).length > 4 && source.word(at - 1).length > 4) return true;
  return CUTS.has(source.word(at));
}

function letters(source: SourceText, range: TokenRange): number {
  let sum = 0;
  for (let at = range.from; at < range.to; at += 1) sum += source.word(at).length;
  return sum;
}

function plain(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
