import { deadLetterApi, systemApi, type AnswerOf, type InputOf } from '#contracts';
import { asService, Input, Serve, ServiceClient } from '#platform';
import { Controller } from '@nestjs/common';

const services = Object.values(deadLetterApi);

/** Dead letters of all services, in one list. */
@Controller('api')
export class DeadLettersController {
  constructor(private readonly client: ServiceClient) {}

  @Serve(systemApi.listDeadLetters)
  async list(): Promise<AnswerOf<typeof systemApi.listDeadLetters>> {
    const answers = await Promise.all(services.map(({ list }) => this.client.call(list, asService('gateway'))));
    return { items: answers.flatMap(({ items }) => items).sort((a, b) => b.failedAt.localeCompare(a.failedAt)) };
  }

  @Serve(systemApi.requeueDeadLetters)
  async requeue(
    @Input() { body }: InputOf<typeof systemApi.requeueDeadLetters>,
  ): Promise<AnswerOf<typeof systemApi.requeueDeadLetters>> {
    const answers = await Promise.all(
      services.map(({ requeue }) => this.client.call(requeue, asService('gateway'), { body })),
    );
    return { requeued: answers.reduce((sum, { requeued }) => sum + requeued, 0) };
  }
}
