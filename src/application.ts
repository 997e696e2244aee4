// Puts the whole platform together: database, modules, flow, channel workers, HTTP and, in demo mode, the simulators.
// `main.ts` runs it with the configuration; tests run the same thing on free ports.
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { careForChannels } from './care-for-channels.ts';
import { channels } from './channels/index.ts';
import { confirmPassword } from './hub/account/index.ts';
import { authenticate, authenticateAll, setConfirmPassword } from './hub/enterprise/index.ts';
import {
  createChannelWorker,
  createMessageCollection,
  createEndpoints,
  type Endpoints,
  givesWork,
  readOpenDeliveries,
} from './hub/exchange/index.ts';
import { addMetrics, readFlowLag } from './exchange-metrics.ts';
import { exportedEvents } from './hub/exported-events.ts';
import { addLedgerMetrics, readUnsealed } from './ledger-metrics.ts';
import { crossesLines, flow, lineOf, readSideBySide } from './hub/flow.ts';
import { registerChannels } from './hub/mapping/index.ts';
import { changesSettings, type SettingsWatch } from './hub/partner/index.ts';
import { hubModules } from './hub/modules.ts';
import { createStreamLook, streamQuery } from './hub/inbox/index.ts';
import { Entry, eventTypes } from './hub/notices/index.ts';
import { createIdSource } from './kernel/id.ts';

import { type Clock, steadyNow } from './runtime/clock.ts';
import { type Config, LEDGER_LAG_SECONDS } from './runtime/config.ts';
import { portico } from './runtime/context.ts';
import type { DigestRoots } from './runtime/keyed-digest.ts';
import { createExporter } from './runtime/bus/exporter.ts';
import { writeEnvelope } from './runtime/bus/write-envelope.ts';
import { createDatabase } from './runtime/database/connect.ts';
import { prepareDatabase } from './runtime/database/prepare-database.ts';
import { createClamdScanner } from './runtime/files/clamd.ts';
import { createFileStore } from './runtime/files/file-store.ts';
import { asSchema } from './runtime/http/example-of.ts';
import { createAdmission } from './runtime/http/admission.ts';
import { createHttpServer } from './runtime/http/server.ts';
import { createMetrics } from './runtime/metrics/metrics.ts';
import { type Log, silentLog } from './runtime/telemetry/log.ts';
import { noteAttempt, noteFailedReaction } from './runtime/telemetry/note-work.ts';
import { startSpans } from './runtime/telemetry/start-spans.ts';
import { traceFlow } from './runtime/telemetry/trace-flow.ts';
import { createFeed } from './runtime/outbox/feed.ts';
import { drawBytes } from './runtime/random-pool.ts';
import { createFlowRunner } from './runtime/outbox/flow-runner.ts';
import { isCaughtUp, readEventsAfter } from './runtime/outbox/store.ts';
import type { TimeStampServer } from './runtime/simulator/time-stamp-server.ts';
import type { Simulator } from './runtime/simulator/simulator-server.ts';
import { beginSealing } from './runtime/identity/begin-sealing.ts';
import { createPlayedTime, type PlayedTime } from './runtime/timers.ts';
import { createUnitOfWork, type UnitOfWork } from './runtime/unit-of-work.ts';
import { fillDatabase } from './fill-database.ts';
import { startBus } from './start-bus.ts';
import { demoDigestRoot, simulatorKey, startSimulators, startTimeStamps, TIME_STAMP_PORT } from './start-simulators.ts';
import { allRoles, type Roles } from './roles.ts';
import { createWorkerLoops } from './worker-loops.ts';

export type ApplicationOptions = {
  readonly config: Config;
  readonly databaseUrl: string;
  /** The account that owns the tables, for migrations; absent: `databaseUrl` does that too, where it may. */
  readonly ownerUrl?: string;
  readonly webRoot?: string;
  /** What this process does; absent: everything. */
  readonly roles?: Roles;
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
  /** Structured lines; absent: none. */
  readonly log?: Log;
  /** Told of every fault too (tests). */
  readonly onFault?: (error: unknown, where: string) => void;
};
export type Application = {
  readonly url: string;
  readonly server: FastifyInstance;
  readonly unitOfWork: UnitOfWork;
  readonly simulators: readonly Simulator[];
  /** From now on simulators are reached by the ways their profiles show, where their lanes are carried here and no address is set. */
  showWays(): Promise<void>;
  /** The demonstration's time stamping authority, where this process plays it. */
  readonly demoClock?: TimeStampServer;
  readonly processNonce: string;
  readonly endpoints: Endpoints;
  /** Tells every background worker to look for work now. */
  wake(): void;
  /** True when nothing is under way: no event unseen, no delivery due, no message of a simulator on the wire. */
  isQuiet(): Promise<boolean>;
  /** When the next delivery is to be tried again. */
  nextRetryAt(): Promise<string | undefined>;
  stop(): Promise<void>;
};

export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { config, report, log = silentLog } = options;
  const onFault = (error: unknown, where: string, traceId?: string) => {
    log.fault(error, where, traceId);
    options.onFault?.(error, where);
  };
  const roles = options.roles ?? allRoles(config.simulators, config.channelsElsewhere);
  const time = options.time ?? createPlayedTime();
  const clock: Clock = time;
  const processNonce = randomBytes(8).toString('hex');
  const database = createDatabase(options.databaseUrl);
  registerChannels(channels);
  setConfirmPassword(confirmPassword);
  const { applied, unlocked, warnings } = await prepareDatabase(database, options, hubModules);
  if (applied > 0) report(`数据库迁移 ${applied} 项 / ${applied} migrations applied`);
  for (const { zh, en } of warnings) report(`${zh}\n${en}`);
  const newId = createIdSource({ now: () => clock.now().getTime(), random: drawBytes });
  const files = createFileStore(config.files);
  const scanner = config.scanner && createClamdScanner(config.scanner);
  const endpoints = createEndpoints();
  let care: SettingsWatch | undefined;
  /** As two persons set it, as it is configured, or where the simulator listens. */
  const endpointNow = (channelId: string) => {
    const configured = endpoints.of(channelId);
    return care ? care.endpointOf(channelId, configured) : configured;
  };
  const sealing = await beginSealing(database, { config, now: clock.now().toISOString(), report });
  const digestRoots: DigestRoots = {
    ...(config.mode === 'demo'
      ? Object.fromEntries(channels.map(({ id }) => [id, demoDigestRoot(config.sealKey, id)]))
      : {}),
    ...config.digestRoots,
  };
  const unitOfWork = createUnitOfWork({
    database,
    secondLock: () => unlocked === undefined,
    clock,
    ...(files ? { files } : {}),
    settings: {
      mode: config.mode,
      ...(config.keepDays === undefined ? {} : { keepDays: config.keepDays }),
      baseUrl: config.baseUrl,
      releaseKeyPem: config.releaseKeyPem,
      ...(config.releaseAlgorithm ? { releaseAlgorithm: config.releaseAlgorithm } : {}),
      ...sealing,
      scansFiles: scanner !== undefined,
      endpointOf: (channelId) => endpointNow(channelId)?.url,
      channelCare: {
        maintenanceOf: (channelId) => care?.maintenanceOf(channelId),
        mostBytesOf: (channelId) => care?.mostBytesOf(channelId),
      },
      digestRoots,
      ...(config.credentialIssuers ? { credentialIssuers: config.credentialIssuers } : {}),
      ...(config.signedChannels ? { signedChannels: config.signedChannels } : {}),
      ...(config.timeStamps || config.simulators
        ? { timeStamps: config.timeStamps?.policy ? { policy: config.timeStamps.policy } : {} }
        : {}),
      ...(config.mail ? { mailFrom: config.mail.from } : {}),
      ...(config.identityProviders ? { identityProviders: config.identityProviders } : {}),
    },
    newId,
  });
  await fillDatabase(unitOfWork, { config, say: [report, log.note] });
  for (const [channel, endpoint] of Object.entries(config.endpoints)) endpoints.set(channel, endpoint);

  const careful = careForChannels({
    unitOfWork,
    clock,
    lanes: () => owned.map((channel, i) => ({ channel, worker: workers[i] })),
    onFault,
  });
  care = careful.settings;

  const metrics = createMetrics();
  const spans = await startSpans(config.otlpEndpoint, processNonce);
  const watch = { log, metrics, spans };
  const flowRunner = createFlowRunner({
    flow: traceFlow(flow, watch),
    lineOf,
    crosses: crossesLines,
    sideBySide: readSideBySide,
    kysely: database.kysely,
    unitOfWork,
    clock,
    onFault: (error, reaction, event) => {
      noteFailedReaction(watch, { error, reaction, event });
      options.onFault?.(error, `${reaction} ← ${event.type} #${event.position}`);
    },
  });
  const feed = createFeed(database.kysely);
  const owned = channels.filter((channel) => roles.channels.includes(channel.id));
  const workers = owned.map((channel) =>
    createChannelWorker({
      channel,
      owner: `${processNonce} ${channel.id}`,
      endpoint: () => endpointNow(channel.id),
      manner: () => careful.settings.mannerOf(channel),
      unitOfWork,
      clock,
      steady: steadyNow,
      random: Math.random,
      onFault: (error) => onFault(error, `channel ${channel.id}`),
      onAttempt: (attempt) => {
        noteAttempt(watch, attempt);
        careful.attempts.note(attempt);
      },
      sampled: spans.recording,
    }),
  );
  const collections = owned.map((channel, i) =>
    createMessageCollection({
      channel,
      endpoint: () => endpointNow(channel.id),
      mayCollect: () => workers[i]?.mayCollect() === true,
      unitOfWork,
      clock,
      random: Math.random,
      onFault: (error) => onFault(error, `collection ${channel.id}`),
    }),
  );
  let timeStampUrl = config.timeStamps?.url;
  const timeStamps = () => timeStampUrl;
  const loops = createWorkerLoops({ config, unitOfWork, clock, files, scanner, timeStamps, onFault });
  const exporter =
    roles.exporter && config.natsUrl
      ? createExporter({
          natsUrl: config.natsUrl,
          kysely: database.kysely,
          write: (event) => writeEnvelope(event, exportedEvents, config.baseUrl),
          onFault: (error) => onFault(error, 'exporter'),
          note: log.note,
        })
      : undefined;
  const background = [
    ...(exporter ? [exporter] : []),
    ...(roles.worker ? [flowRunner, ...loops] : []),
    feed,
    careful.settings,
    careful.attempts,
    ...workers,
    ...collections,
  ];
  const wake = () => {
    for (const loop of background) loop.wake();
  };
  // A channel's worker is roused by what may give it work only; eight readings for every event would be the dearest part of a case.
  const rouse = (channelIds: readonly string[]) => {
    for (const loop of roles.worker ? [flowRunner, feed] : [feed]) loop.wake();
    exporter?.wake();
    for (const [i, channel] of owned.entries()) if (channelIds.includes(channel.id)) workers[i]?.wake();
  };
  const bus = startBus(options, database, {
    node: processNonce,
    onWake: (word) => rouse(word.channels),
    onFault: (error) => onFault(error, 'bus'),
  });
  unitOfWork.onEvents((events) => {
    if (events.some(changesSettings)) careful.settings.wake();
    const given = channels.filter((channel) => events.some((event) => givesWork(event, channel.id))).map((c) => c.id);
    rouse(given);
    bus?.announce({ channels: given });
  });

  const admission = createAdmission({
    quota: { perSecond: config.organisationRate, burst: config.organisationRate * 2 },
    lag: () => readFlowLag(database, clock.now()),
    ledger: {
      lag: () => readUnsealed(database.reader, clock.now()),
      mostSeconds: config.ledgerLagSeconds ?? LEDGER_LAG_SECONDS,
    },
    steady: steadyNow,
    random: Math.random,
  });
  addMetrics(metrics, { unitOfWork, database, admission, now: clock.now, ...(exporter ? { exporter } : {}) });
  addLedgerMetrics(metrics, database.reader, clock.now);
  const at = () => ({ now: clock.now().toISOString(), mode: config.mode });
  const server = await createHttpServer({
    metrics: { metrics, ...(config.metricsToken ? { token: config.metricsToken } : {}) },
    modules: roles.api ? hubModules : [],
    unitOfWork,
    admission,
    baseUrl: config.baseUrl,
    trustedProxies: config.trustedProxies ?? [],
    processNonce,
    ...(options.webRoot && roles.api ? { webRoot: options.webRoot } : {}),
    authenticate: (credentials) => authenticate(database.kysely, at(), credentials),
    stream: {
      events: eventTypes,
      data: asSchema(Entry),
      subscribe: feed.subscribe,
      readAfter: (position, limit) => readEventsAfter(database.kysely, position, limit),
      renew: (credentials) => authenticateAll(database.kysely, at(), credentials),
      query: streamQuery,
      look: createStreamLook((act) => unitOfWork.read(portico, act)),
    },
    ready: database.ping,
    ...(options.starting ? { starting: options.starting } : {}),
    log,
    spans,
    onFault,
  });
  await server.listen({ port: config.port, host: config.mode === 'demo' ? '127.0.0.1' : '0.0.0.0' });
  const { port } = server.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;

  const partners = roles.simulators
    ? await startSimulators({
        unitOfWork,
        time,
        url: roles.api ? url : config.baseUrl,
        sealKey: config.sealKey,
        endpoints,
        digestRootOf: (id) => digestRoots[id],
        portOf: ({ id, profile }) => {
          const configured = config.endpoints[id]?.url;
          if (configured) return Number(new URL(configured).port);
          return options.fixedSimulatorPorts ? profile.simulatorPort : 0;
        },
        pace: options.simulatorPace,
        ...(options.simulatorDir ? { dir: options.simulatorDir } : {}),
      })
    : undefined;
  const simulators = partners?.simulators ?? [];
  const stampPort = config.simulatorStampPort ?? TIME_STAMP_PORT;
  const demoClock =
    roles.simulators && !config.timeStamps
      ? await startTimeStamps({ unitOfWork, time, port: options.fixedSimulatorPorts ? stampPort : 0 })
      : undefined;
  if (config.simulators) timeStampUrl ??= demoClock?.url ?? `http://127.0.0.1:${stampPort}/`;
  // In demo mode the partners of another process are where they always are, or where the configuration says.
  if (config.mode === 'demo' && !roles.simulators)
    for (const { id, profile } of owned) {
      const url = config.endpoints[id]?.url ?? `http://127.0.0.1:${profile.simulatorPort}${profile.path}`;
      endpoints.set(id, { key: simulatorKey(config.sealKey, id), ...config.endpoints[id], url });
    }
  await careful.begin(config.endpoints, report);
  for (const loop of background) loop.start();
  return {
    url,
    server,
    unitOfWork,
    simulators,
    showWays: async () => partners?.showWays(owned.map(({ id }) => id).filter((id) => !config.endpoints[id])),
    ...(demoClock ? { demoClock } : {}),
    processNonce,
    endpoints,
    wake,
    isQuiet: async () => {
      if (simulators.some((s) => s.posting() > 0)) return false;
      const { busy } = await unitOfWork.read(portico, readOpenDeliveries);
      return !busy && isCaughtUp(database.kysely, flowRunner.position(), clock.now().toISOString());
    },
    nextRetryAt: async () => (await unitOfWork.read(portico, readOpenDeliveries)).nextAt ?? undefined,
    stop: async () => {
      await server.close();
      await Promise.all([partners, demoClock].map((s) => s?.stop()));
      await Promise.all(background.map((loop) => loop.stop()));
      await bus?.stop();
      admission.stop();
      await spans.stop();
      await database.close();
    },
  };
}
