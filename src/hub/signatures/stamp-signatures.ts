// Asks the configured authority for the time stamps that are due, after the filing and beside it: an authority that is slow, away or wrong
// delays nobody. What it answers is kept only where it is of what was asked and leads to whom the port office trusts.
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { readTimeStampAnswer, writeTimeStampRequest } from '../../runtime/signatures/time-stamp-answer.ts';
import { type Fetched, fetchBytes } from '../../runtime/transport/fetch-bytes.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { SignatureEvents } from './contract.ts';
import { judgeTimeStamp } from './judge-time-stamp.ts';
import { claimTimeStamps, type TimeStampRow, updateTimeStamp } from './store-time-stamps.ts';

const emit = emitter<SignatureEvents>();
const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const AT_ONCE = 4;
/** A later stamp proves less, but still that the signature was there by then. */
const GIVE_UP_AFTER_MS = 30 * 86_400_000;
const WAITS_MS = [15_000, 60_000, 5 * 60_000, 15 * 60_000, 3_600_000, 6 * 3_600_000];

export type TimeStampEndpoint = () => string | undefined;

export function createTimeStamping(options: {
  readonly unitOfWork: UnitOfWork;
  /** Whom to ask; set by the port office's configuration, so its own network is allowed. */
  readonly endpoint: TimeStampEndpoint;
  readonly onFault: (error: unknown) => void;
}): Loop {
  const { unitOfWork, endpoint } = options;
  return createLoop({
    name: 'time stamps',
    pollMs: 1000,
    onFault: options.onFault,
    step: async () => {
      const url = endpoint();
      if (!url) return false;
      const due = await unitOfWork.run(portico, (context) =>
        claimTimeStamps(context, { limit: AT_ONCE, leaseMs: TIMEOUT_MS * 4 }),
      );
      await Promise.all(due.map((row) => stamp(unitOfWork, url, row)));
      return due.length > 0;
    },
  });
}

async function stamp(unitOfWork: UnitOfWork, url: string, row: TimeStampRow): Promise<void> {
  const { policy, nonce } = await unitOfWork.read(portico, async (context) => ({
    policy: context.settings.timeStamps?.policy,
    // The random end of an id behind a digit that keeps the number positive.
    nonce: `1${context.newId().slice(-17).replaceAll('-', '')}`.slice(0, 16),
  }));
  const asked = { imprint: row.imprint, nonce };
  const fetched = await fetchBytes({
    url,
    post: {
      body: writeTimeStampRequest({ ...asked, ...(policy ? { policy } : {}) }),
      contentType: 'application/timestamp-query',
    },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
  });
  await unitOfWork.run(portico, (context) => keepStamp(context, row, asked.nonce, fetched));
}

async function keepStamp(context: Context, row: TimeStampRow, nonce: string, fetched: Fetched): Promise<void> {
  if ('fault' in fetched) return again(context, row, fetched.fault);
  const answer = readTimeStampAnswer(fetched.bytes);
  if (!answer) return again(context, row, 'STAMP_UNREADABLE');
  if ('refused' in answer) return again(context, row, answer.refused);
  const { token } = answer;
  const report = await judgeTimeStamp(context, token, {
    imprint: row.imprint,
    nonce,
    signedAt: row.signed_at,
    learn: true,
  });
  if (!report.holds) return again(context, row, report.faults.map((f) => f.code).join(' '));
  const { signature_id: signatureId, shipment_id: shipmentId } = row;
  const kept = await updateTimeStamp(context, signatureId, {
    state: 'stamped',
    attempts: row.attempts + 1,
    next_attempt_at: null,
    detail: null,
    token: token.der,
    stamped_at: token.at,
  });
  if (!kept) return;
  const { at, serial } = token;
  await emit(context, 'signature.time-stamped', shipmentId, {
    shipmentId,
    signatureId,
    at,
    serial,
    authority: report.signer ?? '',
  });
}

async function again(context: Context, row: TimeStampRow, detail: string): Promise<void> {
  const attempts = row.attempts + 1;
  const tooLate = Date.parse(context.now) - Date.parse(row.signed_at) > GIVE_UP_AFTER_MS;
  const wait = WAITS_MS[Math.min(attempts, WAITS_MS.length) - 1] ?? 0;
  await updateTimeStamp(context, row.signature_id, {
    attempts,
    detail: detail.slice(0, 500),
    ...(tooLate ? { state: 'given-up', next_attempt_at: null } : { next_attempt_at: plusMs(context.now, wait) }),
  });
}
