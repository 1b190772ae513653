import type { Taxonomy } from '../taxonomy.js';
import type { ReadableTaxonomy } from './concepts/concept-forms.js';
import type {
  PersonReading,
  PersonText,
  ReadLanguage,
  TitleCandidate,
  VacancyReading,
  VacancyText,
} from './reading.types.js';
import { PersonReader } from './person.reader.js';
import { SentenceReader } from './facts/sentence.reader.js';
import { detectLanguage } from './text/text-language.js';
import { TitleReader } from '../titles/title.reader.js';
import { VacancyReader } from './vacancy.reader.js';

/** Reads concepts, with spans, out of Swedish and English text. Built once per taxonomy; pure, deterministic, linear in the text's length. */
export class TextReader {
  private readonly vacancies: VacancyReader;
  private readonly people: PersonReader;
  private readonly titles: TitleReader;

  constructor(taxonomy: Taxonomy | ReadableTaxonomy) {
    const sentences = new SentenceReader(taxonomy);
    this.vacancies = new VacancyReader(taxonomy, sentences);
    this.people = new PersonReader(sentences);
    this.titles = new TitleReader(taxonomy, sentences.lexicon);
  }

  /** Demands and merits in reading order, one per concept: the stronger necessity, the first span. */
  readVacancy(ad: VacancyText): VacancyReading {
    const language = ad.language ?? detectLanguage(ad.text === '' ? ad.headline : ad.text);
    return { language, demands: this.vacancies.read(ad, language) };
  }

  /** Facts in a CV, in reading order, one per concept. */
  readPerson(cv: PersonText): PersonReading {
    const language = cv.language ?? detectLanguage(cv.text);
    return { language, facts: this.people.read(cv.text, language) };
  }

  /** Occupations that a title may mean, best first: a whole label in the title, then similar labels. */
  readTitle(title: string, limit = 5): TitleCandidate[] {
    return this.titles.read(title, limit);
  }

  detectLanguage(text: string): ReadLanguage {
    return detectLanguage(text);
  }
}
