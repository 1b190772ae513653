import type { AnswerOf, Principal, seekerApi } from '#contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { VacancySummaries } from '../matches/vacancy-summaries.js';
import { Ownership } from '../ownership/ownership.service.js';
import { MarkRepository, type MarkKind } from './mark.repository.js';

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** A person's saved and hidden vacancies. */
@Injectable()
export class Marks {
  constructor(
    private readonly repository: MarkRepository,
    private readonly ownership: Ownership,
    private readonly summaries: VacancySummaries,
    private readonly host: EngineHost,
    private readonly clock: Clock,
  ) {}

  async set(principal: Principal, kind: MarkKind, { profileId, vacancyId }: Record<'profileId' | 'vacancyId', string>) {
    await this.ownership.ownProfile(principal, profileId);
    await this.repository.set(profileId, kind, vacancyId, this.clock.now());
  }

  async unset(
    principal: Principal,
    kind: MarkKind,
    { profileId, vacancyId }: Record<'profileId' | 'vacancyId', string>,
  ) {
    await this.ownership.ownProfile(principal, profileId);
    await this.repository.unset(profileId, kind, vacancyId);
  }

  /** With how each fits now; a vacancy that its owner no longer has drops out. */
  async list(
    principal: Principal,
    kind: MarkKind,
    profileId: string,
    { limit, offset }: Page,
  ): Promise<AnswerOf<typeof seekerApi.listSaved>> {
    const profile = await this.ownership.ownProfile(principal, profileId);
    const { total, items } = await this.repository.page(profileId, kind, limit, offset);
    const { engine } = this.host;
    const marked = await this.summaries.with(
      items.map(({ vacancy_id, marked_at }) => ({ vacancyId: vacancy_id, markedAt: marked_at.toISOString() })),
    );
    return {
      total,
      items: marked.map((mark) => ({
        ...mark,
        figures:
          mark.vacancy.status === 'published' && engine.hasVacancy(mark.vacancyId)
            ? engine.match(profile, mark.vacancyId)
            : null,
      })),
    };
  }
}
