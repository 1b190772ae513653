import { Module } from '@nestjs/common';
import { OccupationSuggestions } from './occupation-suggestions.service.js';
import { SkillSuggestions } from './skill-suggestions.service.js';
import { SuggestionVectors } from './suggestion-vectors.js';
import { SuggestionsController } from './suggestions.controller.js';

@Module({
  controllers: [SuggestionsController],
  providers: [SuggestionVectors, OccupationSuggestions, SkillSuggestions],
  exports: [SuggestionVectors],
})
export class SuggestionsModule {}
