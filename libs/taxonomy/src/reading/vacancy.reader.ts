import { readAdStructure } from './ad-structure.js';
import { type ReadableTaxonomy } from './concept-forms.js';
import { type Finding } from './finding.js';
import { type ReadDemand, type ReadLanguage, type VacancyText } from './reading.types.js';
import { type SentenceReader } from './sentence.reader.js';
import { SourceText } from './source-text.js';

/** More demands than any ad holds: what comes after is dropped. */
const MOST_DEMANDS = 200;
const NO_SKILLS: ReadonlySet<string> = new Set();

/** Reads an ad's demands: structure first, then what its demanding words name. */
export class VacancyReader {
  constructor(
    private readonly taxonomy: ReadableTaxonomy,
    private readonly sentences: SentenceReader,
  ) {}

  read(ad: VacancyText, language: ReadLanguage): ReadDemand[] {
    const occupationId = ad.occupationId ?? null;
    const usualSkills = occupationId === null ? NO_SKILLS : new Set(this.taxonomy.usualSkills(occupationId));
    const context = { occupationId, usualSkills };
    const inText = this.readText(new SourceText(ad.text, language, 'text'), context);
    return mergeDemands([...inText, ...this.readHeadline(new SourceText(ad.headline, language, 'headline'), context)]).slice(0, MOST_DEMANDS);
  }

  private readText(source: SourceText, context: Known): ReadDemand[] {
    return readAdStructure(source).flatMap((sentence) => {
      if (sentence.scope.strongest === 0) return [];
      return this.sentences
        .read(source, sentence, {
          ...context,
          listed: sentence.item && sentence.least === 2,
          asked: (index) => sentence.scope.ask(index).strength > 0,
          relaxed: false,
          open: true,
        })
        .flatMap((found) => {
          const ask = sentence.scope.ask(found.from);
          const least = found.kind === 'professional-licence' ? 1 : sentence.least;
          if (ask.necessity === null || ask.strength < least) return [];
          return [demand(source, found, ask.necessity, sentence.section)];
        });
    });
  }

  /** A headline names the job; only licences in it are demands ("Legitimerad sjuksköterska", "Lastbilsförare med CE-körkort"). */
  private readHeadline(source: SourceText, context: Known): ReadDemand[] {
    const range = { from: 0, to: Math.min(source.length, 60) };
    return this.sentences
      .read(source, range, { ...context, listed: false, asked: () => true, relaxed: false, open: false })
      .filter((found) => found.kind === 'professional-licence' || found.kind === 'driving-licence')
      .map((found) => demand(source, found, 'requirement', 'headline'));
  }
}

interface Known {
  readonly occupationId: string | null;
  readonly usualSkills: ReadonlySet<string>;
}

function demand(source: SourceText, found: Finding, necessity: ReadDemand['necessity'], place: string): ReadDemand {
  const { kind, conceptId, words, level, years, confidence } = found;
  return { kind, conceptId, words, necessity, level, years, span: source.span(found.from, found.to), rule: `${place}/${found.rule}`, confidence };
}

/** One demand per concept (or own words): the stronger necessity, the first span, the highest level and years. */
function mergeDemands(demands: readonly ReadDemand[]): ReadDemand[] {
  const merged = new Map<string, ReadDemand>();
  for (const one of demands) {
    const key = one.conceptId === null ? `${one.kind} ${one.words?.toLowerCase() ?? ''}` : one.conceptId;
    const first = merged.get(key);
    merged.set(key, first === undefined ? one : merge(first, one));
  }
  return [...merged.values()];
}

function merge(first: ReadDemand, other: ReadDemand): ReadDemand {
  return {
    ...first,
    necessity: first.necessity === 'requirement' ? first.necessity : other.necessity,
    level: highest(first.level, other.level),
    years: highest(first.years, other.years),
    confidence: Math.max(first.confidence, other.confidence),
  };
}

function highest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
