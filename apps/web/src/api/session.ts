import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askSession, type Session } from './call.js';
import { noteSessionOver } from './connection.js';

export type { Session };

/**
 * Who is signed in. A session that ends while the page is open leaves the page as it is, with everything that was typed: the frame then asks to sign in
 * again, and notices when that was done, in whichever tab.
 */
export function useSession(): UseQueryResult<Session> {
  const queries = useQueryClient();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: async (): Promise<Session> => {
      const before = queries.getQueryData<Session>(['session']);
      const now = await askSession();
      noteSessionOver(Boolean(before?.signedIn) && !now.signedIn);
      return before?.signedIn && !now.signedIn ? before : now;
    },
    staleTime: 60_000,
  });
  const { refetch } = session;
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void refetch();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [refetch]);
  return session;
}
