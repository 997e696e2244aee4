// Asks a partner over HTTPS for what waits there: `GET <address>messages` gives the oldest with its `X-Message-Id`, or 204; once its bytes are
// kept it is acknowledged by `DELETE <address>messages/<id>`. A word lost on the way makes it come again, under the same id.
import { createRequester, type HttpReply, type HttpRequester } from './http-request.ts';
import { outcomeOf } from './http-push.ts';
import type { CollectBudget, Collector, CollectOutcome, Guard, PickUp } from './transport.ts';

export function createHttpPuller(budget: CollectBudget, guard?: Guard): Collector {
  const requester = createRequester({ ...budget, connections: 1, answerBytes: budget.maxBytes }, guard);
  return {
    collect: async (from, keep) => {
      let taken = 0;
      const aside: string[] = [];
      for (let i = 0; i < budget.batch; i++) {
        const reply = await ask(requester, from, 'GET');
        const ended = endOf(reply);
        if (ended) return { ...ended, taken, aside, more: false };
        const { bytes, headers } = reply as Extract<HttpReply, { status: number }>;
        const id = headers['x-message-id'];
        if (typeof id !== 'string' || id === '' || id.length > 200)
          return { outcome: 'refused', detail: 'MESSAGE_WITHOUT_ID', taken, aside, more: false };
        const named = headers['x-file-name'];
        const { traceparent } = headers;
        const kept = await keep({
          id,
          bytes,
          contentType: headers['content-type'] ?? 'application/octet-stream',
          ...(typeof named === 'string' ? { fileName: decoded(named) } : {}),
          ...(typeof traceparent === 'string' ? { traceparent } : {}),
        });
        if (kept === 'kept') taken += 1;
        else aside.push(id);
        const acknowledged = outcomeOf(await ask(requester, from, 'DELETE', id));
        // Somebody acknowledged it before: it is gone, which is what was asked for.
        if (acknowledged.outcome !== 'delivered' && !/^HTTP (404|410)$/.test(acknowledged.detail))
          return { outcome: acknowledged.outcome, detail: acknowledged.detail, taken, aside, more: false };
      }
      return { outcome: 'reached', detail: 'HTTP 200', taken, aside, more: true };
    },
    close: requester.close,
  };
}

const ask = (requester: HttpRequester, { url, key }: PickUp, method: 'GET' | 'DELETE', id?: string) => {
  const base = url.endsWith('/') ? url : `${url}/`;
  return requester.ask({
    method,
    url: `${base}messages${id === undefined ? '' : `/${encodeURIComponent(id)}`}`,
    headers: key ? { authorization: `Bearer ${key}` } : {},
  });
};

/** Undefined where a message came. One that is larger than allowed cannot be passed over: only the partner can take it away. */
function endOf(reply: HttpReply): Pick<CollectOutcome, 'outcome' | 'detail'> | undefined {
  if ('fault' in reply)
    return { outcome: reply.fault === 'ANSWER_TOO_LARGE' ? 'refused' : 'unreachable', detail: reply.fault };
  if (reply.status === 204) return { outcome: 'reached', detail: 'HTTP 204' };
  const outcome = outcomeOf(reply);
  if (outcome.outcome !== 'delivered') return { outcome: outcome.outcome, detail: outcome.detail };
  return reply.bytes.length === 0 ? { outcome: 'refused', detail: 'MESSAGE_EMPTY' } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}
