// Starts Portico: configuration, database, application; prints where it is; ctrl-C stops everything it started.
import './runtime/process/short-lived.ts';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApplication } from './application.ts';
import { playWeek } from './demo/play-week.ts';
import { weekMark } from './demo/week-mark.ts';
import { demoAccounts, demoPassword } from './hub/enterprise/index.ts';
import { mustBeKnown } from './roles.ts';
import { ConfigError, keptSecret, loadConfig, ownerOf } from './runtime/config.ts';
import { applicationUrl } from './runtime/database/application-role.ts';
import { startEmbeddedPostgres } from './runtime/database/embedded-postgres.ts';
import { MigrationRefused } from './runtime/database/migrate.ts';
import { ErasedIsBack } from './runtime/ledger/erasure-list.ts';
import { createLog, type Log } from './runtime/telemetry/log.ts';
import { createShutdown, type Shutdown, stoppedLate, stopping } from './runtime/process/shutdown.ts';
import { createPlayedTime } from './runtime/timers.ts';
import { claimDataDir, DataDirTaken } from './runtime/process/data-dir.ts';

let log = createLog({ level: 'warn' });
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(shutdown: Shutdown): Promise<void> {
  const config = loadConfig(process.env);
  mustBeKnown(config.channelsElsewhere ?? []);
  log = createLog({ level: config.logLevel ?? 'warn' });
  mkdirSync(config.dataDir, { recursive: true });
  await shutdown.start(
    async () => claimDataDir(config.dataDir),
    (claim) => claim.release(),
  );
  const mark = weekMark(config.dataDir);
  const anew = !config.databaseUrl && mark.wasCutShort();
  if (anew) say('上次演示数据准备中断，现重新准备 / the demo week was cut short last time; it is made anew');
  const embedded = config.databaseUrl
    ? undefined
    : await shutdown.start(
        () =>
          startEmbeddedPostgres({
            dataDir: config.dataDir,
            password: keptSecret(config.dataDir, 'postgres-password'),
            anew,
          }),
        (server) => server.stop(),
      );
  if (anew) mark.forget();
  if (embedded) say('内置 PostgreSQL 已启动 / embedded PostgreSQL is up');
  const time = createPlayedTime();
  let starting = true;
  // The week plays outages of its partners: their failed attempts are part of the play and stand on the pages; LOG_LEVEL=info says them too.
  const attempt: Log['attempt'] = (line) =>
    starting && config.demoWeek && config.logLevel === 'warn' ? undefined : log.attempt(line);
  const webRoot = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'web');
  const application = await shutdown.start(
    () =>
      startApplication({
        config,
        ...(embedded
          ? { databaseUrl: applicationUrl(embedded.url), ownerUrl: embedded.url }
          : { databaseUrl: config.databaseUrl ?? '', ...ownerOf(config) }),
        webRoot,
        fixedSimulatorPorts: config.simulatorPorts === 'published',
        simulatorPace: config.simulatorPace,
        simulatorDir: path.join(config.dataDir, 'simulators'),
        time,
        starting: () => starting,
        report: say,
        log: { ...log, attempt },
      }),
    (running) => running.stop(),
  );
  if (config.demoWeek) {
    const began = performance.now();
    const played = await playWeek({
      application,
      time,
      report: say,
      ...(embedded ? { mark } : {}),
    });
    if (played > 0)
      say(
        `演示数据：${played} 票，用时 ${seconds(began)} 秒；全部虚构，对方均为模拟器\n` +
          `demo week: ${played} shipments in ${seconds(began)} s; all invented, every partner a simulator`,
      );
  }
  await application.showWays();
  starting = false;
  say(`\n国际贸易单一窗口 Portico: ${config.port === 0 ? application.url : config.baseUrl}`);
  if (config.mode === 'demo') {
    say(`\n演示账号（密码均为 ${demoPassword}）/ demo accounts (password ${demoPassword}):`);
    for (const a of demoAccounts) say(`  ${a.account.padEnd(10)} ${a.organisation}  ${a.organisationEn}`);
    say('\n模拟器（仅说报文）/ simulators (they speak only the wire):');
    // Its own page, and where Portico reaches it by another way.
    for (const { id, url } of application.simulators) {
      const reached = application.endpoints.of(id)?.url ?? url;
      say(`  ${id.padEnd(18)} ${reached === url ? url : `${url} ← ${reached}`}`);
    }
  }
  say('\nctrl-C 停止 / stops everything');
}

/** What is said in a sentence, without where in the code it was found. */
const known = [ConfigError, DataDirTaken, MigrationRefused, ErasedIsBack];
const shutdown = createShutdown(
  () => say(stopping),
  (ms) => say(stoppedLate(ms)),
);
run(shutdown).catch(async (error: unknown) => {
  // Stopped while it was still starting: what fails then fails because of that.
  if (shutdown.begun()) return;
  await shutdown.undo();
  if (known.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    process.stderr.write(
      `端口已被占用 / the port is in use: ${(error as Error).message}\n  用 PORT=… 另选端口 / choose another with PORT=…\n`,
    );
  else log.fault(error, 'could not start');
  process.exit(1);
});
