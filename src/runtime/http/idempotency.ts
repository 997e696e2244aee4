// A creating POST sent twice with one key has one effect and the same answer; the constraint decides, not a check
// (draft-ietf-httpapi-idempotency-key-header; exchange.md R4).
import { contentDigest } from '../../kernel/digest.ts';
import type { Context } from '../context.ts';
import { claimKey, keepAnswer } from './store.ts';
import { refuse } from './refusals.ts';
import { ReplyWith } from './route.ts';

export async function once(
  context: Context,
  { key, request }: { key: string; request: unknown },
  act: () => Promise<ReplyWith<unknown>>,
): Promise<ReplyWith<unknown>> {
  const digest = contentDigest(request);
  const owner = `${context.actor.kind}:${context.actor.id}`;
  const earlier = await claimKey(context, { owner, key, digest });
  if (earlier) {
    if (earlier.digest !== digest) throw refuse('IDEMPOTENCY_KEY_REUSED', { key });
    return new ReplyWith<unknown>(earlier.body, {
      status: earlier.status,
      headers: { ...earlier.headers, 'idempotent-replay': 'true' },
    });
  }
  const reply = await act();
  await keepAnswer(context, { owner, key, status: reply.status, headers: reply.headers, body: reply.body });
  return reply;
}
