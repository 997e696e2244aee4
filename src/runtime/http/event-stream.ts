// Live events over SSE (P3, M2): in commit order, resumable by Last-Event-ID, narrowed to what the reader asked for and may see at
// the moment of sending (R17), closed soon after his session or key ends; a reader that is too slow is cut off and resumes.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { steadyNow } from '../clock.ts';
import type { Actor, StoredEvent } from '../context.ts';
import { mayAct } from '../identity/policy.ts';
import { frame } from './event-frames.ts';
import type { Credentials } from './guard.ts';
import { refuse } from './refusals.ts';

export type StreamEntry = { readonly position: number; readonly type: string };
/** What the reader asked for in the address, already checked. */
export type StreamQuery = Readonly<Record<string, unknown>>;
/** Each event as one reader may see it at this moment, in order; undefined where he may not. */
export type Look = (actor: Actor, query: StreamQuery) => Promise<readonly (StreamEntry | undefined)[]>;
export type EventStream = {
  /** Tells about new events until the returned function is called. */
  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void;
  /** Events after a position, for resuming. */
  readAfter(position: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Looks at events once for all readers; who may see what is asked of the result. */
  look(events: readonly StoredEvent[]): Promise<Look>;
  /** Who these credentials are now, undefined where they have ended: one question for all open streams. */
  renew(credentials: readonly Credentials[]): Promise<readonly (Actor | undefined)[]>;
};
export type StreamTiming = { readonly heartbeatMs: number; readonly renewMs: number };

const usualTiming: StreamTiming = { heartbeatMs: 15_000, renewMs: 300 };
/** Nothing goes out on an answer older than this, however busy the process is: R17 allows a second after a revocation. */
const STALE_MS = 700;
/** A process too busy to judge in time cuts the reader off; he resumes where he was. */
const MOST_LOOKS = 10;
/** Open streams of one reader: enough for his pages, not enough to hold the server. */
const MOST_STREAMS = 20;
const MAX_BUFFERED_BYTES = 512 * 1024;
/** Events waiting to be looked at for one reader. */
const MAX_WAITING = 10_000;
const RESUME_PAGE = 500;

type Open = { readonly credentials: Credentials; actor: Actor; readonly out: ServerResponse };

export function createEventStreams(stream: EventStream, timing = usualTiming) {
  const open = new Set<Open>();
  const looks = new WeakMap<readonly StoredEvent[], { readonly at: number; readonly look: Promise<Look> }>();
  let renewing = false;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  /** Ends the streams of whoever is no longer let in; asked once for all at a time. */
  function renewAll(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }
  async function ask(): Promise<void> {
    const at = steadyNow();
    const readers = [...open];
    const actors = await stream.renew(readers.map((r) => r.credentials));
    readers.forEach((reader, i) => {
      const actor = actors[i];
      if (actor && mayAct(actor, 'notice.read')) reader.actor = actor;
      else reader.out.end();
    });
    renewedAt = at;
  }
  /** While the database is away nobody is cut off: nothing can be read for him either. */
  function renewLater(): void {
    if (renewing) return;
    renewing = true;
    setTimeout(async () => {
      await renewAll().catch(() => undefined);
      renewing = false;
      if (open.size > 0) renewLater();
    }, timing.renewMs).unref();
  }
  /** The feed hands the same list to every reader: it is looked at once, and again when that is too long ago. */
  function lookAt(events: readonly StoredEvent[]): { readonly at: number; readonly look: Promise<Look> } {
    const known = looks.get(events);
    if (known && steadyNow() - known.at < STALE_MS / 2) return known;
    const fresh = { at: steadyNow(), look: stream.look(events) };
    looks.set(events, fresh);
    return fresh;
  }
  /** What a reader may see, by credentials and records that were both asked for within `STALE_MS`. */
  async function seenBy(reader: Open, events: readonly StoredEvent[], query: StreamQuery) {
    for (let turn = 0; turn < MOST_LOOKS; turn++) {
      if (steadyNow() - renewedAt > STALE_MS / 2) await renewAll();
      const { at, look } = lookAt(events);
      const entries = await (await look)(reader.actor, query);
      if (steadyNow() - Math.min(at, renewedAt) <= STALE_MS || reader.out.writableEnded) return entries;
    }
    throw new Error('too busy to look twice within the time that revocation allows');
  }

  return {
    open: async (request: FastifyRequest, reply: FastifyReply, actor: Actor, credentials: Credentials) => {
      const own = [...open].filter((r) => r.actor.id === actor.id && r.actor.kind === actor.kind);
      if (own.length >= MOST_STREAMS) throw refuse('TOO_MANY_REQUESTS', { seconds: 60 });
      reply.hijack();
      const reader: Open = { credentials, actor, out: reply.raw };
      open.add(reader);
      renewLater();
      reply.raw.on('close', () => open.delete(reader));
      // What plugins have set (security headers) goes out too.
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
      const query = request.query as StreamQuery;
      const see = (events: readonly StoredEvent[]) => seenBy(reader, events, query);
      serve(reader.out, { from: startOf(request), see, stream, heartbeatMs: timing.heartbeatMs });
    },
  };
}

function startOf(request: FastifyRequest): number | undefined {
  const given = request.headers['last-event-id'] ?? (request.query as { after?: string }).after;
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

type Serving = {
  readonly from: number | undefined;
  readonly see: (events: readonly StoredEvent[]) => Promise<readonly (StreamEntry | undefined)[]>;
  readonly stream: EventStream;
  readonly heartbeatMs: number;
};

function serve(out: ServerResponse, { from, see, stream, heartbeatMs }: Serving): void {
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  out.write(': connected\n\n');
  let sent = from ?? -1;
  let waiting = 0;
  let chain: Promise<void> = Promise.resolve();
  const closed = () => out.destroyed || out.writableEnded;

  const send = async (events: readonly StoredEvent[]) => {
    const last = events.at(-1)?.position ?? -1;
    if (closed() || last <= sent) return;
    const entries = await see(events);
    if (closed()) return;
    const text = frame(entries, sent);
    if (text !== '') out.write(text);
    sent = last;
    if (out.writableLength > MAX_BUFFERED_BYTES) out.destroy();
  };
  const after = (act: () => Promise<void>) => {
    chain = chain.then(act).catch(() => void out.destroy());
  };
  // Subscribed before the backlog is read, so nothing falls between the two; positions weed out what came twice.
  const unsubscribe = stream.subscribe((events) => {
    waiting += events.length;
    if (waiting > MAX_WAITING) out.destroy();
    if (closed()) return;
    after(async () => {
      await send(events);
      waiting -= events.length;
    });
  });
  if (from !== undefined)
    after(async () => {
      for (;;) {
        const backlog = await stream.readAfter(sent, RESUME_PAGE);
        await send(backlog);
        if (backlog.length < RESUME_PAGE || closed()) return;
        if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
      }
    });
  let stuckAt = 0;
  const heartbeat = setInterval(() => {
    // Nothing of what was written a whole interval ago has gone out: nobody reads at the other end.
    if (stuckAt > 0 && out.writableLength >= stuckAt) return void out.destroy();
    stuckAt = out.writableLength;
    if (!closed()) out.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  out.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
