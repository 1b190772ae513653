import { randomUUID } from 'node:crypto';
import type { EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { ReferenceMove, TextReader, type Successions } from '#taxonomy';
import { TaxonomyMoves, type Moved, type TaxonomyMover } from '#taxonomy-store';
import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { VacancyWriter } from '../vacancies/vacancy-writer.service.js';
import { Vacancy } from '../vacancies/vacancy.entity.js';
import { moveVacancy } from './moved-vacancy.js';

/** Vacancies as they move to another taxonomy: those that change do so as by any other change, with a revision and a fact for others. */
@Injectable()
export class VacancyMover implements TaxonomyMover {
  readonly event = 'vacancy.outdated.v1';

  constructor(
    private readonly writer: VacancyWriter,
    private readonly reader: TextReader,
  ) {}

  total(manager: EntityManager): Promise<number> {
    return manager.count(Vacancy);
  }

  async move(manager: EntityManager, after: string, limit: number, successions: Successions): Promise<Moved> {
    const vacancies = await manager.find(Vacancy, {
      where: { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write' },
    });
    const move = new ReferenceMove(successions);
    let changed = 0;
    for (const vacancy of vacancies) {
      const before = JSON.stringify(vacancy);
      moveVacancy(vacancy, move, this.reader, randomUUID);
      if (JSON.stringify(vacancy) === before) continue;
      changed += 1;
      await this.writer.save(manager, vacancy, vacancy.status);
    }
    const { replaced, words } = move;
    return { last: vacancies.at(-1)?.id ?? null, seen: vacancies.length, changed, replaced, words };
  }
}

@Injectable()
export class TaxonomyHandler {
  constructor(private readonly moves: TaxonomyMoves) {}

  @HandlesEvent('vacancy-taxonomy', 'vacancy.outdated.v1')
  outdated(payload: EventPayload<'vacancy.outdated.v1'>, context: EventContext): Promise<void> {
    return this.moves.moveNext(payload, context);
  }
}
