// A creating POST sent twice with one key has one effect and the same reply; the constraint decides, not a check
// (draft-ietf-httpapi-idempotency-key-header; exchange.md R4). Keys belong to the organisation: a retry may come from
// another of its programs. A reply that shows a secret is kept sealed.
import { contentDigest } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../context.ts';
import { seal, unseal } from '../identity/seal.ts';
import { refuse } from './refusals.ts';
import { ReplyWith } from './route.ts';
import { claimKey, clearExpiredKeys, keepReply } from './store.ts';

/** A retry later than this is a new request. */
const KEPT_MS = 100 * 24 * 3_600_000;

export const replyLabel = (owner: string, key: string): string => `idempotency ${owner} ${key}`;

export async function once(
  context: Context,
  { key, request, showsSecret }: { key: string; request: unknown; showsSecret: boolean },
  act: () => Promise<ReplyWith<unknown>>,
): Promise<ReplyWith<unknown>> {
  const digest = contentDigest(request);
  const owner = context.actor.organisationId
    ? `organisation:${context.actor.organisationId}`
    : `${context.actor.kind}:${context.actor.id}`;
  const label = replyLabel(owner, key);

  const textOf = (kept: unknown): string =>
    // Version 0.1.0 kept objects.
    typeof kept !== 'string' ? JSON.stringify(kept) : showsSecret ? unseal(context.settings, label, kept) : kept;
  const expired = plusMs(context.now, -KEPT_MS);
  const earlier = await claimKey(context, { owner, key, digest, expired });
  if (earlier) {
    if (earlier.digest !== digest) throw refuse('IDEMPOTENCY_KEY_REUSED', { key });
    return new ReplyWith<unknown>(JSON.parse(textOf(earlier.body)), {
      status: earlier.status,
      headers: { ...earlier.headers, 'idempotent-replay': 'true' },
    });
  }
  const reply = await act();
  // Kept as text: the database would put the fields of an object into an order of its own, and a repeated reply is the same to the byte.
  const text = JSON.stringify(reply.body ?? null);
  const body = showsSecret ? seal(context.settings, label, text) : text;
  await keepReply(context, { owner, key, status: reply.status, headers: reply.headers, body });
  // Whoever comes clears away what nobody else comes back for.
  await context.beyondLock((open) => clearExpiredKeys(open, expired));
  return reply;
}
