import { systemApi, taxonomyMoveApi, type AnswerOf } from '#contracts';
import { asService, Serve, ServiceClient } from '#platform';
import { Controller } from '@nestjs/common';

/** Moves to another taxonomy of all services, in one list. */
@Controller('api')
export class TaxonomyMovesController {
  constructor(private readonly client: ServiceClient) {}

  @Serve(systemApi.listTaxonomyMoves)
  async list(): Promise<AnswerOf<typeof systemApi.listTaxonomyMoves>> {
    const answers = await Promise.all(
      Object.values(taxonomyMoveApi).map((list) => this.client.call(list, asService('gateway'))),
    );
    return { items: answers.flatMap(({ items }) => items).sort((a, b) => b.startedAt.localeCompare(a.startedAt)) };
  }
}
