// A partner's NATS JetStream as a way to it: documents are published to `<subject>.from-portico` and count as delivered when the stream has them;
// what lies under `<subject>.to-portico` is read by a durable consumer and acknowledged once it is kept. The subject is the path of the address.
import { jetstream, jetstreamManager, type JsMsg, JetStreamApiError } from '@nats-io/jetstream';
import {
  AuthorizationError,
  connect,
  headers,
  type NatsConnection,
  PermissionViolationError,
} from '@nats-io/transport-node';
import { lookup } from 'node:dns/promises';
import { isAllowedAddress } from './address-guard.ts';
import { keepSessions } from './keep-sessions.ts';
import {
  codeOf,
  type CollectBudget,
  type Collector,
  type Guard,
  type PickUp,
  type Push,
  type PushBudget,
  type Pusher,
  TransportFault,
} from './transport.ts';
import { within } from './within.ts';

const DURABLE = 'portico';
/** Of the server: the message is larger than the stream takes, or the stream is full. */
const TOO_LARGE = 10054;
const FULL = 10077;
const NOT_FOUND = 10014;
/** How long a fetch waits for what is not there yet. */
const WAIT_MS = 1000;

type Times = Pick<PushBudget, 'connectMs' | 'firstByteMs' | 'totalMs'>;

async function open(to: PickUp, times: Times, guard?: Guard): Promise<NatsConnection> {
  const url = new URL(to.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // The certificate binds the name, and nothing is said before it is checked; this spares asking where nobody may be asked.
  if (guard && !(await lookup(host, { all: true })).every(({ address }) => isAllowedAddress(address, guard.policy)))
    throw new TransportFault('unreachable', 'ADDRESS_NOT_ALLOWED');
  const secure = url.protocol === 'nats+tls:';
  const [user = '', ...rest] = (to.key ?? '').split(':');
  const pass = rest.join(':');
  return within(
    times.connectMs,
    'CONNECT_TIMEOUT',
    connect({
      servers: `${host.includes(':') ? `[${host}]` : host}:${url.port || 4222}`,
      name: 'portico',
      // Ours ends first.
      timeout: times.connectMs * 2,
      // Where the partner is only his address says, not what the server tells of its cluster.
      reconnect: false,
      ignoreClusterUpdates: true,
      ...(secure ? { tls: { handshakeFirst: true } } : {}),
      ...(to.key === undefined ? {} : rest.length > 0 ? { user, pass } : { token: to.key }),
    }),
  );
}
const subjectOf = (url: string, end: string): string =>
  [...decodeURIComponent(new URL(url).pathname).split('/').filter(Boolean), end].join('.');

function toFault(error: unknown): TransportFault {
  if (error instanceof TransportFault) return error;
  if (error instanceof AuthorizationError) return new TransportFault('refused', 'AUTHENTICATION');
  if (error instanceof PermissionViolationError) return new TransportFault('refused', 'NATS PERMISSION');
  if (error instanceof JetStreamApiError)
    return new TransportFault(
      error.code === TOO_LARGE || error.code === FULL ? 'refused' : 'unreachable',
      `NATS ${error.code}`,
    );
  return new TransportFault('unreachable', codeOf(error as Error));
}

const connections = (times: Times, guard?: Guard) =>
  keepSessions<NatsConnection>({
    open: (to) => open(to, times, guard),
    isOpen: (connection) => !connection.isClosed(),
    end: (connection) => connection.close(),
  });

export function createNatsPusher(budget: PushBudget, guard?: Guard): Pusher {
  const open = connections(budget, guard);
  async function publish(push: Push): Promise<string> {
    const { session: connection } = await open.to(push);
    const given = headers();
    const said = {
      ...push.headers,
      'content-type': push.contentType,
      'x-document-kind': push.kind,
      'x-file-name': encodeURIComponent(push.fileName),
      ...(push.fencingToken === undefined ? {} : { 'x-fencing-token': String(push.fencingToken) }),
      ...(push.traceparent === undefined ? {} : { traceparent: push.traceparent }),
    };
    for (const [name, value] of Object.entries(said)) given.set(name, value);
    const options = { msgID: push.messageId, headers: given, timeout: budget.firstByteMs, retries: 0 };
    const stream = jetstream(connection, { timeout: budget.firstByteMs });
    const { duplicate } = await within(
      budget.firstByteMs,
      'FIRST_BYTE_TIMEOUT',
      stream.publish(subjectOf(push.url, 'from-portico'), push.bytes, options),
    );
    return duplicate ? 'NATS REPEATED' : 'NATS OK';
  }
  return {
    push: async (push) => {
      if (push.bytes.length > budget.requestBytes) return { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' };
      try {
        return { outcome: 'delivered', detail: await within(budget.totalMs, 'TOTAL_TIMEOUT', publish(push)) };
      } catch (error) {
        const { outcome, detail } = toFault(error);
        if (outcome === 'unreachable') open.drop(push);
        return { outcome, detail };
      }
    },
    close: open.close,
  };
}

export function createNatsCollector(budget: CollectBudget, guard?: Guard): Collector {
  const open = connections(budget, guard);

  /** The messages of one go; a consumer is made where the partner made none. */
  async function fetch(from: PickUp): Promise<JsMsg[]> {
    const { session: connection } = await open.to(from);
    const subject = subjectOf(from.url, 'to-portico');
    const manager = await jetstreamManager(connection, { timeout: budget.firstByteMs });
    const stream = await manager.streams.find(subject);
    const name = `${DURABLE}-${subject.replace(/[^\w-]/g, '_')}`;
    try {
      await manager.consumers.info(stream, name);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== NOT_FOUND) throw error;
      const wanted = { durable_name: name, ack_policy: 'explicit' as const, filter_subject: subject };
      await manager.consumers.add(stream, wanted);
    }
    const consumer = await jetstream(connection, { timeout: budget.firstByteMs }).consumers.get(stream, name);
    const batch = await consumer.fetch({ max_messages: budget.batch, expires: WAIT_MS });
    const messages: JsMsg[] = [];
    for await (const message of batch) messages.push(message);
    if (connection.isClosed()) throw new TransportFault('unreachable', 'CLOSED');
    return messages;
  }

  /** At once, so that they need not wait for the server to miss their acknowledgement. */
  async function giveBack(from: PickUp, messages: readonly JsMsg[]): Promise<void> {
    for (const message of messages) message.nak();
    const { session: connection } = await open.to(from);
    await within(budget.firstByteMs, 'FIRST_BYTE_TIMEOUT', connection.flush()).catch(() => undefined);
  }

  return {
    collect: async (from, keep) => {
      let taken = 0;
      const aside: string[] = [];
      let keeping: { readonly error: unknown } | undefined;
      try {
        const messages = await within(budget.totalMs, 'TOTAL_TIMEOUT', fetch(from));
        for (const message of messages) {
          const id = message.headers?.get('Nats-Msg-Id') || `${message.info.stream}-${message.seq}`;
          if (message.data.length > budget.maxBytes) {
            // Not given again; it stays in the partner's stream for whoever looks for it.
            message.term('TOO_LARGE');
            aside.push(id);
            continue;
          }
          const fileName = message.headers?.get('x-file-name');
          const traceparent = message.headers?.get('traceparent');
          const kept = await keep({
            id,
            bytes: message.data,
            contentType: message.headers?.get('content-type') || 'application/octet-stream',
            ...(fileName ? { fileName: fileName.slice(0, 200) } : {}),
            ...(traceparent ? { traceparent } : {}),
          }).catch(async (error: unknown) => {
            keeping = { error };
            await giveBack(from, messages.slice(messages.indexOf(message)));
            throw error;
          });
          if (kept === 'kept') taken += 1;
          else aside.push(id);
          if (
            !(await within(budget.firstByteMs, 'FIRST_BYTE_TIMEOUT', message.ackAck({ timeout: budget.firstByteMs })))
          )
            throw new TransportFault('unreachable', 'NOT_ACKNOWLEDGED');
        }
        return { outcome: 'reached', detail: 'NATS OK', taken, aside, more: messages.length === budget.batch };
      } catch (error) {
        if (keeping) throw keeping.error;
        const { outcome, detail } = toFault(error);
        open.drop(from);
        return { outcome, detail, taken, aside, more: false };
      }
    },
    close: open.close,
  };
}
