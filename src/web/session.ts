// Who is signed in; asked once and shared by every page.
import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '../hub/enterprise/contract.ts';
import { ApiProblem, get } from './api.ts';

export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: async (): Promise<SessionView | null> => {
      try {
        return await get<SessionView>('/session');
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
