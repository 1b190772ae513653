import type { AnswerOf, Language, vacancyApi } from '#contracts';
import { SkillReader, skillChunks, Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { SuggestionVectors } from './suggestion-vectors.js';

type Suggestion = AnswerOf<typeof vacancyApi.suggestSkills>['items'][number];

/** So many pieces of a text at most are compared by meaning. */
const mostChunks = 40;

/** Skills that a text may be about and that were not read as its demands. */
@Injectable()
export class SkillSuggestions {
  private readonly skills: SkillReader;

  constructor(
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
    private readonly vectors: SuggestionVectors,
  ) {
    this.skills = new SkillReader(taxonomy);
  }

  async of(text: string, stated: Language | undefined, limit: number): Promise<Suggestion[]> {
    const { language, demands } = this.reader.readVacancy({
      headline: '',
      text,
      ...(stated ? { language: stated } : {}),
    });
    const taken = new Set(demands.map(({ conceptId }) => conceptId));
    const found = new Map<string, Pick<Suggestion, 'why' | 'quote'>>();
    if (language === 'en')
      for (const { conceptId, quote } of this.skills.read(text)) found.set(conceptId, { why: 'named', quote });
    const near = (await this.vectors.skills?.nearestToAny(skillChunks(text, mostChunks), limit + taken.size)) ?? [];
    for (const { id } of near) if (!found.has(id)) found.set(id, { why: 'meaning', quote: null });
    return [...found]
      .filter(([id]) => !taken.has(id))
      .slice(0, limit)
      .map(([id, why]) => ({ concept: this.taxonomy.view(id), ...why }));
  }
}
