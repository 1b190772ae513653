import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { OpenCountsService, type OpenCounts } from '../open-counts.service.js';
import { conceptNames } from './concept-names.js';
import type { Meaning } from './query-lexicon.js';
import { readQuery, type Reading } from './query-reader.js';

/** The two counties that Rallare is for: their places are meant even where nothing is open just now. */
const homeCounties: readonly string[] = ['24', '25'];

/** Reads occupations, skills, places and employers out of what people type. */
@Injectable()
export class QueryReader {
  private readonly concepts: ReturnType<typeof conceptNames>;

  constructor(
    private readonly counts: OpenCountsService,
    taxonomy: Taxonomy,
  ) {
    this.concepts = conceptNames(taxonomy);
  }

  async read(q: string): Promise<Reading> {
    const counts = await this.counts.current();
    return readQuery(q, [this.concepts, counts.employerNames], (meaning) => isMeant(meaning, counts));
  }
}

/** Mora and Berg are words, too: a place without open vacancies is left to the texts. */
function isMeant({ kind, value }: Meaning, counts: OpenCounts): boolean {
  if (kind === 'municipality') return homeCounties.includes(value.slice(0, 2)) || counts.municipality.has(value);
  return kind !== 'county' || homeCounties.includes(value) || counts.county.has(value);
}
