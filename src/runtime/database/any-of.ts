// A list as one value. `in ($1, $2, …)` is another statement for every length of the list: each is parsed and planned anew, and a node
// that runs for days would fill with their names (`name-statements.ts`).
import { type RawBuilder, sql } from 'kysely';

/** For `where('id', '=', anyOf(ids))`; of an empty list nothing is found. */
export const anyOf = <T>(values: readonly T[]): RawBuilder<T> => sql<T>`any(${[...values]})`;
