// `npm run reference -- import DIR [EDITION] [VALID-FROM] [--leave-out-bad-rows]`: loads code tables and tariff into the
// database that DATABASE_URL names, else into the embedded one of DATA_DIR, also while Portico is running on it.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hubModules } from '../src/hub/modules.ts';
import { type ImportReport, importTables, loadBuiltIn } from '../src/hub/reference/index.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { isDay } from '../src/kernel/instant.ts';
import { loadConfig } from '../src/runtime/config.ts';
import { portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { migrate } from '../src/runtime/database/migrate.ts';
import { createUnitOfWork } from '../src/runtime/unit-of-work.ts';
import { openDatabase } from './open-database.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
function stop(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'leave-out-bad-rows': { type: 'boolean', default: false } },
});
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const [verb, dir = '', edition = `import ${today}`, validFrom = today] = positionals;
if (verb !== 'import' || !dir)
  stop('用法 / usage: npm run reference -- import DIR [EDITION] [VALID-FROM yyyy-MM-dd] [--leave-out-bad-rows]');
if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) stop(`不是目录 / not a folder: ${dir}`);
if (!isDay(validFrom)) stop(`生效日期应为 yyyy-MM-dd / valid-from must be a day, yyyy-MM-dd: ${validFrom}`);

const place = await openDatabase(loadConfig(process.env)).catch((error: Error) => stop(error.message));
if (!place.ours)
  say('Portico 正在运行：导入其数据库，立即生效 / Portico is running: importing into its database, in force at once');
const database = createDatabase(place.url);
try {
  if (place.ours) await migrate(database.pool, hubModules);
  const unitOfWork = createUnitOfWork({
    database,
    clock: { now: () => new Date() },
    settings: loadConfig(process.env),
    newId: createIdSource({ now: Date.now, random: randomBytes }),
  });
  // What an import does not bring, and the days before it begins, stay with the built-in tables.
  if (place.ours) await unitOfWork.run(portico, loadBuiltIn);
  const reports = await unitOfWork.run(portico, (context) =>
    importTables(context, dir, { edition, validFrom, leaveOutBadRows: values['leave-out-bad-rows'] }),
  );
  for (const report of reports) print(report);
  const count = (outcome: ImportReport['outcome']) => reports.filter((r) => r.outcome === outcome).length;
  say(
    `${edition}，自 ${validFrom} 起 / from ${validFrom}: 载入 loaded ${count('loaded')}, 未变 unchanged ${count('unchanged')}, 未载入 left out ${count('left-out')}`,
  );
  if (reports.some((r) => r.bad)) process.exitCode = 3;
} finally {
  await database.close();
  await place.close();
}

function print(report: ImportReport): void {
  const counts = report.rows === undefined ? '' : `${report.rows} 行 rows`;
  const changes = report.outcome === 'loaded' ? `，新增 new ${report.added}，止效 ended ${report.ended}` : '';
  const words = { loaded: '载入 loaded', unchanged: '未变 unchanged', 'left-out': '未载入 left out' }[report.outcome];
  say(`${report.file}${report.list ? ` → ${report.list}` : ''}: ${words} ${counts}${changes}`);
  if (report.reason) say(`  ${report.reason.zh}\n  ${report.reason.en}`);
  for (const bad of report.bad?.slice(0, 50) ?? [])
    say(
      `  ${report.file}:${bad.line} [${bad.rule}] "${bad.value}" ${bad.message.zh}；${bad.remedy.zh} / ${bad.message.en}; ${bad.remedy.en}`,
    );
  if (report.bad && report.bad.length > 50) say(`  … ${report.bad.length - 50} 行 more`);
}
