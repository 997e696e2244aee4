// A simulator behind an MQTT broker of its own (OASIS MQTT 5.0 and 3.1.1), as devices at a gate have one: what is published under `from-portico` it
// hears, what its devices say waits for the one session that asks for `to-portico`. As much of a broker as that takes, and for one partner.
import { createServer, type Socket } from 'node:net';
import mqttPacket, { type IConnectPacket, type IPublishPacket, type Packet } from 'mqtt-packet';
import type { SimulatedMessage } from '../simulator-server.ts';
import { type Behind, type FrontDoor, relay } from './relay.ts';

const USER = 'portico';
/** Return code of 3.1.1 (3.2.2.3) and reason codes of 5.0 (2.4). */
const NOT_AUTHORISED = { 4: 5, 5: 135 } as const;
const GRANTED = 1;
/** Topic name invalid, payload format invalid (5.0, 3.4.2.1): the same again would be answered the same. */
const NOT_MINE = 144;
const NOT_AGREED = 153;
const REFUSED = 131;

type Waiting = { readonly message: SimulatedMessage; taken(): void };
type Reader = { readonly clientId: string; readonly filter: string; readonly send: (packet: Packet) => void };

export async function openMqttDoor(options: {
  readonly behind: Behind;
  readonly port: number;
  /** Topic under which its devices stand. */
  readonly topic: string;
}): Promise<FrontDoor> {
  const { behind, topic } = options;
  const sockets = new Set<Socket>();
  const waiting: Waiting[] = [];
  /** Whoever came as this before has its subscription still. */
  const filters = new Map<string, string>();
  let reader: Reader | undefined;
  let offered = 0;

  /** One at a time, so that what is not acknowledged stays the first. */
  const offer = (): void => {
    const [first] = waiting;
    if (!reader || !first || offered > 0) return;
    offered = (waiting.length % 60_000) + 1;
    const { bytes, contentType, fileName } = first.message;
    reader.send({
      cmd: 'publish',
      topic: `${topic}/to-portico/devices`,
      payload: Buffer.from(bytes),
      qos: 1,
      messageId: offered,
      dup: false,
      retain: false,
      properties: {
        ...(contentType ? { contentType } : {}),
        ...(fileName ? { userProperties: { 'file-name': fileName } } : {}),
      },
    });
  };
  const attach = (next: Reader): void => {
    reader = next;
    offered = 0;
    filters.set(next.clientId, next.filter);
    offer();
  };
  const carry = (message: SimulatedMessage): Promise<number> =>
    new Promise((resolve) => {
      waiting.push({ message, taken: () => resolve(200) });
      offer();
    });

  function serve(socket: Socket): void {
    sockets.add(socket);
    let me: IConnectPacket | undefined;
    let version: 4 | 5 = 4;
    const parser = mqttPacket.parser();
    const send = (packet: Packet) =>
      void (socket.writable && socket.write(mqttPacket.generate(packet, { protocolVersion: version })));
    const end = () => {
      sockets.delete(socket);
      if (reader?.send === send) reader = undefined;
      socket.destroy();
    };
    socket.on('error', end).on('close', end);
    socket.on('data', (bytes) => parser.parse(bytes));
    parser.on('error', end);
    parser.on('packet', (packet: Packet) => {
      if (packet.cmd === 'connect') {
        version = packet.protocolVersion === 5 ? 5 : 4;
        const known = packet.username === USER && String(packet.password) === behind.key;
        const code = known ? 0 : NOT_AUTHORISED[version];
        const filter = packet.clean === false ? filters.get(packet.clientId) : undefined;
        const sessionPresent = known && filter !== undefined;
        send({ cmd: 'connack', returnCode: code, reasonCode: code, sessionPresent });
        if (!known) return void socket.end();
        me = packet;
        if (filter !== undefined) attach({ clientId: packet.clientId, filter, send });
        return undefined;
      }
      // Nothing comes before the client has said who it is (3.1.0-1).
      if (!me) return end();
      switch (packet.cmd) {
        case 'subscribe': {
          const [asked] = packet.subscriptions;
          send({ cmd: 'suback', messageId: packet.messageId ?? 1, granted: packet.subscriptions.map(() => GRANTED) });
          if (asked?.topic === `${topic}/to-portico/#`) attach({ clientId: me.clientId, filter: asked.topic, send });
          return undefined;
        }
        case 'puback':
          if (reader?.send !== send || packet.messageId !== offered) return undefined;
          offered = 0;
          waiting.shift()?.taken();
          return offer();
        case 'publish':
          return void hear(packet, send, end);
        case 'pingreq':
          return send({ cmd: 'pingresp' });
        case 'disconnect':
          return void socket.end();
        default:
          return undefined;
      }
    });
  }

  async function hear(packet: IPublishPacket, send: (packet: Packet) => void, hangUp: () => void): Promise<void> {
    // `<topic>/from-portico/<kind>/<message id>`
    const [messageId = '', kind = '', way, ...base] = packet.topic.split('/').reverse();
    const said = packet.properties;
    const traceparent = said?.userProperties?.traceparent;
    const done = (reasonCode: number) => send({ cmd: 'puback', messageId: packet.messageId ?? 0, reasonCode });
    if (way !== 'from-portico' || base.reverse().join('/') !== topic) return done(NOT_MINE);
    const { status, answer } = await relay(behind, {
      bytes: Buffer.from(packet.payload),
      kind,
      messageId,
      contentType: said?.contentType ?? 'application/json',
      ...(typeof traceparent === 'string' ? { traceparent } : {}),
    });
    // 3.1.1 has no word for it: who is not heard hangs up, and Portico tries again.
    if (status === 503) return hangUp();
    done(status < 300 ? 0 : status < 500 ? NOT_AGREED : REFUSED);
    if (answer) await carry(answer);
    return undefined;
  }

  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    endpoint: { url: `mqtt://127.0.0.1:${port}/${topic}`, key: behind.key },
    carry,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
