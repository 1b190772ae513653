import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EventPayload, ImportResult, VacancyStatus } from '#contracts';
import { Outbox, type OutboxEvent } from '#messaging';
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
import { addedRow, said } from './ad-source-row.js';
import { AdSourceRepository, headlineKey, urlKey, type AdSource, type Candidate } from './ad-source.repository.js';
import { applyAd, municipalityOf, statusByDeadline } from './ad-vacancy.js';
import type { TakenRecord } from './import-plan.js';
import { sameVacancy, type SameVacancy } from './same-vacancy.js';

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

/** What a batch found, and what it leaves to be stored. */
interface Batch {
  readonly manager: EntityManager;
  readonly source: ImportSource;
  readonly rows: ReadonlyMap<string, AdSource>;
  readonly vacancies: ReadonlyMap<string, Vacancy>;
  readonly siblings: ReadonlyMap<string, readonly AdSource[]>;
  readonly writes: Map<string, { vacancy: Vacancy; before: VacancyStatus }>;
  readonly sources: Map<string, AdSource>;
  readonly seen: string[];
}

/** One transaction's worth of an import. */
@Injectable()
export class ImportBatchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sources: AdSourceRepository,
    private readonly outbox: Outbox,
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
  ) {}

  import(placed: readonly Placed[], source: ImportSource): Promise<ImportResult[]> {
    return this.dataSource.transaction(async (manager) => {
      // All sources take turns: two that bring the same job at the same time make one vacancy of it.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('import'))`);
      const batch = await this.begin(manager, placed, source);
      const news = placed.flatMap(({ record }) => (record.type === 'ad' && isNews(record, batch) ? [record.ad] : []));
      const employerOf = await employersOf(manager, news, source);
      const known = await this.candidates(batch, news, employerOf);
      const results: ImportResult[] = [];
      for (const { index, record } of placed) {
        const { externalId } = record;
        const { outcome, vacancyId } =
          record.type === 'removal'
            ? this.withdraw(batch, externalId, record.removedAt ?? source.now)
            : isNews(record, batch)
              ? await this.take(batch, record, employerOf(record.ad), known)
              : this.leave(batch, externalId);
        results.push({ index, externalId, outcome, vacancyId, reason: null });
      }
      await this.store(batch);
      return results;
    });
  }

  private async begin(manager: EntityManager, placed: readonly Placed[], source: ImportSource): Promise<Batch> {
    const ids = placed.map(({ record }) => record.externalId);
    const rows = await this.sources.of(manager, source.name, ids);
    const vacancyIds = [...new Set([...rows.values()].map((row) => row.vacancy_id))];
    const found =
      vacancyIds.length === 0
        ? []
        : await manager.find(Vacancy, {
            where: { id: In(vacancyIds) },
            order: { id: 'ASC' },
            lock: { mode: 'pessimistic_write' },
          });
    const removed = placed.flatMap(({ record }) =>
      record.type === 'removal' ? [rows.get(record.externalId)?.vacancy_id] : [],
    );
    const siblings = await this.sources.ofVacancies(
      manager,
      removed.filter((id) => id !== undefined),
    );
    const vacancies = new Map(found.map((vacancy) => [vacancy.id, vacancy]));
    return { manager, source, rows, vacancies, siblings, writes: new Map(), sources: new Map(), seen: [] };
  }

  /** Open vacancies of other sources that the ads that are new here may be. */
  private async candidates(batch: Batch, ads: readonly Ad[], employerOf: (ad: Ad) => Employer): Promise<Candidate[]> {
    const added = ads.filter((ad) => !batch.rows.has(ad.externalId));
    if (added.length === 0 || batch.source.demo) return [];
    return this.sources.candidates(
      batch.manager,
      batch.source.name,
      [...new Set(added.map((ad) => employerOf(ad).id))],
      added.map(({ headline }) => headlineKey(headline)),
      added.flatMap(({ externalId, details }) => [externalId, ...(details.originalId ? [details.originalId] : [])]),
      added.flatMap(({ url }) => urlKey(url) ?? []),
    );
  }

  private leave(batch: Batch, externalId: string): Taken {
    batch.seen.push(externalId);
    return { outcome: 'unchanged', vacancyId: batch.rows.get(externalId)!.vacancy_id };
  }

  private async take(batch: Batch, record: AdRecord, employer: Employer, candidates: Candidate[]): Promise<Taken> {
    // Reading takes milliseconds: other requests get their turn in between.
    await setImmediate();
    const { source } = batch;
    const { ad, hash } = record;
    const row = batch.rows.get(ad.externalId);
    const known = row && batch.vacancies.get(row.vacancy_id);
    if (row && known && !leads(row, known)) {
      this.keep(batch, { ...row, ...said(ad, source), content_hash: hash, ad });
      return { outcome: row.content_hash === hash ? 'unchanged' : 'updated', vacancyId: known.id };
    }
    const status = statusByDeadline(ad, swedishDay(source.now));
    const same = row || status !== 'published' ? null : this.same(ad, employer, candidates);
    if (same) {
      // One ad of a source is one vacancy: the next ad of this batch is another.
      candidates.splice(0, candidates.length, ...candidates.filter(({ id }) => id !== same.vacancyId));
      const { vacancyId, matchedBy, similarity } = same;
      const added = addedRow(ad, source, vacancyId);
      this.keep(batch, { ...added, matched_by: matchedBy, similarity, content_hash: hash, ad });
      return { outcome: 'merged', vacancyId };
    }
    const vacancy = known ?? { ...blankDraft(employer, source.now), ...originOf(ad, source) };
    const before = known?.status ?? 'draft';
    if (vacancy.contentHash !== hash) this.read(vacancy, ad);
    vacancy.employerId = employer.id;
    vacancy.contentHash = hash;
    const closedByEmployer = vacancy.status === 'closed' && !vacancy.withdrawnBySource;
    if (!closedByEmployer) {
      vacancy.status = status;
      vacancy.closedAt = status === 'expired' ? (vacancy.closedAt ?? source.now) : null;
      vacancy.withdrawnBySource = false;
    }
    batch.writes.set(vacancy.id, { vacancy, before });
    this.keep(batch, { ...(row ?? addedRow(ad, source, vacancy.id)), ...said(ad, source) });
    return { outcome: known ? 'updated' : 'created', vacancyId: vacancy.id };
  }

  private same(ad: Ad, employer: Employer, candidates: readonly Candidate[]): SameVacancy | null {
    return candidates.length === 0 ? null : sameVacancy(ad, employer.id, municipalityOf(ad, this.taxonomy), candidates);
  }

  /** One source takes its ad away: the vacancy closes when it was the last, and else shows the words of another. */
  private withdraw(batch: Batch, externalId: string, at: Date): Taken {
    const row = batch.sources.get(externalId) ?? batch.rows.get(externalId);
    const vacancy = row && batch.vacancies.get(row.vacancy_id);
    if (!row?.active || !vacancy) return { outcome: 'unchanged', vacancyId: vacancy?.id ?? null };
    this.keep(batch, { ...row, active: false, held_by: null });
    if (!leads(row, vacancy)) return { outcome: 'unchanged', vacancyId: vacancy.id };
    const before = vacancy.status;
    const next = (batch.siblings.get(vacancy.id) ?? []).find(
      (one) => one.active && one.source !== row.source && one.ad,
    );
    if (next) {
      Object.assign(vacancy, { sourceName: next.source, externalId: next.external_id, contentHash: next.content_hash });
      this.read(vacancy, next.ad!);
      batch.sources.set(`${next.source}\n${next.external_id}`, { ...next, ad: null, content_hash: null });
      batch.writes.set(vacancy.id, { vacancy, before });
      return { outcome: 'updated', vacancyId: vacancy.id };
    }
    if (before !== 'published' && before !== 'expired') return { outcome: 'unchanged', vacancyId: vacancy.id };
    Object.assign(vacancy, { status: 'closed', closedAt: at, withdrawnBySource: true } satisfies Partial<Vacancy>);
    batch.writes.set(vacancy.id, { vacancy, before });
    return { outcome: 'removed', vacancyId: vacancy.id };
  }

  private keep(batch: Batch, row: AdSource): void {
    batch.sources.set(row.external_id, row);
  }

  private read(vacancy: Vacancy, ad: Ad): void {
    try {
      applyAd(vacancy, ad, { taxonomy: this.taxonomy, reader: this.reader }, randomUUID);
    } catch (cause) {
      throw new UnreadableAd(`the ad ${ad.externalId} cannot be read`, { cause });
    }
  }

  private async store({ manager, source, writes, sources, seen }: Batch): Promise<void> {
    const facts: OutboxEvent[] = [];
    for (const { vacancy, before } of writes.values()) {
      if (before !== 'draft') vacancy.revision += 1;
      vacancy.updatedAt = source.now;
      const name = eventAfter(before, vacancy.status);
      const payload: EventPayload<'vacancy.changed.v1'> = { vacancyId: vacancy.id, revision: vacancy.revision };
      if (name !== null) facts.push({ name, payload } as OutboxEvent);
    }
    if (writes.size > 0) {
      const vacancies = [...writes.values()].map(({ vacancy }) => vacancy);
      await manager.upsert(Vacancy, vacancies, ['id']);
      await this.outbox.addAll(manager, facts);
    }
    await this.sources.put(manager, [...sources.values()]);
    if (source.run !== undefined) await this.sources.see(manager, source.name, seen, source.run);
  }
}

interface Taken {
  readonly outcome: Outcome;
  readonly vacancyId: string | null;
}

const leads = (row: AdSource, { sourceName, externalId }: Vacancy): boolean =>
  row.source === sourceName && row.external_id === externalId;

const isNews = ({ externalId, hash }: AdRecord, { rows, vacancies }: Batch): boolean => {
  const row = rows.get(externalId);
  const vacancy = row && vacancies.get(row.vacancy_id);
  if (!row || !vacancy) return true;
  return leads(row, vacancy)
    ? vacancy.contentHash !== hash || vacancy.withdrawnBySource || !row.active
    : row.content_hash !== hash || !row.active;
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
