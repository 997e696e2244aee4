// Live events over SSE (P3, M2): in commit order, resumable by Last-Event-ID, filtered by what the reader may see at the
// moment of sending, closed soon after his session or key ends; a reader that is too slow is cut off and resumes.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, StoredEvent } from '../context.ts';
import type { Credentials } from './guard.ts';
import { refuse } from './refusals.ts';

export type StreamEntry = { readonly position: number; readonly type: string };
export type EventStream = {
  /** Tells about new events until the returned function is called. */
  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void;
  /** Events after a position, for resuming. */
  readAfter(position: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The reader's view of each event at this moment, undefined where he may not see it. */
  view(actor: Actor, events: readonly StoredEvent[]): Promise<readonly (StreamEntry | undefined)[]>;
  /** Who these credentials are now, undefined where they have ended: one question for all open streams. */
  renew(credentials: readonly Credentials[]): Promise<readonly (Actor | undefined)[]>;
};
export type StreamTiming = { readonly heartbeatMs: number; readonly renewMs: number };

const usualTiming: StreamTiming = { heartbeatMs: 15_000, renewMs: 500 };
/** Open streams of one reader: enough for his pages, not enough to hold the server. */
const MOST_STREAMS = 20;
const MAX_BUFFERED_BYTES = 512 * 1024;
/** Events waiting to be looked at for one reader. */
const MAX_WAITING = 10_000;
const RESUME_PAGE = 500;
const VIEWED_AT_ONCE = 50;

type Open = { readonly credentials: Credentials; actor: Actor; readonly out: ServerResponse };

export function createEventStreams(stream: EventStream, timing = usualTiming) {
  const open = new Set<Open>();
  let renewing = false;

  async function renewAll(): Promise<void> {
    const readers = [...open];
    const actors = await stream.renew(readers.map((r) => r.credentials));
    readers.forEach((reader, i) => {
      const actor = actors[i];
      if (actor) reader.actor = actor;
      else reader.out.end();
    });
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
      serve(reader, { ...startOf(request), stream, heartbeatMs: timing.heartbeatMs });
    },
  };
}

function startOf(request: FastifyRequest): { from: number | undefined; subject: string | undefined } {
  const query = request.query as { shipmentId?: string; after?: string };
  const given = request.headers['last-event-id'] ?? query.after;
  return {
    from: typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined,
    subject: query.shipmentId,
  };
}

type Serving = {
  readonly from: number | undefined;
  readonly subject: string | undefined;
  readonly stream: EventStream;
  readonly heartbeatMs: number;
};

function serve(reader: Open, { from, subject, stream, heartbeatMs }: Serving): void {
  const { out } = reader;
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
    if (closed()) return;
    const fresh = events.filter((event) => event.position > sent);
    const wanted = fresh.filter((event) => subject === undefined || event.subject === subject);
    // In small portions: what he may see is asked at the moment it is sent.
    for (let i = 0; i < wanted.length; i += VIEWED_AT_ONCE) {
      const portion = wanted.slice(i, i + VIEWED_AT_ONCE);
      const entries = await stream.view(reader.actor, portion);
      for (const [n, event] of portion.entries()) {
        if (closed()) return;
        const entry = entries[n];
        if (entry) out.write(`id: ${event.position}\nevent: ${event.type}\ndata: ${JSON.stringify(entry)}\n\n`);
        sent = event.position;
        if (out.writableLength > MAX_BUFFERED_BYTES) out.destroy();
      }
    }
    sent = fresh.at(-1)?.position ?? sent;
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
