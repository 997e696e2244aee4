// Whoever is signed in says the password once more, before something that a stolen session must not do.
import { verify } from '@node-rs/argon2';
import type { Context } from '../../runtime/context.ts';
import { findPerson } from './store.ts';

export async function confirmPassword(context: Context, password: string): Promise<boolean> {
  const person = context.actor.kind === 'person' ? await findPerson(context, context.actor.id) : undefined;
  return person !== undefined && (await verify(person.password_hash, password));
}
