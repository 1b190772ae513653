export { openCandidateIndex, openVacancyIndex, type SearchOptions } from './open-index.js';
export { InvalidSearchQuery, SearchUnavailable, SearchWriteFailed } from './search-errors.js';
export type { CandidateDocument, VacancyDocument } from './search-documents.js';
export type { DocumentRevision, SearchIndex } from './search-index.js';
export {
  MOST_FACET_VALUES,
  REACHABLE_HITS,
  type FacetName,
  type SearchFilters,
  type SearchQuery,
  type SortOrder,
} from './search-query.js';
export { vacancyMeets } from './vacancy-meets.js';
export { stemOf } from './text/inflection.js';
export { type Wording } from './text/query-parser.js';
export { STOP_WORDS } from './text/stop-words.js';
export { fold, wordsOf, type Word } from './text/words.js';
export type { FacetCount, Highlight, HighlightField, SearchAnswer, SearchHit } from './search-answer.js';
export { editDistance } from './text/edit-distance.js';
