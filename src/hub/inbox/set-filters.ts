// What lands in whose inbox: what the person asked for, else what his role has to know (M2).
import type { Actor, Context } from '../../runtime/context.ts';
import type { EventFilter } from '../notices/contract.ts';
import { defaultFilters, mustBeSound } from '../notices/index.ts';
import type { InboxFilters } from './contract.ts';
import { listPreferences, removePreference, savePreference } from './store.ts';

/** By person; an empty list is a person who wants nothing. */
export async function filtersOf(
  context: Context,
  people: readonly Actor[],
): Promise<Map<string, readonly EventFilter[]>> {
  const own = await listPreferences(
    context,
    people.map((person) => person.id),
  );
  return new Map(people.map((person) => [person.id, own.get(person.id) ?? defaultFilters(person)]));
}

export async function readFilters(context: Context): Promise<InboxFilters> {
  const own = (await listPreferences(context, [context.actor.id])).get(context.actor.id);
  return { filters: own ?? defaultFilters(context.actor), byRole: own === undefined };
}

/** Null goes back to what the role decides. */
export async function setFilters(
  context: Context,
  { filters }: { readonly filters: readonly EventFilter[] | null },
): Promise<InboxFilters> {
  if (filters === null) await removePreference(context);
  else {
    mustBeSound(filters);
    await savePreference(context, filters);
  }
  return readFilters(context);
}
