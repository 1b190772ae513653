import { readAdStructure, type AdSentence } from './structure/ad-structure.js';
import { alternativesOf } from './facts/alternatives.js';
import type { ReadableTaxonomy } from './concepts/concept-forms.js';
import type { Finding } from './facts/finding.js';
import type { ReadDemand, ReadLanguage, VacancyText } from './reading.types.js';
import type { SentenceReader } from './facts/sentence.reader.js';
import { SourceText } from './text/source-text.js';

/** More demands than any ad holds: what comes after is dropped. */
const MOST_DEMANDS = 200;
/** Asked for by naming whom the ad looks for: "Vi söker en noggrann legitimerad sjuksköterska". */
const SOUGHT_KINDS: ReadonlySet<ReadDemand['kind']> = new Set<ReadDemand['kind']>(['professional-licence', 'trait']);
const CHECK_RULE = 'condition/check';
const SOUGHT_RULE = 'sought/';
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
    const inHeadline = this.readHeadline(new SourceText(ad.headline, language, 'headline'), context);
    return loneAlternatives(mergeDemands([...inText, ...inHeadline]).slice(0, MOST_DEMANDS));
  }

  private readText(source: SourceText, context: Known): ReadDemand[] {
    let groups = 0;
    return readAdStructure(source).flatMap((sentence) => {
      const found = this.inSentence(source, sentence, context);
      const either = alternativesOf(
        source,
        found.map(({ finding }) => finding),
      );
      const first = groups;
      groups += found.length;
      return found.map(({ finding, necessity }, index) => {
        const group = either[index] ?? null;
        return demand(source, finding, necessity, sentence.section, group === null ? null : first + group);
      });
    });
  }

  private inSentence(
    source: SourceText,
    sentence: AdSentence,
    context: Known,
  ): { finding: Finding; necessity: ReadDemand['necessity'] }[] {
    const checks = this.sentences.conditions
      .readChecks(source, sentence)
      .map((finding) => ({ finding, necessity: 'requirement' as const }));
    if (sentence.silent || sentence.scope.strongest === 0) return checks;
    const found = this.sentences.read(source, sentence, {
      ...context,
      listed: sentence.item && sentence.least === 2,
      strength: (index) => sentence.scope.ask(index).strength,
      isCue: (index) => sentence.scope.isCue(index),
      isPlain: (index) => sentence.least === 2 && sentence.scope.isPlain(index),
      head: sentence.head,
      relaxed: false,
      open: true,
      traits: true,
    });
    const asked = found.flatMap((finding) => {
      if (finding.rule === CHECK_RULE) return [];
      const { necessity, strength } = sentence.scope.ask(finding.from);
      const isSought = SOUGHT_KINDS.has(finding.kind) || finding.rule.startsWith(SOUGHT_RULE);
      const least = isSought ? Math.min(1, sentence.least) : sentence.least;
      return necessity === null || strength < least ? [] : [{ finding, necessity }];
    });
    return [...asked, ...checks].sort((a, b) => a.finding.from - b.finding.from);
  }

  /** A headline names the job; only licences in it are demands ("Legitimerad sjuksköterska", "Lastbilsförare med CE-körkort"). */
  private readHeadline(source: SourceText, context: Known): ReadDemand[] {
    const range = { from: 0, to: Math.min(source.length, 60) };
    return this.sentences
      .read(source, range, {
        ...context,
        listed: false,
        strength: () => 3,
        isCue: () => false,
        isPlain: () => false,
        head: null,
        relaxed: false,
        open: false,
        traits: false,
      })
      .filter((found) => found.kind === 'professional-licence' || found.kind === 'driving-licence')
      .map((found) => demand(source, found, 'requirement', 'headline', null));
  }
}

interface Known {
  readonly occupationId: string | null;
  readonly usualSkills: ReadonlySet<string>;
}

function demand(
  source: SourceText,
  found: Finding,
  necessity: ReadDemand['necessity'],
  place: string,
  either: number | null,
): ReadDemand {
  const { kind, conceptId, words, level, years, confidence } = found;
  return {
    kind,
    conceptId,
    words,
    necessity,
    either,
    level,
    years,
    span: source.span(found.from, found.to),
    rule: `${place}/${found.rule}`,
    confidence,
  };
}

/** Two educations of one level with words of their own stay two: the concept goes with the first. */
function educationsApart(demands: readonly ReadDemand[]): ReadDemand[] {
  const named = new Map<string, string | null>();
  return demands.map((one) => {
    if (one.kind !== 'education' || one.conceptId === null) return one;
    const before = named.get(one.conceptId);
    if (before === undefined) named.set(one.conceptId, one.span.quote.toLowerCase());
    else if (before !== one.span.quote.toLowerCase())
      return { ...one, conceptId: null, words: one.words ?? one.span.quote };
    return one;
  });
}

/** One demand per concept (or own words): the stronger necessity, the first span, the highest level and years. */
function mergeDemands(demands: readonly ReadDemand[]): ReadDemand[] {
  const merged = new Map<string, ReadDemand>();
  for (const one of educationsApart(demands)) {
    const key =
      checkKey(one) ?? (one.conceptId === null ? `${one.kind} ${one.words?.toLowerCase() ?? ''}` : one.conceptId);
    const first = merged.get(key);
    merged.set(key, first === undefined ? one : merge(first, one));
  }
  return [...merged.values()];
}

/** One check of a person, however often and in whatever words the ad names it. */
function checkKey({ rule, words }: ReadDemand): string | undefined {
  if (!rule.endsWith(CHECK_RULE)) return undefined;
  return `check ${/säkerhet|security/i.test(words ?? '') ? 'security' : /bakgrund|background/i.test(words ?? '') ? 'background' : 'record'}`;
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

/** A group that merging left with one member is no choice. */
function loneAlternatives(demands: readonly ReadDemand[]): ReadDemand[] {
  const members = new Map<number, number>();
  for (const { either } of demands) if (either !== null) members.set(either, (members.get(either) ?? 0) + 1);
  return demands.map((one) => (one.either !== null && members.get(one.either) === 1 ? { ...one, either: null } : one));
}

function highest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
