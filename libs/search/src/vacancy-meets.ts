import { checkQuery } from './record/checked-query.js';
import { meets } from './record/meets.js';
import { VACANCIES } from './record/vacancy-record.js';
import { type VacancyDocument } from './search-documents.js';
import { type SearchQuery } from './search-query.js';

/**
 * Which of some queries find a vacancy, told from the vacancy alone, whatever the index holds yet: by words in any form, without typos.
 * @throws InvalidSearchQuery when a query names a filter or range that vacancies do not have.
 * @throws TypeError naming the field that cannot be indexed.
 */
export function vacancyMeets(vacancy: VacancyDocument, queries: readonly SearchQuery[]): boolean[] {
  const record = VACANCIES.toRecord(vacancy);
  return queries.map((query) => meets(record, checkQuery(VACANCIES, query)));
}
