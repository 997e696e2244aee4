// What follows from an attempt to hand a letter to the mail server, and when a gathered letter is due: pure decisions (M2).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { fromPartnerTime, partnerDay, plusMs } from '../../kernel/instant.ts';
import type { MailOutcome } from '../../runtime/transport/smtp.ts';
import type { Rhythm } from './contract.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const retryAfterMs = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY];
const MORNING_HOUR = 8;

export type LetterDecision = {
  readonly state: 'delivered' | 'queued' | 'failed';
  readonly waitMs?: number;
  readonly disable?: Bilingual;
};

/** `attempt` counts from 1; `jitter` from 0 to 1 spreads the wait by ±20 %. */
export function decideLetter(given: {
  readonly outcome: MailOutcome;
  readonly attempt: number;
  readonly jitter: number;
}): LetterDecision {
  const { outcome } = given;
  if (outcome.result === 'accepted') return { state: 'delivered' };
  // The mailbox said no for good: nothing more is written to it until its person asks again.
  if (outcome.result === 'refused-for-good')
    return {
      state: 'failed',
      disable: {
        zh: `收件服务器永久拒收（${outcome.detail}）`,
        en: `The mail server refused it for good (${outcome.detail})`,
      },
    };
  const waitMs = retryAfterMs[given.attempt - 1];
  return waitMs === undefined
    ? { state: 'failed' }
    : { state: 'queued', waitMs: Math.round(waitMs * (0.8 + 0.4 * given.jitter)) };
}

/** Which letter an event goes into, and when that letter is due. */
export function chooseSlot(rhythm: Rhythm, now: string, position: number): { slot: string; dueAt: string } {
  if (rhythm === 'at-once') return { slot: `event ${position}`, dueAt: now };
  if (rhythm === 'hourly') {
    const dueAt = new Date(Math.floor(Date.parse(now) / HOUR + 1) * HOUR).toISOString();
    return { slot: `hour ${dueAt}`, dueAt };
  }
  const midnight = fromPartnerTime(partnerDay(now), 'yyyy-MM-dd') ?? now;
  const morning = plusMs(midnight, MORNING_HOUR * HOUR);
  const dueAt = Date.parse(morning) > Date.parse(now) ? morning : plusMs(morning, DAY);
  return { slot: `day ${dueAt}`, dueAt };
}
