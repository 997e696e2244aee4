// Whoever is signed in says the password once more, before something that a stolen session must not do.
import type { Context } from '../../runtime/context.ts';
import { fits } from './hash-password.ts';
import { findPersonById } from './store-people.ts';

export async function confirmPassword(context: Context, password: string): Promise<boolean> {
  const person = context.actor.kind === 'person' ? await findPersonById(context, context.actor.id) : undefined;
  return person !== undefined && (await fits(person.password_hash, password));
}
