// What every change by two persons has in common (R25; GB/T 22239 8.1.5): a person proposes, another person has the last word, either takes it
// back; whoever says the same twice changes nothing. Each module keeps its own table, its own states and its own words for each refusal.
import type { Context } from './context.ts';

/** Columns that say who proposed and who decided. */
export type TwoPersons<S extends string> = {
  readonly state: S;
  readonly proposed_by_id: string;
  readonly proposed_by: string;
  readonly proposed_at: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
};
/** How the module says no. */
export type TwoPersonsRefusals = {
  /** A key is nobody: behind one of them the same person could stand twice. */
  readonly needsPerson: () => Error;
  readonly needsSecondPerson: () => Error;
  readonly decided: () => Error;
};

/** Of a row that is proposed now, by whoever acts. */
export function proposedBy({ actor, now }: Context, no: Pick<TwoPersonsRefusals, 'needsPerson'>) {
  if (actor.kind !== 'person') throw no.needsPerson();
  return {
    state: 'proposed' as const,
    proposed_by_id: actor.id,
    proposed_by: actor.name,
    proposed_at: now,
    decided_by: null,
    decided_at: null,
  };
}

/** What the second person's yes makes of the row; undefined: it was said before. */
export function confirmedBy<S extends string, D extends string>(
  { actor, now }: Context,
  row: TwoPersons<S>,
  done: D,
  no: TwoPersonsRefusals,
): Decided<D> | undefined {
  if (actor.kind !== 'person') throw no.needsPerson();
  if (row.proposed_by_id === actor.id) throw no.needsSecondPerson();
  if ((row.state as string) === done) return undefined;
  if (row.state !== 'proposed') throw no.decided();
  return { state: done, decided_by: actor.name, decided_at: now };
}

/** By whoever proposed it, or by the second person who does not agree; undefined: it is withdrawn already. */
export function withdrawnBy<S extends string>(
  { actor, now }: Context,
  row: TwoPersons<S>,
  no: Pick<TwoPersonsRefusals, 'needsPerson' | 'decided'>,
): Decided<'withdrawn'> | undefined {
  if (actor.kind !== 'person') throw no.needsPerson();
  if (row.state === 'withdrawn') return undefined;
  if (row.state !== 'proposed') throw no.decided();
  return { state: 'withdrawn', decided_by: actor.name, decided_at: now };
}
type Decided<S> = { readonly state: S; readonly decided_by: string; readonly decided_at: string };

/** As it is shown. */
export const viewOfTwo = <S extends string>({ actor }: Context, row: TwoPersons<S>) => ({
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  mine: row.proposed_by_id === actor.id,
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
});
