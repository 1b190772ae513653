import { profileApi, type AnswerOf } from '#contracts';
import { Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { IndexCandidates } from './index-candidates.service.js';

@Controller()
export class SearchController {
  constructor(private readonly indexing: IndexCandidates) {}

  @Serve(profileApi.rebuildCandidateSearch)
  rebuild(): Promise<AnswerOf<typeof profileApi.rebuildCandidateSearch>> {
    return this.indexing.rebuild();
  }
}
