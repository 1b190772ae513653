import { InjectLogger, type Logger } from '#platform';
import { SearchUnavailable } from '#search';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { OpenCountsRepository, type Counted, type CountedEmployer } from './open-counts.repository.js';
import { QueryLexicon } from './reading/query-lexicon.js';
import { WordStarts } from './suggestions/word-starts.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

/** What there is among the open vacancies, as of a moment ago. */
export interface OpenCounts {
  readonly occupation: ReadonlyMap<string, number>;
  readonly concept: ReadonlyMap<string, number>;
  readonly municipality: ReadonlyMap<string, number>;
  readonly county: ReadonlyMap<string, number>;
  /** Most vacancies first. */
  readonly employers: WordStarts<CountedEmployer>;
  readonly titles: WordStarts<Counted>;
  readonly employerNames: QueryLexicon;
  readonly nameOfEmployer: ReadonlyMap<string, string>;
}

const freshMs = 15_000;
const mostTitles = 5_000;
const legalForm = /[\s,]+(ab|hb|kb|aktiebolag|ekonomisk förening|\(publ\))\.?$/iu;

/** Keeps the counts in memory: who types is not kept waiting. They are made anew behind the scenes when they are asked for and no longer fresh. */
@Injectable()
export class OpenCountsService {
  private counts: OpenCounts | undefined;
  private madeAt = -Infinity;
  private making: Promise<void> | undefined;

  constructor(
    private readonly repository: OpenCountsRepository,
    private readonly clock: Clock,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  async current(): Promise<OpenCounts> {
    const isFresh = performance.now() - this.madeAt < freshMs;
    const making = isFresh ? undefined : this.refresh();
    if (!this.counts) await making;
    return this.counts ?? countsOf(nothing);
  }

  /** Resolves when the counts are of now. */
  refresh(): Promise<void> {
    this.making ??= this.make().finally(() => (this.making = undefined));
    return this.making;
  }

  private async make(): Promise<void> {
    try {
      const today = swedishDay(this.clock.now());
      const [occupations, municipalities, counties, employers, titles, concepts] = await Promise.all([
        this.repository.occupations(today),
        this.repository.municipalities(today),
        this.repository.counties(today),
        this.repository.employers(today),
        this.repository.titles(today, mostTitles),
        this.concepts(today),
      ]);
      this.counts = countsOf({ occupations, municipalities, counties, employers, titles, concepts });
      this.madeAt = performance.now();
    } catch (error) {
      this.logger.warn({ err: error }, 'the open vacancies cannot be counted');
    }
  }

  private async concepts(today: string): Promise<Counted[]> {
    try {
      const query = { text: '', filters: {}, sort: 'newest', limit: 0, offset: 0, highlight: false, today } as const;
      return (await this.index.search({ ...query, facets: ['concept'] })).facets.concept ?? [];
    } catch (error) {
      if (error instanceof SearchUnavailable) return [];
      throw error;
    }
  }
}

const nothing = { occupations: [], municipalities: [], counties: [], employers: [], titles: [], concepts: [] };

function countsOf(counted: {
  occupations: Counted[];
  municipalities: Counted[];
  counties: Counted[];
  employers: CountedEmployer[];
  titles: Counted[];
  concepts: Counted[];
}): OpenCounts {
  const byValue = (items: Counted[]) => new Map(items.map(({ value, count }) => [value, count]));
  const employers = [...counted.employers].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const employerNames = new QueryLexicon();
  for (const { value, name } of employers) {
    const meaning = { kind: 'employer', value, label: { sv: name, en: name }, wording: null } as const;
    employerNames.add(name, meaning);
    employerNames.add(name.replace(legalForm, ''), meaning);
  }
  return {
    occupation: byValue(counted.occupations),
    concept: byValue(counted.concepts),
    municipality: byValue(counted.municipalities),
    county: byValue(counted.counties),
    employers: new WordStarts(employers, ({ name }) => name),
    titles: new WordStarts(counted.titles, ({ value }) => value),
    employerNames,
    nameOfEmployer: new Map(employers.map(({ value, name }) => [value, name])),
  };
}
