// A person signs in with account and password; the session token is random, stored only as a digest (P11).
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { EnterpriseEvents, SignIn } from './contract.ts';
import { refuse } from './refusals.ts';
import { deleteSession, findPersonByAccount, insertSession } from './store.ts';

const emit = emitter<EnterpriseEvents>();
const SESSION_MS = 12 * 3_600_000;
let decoy: string | undefined;

export async function signIn(
  context: Context,
  { account, password }: SignIn,
): Promise<{ token: string; personId: string; maxAgeSeconds: number }> {
  const person = await findPersonByAccount(context, account.trim().toLowerCase());
  // An unknown account costs the same time as a wrong password.
  decoy ??= await hash('portico-decoy');
  const fits = await verify(person?.password_hash ?? decoy, password);
  if (!person || !fits) {
    const refused: EnterpriseEvents['session.refused'] = person
      ? { personId: person.id, because: 'wrong-password' }
      : { because: 'unknown-account' };
    context.emitEvenIfRefused('session.refused', person?.id ?? 'unknown-account', refused);
    throw refuse('SIGN_IN_REFUSED');
  }
  const token = randomBytes(32).toString('base64url');
  await insertSession(context, {
    token_digest: sha256Hex(token),
    person_id: person.id,
    created_at: context.now,
    expires_at: plusMs(context.now, SESSION_MS),
  });
  await emit(context, 'session.opened', person.id, { personId: person.id });
  return { token, personId: person.id, maxAgeSeconds: SESSION_MS / 1000 };
}

export async function signOut(context: Context, token: string): Promise<void> {
  await deleteSession(context, sha256Hex(token));
  const { kind, id } = context.actor;
  if (kind === 'person') await emit(context, 'session.closed', id, { personId: id });
}
export const hashPassword = (password: string): Promise<string> => hash(password);
