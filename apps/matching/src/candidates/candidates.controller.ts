import { matchingApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve, type PackedAnswer } from '#platform';
import { Controller } from '@nestjs/common';
import { Candidates } from './candidates.service.js';

@Controller()
export class CandidatesController {
  constructor(private readonly candidates: Candidates) {}

  @Serve(matchingApi.listCandidates)
  list(@Input() input: InputOf<typeof matchingApi.listCandidates>): Promise<PackedAnswer> {
    return this.candidates.list(input);
  }

  @Serve(matchingApi.explainCandidate)
  explain(
    @Input() input: InputOf<typeof matchingApi.explainCandidate>,
  ): Promise<AnswerOf<typeof matchingApi.explainCandidate>> {
    return this.candidates.explain(input);
  }

  @Serve(matchingApi.countCandidates)
  count(
    @Input() input: InputOf<typeof matchingApi.countCandidates>,
  ): Promise<AnswerOf<typeof matchingApi.countCandidates>> {
    return this.candidates.count(input);
  }

  @Serve(matchingApi.inspectVacancy)
  inspect(
    @Input() input: InputOf<typeof matchingApi.inspectVacancy>,
  ): Promise<AnswerOf<typeof matchingApi.inspectVacancy>> {
    return this.candidates.inspect(input);
  }
}
