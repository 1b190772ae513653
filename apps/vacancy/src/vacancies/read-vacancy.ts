import { occupationFromTitle, type TextReader } from '#taxonomy';
import { mergeReading } from '../demands/merge-demands.js';

import type { Vacancy } from './vacancy.entity.js';

/** Reads headline and text: an occupation where there is none, the language where nobody stated it, and demands. Nothing read counts as stated. */
export function readVacancy(vacancy: Vacancy, reader: TextReader, newId: () => string): void {
  const { headline, text } = vacancy;
  if (vacancy.occupationOrigin === null) {
    vacancy.occupationId = occupationFromTitle(reader, headline);
    vacancy.occupationOrigin = vacancy.occupationId === null ? null : 'read';
  }
  const reading = reader.readVacancy({
    headline,
    text,
    occupationId: vacancy.occupationId,
    ...(vacancy.languageStated ? { language: vacancy.language } : {}),
  });
  if (!vacancy.languageStated) vacancy.language = reading.language;
  vacancy.demands = mergeReading(vacancy.demands, reading.demands, { headline, text }, newId);
}
