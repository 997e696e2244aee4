// Live events over SSE (P3, M2): in commit order, resumable by Last-Event-ID, narrowed to what the reader asked for and may see at
// the moment of sending (R17), closed soon after his session or key ends; a reader that is too slow is cut off and resumes. What a
// portion costs is by audience, not by reader, and one timer serves all (F5): thousands are open at once.
import { once } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { steadyNow } from '../clock.ts';
import type { Actor, StoredEvent } from '../context.ts';
import { mayAct } from '../identity/policy.ts';
import { bytesAfter } from './event-frames.ts';
import type { Credentials } from './guard.ts';
import { refuse } from './refusals.ts';
import { type Audience, createAudiences, type Reader } from './stream-audiences.ts';

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
/** Events waiting to be looked at. */
const MAX_WAITING = 10_000;
/** Heartbeats go to so many parts of the readers in turn: thousands at once would hold up what is being told. */
const BEATS = 16;
const HEARTBEAT = Buffer.from(': still here\n\n');
const RESUME_PAGE = 500;

export function createEventStreams(stream: EventStream, timing = usualTiming) {
  const audiences = createAudiences();
  const looks = new WeakMap<readonly StoredEvent[], { readonly at: number; readonly look: Promise<Look> }>();
  let renewedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  /** Portions that are not told yet, in order. */
  const portions: (readonly StoredEvent[])[] = [];
  let waiting = 0;
  let telling = false;
  /** The last that was heard of; who comes without a place to resume from is told what comes after. */
  let newest = -1;
  let rest: (() => void) | undefined;

  /** Ends the streams of whoever is no longer let in; asked once for all at a time. */
  function renewAll(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }
  async function ask(): Promise<void> {
    const at = steadyNow();
    const callers = [...audiences.callers()];
    const actors = await stream.renew(callers.map((caller) => caller.credentials));
    callers.forEach((caller, i) => {
      const actor = actors[i];
      if (actor && mayAct(actor, 'notice.read')) caller.actor = actor;
      else for (const reader of audiences.readersOf(caller)) end(reader);
    });
    renewedAt = at;
  }
  /** The feed hands the same list to every reader: it is looked at once, and again when that is too long ago. */
  function lookAt(events: readonly StoredEvent[]): { readonly at: number; readonly look: Promise<Look> } {
    const known = looks.get(events);
    if (known && steadyNow() - known.at < STALE_MS / 2) return known;
    const fresh = { at: steadyNow(), look: stream.look(events) };
    looks.set(events, fresh);
    return fresh;
  }
  /** What an audience may see, by credentials and records that were both asked for within `STALE_MS`. */
  async function seenBy(audience: Audience, events: readonly StoredEvent[]) {
    for (let turn = 0; turn < MOST_LOOKS; turn++) {
      if (steadyNow() - renewedAt > STALE_MS / 2) await renewAll();
      const { at, look } = lookAt(events);
      const entries = await (await look)(audience.caller.actor, audience.query);
      if (steadyNow() - Math.min(at, renewedAt) <= STALE_MS || audience.readers.size === 0) return entries;
    }
    throw new Error('too busy to look twice within the time that revocation allows');
  }

  /** To be called at once with what `seenBy` gave: an answer grows old. */
  function send(reader: Reader, events: readonly StoredEvent[], entries: readonly (StreamEntry | undefined)[]): void {
    const last = events.at(-1)?.position ?? -1;
    if (last <= reader.sent || reader.out.destroyed) return;
    const bytes = bytesAfter(entries, reader.sent);
    reader.sent = last;
    if (!bytes) return;
    reader.out.write(bytes);
    if (reader.out.writableLength > MAX_BUFFERED_BYTES) cutOff(reader);
  }
  async function tellAudience(audience: Audience, events: readonly StoredEvent[]): Promise<void> {
    const live = () => [...audience.readers].filter((reader) => !reader.missed);
    try {
      const entries = await seenBy(audience, events);
      for (const reader of live()) send(reader, events, entries);
    } catch {
      for (const reader of live()) cutOff(reader);
    }
  }
  /** One portion after the other, each to all audiences side by side. */
  async function tellAll(): Promise<void> {
    if (telling) return;
    telling = true;
    for (let events = portions.shift(); events; events = portions.shift()) {
      const portion = events;
      await Promise.all([...audiences.all()].map((audience) => tellAudience(audience, portion)));
      waiting -= portion.length;
    }
    telling = false;
  }
  function hear(events: readonly StoredEvent[]): void {
    newest = events.at(-1)?.position ?? newest;
    waiting += events.length;
    portions.push(events);
    const tooMuch = waiting > MAX_WAITING;
    for (const { readers } of audiences.all())
      for (const reader of readers) {
        reader.missed?.push(events);
        if (tooMuch) cutOff(reader);
      }
    void tellAll();
  }
  /** What came before he opened, then what came meanwhile; from then on he hears what all hear. Positions weed out what came twice. */
  async function catchUp(reader: Reader): Promise<void> {
    const { audience, out } = reader;
    const tell = async (events: readonly StoredEvent[]) => {
      if ((events.at(-1)?.position ?? -1) > reader.sent) send(reader, events, await seenBy(audience, events));
    };
    for (let more = true; more && audience.readers.has(reader); ) {
      const backlog = await stream.readAfter(reader.sent, RESUME_PAGE);
      await tell(backlog);
      more = backlog.length === RESUME_PAGE;
      if (more && out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    }
    for (let events = reader.missed?.shift(); events; events = reader.missed?.shift()) await tell(events);
    reader.missed = undefined;
  }

  function end(reader: Reader): void {
    leave(reader);
    reader.out.end();
  }
  function cutOff(reader: Reader): void {
    leave(reader);
    reader.out.destroy();
  }
  function leave(reader: Reader): void {
    audiences.remove(reader);
    if (audiences.size() > 0) return;
    rest?.();
    rest = undefined;
  }
  /** While anybody reads: credentials are asked for again, heartbeats go out, and the feed is heard. */
  function attend(): () => void {
    const unsubscribe = stream.subscribe(hear);
    let renewing = false;
    const renewal = setInterval(() => {
      if (renewing) return;
      renewing = true;
      // While the database is away nobody is cut off: nothing can be read for him either.
      void renewAll()
        .catch(() => undefined)
        .finally(() => {
          renewing = false;
        });
    }, timing.renewMs).unref();
    let turn = 0;
    const heartbeat = setInterval(() => beat(turn++ % BEATS), timing.heartbeatMs / BEATS).unref();
    return () => {
      clearInterval(renewal);
      clearInterval(heartbeat);
      unsubscribe();
    };
  }
  function beat(turn: number): void {
    for (const { readers } of audiences.all())
      for (const reader of readers) {
        if (reader.turn % BEATS !== turn) continue;
        const { out, stuckAt } = reader;
        // Nothing of what was written a whole interval ago has gone out: nobody reads at the other end.
        if (stuckAt > 0 && out.writableLength >= stuckAt) {
          cutOff(reader);
          continue;
        }
        reader.stuckAt = out.writableLength;
        out.write(HEARTBEAT);
      }
  }

  return {
    open: async (request: FastifyRequest, reply: FastifyReply, actor: Actor, credentials: Credentials) => {
      if (audiences.countOf(actor) >= MOST_STREAMS) throw refuse('TOO_MANY_REQUESTS', { seconds: 60 });
      reply.hijack();
      const out = reply.raw;
      // What plugins have set (security headers) goes out too.
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value) out.setHeader(name, value);
      // The end of the stream is the end of the connection: a frame around each portion would be made anew for every reader.
      out.removeHeader('transfer-encoding');
      out.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      out.write(': connected\n\n');
      const from = startOf(request);
      const query = request.query as StreamQuery;
      const reader = audiences.add({ actor, credentials, query, out, sent: from ?? newest });
      out.on('close', () => leave(reader));
      // Heard before the backlog is read, so nothing falls between the two.
      rest ??= attend();
      if (from === undefined) return;
      reader.missed = [];
      void catchUp(reader).catch(() => cutOff(reader));
    },
  };
}

function startOf(request: FastifyRequest): number | undefined {
  const given = request.headers['last-event-id'] ?? (request.query as { after?: string }).after;
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}
