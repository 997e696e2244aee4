// Fetches the revocation lists of partners' authorities before they run out. The addresses stand in certificates, so others chose them: they
// are guarded like webhooks'. A list counts only where its issuer signed it, and never takes back what a newer one said.
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { readCertificate } from '../../runtime/signatures/certificate.ts';
import { type Fetched, fetchBytes } from '../../runtime/transport/fetch-bytes.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { askAgainAfter, askAgainAt } from './ask-again.ts';
import type { SignatureEvents } from './contract.ts';
import { readList } from './know-revocations.ts';
import { claimRevocationSources, type RevocationSourceRow, updateRevocationSource } from './store-revocations.ts';

const emit = emitter<SignatureEvents>();
const TIMEOUT_MS = 30_000;
const MAX_LIST_BYTES = 4 * 1024 * 1024;
const AT_ONCE = 2;

export function createRevocationFetch({
  unitOfWork,
  onFault,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop {
  return createLoop({
    name: 'revocation lists',
    pollMs: 2000,
    onFault,
    step: async () => {
      const due = await unitOfWork.run(portico, (context) =>
        claimRevocationSources(context, { limit: AT_ONCE, leaseMs: TIMEOUT_MS * 3 }),
      );
      await Promise.all(due.map((row) => fetchOne(unitOfWork, row)));
      return due.length > 0;
    },
  });
}

async function fetchOne(unitOfWork: UnitOfWork, row: RevocationSourceRow): Promise<void> {
  const mode = await unitOfWork.read(portico, async ({ settings }) => settings.mode);
  const policy = mode === 'demo' ? 'loopback-too' : 'public';
  const fetched = await fetchBytes({ url: row.url, timeoutMs: TIMEOUT_MS, maxBytes: MAX_LIST_BYTES, policy });
  await unitOfWork.run(portico, (context) => keepList(context, row, fetched));
}

async function keepList(context: Context, row: RevocationSourceRow, fetched: Fetched): Promise<void> {
  const issuer = readCertificate(row.certificate);
  const list = 'bytes' in fetched && issuer ? readList(fetched.bytes, issuer) : undefined;
  if ('fault' in fetched || !list) return fail(context, row, 'fault' in fetched ? fetched.fault : 'LIST_UNFIT');
  if (list.thisUpdate > context.now || (row.this_update && list.thisUpdate < row.this_update))
    return fail(context, row, 'LIST_OLDER_OR_FROM_THE_FUTURE');
  await updateRevocationSource(context, row, {
    list: fetched.bytes,
    this_update: list.thisUpdate,
    next_update: list.nextUpdate ?? null,
    next_fetch_at: askAgainAt(context.now, list.nextUpdate),
    failures: 0,
    detail: null,
  });
  if (list.thisUpdate === row.this_update) return;
  await emit(context, 'revocation-list.fetched', row.anchor_id, {
    anchorId: row.anchor_id,
    issuer: row.issuer,
    thisUpdate: list.thisUpdate,
    count: list.revoked.size,
  });
}

async function fail(context: Context, row: RevocationSourceRow, detail: string): Promise<void> {
  const failures = row.failures + 1;
  await updateRevocationSource(context, row, { failures, detail, next_fetch_at: askAgainAfter(context.now, failures) });
}
