// The providers by which a person signs in beside his password, and taking one away (P11; ASVS 7.5.1).
import { type Context, emitter } from '../../../runtime/context.ts';
import { endSessions } from '../../enterprise/index.ts';
import type { AccountEvents, IdentityView } from '../contract.ts';
import { ownPerson } from '../own-sessions.ts';
import { refuse } from '../refusals.ts';
import { mustKnowPassword } from '../set-password.ts';
import { listIdentities, removeIdentity } from '../store-identities.ts';
import { providersOf } from './begin.ts';

const emit = emitter<AccountEvents>();

export async function readOwnIdentities(context: Context): Promise<IdentityView[]> {
  const person = await ownPerson(context);
  const names = new Map(providersOf(context).map((one) => [one.id, one.name]));
  return (await listIdentities(context, person.id)).map((row) => ({
    id: row.id,
    provider: row.provider,
    // One that is not configured any more keeps its place in the list, so that it can be taken away.
    name: names.get(row.provider) ?? { zh: row.provider, en: row.provider },
    linkedAt: row.linked_at,
    ...(row.last_used_at ? { lastUsedAt: row.last_used_at } : {}),
  }));
}

/** With the password, so that nobody shuts himself out; other sessions end, they may have been opened by it. */
export async function dropIdentity(
  context: Context,
  given: { readonly id: string; readonly current: string; readonly address: string },
): Promise<void> {
  const person = await ownPerson(context);
  await mustKnowPassword(context, person, given);
  const row = await removeIdentity(context, given.id, person.id);
  if (!row) throw refuse('IDENTITY_ABSENT');
  await endSessions(context, {
    personId: person.id,
    ...(context.actor.sessionId ? { except: context.actor.sessionId } : {}),
  });
  await emit(context, 'identity.unlinked', person.id, { personId: person.id, provider: row.provider });
}
