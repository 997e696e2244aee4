// Makes exports in the background: so many events a transaction, each with its proof, into a part of a volume; whoever dies in the middle
// leaves what he has done, and the next goes on from there. A volume is a tar.gz that tools/verify_ledger.py and sha256sum check by themselves.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { plusMs } from '../../kernel/instant.ts';
import { tarEnd, tarEntry } from '../../runtime/codec/write-tar.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { proveEvent } from '../../runtime/ledger/prove-event.ts';
import { latestHead, listKeys, readWanted } from '../../runtime/ledger/store.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { explainBundle, toReceipt } from '../ledger/index.ts';
import { wantedOf } from './ask-export.ts';
import type { AuditEvents } from './contract.ts';
import { keepDaysOf, noteRemoved } from './keep-records.ts';
import { wantedText } from './search-trail.ts';
import { eventFrom } from './store-trail.ts';
import {
  deleteParts,
  type ExportRow,
  insertPart,
  listPartNames,
  listSums,
  lockExpired,
  lockWorking,
  updateExport,
} from './store-exports.ts';

const emit = emitter<AuditEvents>();
const WINDOW = 2500;
const WINDOWS_AT_ONCE = 8;
const AT_ONCE = 200;
const DAY_MS = 86_400_000;
const MOST_OF_VOLUME = 20_000;

export function createExportBuilder({
  unitOfWork,
  onFault,
  mostOfVolume = MOST_OF_VOLUME,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
  readonly mostOfVolume?: number;
}): Loop {
  return createLoop({
    name: 'audit exports',
    pollMs: 1000,
    onFault,
    step: () => unitOfWork.run(portico, (context) => stepExport(context, mostOfVolume)),
  });
}

/** Whether something was done. */
export async function stepExport(context: Context, mostOfVolume = MOST_OF_VOLUME): Promise<boolean> {
  const row = await lockWorking(context);
  if (!row) return dropExpired(context);
  // What is not under a signed head yet cannot be proven: that is a second or so.
  const head = await latestHead(context.db);
  if (row.last_position >= row.first_position && (head?.position ?? 0) < row.last_position) return false;
  const done = await addReceipts(context, row, mostOfVolume);
  if (done.position < row.last_position) {
    await updateExport(context, row.id, await withVolume(context, { ...row, ...done }, done, mostOfVolume));
    return true;
  }
  await endVolume(context, { ...row, ...done });
  const digest = sha256((await listSums(context, row.id)).join('\n'));
  await updateExport(context, row.id, { ...done, state: 'ready', digest, ended_at: context.now });
  const wanted = wantedText(wantedOf(row));
  await emit(context, 'audit.export-ready', row.id, {
    exportId: row.id,
    wanted,
    receipts: done.receipts,
    volumes: row.volume,
    digest,
  });
  return true;
}
type Done = Pick<ExportRow, 'position' | 'receipts' | 'volume_receipts'>;

/** The next receipts as one part. */
async function addReceipts(context: Context, row: ExportRow, mostOfVolume: number): Promise<Done> {
  const limit = Math.min(AT_ONCE, mostOfVolume - row.volume_receipts);
  const lines: string[] = [];
  let { position } = row;
  for (let windows = 0; windows < WINDOWS_AT_ONCE && position < row.last_position && lines.length < limit; windows++) {
    const upTo = Math.min(position + WINDOW, row.last_position);
    const room = limit - lines.length;
    const events = await readWanted(context.db, wantedOf(row), { after: position, upTo, limit: room });
    for (const event of events)
      lines.push(`${JSON.stringify(toReceipt(event, await proveEvent(context.db, event), true))}\n`);
    position = events.length < room ? upTo : (events.at(-1)?.position ?? upTo);
    // Restores leave wide gaps in the positions: they are stepped over.
    if (events.length === 0) {
      const next = await eventFrom(context, upTo + 1);
      position = Math.min(row.last_position, Math.max(upTo, (next?.position ?? Number.MAX_SAFE_INTEGER) - 1));
    }
  }
  if (lines.length > 0) {
    const number = (await listPartNames(context, row.id, row.volume)).length + 1;
    const name = `receipts-${String(number).padStart(5, '0')}.jsonl`;
    await addPart(context, row, { number, name, text: lines.join('') });
  }
  return { position, receipts: row.receipts + lines.length, volume_receipts: row.volume_receipts + lines.length };
}

/** A full volume is ended and another begun. */
async function withVolume(context: Context, row: ExportRow, done: Done, most: number): Promise<Partial<ExportRow>> {
  if (row.volume_receipts < most) return done;
  await endVolume(context, row);
  return { ...done, volume: row.volume + 1, volume_receipts: 0 };
}

async function endVolume(context: Context, row: ExportRow): Promise<void> {
  const parts = await listPartNames(context, row.id, row.volume);
  const keys = (await listKeys(context.db)).map((key) => key.verifier);
  const about = `${wantedText(wantedOf(row))}；第 ${row.volume} 卷 / volume ${row.volume}`;
  const readme = explainBundle({
    about,
    receipts: row.volume_receipts,
    now: context.now,
    keys,
    files: 'receipts-*.jsonl',
    event: 'audit.export-ready',
  });
  const number = parts.length + 1;
  await addPart(context, row, { number, name: 'README.md', text: readme });
  const sums = [...parts, { name: 'README.md', digest: sha256(readme) }];
  const text = sums.map(({ name, digest }) => `${digest}  ${name}\n`).join('');
  await addPart(context, row, { number: number + 1, name: 'SHA256SUMS', text, last: true });
}

async function addPart(
  context: Context,
  row: ExportRow,
  { number, name, text, last }: { number: number; name: string; text: string; last?: boolean },
): Promise<void> {
  const entry = tarEntry(name, Buffer.from(text), context.now);
  const bytes = gzipSync(last ? Buffer.concat([entry, tarEnd()]) : entry);
  await insertPart(context, { export_id: row.id, volume: row.volume, number, name, digest: sha256(text), bytes });
}

async function dropExpired(context: Context): Promise<boolean> {
  // A bundle is made to be taken away; it can be asked for again.
  const days = await keepDaysOf(context, 'audit-export');
  const row = days === undefined ? undefined : await lockExpired(context, plusMs(context.now, -days * DAY_MS));
  if (!row || days === undefined) return false;
  await deleteParts(context, row.id);
  await updateExport(context, row.id, { state: 'expired' });
  await noteRemoved(context, 'audit-export', { count: row.volume, keepDays: days });
  return true;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
