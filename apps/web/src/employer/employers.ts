import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type AnswerOfEndpoint } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';

type Employer = AnswerOfEndpoint<typeof endpoints.employers>['items'][number];
type Vacancies = AnswerOfEndpoint<typeof endpoints.vacancies>['items'];

export interface EmployerWithVacancies {
  readonly employer: Employer;
  readonly vacancies: Vacancies;
}

const most = 100;

/** The employers that I act for, each with its vacancies, last changed first. */
export const useEmployers = (): UseQueryResult<EmployerWithVacancies[]> =>
  useQuery({
    queryKey: ['employers'],
    queryFn: async () => {
      const { items } = await call(endpoints.employers, { query: { limit: most } });
      return Promise.all(
        items.map(async (employer) => {
          const answer = await call(endpoints.vacancies, {
            params: { employerId: employer.id },
            query: { limit: most },
          });
          return { employer, vacancies: answer.items };
        }),
      );
    },
  });
