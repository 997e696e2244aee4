// The password said once more by whoever is signed in: a wrong one counts like a failed sign-in, whatever is confirmed (P11; ASVS 6.3.1).
import { type ConfirmPassword, findPersonById } from '../enterprise/index.ts';
import { mustBePerson } from './own-sessions.ts';
import { mustKnowPassword } from './set-password.ts';

export const confirmPassword: ConfirmPassword = async (context, given) => {
  const me = mustBePerson(context);
  const person = await findPersonById(context, me.id);
  if (!person) throw new Error(`session of nobody: ${me.id}`);
  await mustKnowPassword(context, person, given);
};
