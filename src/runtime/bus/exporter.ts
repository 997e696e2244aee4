// Tells data platforms of every committed event over JetStream (P3, "Scale"). PostgreSQL stays the record: the cursor moves only after
// the stream has acknowledged, and what the stream last holds is compared with the cursor whenever there is doubt, so that neither a
// kill of this process nor a stream that forgot its last messages leaves a gap. Without NATS it waits.
import type { Kysely } from 'kysely';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { StoredEvent } from '../context.ts';
import { createLoop, type Loop } from '../loop.ts';
import { readEvent, readEventsAfter } from '../outbox/store.ts';
import { makeStream, publishAll, readStream } from './event-stream.ts';
import { natsServers } from './nats-servers.ts';
import { type ExportCursor, moveExport, readExport } from './store-export.ts';

const BATCH = 200;
const POLL_MS = 1000;
const CONNECT_MS = 5000;

/** `lost`: the stream is not the one that was told before; an operator says where to go on (docs/operate.md). */
export type ExporterState = 'starting' | 'telling' | 'waiting' | 'lost';
export type Exporter = Loop & { state(): ExporterState };
export type ExporterOptions = {
  readonly natsUrl: string;
  readonly kysely: Kysely<unknown>;
  readonly write: (event: StoredEvent) => string;
  /** Told once when it begins to wait, with the reason. */
  readonly onFault: (error: unknown) => void;
  readonly note: (text: string, fields: Readonly<Record<string, string | number>>) => void;
};
/** The stream is gone, or another has its name. */
class StreamLost extends Error {
  constructor() {
    super('the stream PORTICO_EVENTS is not the one that was told so far: npm run export-cursor says where to go on');
    this.name = 'StreamLost';
  }
}

type Place = { readonly cursor: ExportCursor; readonly created: string; readonly lastSequence: number };

export function createExporter({ natsUrl, kysely, write, onFault, note }: ExporterOptions): Exporter {
  let connection: NatsConnection | undefined;
  let place: Place | undefined;
  let inDoubt = false;
  let state: ExporterState = 'starting';

  async function join(): Promise<NatsConnection> {
    if (connection && !connection.isClosed()) return connection;
    connection = await connect({
      ...natsServers(natsUrl),
      name: 'portico exporter',
      timeout: CONNECT_MS,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
    });
    void watch(connection);
    return connection;
  }

  /** What the server holds after it was away may be less than it had acknowledged. */
  async function watch(nats: NatsConnection): Promise<void> {
    for await (const { type } of nats.status()) {
      if (type !== 'reconnect') continue;
      inDoubt = true;
      loop.wake();
    }
  }

  /** Where the cursor and the stream agree to go on. */
  async function findPlace(nats: NatsConnection, cursor: ExportCursor): Promise<Place> {
    let stream = await readStream(nats);
    if (cursor.streamCreated !== undefined && stream?.created !== cursor.streamCreated) throw new StreamLost();
    if (!stream) {
      await makeStream(nats);
      stream = await readStream(nats);
    }
    if (!stream) throw new StreamLost();
    const { created, lastSequence, last } = stream;
    const here = { cursor, created, lastSequence };
    // The operator's word counts more than what the stream holds; so does the record when the stream tells of another history.
    if (cursor.streamCreated === undefined || !last || last.position === cursor.position) return here;
    if ((await readEvent(kysely, last.position))?.id !== last.id) return here;
    const moved = { position: last.position, streamCreated: created };
    note('export goes on after what the stream holds', { cursor: cursor.position, stream: last.position });
    return (await moveExport(kysely, cursor, moved))
      ? { ...here, cursor: moved }
      : findPlace(nats, await readExport(kysely));
  }

  async function tell(): Promise<boolean> {
    const nats = await join();
    // An operator may have set the cursor anew, or another exporter have moved it.
    const known = await readExport(kysely);
    if (inDoubt) place = undefined;
    inDoubt = false;
    if (place?.cursor.position !== known.position || place.cursor.streamCreated !== known.streamCreated)
      place = await findPlace(nats, known);
    const { cursor, created, lastSequence } = place;
    const events = await readEventsAfter(kysely, cursor.position, BATCH);
    state = 'telling';
    const last = events.at(-1);
    if (!last) return false;
    const sequence = await publishAll(
      nats,
      lastSequence,
      events.map((event) => ({ id: event.id, type: event.type, position: event.position, text: write(event) })),
    );
    const moved = { position: last.position, streamCreated: created };
    // A sequence that is not one further for each says that some stood there before: look again.
    const isPlain = sequence === lastSequence + events.length;
    const stands = await moveExport(kysely, cursor, moved);
    place = stands && isPlain ? { cursor: moved, created, lastSequence: sequence } : undefined;
    return events.length === BATCH || place === undefined;
  }

  const loop = createLoop({
    name: 'exporter',
    pollMs: POLL_MS,
    step: async () => {
      try {
        return await tell();
      } catch (error) {
        place = undefined;
        const now = error instanceof StreamLost ? 'lost' : 'waiting';
        if (state !== now) onFault(error);
        state = now;
        return false;
      }
    },
  });
  return {
    ...loop,
    state: () => state,
    stop: async () => {
      await loop.stop();
      await connection?.close().catch(() => undefined);
    },
  };
}
