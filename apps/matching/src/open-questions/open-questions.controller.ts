import { seekerApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { candidateView, withoutPersonsWords } from '../candidates/candidate-view.js';
import { EngineHost } from '../engine/engine-host.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { OpenQuestions } from './open-questions.service.js';

type Api = typeof seekerApi;

/** A person seen from outside: what they have not said, and what an employer sees of them. */
@Controller()
export class OpenQuestionsController {
  constructor(
    private readonly questions: OpenQuestions,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly host: EngineHost,
  ) {}

  @Serve(seekerApi.listOpenQuestions)
  list(@Input() input: InputOf<Api['listOpenQuestions']>): Promise<AnswerOf<Api['listOpenQuestions']>> {
    return this.questions.list(input);
  }

  @Serve(seekerApi.employerView)
  async employerView(
    @Input() { params, principal }: InputOf<Api['employerView']>,
  ): Promise<AnswerOf<Api['employerView']>> {
    const profile = await this.ownership.ownProfile(principal, params.profileId);
    const vacancy = await this.projections.find('vacancy', params.vacancyId);
    if (!vacancy) throw notFound();
    const explanation = withoutPersonsWords(this.host.engine.explain(profile, vacancy));
    return { ...explanation, candidate: candidateView(profile, vacancy.vacancyId) };
  }
}
