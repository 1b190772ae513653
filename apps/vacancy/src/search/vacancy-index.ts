import type { SearchIndex, VacancyDocument } from '#search';
import { Inject } from '@nestjs/common';

export type VacancyIndex = SearchIndex<VacancyDocument>;

export const vacancyIndexToken = Symbol('vacancy:index');

export const InjectVacancyIndex = (): ParameterDecorator => Inject(vacancyIndexToken);
