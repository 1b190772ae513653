import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { VacancyWriter } from './vacancy-writer.service.js';
import { Vacancy } from './vacancy.entity.js';

const batchSize = 200;
const batchesAtOnce = 25;
const graceMs = 2 * 60 * 60 * 1000;

/**
 * Ends vacancies whose last day has passed. People no longer see such a vacancy from midnight on, by the clock; the lasting mark waits two hours more
 * and for the clocks of this process and of the database to agree, so that a clock that runs ahead ends nothing early.
 */
@Injectable()
export class ExpireVacanciesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writer: VacancyWriter,
    private readonly clock: Clock,
  ) {}

  /** @returns how many it ended; what is left over waits for the next turn. */
  async expire(): Promise<number> {
    const [row] = await this.dataSource.query<{ now: Date }[]>('SELECT now() AS now');
    const certain = Math.min(this.clock.now().getTime(), row!.now.getTime()) - graceMs;
    const firstValid = swedishDay(new Date(certain));
    let ended = 0;
    for (let turn = 0; turn < batchesAtOnce; turn += 1) {
      const count = await this.expireBatch(firstValid);
      ended += count;
      if (count < batchSize) break;
    }
    return ended;
  }

  private expireBatch(firstValid: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const passed = await manager
        .createQueryBuilder(Vacancy, 'vacancy')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .where(`vacancy.status = 'published' AND vacancy.deadline < :firstValid`, { firstValid })
        .orderBy('vacancy.deadline', 'ASC')
        .addOrderBy('vacancy.id', 'ASC')
        .limit(batchSize)
        .getMany();
      for (const vacancy of passed) {
        vacancy.status = 'expired';
        vacancy.closedAt = this.clock.now();
        await this.writer.save(manager, vacancy, 'published');
      }
      return passed.length;
    });
  }
}
