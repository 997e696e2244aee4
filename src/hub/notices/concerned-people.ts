// Whom events may have to be told to, as people: candidates only; what each may see is judged by the look (M2).
import type { Actor, Context } from '../../runtime/context.ts';
import { staffConcerned } from '../enterprise/index.ts';
import type { Look } from './look-at-events.ts';
import { eventTypes } from './tell-event.ts';

export async function concernedPeople(context: Context, look: Look): Promise<Actor[]> {
  if (!look.events.some((event) => eventTypes.includes(event.type))) return [];
  const organisations = new Set<string>();
  for (const one of look.cases.values()) organisations.add(one.ownerId).add(one.filerId);
  for (const { payload } of look.events) {
    const { organisationId, ownerId, brokerId } = payload as Record<string, unknown>;
    for (const id of [organisationId, ownerId, brokerId]) if (typeof id === 'string') organisations.add(id);
  }
  // Staff of every authority are among those concerned, whoever else is.
  const ofAuthorities = look.events.some((event) => event.type === 'draw.nonce-wanted');
  return organisations.size === 0 && !ofAuthorities ? [] : staffConcerned(context, [...organisations]);
}
