// One channel in a process of its own (`npm run channel -- customs`, B16 三(二) 独立性、安全性): its lane, its connections, its partner's secret
// and no other's. The others are started with PORTICO_CHANNELS_ELSEWHERE=customs and leave that lane alone; what happens to this process
// happens to this channel, and what was queued waits for it.
import { startApplication } from './application.ts';
import { channelEnvironment, onlyChannel } from './channel-environment.ts';
import { ConfigError, loadConfig, ownerOf } from './runtime/config.ts';
import { createShutdown, type Shutdown, stoppedLate, stopping } from './runtime/process/shutdown.ts';
import { createLog } from './runtime/telemetry/log.ts';

let log = createLog({ level: 'warn' });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(shutdown: Shutdown): Promise<void> {
  const channel = onlyChannel(process.argv.slice(2));
  const config = loadConfig(channelEnvironment(process.env, channel), 'channel');
  log = createLog({ level: config.logLevel ?? 'warn', node: `channel:${channel}` });
  const { databaseUrl } = config;
  if (!databaseUrl)
    throw new ConfigError([
      {
        zh: 'DATABASE_URL=（未设置）：通道进程与其他进程共用一个 PostgreSQL，请给出其地址',
        en: 'DATABASE_URL=(unset): the process of a channel shares PostgreSQL with the others, give its address',
      },
    ]);
  const application = await shutdown.start(
    () =>
      startApplication({
        config,
        databaseUrl,
        ...ownerOf(config),
        roles: { api: false, worker: false, channels: [channel], exporter: false, simulators: false },
        fixedSimulatorPorts: config.simulatorPorts === 'published',
        simulatorPace: config.simulatorPace,
        report: say,
        log,
      }),
    (running) => running.stop(),
  );
  say(`节点 / node ${application.processNonce}: ${application.url} （${channel}）`);
}

const shutdown = createShutdown(
  () => say(stopping),
  (ms) => say(stoppedLate(ms)),
);
run(shutdown).catch(async (error: unknown) => {
  if (shutdown.begun()) return;
  await shutdown.undo();
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.fault(error, 'could not start');
  process.exit(1);
});
