// A person sees where he is signed in and ends what he does not know; live streams of an ended session close within a second (P11;
// ASVS 7.4.5, 7.5.2).
import { plusMs } from '../../kernel/instant.ts';
import { type Actor, type Context, emitter } from '../../runtime/context.ts';
import { endSessions, findPersonById, IDLE_MS, listSessions, type Person } from '../enterprise/index.ts';
import type { AccountEvents, OwnSession } from './contract.ts';
import { refuse } from './refusals.ts';

const emit = emitter<AccountEvents>();

/** Programs have keys, not accounts. */
export function mustBePerson(context: Context): Actor & { readonly sessionId: string } {
  const { actor } = context;
  if (actor.kind !== 'person' || !actor.sessionId) throw refuse('ACCOUNT_PEOPLE_ONLY');
  return { ...actor, sessionId: actor.sessionId };
}

export async function ownPerson(context: Context): Promise<Person> {
  const me = mustBePerson(context);
  const person = await findPersonById(context, me.id);
  if (!person) throw new Error(`session of nobody: ${me.id}`);
  return person;
}

/** Long enough to fetch a phone. */
const JUST_MS = 10 * 60_000;
export async function mustHaveJustSignedIn(context: Context): Promise<void> {
  const me = mustBePerson(context);
  const own = (await listSessions(context, me.id, IDLE_MS)).find((row) => row.id === me.sessionId);
  if (!own || plusMs(own.created_at, JUST_MS) < context.now) throw refuse('SIGN_IN_LONG_AGO');
}

export async function readOwnSessions(context: Context): Promise<OwnSession[]> {
  const me = mustBePerson(context);
  const earlier = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? a : b);
  return (await listSessions(context, me.id, IDLE_MS)).map((row) => ({
    id: row.id,
    device: row.device ?? '',
    address: row.address ?? '',
    openedAt: row.created_at,
    lastSeenAt: row.last_seen_at ?? row.created_at,
    expiresAt: earlier(row.expires_at, plusMs(row.last_seen_at ?? row.created_at, IDLE_MS)),
    current: row.id === me.sessionId,
  }));
}

export async function endOwnSession(context: Context, sessionId: string): Promise<void> {
  const me = mustBePerson(context);
  const ended = await endSessions(context, { personId: me.id, only: sessionId });
  if (ended.length === 0) throw refuse('SESSION_UNKNOWN');
  await emit(context, 'session.revoked', me.id, { personId: me.id, count: ended.length });
}

export async function endOtherSessions(context: Context): Promise<{ ended: number }> {
  const me = mustBePerson(context);
  const { length } = await endSessions(context, { personId: me.id, except: me.sessionId });
  if (length > 0) await emit(context, 'session.revoked', me.id, { personId: me.id, count: length });
  return { ended: length };
}
