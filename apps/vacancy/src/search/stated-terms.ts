import type { Vacancy } from '../vacancies/vacancy.entity.js';

/** How ads say that no experience is needed; also understood by PostgreSQL, for the search in the database. */
export const noExperienceWords = [
  'ingen (tidigare |särskild )?(yrkes|arbetslivs)?erfarenhet (krävs|behövs|är nödvändig)',
  '(kräver|krävs|behöver|behövs) ingen (tidigare |särskild )?(yrkes|arbetslivs)?erfarenhet',
  'inga (tidigare |särskilda )?(förkunskaper|erfarenheter) (krävs|behövs)',
  '(kräver|krävs|behöver|behövs) inga (tidigare |särskilda )?(förkunskaper|erfarenheter)',
  'erfarenhet (är|är dock) (inget|inte ett|ej) krav',
  'inget krav på (tidigare )?(yrkes|arbetslivs)?erfarenhet',
  'no (previous |prior |work )?experience (is )?(required|needed|necessary)',
  '(previous|prior) experience is not (required|needed|necessary)',
].join('|');

const noExperience = new RegExp(noExperienceWords, 'iu');

export const asksNoExperience = ({ headline, text }: Pick<Vacancy, 'headline' | 'text'>): boolean =>
  noExperience.test(`${headline}\n${text}`.replace(/\s+/gu, ' '));

/** An amount, not "enligt avtal". */
export const statesSalary = ({ pay }: Pick<Vacancy, 'pay'>): boolean =>
  pay !== null && (pay.min !== null || pay.max !== null || /\d{4,}|\d[\s.]\d{3}/u.test(pay.text ?? ''));
