import { seekerApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Ownership } from '../ownership/ownership.service.js';
import { Marks } from './marks.service.js';
import { VisitRepository } from './visit.repository.js';

type Api = typeof seekerApi;

@Controller()
export class MarksController {
  constructor(
    private readonly marks: Marks,
    private readonly visits: VisitRepository,
    private readonly ownership: Ownership,
    private readonly clock: Clock,
  ) {}

  @Serve(seekerApi.saveVacancy)
  save(@Input() { principal, params }: InputOf<Api['saveVacancy']>): Promise<void> {
    return this.marks.set(principal, 'saved', params);
  }

  @Serve(seekerApi.unsaveVacancy)
  unsave(@Input() { principal, params }: InputOf<Api['unsaveVacancy']>): Promise<void> {
    return this.marks.unset(principal, 'saved', params);
  }

  @Serve(seekerApi.listSaved)
  saved(@Input() { principal, params, query }: InputOf<Api['listSaved']>): Promise<AnswerOf<Api['listSaved']>> {
    return this.marks.list(principal, 'saved', params.profileId, query);
  }

  @Serve(seekerApi.hideVacancy)
  hide(@Input() { principal, params }: InputOf<Api['hideVacancy']>): Promise<void> {
    return this.marks.set(principal, 'hidden', params);
  }

  @Serve(seekerApi.unhideVacancy)
  unhide(@Input() { principal, params }: InputOf<Api['unhideVacancy']>): Promise<void> {
    return this.marks.unset(principal, 'hidden', params);
  }

  @Serve(seekerApi.listHidden)
  hidden(@Input() { principal, params, query }: InputOf<Api['listHidden']>): Promise<AnswerOf<Api['listHidden']>> {
    return this.marks.list(principal, 'hidden', params.profileId, query);
  }

  @Serve(seekerApi.visit)
  async visit(@Input() { principal, params }: InputOf<Api['visit']>): Promise<AnswerOf<Api['visit']>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const since = await this.visits.look(params.profileId, this.clock.now());
    return { newSince: since?.toISOString() ?? null };
  }
}
