// Whoever is signed in says the password once more, before something that a stolen session must not do. There is one way of asking for it,
// which counts a wrong one like a failed sign-in; it is the accounts', who stand above the modules that need it, so the start hands it in.
import type { Context } from '../../runtime/context.ts';

export type ConfirmPassword = (
  context: Context,
  given: { readonly current: string /** Where it is asked from. */; readonly address: string },
) => Promise<void>;

let ask: ConfirmPassword = () => Promise.reject(new Error('nobody has said how passwords are confirmed'));
export const setConfirmPassword = (how: ConfirmPassword): void => {
  ask = how;
};
/** Refuses where it is wrong or nobody may try now. From here on a refusal undoes nothing: write only what may stay. */
export const confirmPassword: ConfirmPassword = (context, given) => ask(context, given);
