import { seekerApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Ownership } from '../ownership/ownership.service.js';
import { TracesRepository } from './traces.repository.js';

type Api = typeof seekerApi;

@Controller()
export class ExportsController {
  constructor(
    private readonly ownership: Ownership,
    private readonly traces: TracesRepository,
    private readonly clock: Clock,
  ) {}

  @Serve(seekerApi.exportTraces)
  async export(@Input() { params, principal }: InputOf<Api['exportTraces']>): Promise<AnswerOf<Api['exportTraces']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    return { ...(await this.traces.of(params.profileId)), exportedAt: this.clock.now().toISOString() };
  }
}
