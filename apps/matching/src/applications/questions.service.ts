import { profileInternalApi, type AnswerOf, type applicationApi, type InputOf } from '#contracts';
import { Outbox } from '#messaging';
import { asService, notFound, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { aliasOf } from '../candidates/candidate-view.js';
import { Clock } from '../clock.js';
import { VacancySummaries } from '../matches/vacancy-summaries.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { QuestionRepository, type QuestionRow } from './question.repository.js';

type Api = typeof applicationApi;

const dayMs = 24 * 60 * 60 * 1000;

/** An employer asks; the person answers or not, and says whether name and contact may be had. */
@Injectable()
export class Questions {
  constructor(
    private readonly repository: QuestionRepository,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly summaries: VacancySummaries,
    private readonly client: ServiceClient,
    private readonly outbox: Outbox,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async ask({ params, body, principal }: InputOf<Api['ask']>): Promise<AnswerOf<Api['ask']>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const profile = await this.projections.find('profile', params.profileId);
    if (!profile?.rankable) throw notFound();
    const at = this.clock.now();
    const row = await this.dataSource.transaction(async (manager) => {
      const asked = await this.repository.ask(manager, {
        id: randomUUID(),
        profileId: profile.profileId,
        vacancyId: vacancy.vacancyId,
        employerId: vacancy.employerId,
        text: body.text.trim(),
        by: body.by,
        subject: principal.subject,
        at,
        answerBy: new Date(at.getTime() + body.daysToAnswer * dayMs),
      });
      await this.tell(manager, asked, 'candidate');
      return asked;
    });
    return this.asked(row);
  }

  async listAsked({ params, query, principal }: InputOf<Api['listAsked']>): Promise<AnswerOf<Api['listAsked']>> {
    await this.ownership.ownVacancy(principal, params.vacancyId);
    const { profileId = null, limit, offset } = query;
    const { total, items } = await this.repository.pageFor(params.vacancyId, profileId, limit, offset);
    return { total, items: items.map((row) => this.asked(row)) };
  }

  async list({ params, query, principal }: InputOf<Api['listQuestions']>): Promise<AnswerOf<Api['listQuestions']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const { total, items } = await this.repository.pageOf(params.profileId, query.limit, query.offset);
    const summaries = await this.summaries.of(items.map(({ vacancy_id }) => vacancy_id));
    return {
      total,
      items: items.flatMap((row) => {
        const vacancy = summaries.get(row.vacancy_id);
        return vacancy ? [{ ...this.view(row), vacancy }] : [];
      }),
    };
  }

  async answer({ params, body, principal }: InputOf<Api['answerQuestion']>): Promise<AnswerOf<Api['answerQuestion']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const answer = body.answer?.trim() || null;
    const row = await this.repository.answer(params.profileId, params.questionId, {
      answer,
      shareContact: body.shareContact,
      at: this.clock.now(),
    });
    const vacancy = (await this.summaries.of([row.vacancy_id])).get(row.vacancy_id);
    if (!vacancy) throw notFound();
    return { ...this.view(row), vacancy };
  }

  /** Passed on from its owner, and kept nowhere here. Without the person's leave there is nothing to be found. */
  async contact({ params, principal }: InputOf<Api['contact']>): Promise<AnswerOf<Api['contact']>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const ground = await this.repository.contactGround(vacancy.vacancyId, params.profileId);
    if (!ground) throw notFound();
    const contact = await this.client.call(profileInternalApi.contactOf, asService('matching'), {
      params: { profileId: params.profileId },
    });
    await this.dataSource.transaction((manager) =>
      this.tell(
        manager,
        { profile_id: params.profileId, vacancy_id: vacancy.vacancyId, employer_id: vacancy.employerId },
        'contact',
      ),
    );
    return { contact, ground };
  }

  private tell(
    manager: Parameters<Outbox['add']>[0],
    { profile_id, vacancy_id, employer_id }: Pick<QuestionRow, 'profile_id' | 'vacancy_id' | 'employer_id'>,
    purpose: 'candidate' | 'contact',
  ): Promise<void> {
    return this.outbox.add(manager, 'candidate.shown.v1', {
      profileId: profile_id,
      employerId: employer_id,
      vacancyId: vacancy_id,
      viewId: randomUUID(),
      purpose,
    });
  }

  private asked = (row: QuestionRow) => ({ ...this.view(row), alias: aliasOf(row.profile_id, row.vacancy_id) });

  private view(row: QuestionRow) {
    const isOver = row.answer_by <= this.clock.now();
    return {
      id: row.id,
      vacancyId: row.vacancy_id,
      profileId: row.profile_id,
      revision: row.revision,
      text: row.text,
      by: row.asked_by,
      askedAt: row.asked_at.toISOString(),
      answerBy: row.answer_by.toISOString(),
      state: stateOf(row, isOver),
      answer: row.answer,
      contactShared: row.contact_shared,
      answeredAt: row.answered_at?.toISOString() ?? null,
    };
  }
}

function stateOf({ answered_at, answer, contact_shared }: QuestionRow, isOver: boolean) {
  if (answered_at) return answer !== null || contact_shared ? ('answered' as const) : ('declined' as const);
  return isOver ? ('over' as const) : ('open' as const);
}
