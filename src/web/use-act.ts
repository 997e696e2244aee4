// What a button does on the server: a refusal is kept to be shown, and what may have changed is asked for again either way.
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export function useAct(...stale: readonly QueryKey[]) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const askAgain = () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
  /** Whether it was done. */
  const act = async (doing: () => Promise<unknown>): Promise<boolean> => {
    setProblem(undefined);
    try {
      await doing();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      await askAgain();
    }
  };
  return { problem, act, askAgain };
}
