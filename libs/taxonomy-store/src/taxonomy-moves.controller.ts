import type { AnswerOf, taxonomyMoveApi } from '#contracts';
import { Serve } from '#platform';
import { Controller, type Type } from '@nestjs/common';
import { TaxonomyMoves } from './taxonomy-moves.js';

type ListMoves = (typeof taxonomyMoveApi)[keyof typeof taxonomyMoveApi];

/** Tells how far a service's rows have moved. */
export function taxonomyMovesController(list: ListMoves, service: 'profile' | 'vacancy' | 'matching'): Type {
  @Controller()
  class TaxonomyMovesController {
    constructor(private readonly moves: TaxonomyMoves) {}

    @Serve(list)
    async list(): Promise<AnswerOf<ListMoves>> {
      const items = await this.moves.progress();
      return {
        items: items.map(({ startedAt, finishedAt, ...one }) => ({
          ...one,
          service,
          startedAt: startedAt.toISOString(),
          finishedAt: finishedAt?.toISOString() ?? null,
        })),
      };
    }
  }
  return TaxonomyMovesController;
}
