// Whoever is signed in says the password once more, before something that a stolen session must not do. The one way of asking for it:
// a wrong one counts like a failed sign-in, whatever is confirmed (P11; ASVS 6.3.1).
import type { Context } from '../../runtime/context.ts';
import { findPersonById } from '../enterprise/index.ts';
import { mustBePerson } from './own-sessions.ts';
import { mustKnowPassword } from './set-password.ts';

/** Refuses where it is wrong or nobody may try now. From here on a refusal undoes nothing: write only what may stay. */
export async function confirmPassword(
  context: Context,
  given: { readonly current: string; readonly address: string },
): Promise<void> {
  const me = mustBePerson(context);
  const person = await findPersonById(context, me.id);
  if (!person) throw new Error(`session of nobody: ${me.id}`);
  await mustKnowPassword(context, person, given);
}
