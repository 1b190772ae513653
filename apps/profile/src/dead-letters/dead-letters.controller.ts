import { deadLetterApi, type AnswerOf, type InputOf } from '#contracts';
import { DeadLetters } from '#messaging';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';

type Api = typeof deadLetterApi.profile;

@Controller()
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Serve(deadLetterApi.profile.list)
  async list(): Promise<AnswerOf<Api['list']>> {
    const letters = await this.letters.list();
    return {
      items: letters.map((letter) => ({ ...letter, service: 'profile', failedAt: letter.failedAt.toISOString() })),
    };
  }

  @Serve(deadLetterApi.profile.requeue)
  async requeue(@Input() { body }: InputOf<Api['requeue']>): Promise<AnswerOf<Api['requeue']>> {
    return { requeued: await this.letters.requeue(body.jobIds ?? 'all') };
  }
}
