// `npm run drill`: the backup and restore drill by hand (docs/how-to/back-up-and-restore.md); each figure is one JSON line.
import { installedTools } from '../tests/support/installed-postgres.ts';
import { runDrill } from '../tests/restore/drill.ts';

if (!installedTools()) {
  process.stderr.write('没有安装 PostgreSQL 及其工具 / PostgreSQL with its tools is not installed\n');
  process.exit(2);
}
const drill = await runDrill({
  cases: Number(process.env.DRILL_CASES ?? 60),
  archiveSeconds: Number(process.env.DRILL_ARCHIVE_SECONDS ?? 5),
});
const { figures } = drill;
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ drill: 'restore', name, value: Math.round(value * 10) / 10, unit })}\n`);
say('cases acknowledged', figures.cases, 'cases');
say('base backup while filing', figures.backupMs, 'ms');
say('base backup', figures.backupBytes / 1e6, 'MB');
say('acknowledged before the instant', drill.before.length, 'cases');
say('of these missing after the restore', drill.before.filter((b) => drill.missing.includes(b)).length, 'cases');
say('acknowledged after the instant and gone', drill.missing.length, 'cases');
say('partner messages flagged as about what is gone', drill.flagged.length, 'messages');
say('RTO: database restored and writable', figures.databaseMs, 'ms');
say('RTO: Portico answering', figures.rtoMs, 'ms');
say(`RPO with the whole archive, archive_timeout ${figures.archiveSeconds} s`, figures.rpoMs, 'ms');
say('acknowledged and lost with the whole archive', figures.lostAtLatest, 'cases');
