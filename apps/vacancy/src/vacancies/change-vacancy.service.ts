import { randomUUID } from 'node:crypto';
import type { Principal, VacancyChange } from '#contracts';
import { DomainError, invalidInput } from '#platform';
import { Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { missingForPublication } from './publish-rules.js';
import { readVacancy } from './read-vacancy.js';
import { vacancyErrors } from './vacancy-facts.js';
import { VacancyWriter } from './vacancy-writer.service.js';
import type { Vacancy } from './vacancy.entity.js';

@Injectable()
export class ChangeVacancyService {
  constructor(
    private readonly writer: VacancyWriter,
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `stale-revision`, `invalid-input`, or `vacancy-incomplete` when a published one would lack what it had. */
  change(principal: Principal, vacancyId: string, change: VacancyChange): Promise<Vacancy> {
    const today = swedishDay(this.clock.now());
    const errors = vacancyErrors(this.taxonomy, change, today);
    if (errors.length > 0) throw invalidInput(errors);
    return this.writer.change(
      principal,
      vacancyId,
      (vacancy) => {
        const lacked = new Set(missingForPublication(vacancy, today).map(({ pointer }) => pointer));
        applyChange(vacancy, change, this.reader);
        if (vacancy.status !== 'published') return;
        const lacks = missingForPublication(vacancy, today).filter(({ pointer }) => !lacked.has(pointer));
        if (lacks.length > 0) throw new DomainError('vacancy-incomplete', undefined, { vacancyId }, lacks);
      },
      change.revision,
    );
  }
}

function applyChange(vacancy: Vacancy, change: VacancyChange, reader: TextReader): void {
  const { revision: _, extent, occupationId, language, municipalities, ...fields } = change;
  const { headline, text } = vacancy;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  Object.assign(vacancy, Object.fromEntries(given));
  if (municipalities !== undefined) vacancy.municipalities = [...new Set(municipalities)];
  if (extent !== undefined) {
    vacancy.extentMin = extent?.min ?? null;
    vacancy.extentMax = extent?.max ?? null;
  }
  if (occupationId !== undefined) Object.assign(vacancy, { occupationId, occupationOrigin: 'stated' });
  if (language !== undefined) Object.assign(vacancy, { language, languageStated: true });
  const otherWords = vacancy.headline !== headline || vacancy.text !== text;
  if (!otherWords && occupationId === undefined && language === undefined) return;
  if (vacancy.occupationOrigin === 'read') Object.assign(vacancy, { occupationId: null, occupationOrigin: null });
  readVacancy(vacancy, reader, randomUUID);
}
