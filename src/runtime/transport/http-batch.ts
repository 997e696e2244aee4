// Several documents in one call (exchange F2), for partners whose address begins with `batch+`: what arrives while all calls are under way
// gathers and goes together. The answer has an end for each. A whole batch that the partner refuses, or breaks down over, says nothing of any
// one: each then goes alone, so that one document he cannot take holds up no other.
import { type BatchedMessage, MOST_OF_A_BATCH, readBatchAnswer, writeBatch } from '../codec/message-batch.ts';
import { callerHeaders, outcomeOf } from './http-push.ts';
import { createRequester, type HttpReply, type HttpRequester } from './http-request.ts';
import type { Guard, Push, PushBudget, Pusher, PushOutcome } from './transport.ts';

const MOST_REMEMBERED = 1000;
type Waiting = { readonly push: Push; readonly end: (outcome: PushOutcome) => void };

export function createBatchPusher(budget: PushBudget, guard?: Guard): Pusher {
  const requester = createRequester(budget, guard);
  const waiting: Waiting[] = [];
  /** Was in a batch that broke down; by message, the oldest first. */
  const alone = new Set<string>();
  let calling = 0;

  /** What fits one call: of one address and key, within the bytes of a request. */
  function takeSome(): Waiting[] {
    const [first] = waiting;
    if (!first) return [];
    let size = 0;
    const some: Waiting[] = [];
    for (const one of waiting) {
      size += one.push.bytes.length;
      const fits = size <= budget.requestBytes && isAlike(one.push, first.push);
      const goesAlone = alone.has(first.push.messageId) || alone.has(one.push.messageId);
      if (some.length === MOST_OF_A_BATCH || (some.length > 0 && (!fits || goesAlone))) break;
      some.push(one);
    }
    waiting.splice(0, some.length);
    return some;
  }

  async function call(some: readonly Waiting[]): Promise<void> {
    const pushes = some.map(({ push }) => push);
    const reply = await post(requester, pushes);
    const brokeDown = 'status' in reply && outcomeOf(reply).outcome === 'unreachable' && some.length > 1;
    for (const { messageId } of pushes) brokeDown ? alone.add(messageId) : alone.delete(messageId);
    for (const id of alone) if (alone.size > MOST_REMEMBERED) alone.delete(id);
    const outcomes = await endsOf(requester, pushes, reply);
    for (const [i, { end }] of some.entries()) end(outcomes[i] ?? { outcome: 'unreachable', detail: 'NO_RESULT' });
  }

  function next(): void {
    while (calling < budget.connections && waiting.length > 0) {
      calling += 1;
      void call(takeSome()).finally(() => {
        calling -= 1;
        next();
      });
    }
  }

  return {
    push: (push) =>
      new Promise((resolve) => {
        if (push.bytes.length > budget.requestBytes)
          return resolve({ outcome: 'refused', detail: 'REQUEST_TOO_LARGE' });
        // Those of the same turn go together already.
        if (waiting.length === 0) process.nextTick(next);
        waiting.push({ push, end: resolve });
      }),
    close: requester.close,
  };
}

const isAlike = (a: Push, b: Push): boolean =>
  a.url === b.url && a.key === b.key && a.guard === b.guard && a.answerTo?.url === b.answerTo?.url;

async function endsOf(requester: HttpRequester, pushes: readonly Push[], reply: HttpReply): Promise<PushOutcome[]> {
  const whole = outcomeOf(reply);
  if (whole.outcome === 'refused' && pushes.length > 1)
    // One after the other: a partner who says no to fifty is not asked fifty times at once.
    return pushes.reduce<Promise<PushOutcome[]>>(
      async (before, push) => [...(await before), ...(await endsOf(requester, [push], await post(requester, [push])))],
      Promise.resolve([]),
    );
  if (whole.outcome !== 'delivered' || 'fault' in reply) return pushes.map(() => whole);
  const ends = readBatchAnswer(reply.bytes);
  return pushes.map(({ messageId }) => {
    const end = ends?.get(messageId);
    if (!end) return { outcome: 'unreachable', detail: ends ? 'NO_RESULT' : 'ANSWER_NOT_READABLE' };
    const { contentType = '', bytes = new Uint8Array() } = end.answer ?? {};
    return outcomeOf({ status: end.status, headers: { 'content-type': contentType }, bytes });
  });
}

async function post(requester: HttpRequester, pushes: readonly Push[]): Promise<HttpReply> {
  const [first] = pushes as [Push];
  const { bytes, contentType } = writeBatch(pushes.map(toMessage));
  const { guard, url } = first;
  return requester.ask({
    method: 'POST',
    url: url.replace(/^batch\+/, ''),
    headers: { 'content-type': contentType, ...callerHeaders(first) },
    body: bytes,
    ...(guard ? { guard: { policy: guard } } : {}),
  });
}

const toMessage = ({
  messageId,
  kind,
  traceparent,
  fencingToken,
  bytes,
  contentType,
  fileName,
}: Push): BatchedMessage => ({
  id: messageId,
  kind,
  ...(traceparent === undefined ? {} : { traceparent }),
  ...(fencingToken === undefined ? {} : { fencingToken }),
  bytes,
  contentType,
  fileName,
});
