import { vacancyApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { OccupationSuggestions } from './occupation-suggestions.service.js';
import { SkillSuggestions } from './skill-suggestions.service.js';

@Controller()
export class SuggestionsController {
  constructor(
    private readonly occupations: OccupationSuggestions,
    private readonly skills: SkillSuggestions,
  ) {}

  @Serve(vacancyApi.suggestOccupations)
  async suggestOccupations(
    @Input() { query }: InputOf<typeof vacancyApi.suggestOccupations>,
  ): Promise<AnswerOf<typeof vacancyApi.suggestOccupations>> {
    return { items: await this.occupations.of(query.title, query.limit) };
  }

  @Serve(vacancyApi.suggestSkills)
  async suggestSkills(
    @Input() { body }: InputOf<typeof vacancyApi.suggestSkills>,
  ): Promise<AnswerOf<typeof vacancyApi.suggestSkills>> {
    return { items: await this.skills.of(body.text, body.language, body.limit) };
  }
}
