// One MQTT session (OASIS MQTT 5.0; 3.1.1 where the broker knows no other): the address is guarded, every step has an end, and a message is
// acknowledged (PUBACK) only by whoever has kept it. Nothing reconnects by itself: who asks next opens anew, so that only an owner speaks.
import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type IConnackPacket, type IPublishPacket, MqttClient, type Packet } from 'mqtt';
import { guardedLookup, isAllowedAddress } from './address-guard.ts';
import { codeOf, type Guard, type PickUp, type PushBudget, TransportFault } from './transport.ts';

type Times = Pick<PushBudget, 'connectMs' | 'firstByteMs' | 'totalMs'>;
type Version = 4 | 5;
type Properties = IPublishPacket['properties'];
/** What the broker keeps of us: nothing, or what came while we were away. */
export type Wanted = { readonly clientId: string; readonly filter: string; readonly maxBytes: number };
export type Waiting = {
  readonly topic: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly traceparent?: string;
  readonly fileName?: string;
  acknowledge(): void;
};
export type MqttSession = {
  publish(
    topic: string,
    bytes: Uint8Array,
    said: { readonly contentType: string; readonly userProperties: Readonly<Record<string, string>> },
  ): Promise<void>;
  /** What the broker gave and nobody acknowledged yet, one at a time; undefined where nothing comes in that time. */
  next(ms: number): Promise<Waiting | undefined>;
  /** That somebody is at the other end. */
  ping(): Promise<void>;
  isOpen(): boolean;
  /** What is not acknowledged the broker gives again. */
  end(): void;
};

/** Reason codes (MQTT 5.0 2.4), and return codes of 3.1.1 (3.2.2.3). */
const UNSUPPORTED_VERSION = [1, 132];
const NOT_AUTHENTICATED = [4, 5, 134, 135, 138, 140];
const NO_SUBSCRIBER = 16;
/** Not authorised, topic not valid, packet too large, payload not valid: the same again would be answered the same. */
const REFUSED = [2, 133, 135, 144, 149, 153];
const KEEP_ALIVE_SECONDS = 30;
/** A session of ours ends when the broker says so, not by our own word. */
const NEVER = 0xffff_ffff;
/** Unacknowledged at once: what one go may hold in memory. */
const RECEIVE_MAXIMUM = 10;
/** Of a packet: topic and properties. */
const HEAD_BYTES = 64 * 1024;

export async function openMqtt(to: PickUp, times: Times, wanted?: Wanted, guard?: Guard): Promise<MqttSession> {
  try {
    return await openAs(5, to, times, wanted, guard);
  } catch (error) {
    if (!(error instanceof TransportFault) || error.detail !== 'MQTT VERSION') throw error;
    return openAs(4, to, times, wanted, guard);
  }
}

function socketTo(to: PickUp, guard?: Guard): Socket {
  const url = new URL(to.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (guard && isIP(host) && !isAllowedAddress(host, guard.policy))
    throw new TransportFault('unreachable', 'ADDRESS_NOT_ALLOWED');
  const lookup = guard && !isIP(host) ? { lookup: guardedLookup(guard.policy, guard.resolver) } : {};
  if (url.protocol === 'mqtt:')
    return connectSocket({ host, port: Number(url.port || 1883), noDelay: true, ...lookup });
  return connectTls({
    host,
    port: Number(url.port || 8883),
    ...(isIP(host) ? {} : { servername: host }),
    ...pemOf(to.key),
    ...lookup,
  });
}
/** A client certificate and its key, one after the other. */
const pemOf = (key: string | undefined) => (key?.includes('-----BEGIN') ? { key, cert: key } : undefined);

function credentials(key: string | undefined) {
  if (key === undefined || pemOf(key)) return {};
  const [first = '', ...rest] = key.split(':');
  return rest.length > 0 ? { username: first, password: rest.join(':') } : { username: 'portico', password: key };
}

async function openAs(
  version: Version,
  to: PickUp,
  times: Times,
  wanted?: Wanted,
  guard?: Guard,
): Promise<MqttSession> {
  const socket = socketTo(to, guard);
  const most = wanted ? wanted.maxBytes * 2 + HEAD_BYTES : HEAD_BYTES;
  const client = new MqttClient(() => socket, {
    protocolVersion: version,
    clientId: wanted?.clientId ?? '',
    clean: wanted === undefined,
    keepalive: KEEP_ALIVE_SECONDS,
    timerVariant: 'native',
    // Ours ends first.
    connectTimeout: times.connectMs * 2,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    ...credentials(to.key),
    ...(version === 5
      ? {
          properties: {
            maximumPacketSize: most,
            receiveMaximum: RECEIVE_MAXIMUM,
            ...(wanted ? { sessionExpiryInterval: NEVER } : {}),
          },
        }
      : {}),
  });
  let fault: TransportFault | undefined;
  let open = true;
  const end = () => {
    open = false;
    socket.destroy();
    client.end(true);
  };
  const gone = new Promise<never>((_, reject) => {
    client.on('error', (error) => {
      fault ??= faultOf(error);
      end();
    });
    socket.on('error', (error) => {
      fault ??= new TransportFault('unreachable', codeOf(error));
    });
    client.once('close', () => {
      open = false;
      reject(fault ?? new TransportFault('unreachable', 'CLOSED'));
    });
  });
  gone.catch(() => undefined);
  // The library gathers a packet before it looks at its length: who sends more than was said is hung up on.
  let gathered = 0;
  socket.on('data', (chunk: Buffer) => {
    gathered += chunk.length;
    if (gathered <= most) return;
    fault ??= new TransportFault('refused', 'ANSWER_TOO_LARGE');
    end();
  });
  const within = <T>(ms: number, code: string, act: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        end();
        reject(new TransportFault('unreachable', code));
      }, ms);
    });
    return Promise.race([act, gone, late]).finally(() => clearTimeout(timer));
  };

  let answered = 0;
  let wakePing: (() => void) | undefined;
  client.on('packetreceive', (packet: Packet) => {
    gathered = 0;
    if (packet.cmd === 'puback') answered = packet.reasonCode ?? 0;
    if (packet.cmd === 'pingresp') wakePing?.();
  });
  let held: Waiting | undefined;
  let wakeNext: (() => void) | undefined;
  // The library gives the next one when this one's callback was called, and then sends its PUBACK.
  client.handleMessage = (packet, callback) => {
    held = waitingOf(packet, () => {
      held = undefined;
      callback();
    });
    wakeNext?.();
    // What comes behind a message waits until it is acknowledged, so the message itself says that somebody is there.
    wakePing?.();
  };
  const connected = new Promise<IConnackPacket>((resolve) => client.once('connect', resolve));
  const { properties: granted, sessionPresent } = await within(times.connectMs, 'CONNECT_TIMEOUT', connected);
  const theirMost = granted?.maximumPacketSize;
  // A session that is there has its subscription, and may give messages before it would answer.
  if (wanted && !sessionPresent)
    await within(times.firstByteMs, 'FIRST_BYTE_TIMEOUT', subscribe(client, wanted.filter));

  // One at a time, so that an answer is the answer to it.
  let line: Promise<unknown> = Promise.resolve();
  return {
    publish: (topic, bytes, { contentType, userProperties }) => {
      if (theirMost !== undefined && bytes.length + topic.length + 1024 > theirMost)
        return Promise.reject(new TransportFault('refused', 'MQTT 149'));
      const properties = version === 5 ? { contentType, userProperties: { ...userProperties } } : undefined;
      const send = async () => {
        answered = 0;
        await client.publishAsync(topic, Buffer.from(bytes), { qos: 1, ...(properties ? { properties } : {}) });
        // Taken by the broker and given to nobody: it is nowhere.
        if (answered === NO_SUBSCRIBER) throw new TransportFault('unreachable', 'MQTT NO_SUBSCRIBER');
      };
      const sent = line.then(() => within(times.firstByteMs, 'FIRST_BYTE_TIMEOUT', send()));
      line = sent.catch(() => undefined);
      return sent.catch((error: unknown) => Promise.reject(fault ?? faultOf(error as Error)));
    },
    next: async (ms) => {
      if (!held && open) {
        let timer: NodeJS.Timeout | undefined;
        const come = new Promise<void>((resolve) => {
          wakeNext = resolve;
          timer = setTimeout(resolve, ms);
        });
        await Promise.race([come, gone]).finally(() => clearTimeout(timer));
      }
      if (!open) throw fault ?? new TransportFault('unreachable', 'CLOSED');
      return held;
    },
    ping: () => {
      const back = new Promise<void>((resolve) => {
        wakePing = resolve;
      });
      client.sendPing();
      return within(times.firstByteMs, 'FIRST_BYTE_TIMEOUT', back);
    },
    isOpen: () => open,
    end,
  };
}

async function subscribe(client: MqttClient, filter: string): Promise<void> {
  const [granted] = await client.subscribeAsync(filter, { qos: 1 });
  if (granted && granted.qos >= 128) throw new TransportFault('refused', 'MQTT SUBSCRIPTION');
}

function waitingOf(packet: IPublishPacket, acknowledge: () => void): Waiting {
  const { properties } = packet;
  const one = (name: string): string | undefined => first(properties, name)?.slice(0, 200);
  const contentType = properties?.contentType;
  const traceparent = one('traceparent');
  const fileName = one('file-name');
  return {
    topic: packet.topic,
    bytes: Buffer.from(packet.payload),
    ...(contentType ? { contentType } : {}),
    ...(traceparent ? { traceparent } : {}),
    ...(fileName ? { fileName } : {}),
    acknowledge,
  };
}
function first(properties: Properties, name: string): string | undefined {
  const value = properties?.userProperties?.[name];
  return Array.isArray(value) ? value[0] : value;
}

function faultOf(error: Error & { readonly code?: unknown }): TransportFault {
  if (error instanceof TransportFault) return error;
  const { code } = error;
  if (typeof code !== 'number') return new TransportFault('unreachable', codeOf(error as NodeJS.ErrnoException));
  if (UNSUPPORTED_VERSION.includes(code)) return new TransportFault('unreachable', 'MQTT VERSION');
  if (/^Connection refused/.test(error.message) && NOT_AUTHENTICATED.includes(code))
    return new TransportFault('refused', 'AUTHENTICATION');
  return new TransportFault(REFUSED.includes(code) ? 'refused' : 'unreachable', `MQTT ${code}`);
}
