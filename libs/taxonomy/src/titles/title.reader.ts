import type { Concept } from '../concept.js';
import type { ReadableTaxonomy } from '../reading/concepts/concept-forms.js';
import type { ConceptHit, ConceptLexicon } from '../reading/concepts/concept-lexicon.js';
import type { TitleCandidate } from '../reading/reading.types.js';
import type { TokenRange } from '../reading/text/sentences.js';
import type { SourceText } from '../reading/text/source-text.js';
import { voteOn } from './group-vote.js';
import { mostScore, TitleIndex, type NamedThing } from './title-index.js';
import { nameKeys } from './title-terms.js';
import { alternativesOf, readTitleText } from './title-words.js';

/** Names less like the title than this, of 1, are no candidates. */
const LEAST_LIKENESS = 0.2;
/** So many similar names at least are ranked, to order those found in the title by. */
const LEAST_RANKED = 20;
const WHOLE_LABEL = 1000;
const WHOLE_ALTERNATIVE = 960;
/** Of two that a title names, vacancies carry the one of JobTech's: an occupation of ESCO's stands back, behind another word for one of those. */
const ESCO_STANDS_BACK = 45;
/** The best that a similar label can reach: below every label found in the title. */
const MOST_SIMILAR = 690;

/** How near an occupation's names are to the title as a whole, against the nearest: 0 to 1. */
type Closeness = ReadonlyMap<string, number>;

/** Finds the occupations that a job title may mean: those whose whole label stands in it, then those with similar names. */
export class TitleReader {
  private readonly index: TitleIndex;

  constructor(
    private readonly taxonomy: ReadableTaxonomy,
    private readonly lexicon: ConceptLexicon,
  ) {
    this.index = new TitleIndex(taxonomy.ofKind('occupation').map((occupation) => this.named(occupation)));
  }

  read(title: string, limit: number): TitleCandidate[] {
    // Of equal scores the one offered first stays before: the similar names' order is the finer one.
    const best = new Map<string, TitleCandidate>();
    const offer = (candidate: TitleCandidate): void => {
      const known = best.get(candidate.conceptId);
      const score = candidate.score - (candidate.why === 'similar' ? 0 : setBack(candidate.conceptId));
      if (known === undefined || score > known.score) best.set(candidate.conceptId, { ...candidate, score });
    };
    const { source, core, named } = readTitleText(title);
    const similar = this.similar(named, Math.max(limit, LEAST_RANKED));
    similar.forEach(offer);
    this.same(named).forEach(offer);
    const most = similar[0]?.score ?? 0;
    const closeness = new Map(similar.map(({ conceptId, score }) => [conceptId, score / most]));
    this.contained(source, core, closeness).forEach(offer);
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }

  private named({ id, label, alternatives, broader }: Concept): NamedThing {
    return {
      id,
      names: (['sv', 'en'] as const).flatMap((language) =>
        [label[language], ...alternatives[language]].map((text) => ({ text, language })),
      ),
      groups: broader.filter((one) => this.taxonomy.concept(one)?.kind === 'occupation-group'),
    };
  }

  /** Occupations that bear the very name, whatever cuts and hyphens stand in it. */
  private same(title: string): TitleCandidate[] {
    const keys = new Set([title, ...alternativesOf(title)].flatMap(nameKeys));
    return this.index.bearing(title).map(({ id, names }) => {
      const isNamed = (text: string): boolean => nameKeys(text).some((key) => keys.has(key));
      const { label } = this.taxonomy.concept(id)!;
      const whole = [label.sv, label.en].find(isNamed);
      if (whole !== undefined) return { conceptId: id, score: WHOLE_LABEL, why: 'label', matched: whole };
      const other = names.find(({ text }) => isNamed(text))?.text ?? label.sv;
      return { conceptId: id, score: WHOLE_ALTERNATIVE, why: 'alternative', matched: other };
    });
  }

  private contained(source: SourceText, core: TokenRange, closeness: Closeness): TitleCandidate[] {
    const candidates: TitleCandidate[] = [];
    for (let at = 0; at < source.length; at += 1) {
      const hit = this.lexicon.at(source, at, true);
      if (hit === undefined) continue;
      candidates.push(...this.fromHit(source, hit, core, closeness));
      if (hit.forms.some((form) => form.kind === 'occupation'))
        at = Math.max(at, hit.shape === 'cut' ? at : hit.to - 1);
    }
    return candidates;
  }

  private fromHit(source: SourceText, hit: ConceptHit, core: TokenRange, closeness: Closeness): TitleCandidate[] {
    const isInCore = hit.from >= core.from && hit.to <= core.to;
    const isWhole = hit.from === core.from && hit.to === core.to && (hit.shape === 'form' || hit.shape === 'apart');
    const cover = isInCore ? letters(source, hit) / Math.max(1, letters(source, core)) : 0;
    return hit.forms
      .filter((form) => form.kind === 'occupation')
      .map((form) => {
        if (isWhole && form.origin === 'label')
          return { conceptId: form.conceptId, score: WHOLE_LABEL, why: 'label', matched: form.written };
        if (isWhole && form.origin === 'alternative')
          return { conceptId: form.conceptId, score: WHOLE_ALTERNATIVE, why: 'alternative', matched: form.written };
        const near = Math.floor(40 * (closeness.get(form.conceptId) ?? 0));
        const score = 660 + Math.floor(160 * cover) + (isInCore ? 60 : 0) + near - (hit.shape === 'compound' ? 40 : 0);
        return {
          conceptId: form.conceptId,
          score: Math.max(MOST_SIMILAR, score),
          why: 'contains',
          matched: form.written,
        };
      });
  }

  private similar(title: string, limit: number): TitleCandidate[] {
    const votes = voteOn(title, this.index, { withVotes: true, withKey: false });
    return this.index
      .rank(title, limit, votes)
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .map(({ id, score, matched }) => ({
        conceptId: id,
        score: Math.floor((MOST_SIMILAR * Math.min(score, mostScore)) / mostScore),
        why: 'similar',
        matched,
      }));
  }
}

function setBack(conceptId: string): number {
  return conceptId.startsWith('esco:') ? ESCO_STANDS_BACK : 0;
}

function letters(source: SourceText, range: TokenRange): number {
  let sum = 0;
  for (let at = range.from; at < range.to; at += 1) sum += source.word(at).length;
  return sum;
}
