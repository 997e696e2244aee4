// Questions of one kind that come while the one before is under way become the next statement. Unlike `ask-together.ts` they belong to no
// transaction: each is answered from what was committed after it came, never from an answer somebody else has had before, so nothing is
// remembered (a revoked key counts at once).
import type { Kysely } from 'kysely';

/** So many go together at most. */
const MOST = 100;
/** The next does not wait longer for the one before: a connection that hangs must not keep everybody out. */
const PATIENCE_MS = 100;

type Asked<Q, A> = {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

/** `ask` answers all questions in their order. What fails fails for all that went together. */
export function askInTurns<Q, A, D extends object = Kysely<unknown>>(
  ask: (db: D, questions: readonly Q[]) => Promise<readonly A[]>,
): (db: D, question: Q) => Promise<A> {
  const waiting = new WeakMap<D, Asked<Q, A>[]>();

  const answer = (db: D, asked: readonly Asked<Q, A>[]): Promise<void> =>
    ask(
      db,
      asked.map((one) => one.question),
    ).then(
      (answers) => {
        for (const [i, one] of asked.entries()) one.resolve(answers[i] as A);
      },
      (error: unknown) => {
        for (const one of asked) one.reject(error);
      },
    );

  async function turns(db: D, queue: Asked<Q, A>[]): Promise<void> {
    while (queue.length > 0) {
      const late = timeout(PATIENCE_MS);
      await Promise.race([answer(db, queue.splice(0, MOST)), late.over]);
      late.stop();
    }
    waiting.delete(db);
  }

  return (db, question) =>
    new Promise<A>((resolve, reject) => {
      const asked = { question, resolve, reject };
      const queue = waiting.get(db);
      if (queue) return void queue.push(asked);
      const own = [asked];
      waiting.set(db, own);
      // Those of the same turn go together already.
      setImmediate(() => void turns(db, own));
    });
}

function timeout(ms: number): { readonly over: Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { over, stop: () => clearTimeout(timer) };
}
