// Hands due letters to the mail server, several over one connection; no transaction is open while bytes travel. A letter that was
// handed over just before this process died is handed over again: its Message-ID stays the same (M2).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import {
  describeMailFailure,
  type MailOutcome,
  type MailSession,
  openMailSession,
} from '../../runtime/transport/smtp.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { actorsOfPeople } from '../enterprise/index.ts';
import type { MailEvents } from './contract.ts';
import { decideLetter } from './decide-letter.ts';
import { prepareLetter } from './prepare-letter.ts';
import { claimLetters, endLetter, type LetterRow, updateAddress } from './store.ts';

const emit = emitter<MailEvents>();
const AT_ONCE = 20;
/** Longer than a connection and all its letters may take. */
const LEASE_MS = 30 * 60_000;

export function createMailDelivery(options: {
  readonly unitOfWork: UnitOfWork;
  readonly smtpUrl: string;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
}): Loop {
  const { unitOfWork, smtpUrl, random, onFault } = options;
  return createLoop({
    name: 'mail letters',
    pollMs: 1000,
    onFault,
    step: async () => {
      const letters = await unitOfWork.run(portico, (context) =>
        claimLetters(context, { limit: AT_ONCE, leaseMs: LEASE_MS }),
      );
      if (letters.length === 0) return false;
      const session = await open(smtpUrl);
      try {
        for (const letter of letters) await deliver(letter, session);
      } finally {
        session.close();
      }
      return true;
    },
  });

  async function deliver(letter: LetterRow, session: MailSession): Promise<void> {
    const prepared = await unitOfWork.read(portico, (context) => prepareLetter(context, letter));
    const outcome = prepared && (await session.send(prepared));
    await unitOfWork.run(portico, (context) => record(context, letter, outcome, random()));
  }
}

/** A server that cannot be used says so for each letter. */
async function open(smtpUrl: string): Promise<MailSession> {
  try {
    return await openMailSession(smtpUrl);
  } catch (error) {
    const outcome: MailOutcome = { result: 'not-now', detail: describeMailFailure(error) };
    return { send: async () => outcome, close: () => undefined };
  }
}

async function record(
  context: Context,
  letter: LetterRow,
  outcome: MailOutcome | undefined,
  jitter: number,
): Promise<void> {
  if (!outcome) {
    await endLetter(context, letter, { state: 'withheld', attempts: letter.attempts, detail: 'NOT_VISIBLE' });
    return;
  }
  const attempt = letter.attempts + 1;
  const decision = decideLetter({ outcome, attempt, jitter });
  const stands = await endLetter(context, letter, {
    state: decision.state,
    attempts: attempt,
    detail: outcome.detail,
    ...(decision.waitMs === undefined ? {} : { nextAttemptAt: plusMs(context.now, decision.waitMs) }),
  });
  if (!stands) return;
  if (decision.state === 'delivered') await updateAddress(context, letter.person_id, { last_sent_at: context.now });
  if (!decision.disable) return;
  await updateAddress(context, letter.person_id, { state: 'disabled', disabled_because: decision.disable });
  const [person] = await actorsOfPeople(context, [letter.person_id]);
  if (person?.organisationId)
    await emit(context, 'mail.disabled', person.id, {
      personId: person.id,
      organisationId: person.organisationId,
      because: decision.disable,
    });
}
