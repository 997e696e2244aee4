// One exchange over HTTP with a partner: its own connections, no redirects, and a budget of connections, bytes and time, so that whatever
// a partner does costs this partner's channel and nobody else (exchange R7).
import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { steadyNow } from '../clock.ts';
import { findUrlFault, guardedLookup } from './address-guard.ts';
import { codeOf, type Guard, type PushBudget } from './transport.ts';

export type HttpAsk = {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'GET' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array;
  /** Of this address alone; in place of the requester's. */
  readonly guard?: Guard;
};
export type HttpReply =
  | { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Uint8Array }
  /** No whole answer came: why, in a word. */
  | { readonly fault: string };
export type HttpRequester = { ask(ask: HttpAsk): Promise<HttpReply>; close(): void };
type Budget = Omit<PushBudget, 'requestBytes'>;

/** All header lines of an answer together. */
const MAX_HEADER_BYTES = 16 * 1024;
/** Interim answers (103 and the like) before the real one. */
const MAX_INTERIM = 16;

export function createRequester(budget: Budget, guard?: Guard): HttpRequester {
  const settings = { keepAlive: true, maxSockets: budget.connections, maxFreeSockets: budget.connections };
  const agents = { 'http:': new HttpAgent(settings), 'https:': new HttpsAgent(settings) };
  return {
    ask: async (ask) => {
      const held = ask.guard ?? guard;
      if (held && findUrlFault(ask.url, held.policy)) return { fault: 'ADDRESS_NOT_ALLOWED' };
      const began = steadyNow();
      const url = new URL(ask.url);
      const agent = agents[url.protocol === 'https:' ? 'https:' : 'http:'];
      const first = await attempt(ask, url, agent, budget, held);
      if (!first.stale) return first.reply;
      // The partner had closed the waiting connection: one more go on a new one, within the same time.
      const left = budget.totalMs - (steadyNow() - began);
      return (await attempt(ask, url, false, { ...budget, totalMs: Math.max(1, left) }, held)).reply;
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

type Attempt = { readonly reply: HttpReply; readonly stale: boolean };

function attempt(ask: HttpAsk, url: URL, agent: HttpAgent | false, budget: Budget, guard?: Guard): Promise<Attempt> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    // An address written as such is never looked up; findUrlFault has judged it.
    const looked = guard && !isIP(url.hostname.replace(/^\[|\]$/g, ''));
    const outgoing = (secure ? httpsRequest : httpRequest)(url, {
      method: ask.method,
      agent,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: { ...ask.headers, ...(ask.body ? { 'content-length': ask.body.length } : {}) },
      ...(looked ? { lookup: guardedLookup(guard.policy, guard.resolver) } : {}),
    });
    let answered = false;
    const timers: NodeJS.Timeout[] = [];
    const within = (ms: number, code: string) => {
      const timer = setTimeout(() => end({ fault: code }), ms);
      timers.push(timer);
      return timer;
    };
    const end = (reply: HttpReply, stale = false) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ reply, stale });
      // Nothing of an exchange that went wrong is used again; one that ended well has let go of its connection by now.
      if ('fault' in reply || reply.status >= 500) outgoing.destroy();
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
      if (interim > MAX_INTERIM) end({ fault: 'INTERIM_ANSWERS' });
    });
    outgoing.once('response', (reply) => {
      answered = true;
      readLimited(reply, budget.answerBytes).then(
        (bytes) => end({ status: reply.statusCode ?? 0, headers: reply.headers, bytes }),
        (error: Error) => end({ fault: codeOf(error) }),
      );
    });
    outgoing.once('error', (error) => end({ fault: codeOf(error) }, !answered && outgoing.reusedSocket));
    // Hung up on without a word, or asked to speak another protocol.
    outgoing.once('close', () => {
      if (!answered) end({ fault: 'CLOSED' });
    });
    outgoing.end(ask.body);
  });
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
