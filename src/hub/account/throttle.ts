// Counts failures by account and by address in the database, so that several nodes count together; an account that there is not is
// counted like any other and gets the same answers (P11; ASVS 6.3.1, 6.3.8).
import { createHmac } from 'node:crypto';
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { delayMs, FORGOTTEN_MS, type FREE } from './decide-delay.ts';
import { refuse } from './refusals.ts';
import { clearForgotten, findCounter, forgetCounter, lockCounter, saveCounter } from './store.ts';

type Kind = keyof typeof FREE;
export type Attempt = { readonly account: string; readonly address: string };
const CLEARED_AT_ONCE = 20;

const keyOf = (context: Context, kind: Kind, name: string): string => {
  const key = createHmac('sha256', context.settings.sealKey).update('throttle').digest();
  return `${kind} ${createHmac('sha256', key).update(name).digest('base64url')}`;
};
const secondsUntil = (context: Context, instant: string) =>
  Math.ceil((Date.parse(instant) - Date.parse(context.now)) / 1000);

/**
 * Takes the account's counter for the rest of the transaction, so that guesses at one account are judged one after the other; answers
 * for how many seconds nobody may try, 0 where one may.
 */
export async function waitBefore(context: Context, attempt: Attempt): Promise<number> {
  const forgotten = plusMs(context.now, -FORGOTTEN_MS);
  const own = await lockCounter(context, keyOf(context, 'account', attempt.account), forgotten);
  const shared = await findCounter(context, keyOf(context, 'address', attempt.address));
  const until = [own.blocked_until, shared?.blocked_until ?? null].filter((at) => at !== null);
  return Math.max(0, ...until.map((at) => secondsUntil(context, at)));
}

/** Counts a failure; answers until when the account waits, where it does now. */
export async function countFailure(context: Context, attempt: Attempt): Promise<{ failures: number; until?: string }> {
  const count = async (kind: Kind, name: string) => {
    const key = keyOf(context, kind, name);
    const before = await lockCounter(context, key, plusMs(context.now, -FORGOTTEN_MS));
    const failures = before.failures + 1;
    const wait = delayMs(kind, failures);
    const until = wait > 0 ? plusMs(context.now, wait) : undefined;
    await saveCounter(context, key, { failures, blocked_until: until ?? null });
    return { failures, ...(until ? { until } : {}) };
  };
  const own = await count('account', attempt.account);
  await count('address', attempt.address);
  await clearForgotten(context, plusMs(context.now, -FORGOTTEN_MS), CLEARED_AT_ONCE);
  return own;
}

export const forgetFailures = (context: Context, account: string): Promise<void> =>
  forgetCounter(context, keyOf(context, 'account', account));

/** Until when an account waits; undefined where it does not. */
export async function delayedUntil(context: Context, account: string): Promise<string | undefined> {
  const counter = await findCounter(context, keyOf(context, 'account', account));
  const until = counter?.blocked_until ?? undefined;
  return until !== undefined && secondsUntil(context, until) > 0 ? until : undefined;
}

export const refuseDelayed = (seconds: number) => refuse('SIGN_IN_DELAYED', { seconds });
