// Puts the whole platform together: database, modules, flow, channel workers, HTTP and, in demo mode, the simulators.
// `main.ts` runs it with the configuration; tests run the same thing on free ports.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { channels } from './channels/index.ts';
import { authenticate, authenticateAll, issueChannelKey, seedDemoOrganisations } from './hub/enterprise/index.ts';
import {
  createChannelWorker,
  endpointOf,
  givesWork,
  readOpenDeliveries,
  setEndpoint,
  noteRestore,
} from './hub/exchange/index.ts';
import { flow } from './hub/flow.ts';
import { registerChannels } from './hub/mapping/index.ts';
import { hubModules } from './hub/modules.ts';
import { Entry, eventTypes, viewEvent } from './hub/notices/index.ts';
import { loadBuiltIn } from './hub/reference/index.ts';
import { requireCodeLists } from './hub/shipment/index.ts';
import { createFanOut, createMessageDelivery } from './hub/subscriptions/index.ts';
import { createIdSource } from './kernel/id.ts';

import { type Clock, steadyNow } from './runtime/clock.ts';
import type { Config } from './runtime/config.ts';
import { portico } from './runtime/context.ts';
import { createDatabase } from './runtime/database/connect.ts';
import { migrate } from './runtime/database/migrate.ts';
import { asSchema } from './runtime/http/example-of.ts';
import { createHttpServer } from './runtime/http/server.ts';
import { createFeed } from './runtime/outbox/feed.ts';
import { createFlowRunner } from './runtime/outbox/flow-runner.ts';
import { isCaughtUp, readEventsAfter } from './runtime/outbox/store.ts';
import { type Simulator, startSimulator } from './runtime/simulator/simulator-server.ts';
import { createPlayedTime, type PlayedTime } from './runtime/timers.ts';
import { createUnitOfWork, type UnitOfWork } from './runtime/unit-of-work.ts';

export type ApplicationOptions = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly webRoot?: string;
  /** The system's time unless a demo week is to be played. */
  readonly time?: PlayedTime;
  /** Simulators on their published ports, or on any free ones (tests). */
  readonly fixedSimulatorPorts: boolean;
  readonly simulatorPace: number;
  /** Where simulators keep what must outlive the process. */
  readonly simulatorDir?: string;
  /** True until it may be used (the demo week is being played). */
  readonly starting?: () => boolean;
  readonly report: (line: string) => void;
  readonly onFault: (error: unknown, where: string) => void;
};
export type Application = {
  readonly url: string;
  readonly server: FastifyInstance;
  readonly unitOfWork: UnitOfWork;
  readonly simulators: readonly Simulator[];
  readonly processNonce: string;
  /** Tells every background worker to look for work now. */
  wake(): void;
  /** True when nothing is under way: no event unseen, no delivery due, no message of a simulator on the wire. */
  isQuiet(): Promise<boolean>;
  /** When the next delivery is to be tried again. */
  nextRetryAt(): Promise<string | undefined>;
  stop(): Promise<void>;
};

export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { config, report, onFault } = options;
  const time = options.time ?? createPlayedTime();
  const clock: Clock = time;
  const processNonce = randomBytes(8).toString('hex');
  const database = createDatabase(options.databaseUrl);
  registerChannels(channels);
  const applied = await migrate(database.pool, hubModules);
  if (applied > 0) report(`数据库迁移 ${applied} 项 / ${applied} migrations applied`);
  const newId = createIdSource({ now: () => clock.now().getTime(), random: randomBytes });
  const unitOfWork = createUnitOfWork({
    database,
    clock,
    settings: {
      mode: config.mode,
      baseUrl: config.baseUrl,
      releaseKeyPem: config.releaseKeyPem,
      sealKey: config.sealKey,
    },
    newId,
  });
  await unitOfWork.run(portico, noteRestore);
  await unitOfWork.run(portico, loadBuiltIn);
  await unitOfWork.read(portico, requireCodeLists);
  if (config.mode === 'demo') await unitOfWork.run(portico, seedDemoOrganisations);

  const flowRunner = createFlowRunner({
    flow,
    kysely: database.kysely,
    unitOfWork,
    clock,
    onFault: (error, reaction, event) => onFault(error, `${reaction} ← ${event.type} #${event.position}`),
  });
  const feed = createFeed(database.kysely);
  const workers = channels.map((channel) =>
    createChannelWorker({
      channel,
      owner: `${processNonce} ${channel.id}`,
      endpoint: () => endpointOf(channel.id),
      unitOfWork,
      clock,
      steady: steadyNow,
      random: Math.random,
      onFault: (error) => onFault(error, `channel ${channel.id}`),
    }),
  );
  // Neither is roused by every event: the fan-out looks four times a second and rouses the delivery when it has something.
  const messageDelivery = createMessageDelivery({
    unitOfWork,
    random: Math.random,
    onFault: (error) => onFault(error, 'subscriptions'),
  });
  const subscriptions = [createFanOut({ unitOfWork, onQueued: messageDelivery.wake }), messageDelivery];
  const background = [flowRunner, feed, ...workers, ...subscriptions];
  const wake = () => {
    for (const loop of background) loop.wake();
  };
  // A channel's worker is roused by what may give it work only; eight claims for every event would be the dearest part of a case.
  unitOfWork.onEvents((events) => {
    for (const loop of [flowRunner, feed]) loop.wake();
    for (const [i, channel] of channels.entries())
      if (events.some((event) => givesWork(event, channel.id))) workers[i]?.wake();
  });

  const server = await createHttpServer({
    modules: hubModules,
    unitOfWork,
    baseUrl: config.baseUrl,
    processNonce,
    ...(options.webRoot ? { webRoot: options.webRoot } : {}),
    authenticate: (credentials) => authenticate(database.kysely, clock.now().toISOString(), credentials),
    stream: {
      events: eventTypes,
      data: asSchema(Entry),
      subscribe: feed.subscribe,
      readAfter: (position, limit) => readEventsAfter(database.kysely, position, limit),
      renew: (credentials) => authenticateAll(database.kysely, clock.now().toISOString(), credentials),
      view: (actor, event) => unitOfWork.read(actor, (context) => viewEvent(context, event)),
    },
    ready: database.ping,
    ...(options.starting ? { starting: options.starting } : {}),
    onFault: (error, instance) => onFault(error, instance),
  });
  await server.listen({ port: config.port, host: config.mode === 'demo' ? '127.0.0.1' : '0.0.0.0' });
  const { port } = server.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;

  const simulators = config.simulators
    ? await startSimulators({
        unitOfWork,
        time,
        url,
        fixedPorts: options.fixedSimulatorPorts,
        pace: options.simulatorPace,
        ...(options.simulatorDir ? { dir: options.simulatorDir } : {}),
      })
    : [];
  for (const loop of background) loop.start();
  return {
    url,
    server,
    unitOfWork,
    simulators,
    processNonce,
    wake,
    isQuiet: async () => {
      if (simulators.some((s) => s.posting() > 0)) return false;
      const { busy } = await unitOfWork.read(portico, readOpenDeliveries);
      return !busy && isCaughtUp(database.kysely, flowRunner.name, clock.now().toISOString());
    },
    nextRetryAt: async () => (await unitOfWork.read(portico, readOpenDeliveries)).nextAt ?? undefined,
    stop: async () => {
      await server.close();
      await Promise.all(simulators.map((s) => s.stop()));
      await Promise.all(background.map((loop) => loop.stop()));
      await database.close();
    },
  };
}

/** Each far end gets a fresh key of its own organisation at every start; keys of earlier starts are of no use to anybody. */
async function startSimulators(options: {
  unitOfWork: UnitOfWork;
  time: PlayedTime;
  url: string;
  fixedPorts: boolean;
  pace: number;
  dir?: string;
}): Promise<Simulator[]> {
  return Promise.all(
    channels.map(async (channel) => {
      const key = await options.unitOfWork.run(portico, (context) =>
        issueChannelKey(context, channel.id, `simulator ${channel.id}`),
      );
      const ownKey = randomBytes(16).toString('hex');
      const simulator = await startSimulator({
        id: channel.id,
        key: ownKey,
        farEnd: channel.simulator,
        port: options.fixedPorts ? channel.profile.simulatorPort : 0,
        clock: options.time,
        timers: options.time,
        pace: options.pace,
        ...(options.dir ? { journalFile: path.join(options.dir, `${channel.id}.jsonl`) } : {}),
        target: () => (key ? { url: `${options.url}/api/v1/messages`, key } : undefined),
      });
      setEndpoint(channel.id, { url: simulator.url, key: ownKey });
      return simulator;
    }),
  );
}
