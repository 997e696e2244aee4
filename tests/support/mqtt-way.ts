// An MQTT broker (aedes, which speaks 3.1.1) behind a wire that can be cut or fall silent, and a far end of MQTT 5.0 that does as it is told: for the
// MQTT way (tests/conformance/transports.test.ts, tests/conformance/mqtt.test.ts).
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { Aedes } from 'aedes';
import mqttPacket, { type IConnectPacket, type IPubackPacket, type IPublishPacket, type Packet } from 'mqtt-packet';
import { createMqttCollector, createMqttPusher } from '../../src/runtime/transport/mqtt-topic.ts';
import type { Collector } from '../../src/runtime/transport/transport.ts';
import { wireTo } from './cut-wire.ts';
import type { Identity } from './tls-authority.ts';
import { type CollectRig, collectBudget, type Mood, pushBudget, type PushRig } from './ways.ts';

const USER = 'portico';
const PASSWORD = 'secret-of-the-way';

const listen = async (server: Server, port = 0): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
};
type Heard = { readonly topic: string; readonly bytes: Buffer };

/** With `tls` only those come in for whose certificate `ca` vouches, and they need no password. */
export async function startMqtt(tls?: { readonly own: Identity; readonly ca: string }) {
  const broker = await Aedes.createBroker();
  const sockets = new Set<Socket>();
  let denies = false;
  broker.authenticate = (client, username, password, done) => {
    const vouched = tls !== undefined && (client.conn as TLSSocket).authorized;
    done(null, !denies && (vouched || (username === USER && `${password}` === PASSWORD)));
  };
  const heard: Heard[] = [];
  const acknowledged: string[] = [];
  const subscribed: string[] = [];
  const turnedAway: string[] = [];
  broker.on('subscribe', (asked) => subscribed.push(...asked.map((one) => one.topic)));
  broker.on('publish', (packet, client) => {
    if (client) heard.push({ topic: packet.topic, bytes: Buffer.from(packet.payload) });
  });
  broker.on('ack', (packet) => {
    if (packet && 'topic' in packet) acknowledged.push(packet.topic);
  });
  const take = (socket: Socket) => {
    sockets.add(socket);
    broker.handle(socket);
  };
  const server = tls
    ? createTlsServer({ key: tls.own.key, cert: tls.own.cert, ca: tls.ca, requestCert: true }, take).on(
        'tlsClientError',
        (error: NodeJS.ErrnoException) => turnedAway.push(error.code ?? error.message),
      )
    : createServer(take);
  let port = await listen(server);
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    port: () => port,
    key: `${USER}:${PASSWORD}`,
    heard,
    acknowledged,
    /** Topics that sessions have asked for. */
    subscribed,
    /** Why somebody’s certificate was not taken. */
    turnedAway,
    deny: (next: boolean) => {
      denies = next;
    },
    /** What a device publishes, with QoS 1. */
    publish: (topic: string, bytes: Buffer) =>
      new Promise<void>((resolve, reject) => {
        broker.publish({ cmd: 'publish', topic, payload: bytes, qos: 1, retain: false, dup: false }, (error) =>
          error ? reject(error) : resolve(),
        );
      }),
    /** Nobody listens for a while; what the broker keeps it keeps. */
    goAway: async () => {
      hangUp();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    comeBack: async () => {
      port = await listen(server, port);
    },
    stop: async () => {
      hangUp();
      server.close();
      await new Promise<void>((resolve) => broker.close(() => resolve()));
    },
  };
}

async function farEnd() {
  const broker = await startMqtt();
  const wire = await wireTo(broker.port);
  const to = { url: `mqtt://127.0.0.1:${wire.port}/gate/nanpeng`, key: broker.key };
  return {
    broker,
    to,
    nowhere: { ...to, url: 'mqtt://127.0.0.1:9/gate/nanpeng' },
    behave: (next: Mood) => {
      wire.behave(next);
      broker.deny(next === 'denying');
      // Where it says no it says no to what comes next, and hears nothing more of what was there.
      if (next === 'denying') wire.hangUp();
    },
    loseWhatComes: wire.loseWhatComes,
    stop: async () => {
      wire.close();
      await broker.stop();
    },
  };
}

export async function mqttPushRig(): Promise<PushRig> {
  const far = await farEnd();
  const pusher = createMqttPusher(pushBudget);
  return {
    to: far.to,
    nowhere: far.nowhere,
    pusher,
    received: () =>
      new Map(
        far.broker.heard.flatMap(({ topic, bytes }) => {
          const id = /^gate\/nanpeng\/from-portico\/[^/]+\/([^/]+)$/.exec(topic)?.[1];
          return id ? [[id, bytes] as const] : [];
        }),
      ),
    behave: far.behave,
    stop: async () => {
      pusher.close();
      await far.stop();
    },
  };
}

export async function mqttCollectRig(): Promise<CollectRig> {
  const far = await farEnd();
  const inner = createMqttCollector(collectBudget);
  // Devices name no message: what is offered under a name is published on a topic of that name.
  const collector: Collector = {
    collect: (from, keep) =>
      inner.collect(from, (message) => keep({ ...message, id: message.id.replace(/-[0-9a-f]{16}$/, '') })),
    close: inner.close,
  };
  const waiting = new Map<string, string>();
  // A broker keeps what comes for sessions it knows.
  await inner.collect(far.to, async () => 'kept');
  return {
    to: far.to,
    nowhere: far.nowhere,
    collector,
    offer: async (id, bytes) => {
      const topic = `gate/nanpeng/to-portico/${id}`;
      waiting.set(id, topic);
      await far.broker.publish(topic, bytes);
    },
    waiting: () => [...waiting].flatMap(([id, topic]) => (far.broker.acknowledged.includes(topic) ? [] : [id])),
    aside: () => [...waiting.keys()],
    pass: () => undefined,
    behave: (mood) => (mood === 'denying' ? far.loseWhatComes() : far.behave(mood)),
    stop: async () => {
      collector.close();
      await far.stop();
    },
  };
}

/** A far end of MQTT 5.0, packet by packet, as the OASIS text has them; `answer` says what it sends for what it gets. */
export async function startMqttFive(
  answer: (packet: Packet, send: (packet: Packet) => void, hangUp: () => void) => void,
) {
  const sockets = new Set<Socket>();
  const got: Packet[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const parser = mqttPacket.parser({ protocolVersion: 5 });
    parser.on('packet', (packet: Packet) => {
      got.push(packet);
      answer(
        packet,
        (reply) => socket.write(mqttPacket.generate(reply, { protocolVersion: 5 })),
        () => socket.destroy(),
      );
    });
    socket.on('data', (bytes) => parser.parse(bytes));
  });
  const port = await listen(server);
  const of = <T extends Packet>(cmd: T['cmd']) => got.filter((packet): packet is T => packet.cmd === cmd);
  return {
    to: { url: `mqtt://127.0.0.1:${port}/gate/nanpeng`, key: `${USER}:${PASSWORD}` },
    connects: () => of<IConnectPacket>('connect'),
    acknowledgements: () => of<IPubackPacket>('puback'),
    published: () => of<IPublishPacket>('publish'),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
