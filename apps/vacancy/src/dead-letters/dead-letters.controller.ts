import { deadLetterApi, type AnswerOf, type InputOf } from '#contracts';
import { DeadLetters } from '#messaging';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';

@Controller()
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Serve(deadLetterApi.vacancy.list)
  async list(): Promise<AnswerOf<typeof deadLetterApi.vacancy.list>> {
    const letters = await this.letters.list();
    return {
      items: letters.map((letter) => ({ ...letter, service: 'vacancy', failedAt: letter.failedAt.toISOString() })),
    };
  }

  @Serve(deadLetterApi.vacancy.requeue)
  async requeue(
    @Input() { body }: InputOf<typeof deadLetterApi.vacancy.requeue>,
  ): Promise<AnswerOf<typeof deadLetterApi.vacancy.requeue>> {
    return { requeued: await this.letters.requeue(body.jobIds ?? 'all') };
  }
}
