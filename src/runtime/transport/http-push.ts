// Pushes bytes to one partner over HTTP. It only says what happened; whether to try again is the exchange's decision.
import { addressOf, isCallSafe } from './call.ts';
import { createRequester, type HttpReply } from './http-request.ts';
import type { Guard, Push, PushBudget, Pusher, PushOutcome } from './transport.ts';

/** Busy or broken for the moment; everything else in 4xx is a no that another attempt will not change. */
const TRANSIENT = new Set([408, 425, 429]);
/** What the path names is being worked on: to be asked again (RFC 9110, 15.5.10; DCSA says so of a booking). */
const CONFLICT = 409;

export function createPusher(budget: PushBudget, guard?: Guard): Pusher {
  const requester = createRequester(budget, guard);
  return {
    push: async (push) => {
      if (push.bytes.length > budget.requestBytes) return { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' };
      const { call } = push;
      if (call && !isCallSafe(call)) return { outcome: 'refused', detail: 'PATH_NOT_ALLOWED' };
      const outcome = outcomeOf(
        await requester.ask({
          method: call?.method ?? 'POST',
          url: call ? addressOf(push.url, call) : push.url,
          headers: headersOf(push),
          body: push.bytes,
          ...(push.guard ? { guard: { policy: push.guard } } : {}),
        }),
      );
      return call && outcome.detail === `HTTP ${CONFLICT}`
        ? { outcome: 'unreachable', detail: outcome.detail, reached: true }
        : outcome;
    },
    close: requester.close,
  };
}

export const headersOf = (push: Push) => ({
  ...push.headers,
  'content-type': push.contentType,
  'x-message-id': push.messageId,
  'x-document-kind': push.kind,
  'x-file-name': encodeURIComponent(push.fileName),
  ...(push.fencingToken === undefined ? {} : { 'x-fencing-token': String(push.fencingToken) }),
  ...(push.traceparent === undefined ? {} : { traceparent: push.traceparent }),
  ...callerHeaders(push),
});
/** About who calls and where he is answered, not about a document. */
export const callerHeaders = ({ answerTo, key }: Push) => ({
  ...(answerTo ? { 'x-answer-to': answerTo.url, 'x-answer-key': answerTo.key } : {}),
  ...(key ? { authorization: `Bearer ${key}` } : {}),
});

/** A redirect is never followed: where a partner is, only the configuration says. */
export function outcomeOf(reply: HttpReply): PushOutcome {
  if ('fault' in reply) return { outcome: 'unreachable', detail: reply.fault };
  const { status, bytes, headers } = reply;
  const detail = `HTTP ${status}`;
  const said = bytes.length > 0 ? { answer: { bytes, contentType: headers['content-type'] ?? '' } } : {};
  if (status >= 200 && status < 300) return { outcome: 'delivered', detail, ...said };
  const isNo = status >= 400 && status < 500 && !TRANSIENT.has(status);
  return isNo ? { outcome: 'refused', detail, ...said } : { outcome: 'unreachable', detail };
}
