import type { AnswerOf, applicationApi, InputOf, VacancyMatchView, VacancySummary } from '#contracts';
import { Outbox } from '#messaging';
import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { candidateView } from '../candidates/candidate-view.js';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { figuresOf } from '../matches/evidence.js';
import { VacancySummaries } from '../matches/vacancy-summaries.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { ApplicationRepository, type ApplicationRow } from './application.repository.js';

type Api = typeof applicationApi;

const fieldsOf = (row: ApplicationRow) => ({
  id: row.id,
  vacancyId: row.vacancy_id,
  state: row.state,
  revision: row.revision,
  message: row.message,
  answer:
    row.answer !== null && row.answered_by !== null && row.answered_at !== null
      ? { text: row.answer, by: row.answered_by, at: row.answered_at.toISOString() }
      : null,
  sentAt: row.sent_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

/** Applying, and what the employer says to it. No state follows from a score: each is somebody's act. */
@Injectable()
export class Applications {
  constructor(
    private readonly repository: ApplicationRepository,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly summaries: VacancySummaries,
    private readonly host: EngineHost,
    private readonly outbox: Outbox,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async apply({ params, body, principal }: InputOf<Api['apply']>): Promise<AnswerOf<Api['apply']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const vacancy = await this.projections.find('vacancy', body.vacancyId);
    if (!vacancy) throw notFound();
    const isOver = vacancy.deadline !== null && vacancy.deadline < this.clock.today();
    if (!vacancy.rankable || isOver)
      throw new DomainError('vacancy-not-open', 'It does not take applications any more');
    const row = await this.repository.send({
      id: randomUUID(),
      profileId: params.profileId,
      vacancyId: body.vacancyId,
      employerId: vacancy.employerId,
      message: body.message?.trim() || null,
      at: this.clock.now(),
    });
    return this.mine(row);
  }

  async withdraw({ params, principal }: InputOf<Api['withdraw']>): Promise<AnswerOf<Api['withdraw']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    return this.mine(await this.repository.withdraw(params.profileId, params.applicationId, this.clock.now()));
  }

  async listMine({ params, query, principal }: InputOf<Api['listMine']>): Promise<AnswerOf<Api['listMine']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const { total, items } = await this.repository.pageOf(params.profileId, query.limit, query.offset);
    const summaries = await this.summaries.of(items.map(({ vacancy_id }) => vacancy_id));
    return { total, items: items.flatMap((row) => withVacancy(row, summaries.get(row.vacancy_id))) };
  }

  async listReceived({
    params,
    query,
    principal,
  }: InputOf<Api['listReceived']>): Promise<AnswerOf<Api['listReceived']>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const { total, items } = await this.repository.pageFor(vacancy.vacancyId, query.limit, query.offset);
    return { total, items: (await Promise.all(items.map((row) => this.received(row, vacancy)))).flat() };
  }

  /** The first look turns *sent* into *seen*; each is logged, and shown to the person. */
  async open({ params, principal }: InputOf<Api['open']>): Promise<AnswerOf<Api['open']>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const row = await this.dataSource.transaction(async (manager) => {
      const opened = await this.repository.open(manager, vacancy.vacancyId, params.applicationId, this.clock.now());
      await this.outbox.add(manager, 'candidate.shown.v1', {
        profileId: opened.profile_id,
        employerId: vacancy.employerId,
        vacancyId: vacancy.vacancyId,
        viewId: randomUUID(),
        purpose: 'candidate',
      });
      return opened;
    });
    return this.one(row, vacancy);
  }

  async answer({ params, body, principal }: InputOf<Api['answer']>): Promise<AnswerOf<Api['answer']>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const row = await this.repository.answer(vacancy.vacancyId, params.applicationId, {
      ...body,
      subject: principal.subject,
      at: this.clock.now(),
    });
    return this.one(row, vacancy);
  }

  private async mine(row: ApplicationRow): Promise<AnswerOf<Api['apply']>> {
    const [view] = withVacancy(row, (await this.summaries.of([row.vacancy_id])).get(row.vacancy_id));
    if (!view) throw notFound();
    return view;
  }

  private async one(row: ApplicationRow, vacancy: VacancyMatchView): Promise<AnswerOf<Api['open']>> {
    const [view] = await this.received(row, vacancy);
    if (!view) throw notFound();
    return view;
  }

  /** None where the person was erased meanwhile. */
  private async received(row: ApplicationRow, vacancy: VacancyMatchView) {
    const profile = await this.projections.find('profile', row.profile_id);
    if (!profile) return [];
    return [
      {
        ...fieldsOf(row),
        candidate: candidateView(profile, vacancy.vacancyId),
        figures: figuresOf(this.host.engine.match(profile, vacancy)),
      },
    ];
  }
}

const withVacancy = (row: ApplicationRow, vacancy: VacancySummary | undefined) =>
  vacancy ? [{ ...fieldsOf(row), vacancy }] : [];
