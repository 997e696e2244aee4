// The drill (R21): cases are filed while a base backup is taken and WAL is archived; everything is killed and the disk is gone; the
// database is restored to a chosen instant and Portico started on it. Three ledgers are kept outside: what clients were told, what
// partners took, what a subscriber saw. Used by the test and by `npm run drill`.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { InboundView, RestoreView } from '../../src/hub/exchange/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { openLive } from '../support/live.ts';
import {
  configure,
  createCluster,
  own,
  runTool,
  runToolBeside,
  type Server,
  serverDir,
  startServer,
} from '../support/installed-postgres.ts';
import { addressOf, startProcess } from '../support/process.ts';

type Acknowledged = { readonly id: string; readonly number: string; readonly at: number };
type Taken = { readonly messageId: string; readonly digest: string; readonly repeated: boolean };
export type Drill = Awaited<ReturnType<typeof runDrill>>;

export async function runDrill({ cases, archiveSeconds }: { cases: number; archiveSeconds: number }) {
  const dir = serverDir('portico-drill-');
  const archive = path.join(dir, 'archive');
  mkdirSync(archive);
  own(archive);
  const portico = { DATA_DIR: path.join(dir, 'portico') };
  mkdirSync(portico.DATA_DIR);
  const running: { stop(): Promise<unknown> }[] = [];
  const started = async (url: string) => {
    const child = startProcess({ ...portico, DATABASE_URL: url });
    const end = async (signal: NodeJS.Signals) => {
      child.child.kill(signal);
      await child.ended;
    };
    running.push({ stop: () => end('SIGKILL') });
    return { url: await addressOf(child), output: child.output, kill: () => end('SIGKILL'), stop: () => end('SIGINT') };
  };
  const server = async (at: string): Promise<Server> => {
    const up = await startServer(at);
    running.push(up);
    return up;
  };
  try {
    createCluster(path.join(dir, 'primary'), [
      'archive_mode = on',
      `archive_command = 'cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f'`,
      `archive_timeout = ${archiveSeconds}`,
    ]);
    const primary = await server(path.join(dir, 'primary'));
    const first = await started(primary.url);
    const trader = await signIn(first, 'trader');
    const watch = await openLive(first.url, { cookie: trader.cookie });

    // Clients go on filing through all of it.
    const acknowledged: Acknowledged[] = [];
    let over = false;
    const filing = Promise.all(
      [0, 1].map(async (lane) => {
        for (let i = 0; !over; i++) {
          const one = await file(trader, `DRILL-${lane}-${i}`).catch(() => undefined);
          if (one) acknowledged.push(one);
        }
      }),
    );
    const filed = (count: number) =>
      until(
        async () => acknowledged.length,
        (n) => n >= count,
        `${count} filed`,
        120_000,
      );

    await filed(Math.ceil(cases / 4));
    const backupBegan = performance.now();
    const base = path.join(dir, 'base');
    await runToolBeside('pg_basebackup', ['-D', base, '-d', primary.url, '-X', 'stream', '-c', 'fast']);
    const backupMs = performance.now() - backupBegan;
    runTool('pg_verifybackup', ['-q', base]);
    await filed(Math.ceil(cases / 2));
    const before = [...acknowledged];
    const instant = await onServer(primary.url, async (client) => {
      const { rows } = await client.query<{ now: string; segment: string }>(
        'select clock_timestamp()::text as now, pg_walfile_name(pg_current_wal_lsn()) as segment',
      );
      return rows[0] ?? { now: '', segment: '' };
    });
    await until(
      async () => existsSync(path.join(archive, instant.segment)),
      Boolean,
      'the segment of T archived',
      60_000,
    );
    // After the instant somebody's sign-in is erased, as a person may ask: the restored database will hold it again.
    const erased = await signInOf(primary.url);
    await ledger({ ...portico, DATABASE_URL: primary.url }, 'erase', erased.receiptId, '个人信息删除请求');
    await filed(Math.max(cases, acknowledged.length + 4));
    const sent = await documentsOf(trader, before);
    const partners = await ledgers(first.output());
    const killedAt = Date.now();
    await Promise.all([first.kill(), primary.kill()]);
    over = true;
    await filing;
    watch.close();
    await watch.ended.catch(() => undefined);
    const after = acknowledged.slice(before.length);
    // The disk is gone with everything that was not archived.
    rmSync(primary.dataDir, { recursive: true, force: true });

    const restore = async (name: string, target: readonly string[]) => {
      const at = path.join(dir, name);
      copyCluster(base, at);
      configure(at, [
        `restore_command = 'cp ${archive}/%f %p'`,
        "recovery_target_action = 'promote'",
        "archive_mode = 'off'",
        ...target,
      ]);
      writeFileSync(path.join(at, 'recovery.signal'), '');
      own(path.join(at, 'recovery.signal'));
      return server(at);
    };
    const restoreBegan = performance.now();
    const restored = await restore('restored', [`recovery_target_time = '${instant.now}'`]);
    const databaseMs = performance.now() - restoreBegan;
    const erasureBegan = performance.now();
    const isBack = await holdsContent(restored.url, erased.id);
    const refused = startProcess({ ...portico, DATABASE_URL: restored.url });
    running.push({ stop: async () => void refused.child.kill('SIGKILL') });
    const { code } = await refused.ended;
    await ledger({ ...portico, DATABASE_URL: restored.url }, 'erase-again');
    const erasure = {
      isBack,
      refused: { code, said: refused.output() },
      isBackAtStart: await holdsContent(restored.url, erased.id),
      positions: await positionsOf(restored.url, 'content.erased'),
    };
    const erasureMs = performance.now() - erasureBegan;
    const second = await started(restored.url);
    const rtoMs = performance.now() - restoreBegan - erasureMs;

    const [again, operator] = [await signIn(second, 'trader'), await signIn(second, 'operator')];
    const watchAgain = await openLive(
      second.url,
      { cookie: again.cookie },
      { lastEventId: watch.told.at(-1)?.id ?? 0 },
    );
    const kept: ShipmentView[] = [];
    const missing: Acknowledged[] = [];
    for (const one of [...before, ...after]) {
      const reply = await again.raw('GET', `/shipments/${one.id}`);
      if (reply.status === 200) kept.push((await reply.json()) as ShipmentView);
      else missing.push(one);
    }
    const survivors = before.filter((one) => kept.some((k) => k.id === one.id));
    const resent = await until(
      () => documentsOf(again, survivors),
      (documents) => documents.every((d) => d.flow !== 'outbound' || d.delivery?.state === 'delivered'),
      'everything of before the instant delivered',
      60_000,
    );
    const [restoreNote] = await until(
      async () => (await operator.get<{ items: RestoreView[] }>('/exchange/restores')).items,
      (items) => items.length === 1 && (items[0]?.unknownMessages ?? 0) > 0,
      'answers about what is lost are flagged',
      60_000,
    );
    const flagged = [
      ...(await operator.get<{ items: InboundView[] }>('/exchange/messages?state=quarantined&limit=100')).items,
      ...(await operator.get<{ items: InboundView[] }>('/exchange/messages?state=waiting&limit=100')).items,
    ];
    const filedAfter = await file(again, 'DRILL-AFTER');
    await until(async () => watchAgain.told.length, Boolean, 'the subscriber hears of the case filed after', 20_000);
    const partnersAfter = await until(
      () => ledgers(second.output()),
      (taken) => taken.length > 0,
      'partners take documents after the restore',
    );
    await operator.send('POST', `/exchange/restores/${restoreNote?.id}/check`);
    const checked = await operator.get<{ items: RestoreView[] }>('/exchange/restores');
    watchAgain.close();
    await second.stop();
    await restored.stop();

    // What would be lost if the whole archive is used, not an instant of our choice.
    const latest = await restore('latest', []);
    const there = await onServer(latest.url, async (client) => {
      const { rows } = await client.query<{ id: string }>('select id from shipment.shipment where version > 0');
      return new Set(rows.map((r) => r.id));
    });
    await latest.stop();
    const lost = acknowledged.filter((one) => !there.has(one.id));
    const lastKept = Math.max(...acknowledged.filter((one) => there.has(one.id)).map((one) => one.at));
    return {
      instant: instant.now,
      before,
      after,
      acknowledged,
      kept,
      missing,
      sent,
      resent,
      partners,
      partnersAfter,
      seen: watch.told.map((t) => t.id),
      seenAfter: watchAgain.told.map((t) => t.id),
      restoreNote,
      checked: checked.items[0],
      flagged,
      filedAfter,
      erasure,
      figures: {
        cases: acknowledged.length,
        backupMs,
        backupBytes: files(base).reduce((sum, at) => sum + statSync(at).size, 0),
        databaseMs,
        rtoMs,
        rpoMs: Math.max(0, killedAt - lastKept),
        lostAtLatest: lost.length,
        archiveSeconds,
      },
    };
  } finally {
    for (const one of running.reverse()) await one.stop().catch(() => undefined);
    rmSync(dir, { recursive: true, force: true });
  }
}

async function file(client: Client, reference: string): Promise<Acknowledged> {
  const { id } = await fileShipment(client, railImport(reference));
  const at = Date.now();
  return { id, number: (await client.get<ShipmentView>(`/shipments/${id}`)).number, at };
}

async function documentsOf(client: Client, cases: readonly Acknowledged[]): Promise<DocumentView[]> {
  const found: DocumentView[] = [];
  for (const { id } of cases)
    found.push(...(await client.get<{ items: DocumentView[] }>(`/shipments/${id}/documents?limit=100`)).items);
  return found;
}

/** What the partners say they took, asked over their own doors. */
async function ledgers(output: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const [, url] of output.matchAll(/^ {2}\S+ +(http:\S+)(?: ← \S+)?$/gm)) {
    const reply = (await (await fetch(new URL('/ledger', url))).json()) as { accepted: Taken[] };
    taken.push(...reply.accepted);
  }
  return taken;
}

/** The first sign-in there is: who, from where. */
const signInOf = (url: string) =>
  onServer(url, async (client) => {
    const { rows } = await client.query<{ id: string; subject: string }>(
      `select id, subject from runtime.event where type = 'session.opened' order by position limit 1`,
    );
    const { id = '', subject = '' } = rows[0] ?? {};
    return { id, receiptId: `${subject}.${id}` };
  });
const holdsContent = (url: string, id: string) =>
  onServer(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select payload ->> 'address' is not null as there from runtime.event where id = $1`,
      [id],
    );
    return rows[0]?.there;
  });
const positionsOf = (url: string, type: string) =>
  onServer(url, async (client) => {
    const { rows } = await client.query<{ position: number }>(
      'select position::float8 as position from runtime.event where type = $1',
      [type],
    );
    return rows.map((row) => row.position);
  });

/** `npm run ledger -- …`, as whoever restores runs it. */
async function ledger(env: Record<string, string>, ...words: string[]): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'tools/ledger.ts', ...words], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`ledger ${words[0]} failed: ${said}`);
}

async function onServer<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

const files = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => path.join(entry.parentPath, entry.name));
function copyCluster(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  chmodSync(to, 0o700);
  for (const at of [to, ...files(to)]) own(at);
}
