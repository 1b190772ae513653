import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EventName, ImportResult, VacancyStatus } from '#contracts';
import { Outbox } from '#messaging';
import { Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { swedishDay } from '../clock/swedish-time.js';
import type { Employer } from '../employers/employer.entity.js';
import { blankDraft } from '../vacancies/blank-draft.js';
import { eventAfter } from '../vacancies/publish-rules.js';
import { Vacancy } from '../vacancies/vacancy.entity.js';
import type { Ad } from './ad.js';
import { employersOf, type ImportSource } from './ad-employers.js';
import { applyAd, statusByDeadline } from './ad-vacancy.js';
import type { TakenRecord } from './import-plan.js';

/** A record with its place in the request. */
export interface Placed {
  readonly index: number;
  readonly record: TakenRecord;
}

/** An ad that the reading of texts fails at: a fault of ours, but no reason to keep the others out. */
export class UnreadableAd extends Error {
  override readonly name = 'UnreadableAd';
}

type AdRecord = Extract<TakenRecord, { type: 'ad' }>;
type Outcome = ImportResult['outcome'];

interface Write {
  readonly vacancy: Vacancy;
  readonly before: VacancyStatus;
}

/** One transaction's worth of an import. */
@Injectable()
export class ImportBatchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
  ) {}

  import(placed: readonly Placed[], source: ImportSource): Promise<ImportResult[]> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('import:' || $1, 0))`, [source.name]);
      const known = await this.known(manager, placed, source);
      const changed = placed.flatMap(({ record }) =>
        record.type === 'ad' && isNews(record, known) ? [record.ad] : [],
      );
      const employerOf = await employersOf(manager, changed, source);
      const writes: Write[] = [];
      const results: ImportResult[] = [];
      for (const { index, record } of placed) {
        const vacancy = known.get(record.externalId);
        const before = vacancy?.status ?? 'draft';
        const { after, outcome } =
          record.type === 'removal'
            ? withdraw(vacancy, record.removedAt ?? source.now)
            : isNews(record, known)
              ? await this.take(vacancy, record, employerOf(record.ad), source)
              : { after: vacancy, outcome: 'unchanged' as const };
        if (after && outcome !== 'unchanged') writes.push({ vacancy: after, before });
        const { externalId } = record;
        results.push({ index, externalId, outcome, vacancyId: after?.id ?? null, reason: null });
      }
      await this.store(manager, writes, source.now);
      return results;
    });
  }

  private async known(
    manager: EntityManager,
    placed: readonly Placed[],
    source: ImportSource,
  ): Promise<Map<string, Vacancy>> {
    const found = await manager.find(Vacancy, {
      where: { sourceName: source.name, externalId: In(placed.map(({ record }) => record.externalId)) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(found.map((vacancy) => [vacancy.externalId!, vacancy]));
  }

  private async take(
    known: Vacancy | undefined,
    { ad, hash }: AdRecord,
    employer: Employer,
    source: ImportSource,
  ): Promise<{ after: Vacancy; outcome: Outcome }> {
    // Reading takes milliseconds: other requests get their turn in between.
    await setImmediate();
    const vacancy = known ?? { ...blankDraft(employer, source.now), ...originOf(ad, source) };
    if (vacancy.contentHash !== hash) this.read(vacancy, ad);
    vacancy.employerId = employer.id;
    vacancy.contentHash = hash;
    const closedByEmployer = vacancy.status === 'closed' && !vacancy.withdrawnBySource;
    if (!closedByEmployer) {
      vacancy.status = statusByDeadline(ad, swedishDay(source.now));
      vacancy.closedAt = vacancy.status === 'expired' ? (vacancy.closedAt ?? source.now) : null;
      vacancy.withdrawnBySource = false;
    }
    return { after: vacancy, outcome: known ? 'updated' : 'created' };
  }

  private read(vacancy: Vacancy, ad: Ad): void {
    try {
      applyAd(vacancy, ad, { taxonomy: this.taxonomy, reader: this.reader }, randomUUID);
    } catch (cause) {
      throw new UnreadableAd(`the ad ${ad.externalId} cannot be read`, { cause });
    }
  }

  private async store(manager: EntityManager, writes: readonly Write[], now: Date): Promise<void> {
    if (writes.length === 0) return;
    const facts: { event: EventName; vacancyId: string; revision: number }[] = [];
    for (const { vacancy, before } of writes) {
      if (before !== 'draft') vacancy.revision += 1;
      vacancy.updatedAt = now;
      const event = eventAfter(before, vacancy.status);
      if (event !== null) facts.push({ event, vacancyId: vacancy.id, revision: vacancy.revision });
    }
    await manager.upsert(
      Vacancy,
      writes.map(({ vacancy }) => vacancy),
      ['id'],
    );
    for (const { event, vacancyId, revision } of facts) await this.outbox.add(manager, event, { vacancyId, revision });
  }
}

const isNews = ({ externalId, hash }: AdRecord, known: ReadonlyMap<string, Vacancy>): boolean => {
  const vacancy = known.get(externalId);
  return !vacancy || vacancy.contentHash !== hash || vacancy.withdrawnBySource;
};

function originOf(ad: Ad, source: ImportSource): Partial<Vacancy> {
  const published = ad.publishedAt === null ? source.now : new Date(ad.publishedAt);
  return {
    sourceName: source.name,
    externalId: ad.externalId,
    demo: source.demo,
    publishedAt: published < source.now ? published : source.now,
  };
}

function withdraw(vacancy: Vacancy | undefined, at: Date): { after: Vacancy | undefined; outcome: Outcome } {
  if (!vacancy || (vacancy.status !== 'published' && vacancy.status !== 'expired'))
    return { after: vacancy, outcome: 'unchanged' };
  Object.assign(vacancy, { status: 'closed', closedAt: at, withdrawnBySource: true } satisfies Partial<Vacancy>);
  return { after: vacancy, outcome: 'removed' };
}
