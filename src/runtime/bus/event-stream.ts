// The JetStream stream of events for data platforms, as the exporter sees it: what stands last in it, and publishing in order.
// Every message says on which one it must follow, so that a late word of an exporter that stood still is refused by the server.
import { jetstream, jetstreamManager, JetStreamApiError, type PubAck } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';

const STREAM = 'PORTICO_EVENTS';
const SUBJECTS = 'portico.event.>';
const POSITION = 'Portico-Position';
const ACK_MS = 5000;
const NOT_FOUND = 10059;
const NO_MESSAGE = 10037;
const NANOS = 1_000_000;
const KEPT_MS = 7 * 24 * 3_600_000;
const DUPLICATES_MS = 10 * 60_000;

export type StreamState = {
  /** Its moment of creation: another one is another stream. */
  readonly created: string;
  readonly lastSequence: number;
  /** The last event in it; absent where it is empty or the last message is not ours. */
  readonly last?: { readonly id: string; readonly position: number };
};
export type Outgoing = { readonly id: string; readonly type: string; readonly position: number; readonly text: string };

/** Undefined: there is none. Throws while the server cannot say. */
export async function readStream(connection: NatsConnection): Promise<StreamState | undefined> {
  const { streams } = await jetstreamManager(connection, { timeout: ACK_MS });
  try {
    const { created, state } = await streams.info(STREAM);
    const message =
      state.messages > 0
        ? await streams.getMessage(STREAM, { seq: state.last_seq }).catch((error: unknown) => {
            if (error instanceof JetStreamApiError && error.code === NO_MESSAGE) return null;
            throw error;
          })
        : null;
    const position = Number(message?.header.get(POSITION) || Number.NaN);
    const id = message?.header.get('Nats-Msg-Id') ?? '';
    return {
      created: String(created),
      lastSequence: state.last_seq,
      ...(Number.isSafeInteger(position) && id !== '' ? { last: { id, position } } : {}),
    };
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === NOT_FOUND) return undefined;
    throw error;
  }
}

/** As it is made where nobody made one before: on disk, a week. An installation that wants it otherwise makes its own beforehand. */
export async function makeStream(connection: NatsConnection): Promise<void> {
  const { streams } = await jetstreamManager(connection, { timeout: ACK_MS });
  await streams.add({
    name: STREAM,
    subjects: [SUBJECTS],
    storage: 'file',
    max_age: KEPT_MS * NANOS,
    duplicate_window: DUPLICATES_MS * NANOS,
  });
}

/**
 * Publishes all in this order after the message with `lastSequence`; the sequence of the last. Throws when any was not acknowledged:
 * then what stands in the stream is to be read anew.
 */
export async function publishAll(
  connection: NatsConnection,
  lastSequence: number,
  events: readonly Outgoing[],
): Promise<number> {
  const stream = jetstream(connection, { timeout: ACK_MS });
  const acks = await Promise.allSettled(
    events.map(({ id, type, position, text }, i) => {
      const given = headers();
      given.set(POSITION, String(position));
      return stream.publish(`portico.event.${type}`, text, {
        msgID: id,
        headers: given,
        timeout: ACK_MS,
        retries: 0,
        expect: { streamName: STREAM, lastSequence: lastSequence + i },
      });
    }),
  );
  const refused = acks.find((ack) => ack.status === 'rejected');
  if (refused) throw refused.reason;
  return (acks.at(-1) as PromiseFulfilledResult<PubAck> | undefined)?.value.seq ?? lastSequence;
}
