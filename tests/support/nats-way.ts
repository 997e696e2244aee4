// A JetStream behind a wire that can be cut or fall silent: the far end of the NATS way (tests/conformance/transports.test.ts).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { createNatsCollector, createNatsPusher } from '../../src/runtime/transport/nats-queue.ts';
import { wireTo } from './cut-wire.ts';
import { freePort } from './free-port.ts';
import { type CollectRig, collectBudget, type Mood, pushBudget, type PushRig } from './ways.ts';

export async function startNats(): Promise<{ port: number; connection: NatsConnection; stop(): Promise<void> }> {
  const port = await freePort();
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-nats-'));
  const child = spawn(
    'nats-server',
    ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', dir, '--auth', 'secret-of-the-way'],
    {
      stdio: 'ignore',
    },
  );
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = await connect({
    servers: `127.0.0.1:${port}`,
    token: 'secret-of-the-way',
    waitOnFirstConnect: true,
    reconnectTimeWait: 50,
  });
  const { streams } = await jetstreamManager(connection);
  await streams.add({ name: 'ERP', subjects: ['erp.>'] });
  return {
    port,
    connection,
    stop: async () => {
      await connection.close();
      child.kill();
      await exit;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function farEnd() {
  const nats = await startNats();
  const { streams } = await jetstreamManager(nats.connection);
  const wire = await wireTo(() => nats.port);
  const to = { url: `nats://127.0.0.1:${wire.port}/erp`, key: 'secret-of-the-way' };
  return {
    nats,
    streams,
    to,
    nowhere: { ...to, url: 'nats://127.0.0.1:9/erp' },
    behave: async (next: Mood) => {
      wire.behave(next);
      // The least there is: nothing fits.
      await streams.update('ERP', { max_msg_size: next === 'denying' ? 1 : -1 });
    },
    stop: async () => {
      wire.close();
      await nats.stop();
    },
  };
}

export async function natsPushRig(): Promise<PushRig> {
  const far = await farEnd();
  const pusher = createNatsPusher(pushBudget);
  return {
    to: far.to,
    nowhere: far.nowhere,
    pusher,
    received: async () => {
      const found = new Map<string, Buffer>();
      const { state } = await far.streams.info('ERP');
      for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq++) {
        const message = await far.streams.getMessage('ERP', { seq });
        if (message?.subject === 'erp.from-portico')
          found.set(`${message.header.get('Nats-Msg-Id')}`, Buffer.from(message.data));
      }
      return found;
    },
    behave: far.behave,
    stop: async () => {
      pusher.close();
      await far.stop();
    },
  };
}

export async function natsCollectRig(): Promise<CollectRig> {
  const far = await farEnd();
  const collector = createNatsCollector(collectBudget);
  const waiting = new Set<string>();
  const manager = await jetstreamManager(far.nats.connection);
  return {
    to: far.to,
    nowhere: far.nowhere,
    collector,
    offer: async (id, bytes) => {
      await jetstream(far.nats.connection).publish('erp.to-portico', bytes, { msgID: id });
      waiting.add(id);
    },
    waiting: async () => {
      const state = await manager.consumers.info('ERP', 'portico-erp_to-portico').catch(() => undefined);
      return state && state.num_pending + state.num_ack_pending === 0 ? [] : [...waiting];
    },
    aside: async () => ['large.json'],
    pass: () => undefined,
    behave: far.behave,
    stop: async () => {
      collector.close();
      await far.stop();
    },
  };
}
