// Pushes bytes to one partner over HTTP: endpoint from configuration only, its own connections, no redirects, and a budget of
// connections, bytes and time, so that whatever a partner does costs this partner's channel and nobody else (exchange R7).
// It only says what happened; whether to try again is the exchange's decision.
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { steadyNow } from '../clock.ts';

export type PushOutcome =
  | {
      readonly outcome: 'delivered';
      readonly detail: string;
      readonly answer?: { readonly bytes: Uint8Array; readonly contentType: string };
    }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'unreachable'; readonly detail: string };

export type Push = {
  readonly url: string;
  readonly key?: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly messageId: string;
  readonly kind: string;
  readonly fileName: string;
  /** Grows with each owner of the channel: a partner may refuse what an owner long replaced still sends. */
  readonly fencingToken?: number;
  /** W3C Trace Context, so that the partner's own records lead back to the case. */
  readonly traceparent?: string;
};
export type PushBudget = {
  /** Connections of its own; each carries one document at a time. */
  readonly connections: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
  /** Until connected, from there until the head of the answer is there, and all in all. */
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly totalMs: number;
};
export type Pusher = {
  /** Never throws: whatever happens is an outcome. */
  push(push: Push): Promise<PushOutcome>;
  /** Ends connections that wait for use. */
  close(): void;
};

/** All header lines of an answer together. */
const MAX_HEADER_BYTES = 16 * 1024;
/** Interim answers (103 and the like) before the real one. */
const MAX_INTERIM = 16;
/** Busy or broken for the moment; everything else in 4xx is a no that another attempt will not change. */
const TRANSIENT = new Set([408, 425, 429]);

export function createPusher(budget: PushBudget): Pusher {
  const settings = { keepAlive: true, maxSockets: budget.connections, maxFreeSockets: budget.connections };
  const agents = { 'http:': new HttpAgent(settings), 'https:': new HttpsAgent(settings) };
  return {
    push: async (push) => {
      if (push.bytes.length > budget.requestBytes) return { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' };
      const began = steadyNow();
      const url = new URL(push.url);
      const agent = agents[url.protocol === 'https:' ? 'https:' : 'http:'];
      const first = await attempt(push, url, agent, budget);
      if (!first.stale) return first.outcome;
      // The partner had closed the waiting connection: one more go on a new one, within the same time.
      const left = budget.totalMs - (steadyNow() - began);
      return (await attempt(push, url, false, { ...budget, totalMs: Math.max(1, left) })).outcome;
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

type Attempt = { readonly outcome: PushOutcome; readonly stale: boolean };

function attempt(push: Push, url: URL, agent: HttpAgent | false, budget: PushBudget): Promise<Attempt> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const outgoing = (secure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: headersOf(push),
    });
    let answered = false;
    const timers: NodeJS.Timeout[] = [];
    const within = (ms: number, code: string) => {
      const timer = setTimeout(() => end({ outcome: 'unreachable', detail: code }), ms);
      timers.push(timer);
      return timer;
    };
    const end = (outcome: PushOutcome, stale = false) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ outcome, stale });
      // Nothing of an exchange that went wrong is used again; one that ended well has let go of its connection by now.
      if (outcome.outcome === 'unreachable') outgoing.destroy();
    };
    within(budget.totalMs, 'TOTAL_TIMEOUT');
    const connecting = within(budget.connectMs, 'CONNECT_TIMEOUT');
    const connected = () => {
      clearTimeout(connecting);
      const waiting = within(budget.firstByteMs, 'FIRST_BYTE_TIMEOUT');
      outgoing.once('response', () => clearTimeout(waiting));
    };
    outgoing.once('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', connected);
      else connected();
    });
    let interim = 0;
    outgoing.on('information', () => {
      interim += 1;
      if (interim > MAX_INTERIM) end({ outcome: 'unreachable', detail: 'INTERIM_ANSWERS' });
    });
    outgoing.once('response', (reply) => {
      answered = true;
      readLimited(reply, budget.answerBytes).then(
        (bytes) => end(outcomeOf(reply, bytes)),
        (error: Error) => end({ outcome: 'unreachable', detail: codeOf(error) }),
      );
    });
    outgoing.once('error', (error) =>
      end({ outcome: 'unreachable', detail: codeOf(error) }, !answered && outgoing.reusedSocket),
    );
    // Hung up on without a word, or asked to speak another protocol.
    outgoing.once('close', () => {
      if (!answered) end({ outcome: 'unreachable', detail: 'CLOSED' });
    });
    outgoing.end(push.bytes);
  });
}

const headersOf = (push: Push) => ({
  'content-type': push.contentType,
  'content-length': push.bytes.length,
  'x-message-id': push.messageId,
  'x-document-kind': push.kind,
  'x-file-name': encodeURIComponent(push.fileName),
  ...(push.fencingToken === undefined ? {} : { 'x-fencing-token': String(push.fencingToken) }),
  ...(push.traceparent === undefined ? {} : { traceparent: push.traceparent }),
  ...(push.key ? { authorization: `Bearer ${push.key}` } : {}),
});

/** A redirect is never followed: where a partner is, only the configuration says. */
function outcomeOf(reply: IncomingMessage, bytes: Uint8Array): PushOutcome {
  const status = reply.statusCode ?? 0;
  const detail = `HTTP ${status}`;
  if (status >= 200 && status < 300)
    return {
      outcome: 'delivered',
      detail,
      ...(bytes.length > 0 ? { answer: { bytes, contentType: reply.headers['content-type'] ?? '' } } : {}),
    };
  const isNo = status >= 400 && status < 500 && !TRANSIENT.has(status);
  return isNo ? { outcome: 'refused', detail } : { outcome: 'unreachable', detail };
}

class AnswerTooLarge extends Error {
  readonly code = 'ANSWER_TOO_LARGE';
}
async function readLimited(reply: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new AnswerTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? error.name;
