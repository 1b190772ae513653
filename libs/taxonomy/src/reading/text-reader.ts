import { type Taxonomy } from '../index.js';
import {
  type PersonReading,
  type PersonText,
  type ReadLanguage,
  type TitleCandidate,
  type VacancyReading,
  type VacancyText,
} from './reading.types.js';

/** Reads concepts, with spans, out of Swedish and English text. Built once per taxonomy; pure, deterministic, linear in the text's length. */
export declare class TextReader {
  constructor(taxonomy: Taxonomy);
  /** Demands and merits in reading order, one per concept: the stronger necessity, the first span. */
  readVacancy(ad: VacancyText): VacancyReading;
  /** Facts in a CV, in reading order, one per concept. */
  readPerson(cv: PersonText): PersonReading;
  /** Occupations that a title may mean, best first: a whole label in the title, then similar labels. */
  readTitle(title: string, limit?: number): TitleCandidate[];
  detectLanguage(text: string): ReadLanguage;
}
