import { deadLetterApi, matchingApi, type AnswerOf, type InputOf } from '#contracts';
import { DeadLetters } from '#messaging';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { EngineHost } from '../engine/engine-host.js';

const letters = deadLetterApi.matching;

@Controller()
export class OperationController {
  constructor(
    private readonly host: EngineHost,
    private readonly deadLetters: DeadLetters,
  ) {}

  @Serve(matchingApi.matchingInfo)
  info(): AnswerOf<typeof matchingApi.matchingInfo> {
    const { engine, versions } = this.host;
    return { profiles: engine.profileCount, vacancies: engine.vacancyCount, engine: engine.kernel, versions };
  }

  @Serve(letters.list)
  async list(): Promise<AnswerOf<typeof letters.list>> {
    return {
      items: (await this.deadLetters.list()).map((letter) => ({
        ...letter,
        failedAt: letter.failedAt.toISOString(),
        service: 'matching' as const,
      })),
    };
  }

  @Serve(letters.requeue)
  async requeue(@Input() { body }: InputOf<typeof letters.requeue>): Promise<AnswerOf<typeof letters.requeue>> {
    return { requeued: await this.deadLetters.requeue(body.jobIds ?? 'all') };
  }
}
