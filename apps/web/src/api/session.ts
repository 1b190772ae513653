import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, rememberCsrfToken, type AnswerOfEndpoint } from './call.js';
import { endpoints } from './endpoints.js';

export type Session = AnswerOfEndpoint<typeof endpoints.session>;

/** Who is signed in. */
export const useSession = (): UseQueryResult<Session> =>
  useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      const session = await call(endpoints.session);
      rememberCsrfToken(session.csrfToken);
      return session;
    },
    staleTime: 60_000,
  });
