import { randomUUID } from 'node:crypto';
import { vacancyApi, type AnswerOf, type InputOf, type VacancyView } from '#contracts';
import { Input, invalidInput, Serve } from '#platform';
import { Taxonomy, TextReader } from '#taxonomy';
import { Controller } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';
import { VacancyWriter } from '../vacancies/vacancy-writer.service.js';
import { vacancyView } from '../vacancies/vacancy.view.js';
import { demandErrors, withChange, withStated } from './demand-rules.js';
import { asDemand } from './merge-demands.js';

const mostOccupations = 5;

@Controller()
export class DemandsController {
  constructor(
    private readonly writer: VacancyWriter,
    private readonly employers: EmployerRepository,
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
  ) {}

  @Serve(vacancyApi.readText)
  async readText(
    @Input() { body }: InputOf<typeof vacancyApi.readText>,
  ): Promise<AnswerOf<typeof vacancyApi.readText>> {
    const { headline, text, language, occupationId } = body;
    const reading = this.reader.readVacancy({ headline, text, occupationId, ...(language ? { language } : {}) });
    const occupations = this.reader.readTitle(headline, mostOccupations);
    return {
      language: reading.language,
      occupations,
      demands: reading.demands.map((demand) => asDemand(demand, randomUUID())),
    };
  }

  @Serve(vacancyApi.addDemand)
  add(@Input() { params, body, principal }: InputOf<typeof vacancyApi.addDemand>): Promise<VacancyView> {
    const errors = demandErrors(this.taxonomy, body, '');
    if (errors.length > 0) throw invalidInput(errors);
    return this.view(
      this.writer.change(principal, params.vacancyId, (vacancy) => {
        vacancy.demands = withStated(vacancy.demands, body, randomUUID);
      }),
    );
  }

  @Serve(vacancyApi.changeDemand)
  change(@Input() { params, body, principal }: InputOf<typeof vacancyApi.changeDemand>): Promise<VacancyView> {
    return this.view(
      this.writer.change(principal, params.vacancyId, (vacancy) => {
        vacancy.demands = withChange(vacancy.demands, params.demandId, body, this.taxonomy);
      }),
    );
  }

  private async view(change: Promise<Vacancy>): Promise<VacancyView> {
    const vacancy = await change;
    return vacancyView(vacancy, (await this.employers.find(vacancy.employerId))!);
  }
}
