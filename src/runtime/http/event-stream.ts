// Live events over SSE (P3, M2): in commit order, resumable by Last-Event-ID, filtered by what the reader may see at
// the moment of sending; a reader that is too slow is cut off and resumes.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, StoredEvent } from '../context.ts';

export type StreamEntry = { readonly position: number; readonly type: string };
export type EventStream = {
  /** Tells about new events until the returned function is called. */
  subscribe(listener: (events: readonly StoredEvent[]) => void): () => void;
  /** Events after a position, for resuming. */
  readAfter(position: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The reader's view of an event, or undefined where he may not see it. */
  view(actor: Actor, event: StoredEvent): Promise<StreamEntry | undefined>;
};

const HEARTBEAT_MS = 15_000;
const MAX_BUFFERED_BYTES = 512 * 1024;
const RESUME_PAGE = 500;

export async function openEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  stream: EventStream,
): Promise<void> {
  const { shipmentId } = request.query as { shipmentId?: string };
  const from = Number(request.headers['last-event-id'] ?? (request.query as { after?: string }).after ?? Number.NaN);
  reply.hijack();
  const out = reply.raw;
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  out.write(': connected\n\n');

  let sent = Number.isSafeInteger(from) ? from : -1;
  let chain: Promise<void> = Promise.resolve();
  const sendAll = async (events: readonly StoredEvent[]) => {
    for (const event of events) {
      if (event.position <= sent || out.destroyed) continue;
      if (shipmentId === undefined || event.subject === shipmentId) {
        const entry = await stream.view(actor, event);
        if (entry) out.write(`id: ${event.position}\nevent: ${event.type}\ndata: ${JSON.stringify(entry)}\n\n`);
      }
      sent = event.position;
      if (out.writableLength > MAX_BUFFERED_BYTES) out.destroy();
    }
  };
  // Subscribed before the backlog is read, so nothing falls between the two; positions weed out what came twice.
  const unsubscribe = stream.subscribe((events) => {
    chain = chain.then(() => sendAll(events)).catch(() => void out.destroy());
  });
  if (Number.isSafeInteger(from)) {
    chain = chain
      .then(async () => {
        for (;;) {
          const backlog = await stream.readAfter(sent, RESUME_PAGE);
          await sendAll(backlog);
          if (backlog.length < RESUME_PAGE || out.destroyed) return;
        }
      })
      .catch(() => void out.destroy());
  }
  const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  out.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
