// Roles change and people leave: at once, with their sessions for that organisation and the keys they made for it; somebody who manages
// the staff always stays (P11).
import { type Context, emitter } from '../../../runtime/context.ts';
import { mayDo, standsAlone } from '../../../runtime/identity/policy.ts';
import {
  endPlace,
  endSessions,
  listStaff,
  lockOrganisation,
  revokeApiKeysOf,
  savePlace,
} from '../../enterprise/index.ts';
import type { AccountEvents } from '../contract.ts';
import { mustBeHeld } from './invite.ts';
import { mustBePerson } from '../own-sessions.ts';
import { refuse } from '../refusals.ts';

const emit = emitter<AccountEvents>();

async function placeOf(context: Context, personId: string, organisationId: string) {
  await lockOrganisation(context, organisationId);
  const staff = await listStaff(context, organisationId);
  const person = staff.find((one) => one.id === personId);
  if (!person) throw refuse('PERSON_UNKNOWN');
  const others = staff.filter((one) => one.id !== personId && mayDo(one.place_roles, 'staff.manage'));
  return { person, isLastManager: mayDo(person.place_roles, 'staff.manage') && others.length === 0 };
}

export async function changeRoles(context: Context, personId: string, roles: readonly string[]): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  const { isLastManager, person } = await placeOf(context, personId, organisationId);
  mustBeHeld(context, roles);
  // Nor does one person go from one of the three powers to another by himself.
  if (personId === context.actor.id && [...roles, ...person.place_roles].some(standsAlone))
    throw refuse('OWN_ROLE_KEPT');
  if (isLastManager && !mayDo(roles, 'staff.manage')) throw refuse('LAST_MANAGER');
  const kept = [...new Set(roles)];
  await savePlace(context, { personId, organisationId, roles: kept });
  await emit(context, 'staff.roles-changed', personId, { personId, organisationId, roles: kept });
}

async function end(context: Context, personId: string): Promise<void> {
  const organisationId = context.actor.organisationId ?? '';
  const { isLastManager } = await placeOf(context, personId, organisationId);
  if (isLastManager) throw refuse('LAST_MANAGER');
  await endPlace(context, personId, organisationId);
  await endSessions(context, { personId, organisationId });
  const keys = await revokeApiKeysOf(context, organisationId, personId);
  await emit(context, 'staff.left', personId, { personId, organisationId, keys: keys.length });
}

export const removeStaff = (context: Context, personId: string): Promise<void> => end(context, personId);
export const leave = (context: Context): Promise<void> => end(context, mustBePerson(context).id);
