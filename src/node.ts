// One node among several (`npm run node -- --role api,worker`): the same parts as `main.ts` puts into one process, shared out. All state
// is in DATABASE_URL; NATS_URL, when set, wakes the others faster. ctrl-C or SIGTERM leaves in order: nothing new is taken,
// what is under way ends, leases are given back.
import './runtime/process/short-lived.ts';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startApplication } from './application.ts';
import { parseRoles } from './roles.ts';
import { ConfigError, loadConfig, ownerOf } from './runtime/config.ts';
import { createLog } from './runtime/telemetry/log.ts';
import { createShutdown, type Shutdown, stoppedLate, stopping } from './runtime/process/shutdown.ts';

let log = createLog({ level: 'warn' });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(shutdown: Shutdown): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } } });
  const config = loadConfig(process.env);
  const roles = parseRoles(values.role, config.channelsElsewhere);
  log = createLog({ level: config.logLevel ?? 'warn', node: values.role });
  if (!config.databaseUrl)
    throw new ConfigError([
      {
        zh: 'DATABASE_URL=（未设置）：多个节点共用一个 PostgreSQL，请给出其地址（单机请用 npm start）',
        en: 'DATABASE_URL=(unset): nodes share one PostgreSQL, give its address (npm start for a single machine)',
      },
    ]);
  if (roles.exporter && !config.natsUrl)
    throw new ConfigError([
      {
        zh: 'NATS_URL=（未设置）：角色 exporter 向 JetStream 发布事件，请给出其地址',
        en: 'NATS_URL=(unset): the role exporter publishes to JetStream, give its address',
      },
    ]);
  const { databaseUrl } = config;
  const application = await shutdown.start(
    () =>
      startApplication({
        config,
        databaseUrl,
        ...ownerOf(config),
        roles,
        webRoot: path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'web'),
        fixedSimulatorPorts: config.simulatorPorts === 'published',
        simulatorPace: config.simulatorPace,
        simulatorDir: path.join(config.dataDir, 'simulators'),
        report: say,
        log,
      }),
    (running) => running.stop(),
  );
  say(`节点 / node ${application.processNonce}: ${application.url}`);
  for (const s of application.simulators) say(`  ${s.id.padEnd(18)} ${s.url}`);
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
