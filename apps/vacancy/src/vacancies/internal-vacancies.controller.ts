import { vacancyInternalApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { VacancySummaries } from './vacancy-summaries.service.js';
import { VacancyRepository } from './vacancy.repository.js';
import { vacancyMatchView } from './vacancy.view.js';

/** What other services ask. */
@Controller()
export class InternalVacanciesController {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly summariesOf: VacancySummaries,
    private readonly clock: Clock,
  ) {}

  @Serve(vacancyInternalApi.matchViews)
  async matchViews(
    @Input() { body }: InputOf<typeof vacancyInternalApi.matchViews>,
  ): Promise<AnswerOf<typeof vacancyInternalApi.matchViews>> {
    const today = swedishDay(this.clock.now());
    const found = await this.vacancies.byIds(body.ids);
    return { items: [...found.values()].map((vacancy) => vacancyMatchView(vacancy, today)) };
  }

  @Serve(vacancyInternalApi.matchViewPage)
  async matchViewPage(
    @Input() { query }: InputOf<typeof vacancyInternalApi.matchViewPage>,
  ): Promise<AnswerOf<typeof vacancyInternalApi.matchViewPage>> {
    const today = swedishDay(this.clock.now());
    const found = await this.vacancies.page(query.after, query.limit);
    const next = found.length < query.limit ? null : found.at(-1)!.id;
    return { items: found.map((vacancy) => vacancyMatchView(vacancy, today)), next };
  }

  @Serve(vacancyInternalApi.summaries)
  async summaries(
    @Input() { body }: InputOf<typeof vacancyInternalApi.summaries>,
  ): Promise<AnswerOf<typeof vacancyInternalApi.summaries>> {
    return { items: await this.summariesOf.byIds(body.ids, () => true) };
  }
}
