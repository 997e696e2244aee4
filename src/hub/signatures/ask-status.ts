// Asks partners' OCSP responders about the certificates their messages are signed with, before what they said runs out (R19; RFC 6960). The
// addresses stand in certificates, so others chose them: they are guarded like webhooks'. What was answered is kept, so a message that is
// being read waits for nobody; a dead responder stands in nobody's way.
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { readCertificate } from '../../runtime/signatures/certificate.ts';
import { ocspRequest, readOcspAnswer } from '../../runtime/signatures/ocsp.ts';
import { type Fetched, fetchBytes } from '../../runtime/transport/fetch-bytes.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { askAgainAfter, askAgainAt } from './ask-again.ts';
import type { SignatureEvents } from './contract.ts';
import { claimStatuses, type StatusRow, updateStatus } from './store-statuses.ts';

const emit = emitter<SignatureEvents>();
const TIMEOUT_MS = 15_000;
const MAX_STATUS_BYTES = 64 * 1024;
const AT_ONCE = 4;
/** Nobody has signed with it for so long: no longer asked about. */
const SEEN_WITHIN_MS = 30 * 86_400_000;

export function createStatusAsking({
  unitOfWork,
  onFault,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop {
  return createLoop({
    name: 'certificate status',
    pollMs: 2000,
    onFault,
    step: async () => {
      const due = await unitOfWork.run(portico, (context) =>
        claimStatuses(context, {
          limit: AT_ONCE,
          leaseMs: TIMEOUT_MS * 3,
          seenSince: plusMs(context.now, -SEEN_WITHIN_MS),
        }),
      );
      await Promise.all(due.map((row) => askOne(unitOfWork, row)));
      return due.length > 0;
    },
  });
}

async function askOne(unitOfWork: UnitOfWork, row: StatusRow): Promise<void> {
  const { mode, nonce } = await unitOfWork.read(portico, async ({ settings, newId }) => ({
    mode: settings.mode,
    // 16 bytes (RFC 9654): the random ends of two ids.
    nonce: Buffer.from([newId(), newId()].map((id) => id.replaceAll('-', '').slice(16)).join(''), 'hex'),
  }));
  const [certificate, issuer] = [readCertificate(row.certificate), readCertificate(row.issuer_certificate)];
  if (!certificate || !issuer) throw new Error(`the certificate ${row.serial} that was read can be read no more`);
  const fetched = await fetchBytes({
    url: row.url,
    post: { body: ocspRequest(certificate, issuer, nonce), contentType: 'application/ocsp-request' },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_STATUS_BYTES,
    policy: mode === 'demo' ? 'loopback-too' : 'public',
  });
  await unitOfWork.run(portico, (context) =>
    keepAnswer(context, row, fetched, (bytes) =>
      readOcspAnswer(bytes, { certificate, issuer, nonce, now: context.now }),
    ),
  );
}

async function keepAnswer(
  context: Context,
  row: StatusRow,
  fetched: Fetched,
  read: (bytes: Buffer) => ReturnType<typeof readOcspAnswer>,
): Promise<void> {
  const answer = 'bytes' in fetched ? read(fetched.bytes) : fetched;
  if ('fault' in answer) return fail(context, row, answer.fault);
  // An older answer takes nothing back.
  if (row.this_update && answer.thisUpdate < row.this_update) return fail(context, row, 'ANSWER_OLDER');
  const revokedAt = typeof answer.state === 'string' ? null : answer.state.revokedAt;
  const state = typeof answer.state === 'string' ? answer.state : 'revoked';
  await updateStatus(context, row, {
    state,
    revoked_at: revokedAt,
    this_update: answer.thisUpdate,
    next_update: answer.nextUpdate,
    next_ask_at: askAgainAt(context.now, answer.nextUpdate),
    failures: 0,
    detail: null,
  });
  if (state === row.state) return;
  const { serial, issuer, anchor_id: anchorId } = row;
  await emit(context, 'certificate-status.learned', anchorId, { anchorId, issuer, serial, state });
}

async function fail(context: Context, row: StatusRow, detail: string): Promise<void> {
  const failures = row.failures + 1;
  await updateStatus(context, row, { failures, detail, next_ask_at: askAgainAfter(context.now, failures) });
}
