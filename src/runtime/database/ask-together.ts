// Questions of one kind that are asked in the same turn of one transaction become one statement: the flow carries many cases side by side,
// and each asks the same things. Whoever asks does not notice. A lock has to be awaited before what is read under it is asked for, because
// what is gathered goes out later than what is asked for directly.
import type { Context } from '../context.ts';

/** The transaction had failed before. */
const ABORTED = '25P02';

type Asked<Q, A> = {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

/** `ask` answers all questions in their order. */
export function askTogether<Q, A>(
  ask: (context: Context, questions: readonly Q[]) => Promise<readonly A[]>,
): (context: Context, question: Q) => Promise<A> {
  /** What is wrong with one question is told to its asker only; a transaction that has ended with it answers none of the others either. */
  function askSingly(context: Context, all: readonly Asked<Q, A>[], error: unknown): void {
    for (const { question, resolve, reject } of all) {
      if (all.length === 1) reject(error);
      else
        ask(context, [question]).then(
          ([answer]) => resolve(answer as A),
          (own: { code?: unknown }) => reject(own.code === ABORTED ? error : own),
        );
    }
  }
  const waiting = new WeakMap<object, Asked<Q, A>[]>();
  return (context, question) =>
    new Promise<A>((resolve, reject) => {
      const asked = { question, resolve, reject };
      const others = waiting.get(context.db);
      if (others) return void others.push(asked);
      const all = [asked];
      waiting.set(context.db, all);
      // After everything that is settled by now has had its say.
      process.nextTick(() => {
        waiting.delete(context.db);
        ask(
          context,
          all.map((one) => one.question),
        ).then(
          (answers) => {
            for (const [i, one] of all.entries()) one.resolve(answers[i] as A);
          },
          (error: unknown) => askSingly(context, all, error),
        );
      });
    });
}

/** Parts in which no key comes twice, in order: one statement may write a row only once, and who came later writes over who came before. */
export function inRounds<R>(all: readonly R[], keyOf: (one: R) => string): R[][] {
  const rounds: R[][] = [];
  const times = new Map<string, number>();
  for (const one of all) {
    const key = keyOf(one);
    const round = times.get(key) ?? 0;
    times.set(key, round + 1);
    (rounds[round] ??= []).push(one);
  }
  return rounds;
}

/** The rows that belong to each key, in the order they came. */
export function rowsByKey<R>(keys: readonly string[], rows: readonly R[], keyOf: (row: R) => string): R[][] {
  const byKey = Map.groupBy(rows, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
/** The one row of each key, if there is one. */
export const rowByKey = <R>(
  keys: readonly string[],
  rows: readonly R[],
  keyOf: (row: R) => string,
): (R | undefined)[] => rowsByKey(keys, rows, keyOf).map(([row]) => row);
