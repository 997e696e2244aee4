// The database's disk runs full under load: 507 or 503 with both languages while it lasts, nothing acknowledged lost, and it goes on by
// itself once there is room (exchange R12). Needs a file system of its own (a tmpfs that only root may mount).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { startEmbeddedPostgres } from '../../src/runtime/database/embedded-postgres.ts';
import { signIn, startTestApplication, until } from '../support/application.ts';
import { insistentTrader } from '../support/insistent-trader.ts';

const CLERKS = 3;

/** Writes until not a byte more goes in. */
function fill(file: string): void {
  const fd = openSync(file, 'w');
  for (const size of [1 << 20, 1 << 12])
    try {
      for (;;) if (writeSync(fd, Buffer.alloc(size)) < size) break;
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
  closeSync(fd);
}

test('[P3] a full disk refuses honestly, loses nothing acknowledged and is over when there is room', async (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-full-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', dir]).status !== 0) {
    rmSync(dir, { recursive: true });
    return t.skip('no file system of a limited size can be mounted here (needs root)');
  }
  const ballast = path.join(dir, 'ballast');
  const server = await startEmbeddedPostgres({ dataDir: dir, password: randomBytes(12).toString('hex') });
  const application = await startTestApplication({ database: { url: server.url, drop: () => server.stop() } });
  try {
    const trader = await signIn(application, 'trader');
    const clerk = insistentTrader(trader);
    const filed = [await clerk.file('CLEAN-BEFORE')];
    let over = false;
    const filing = Promise.all(
      Array.from({ length: CLERKS }, async (_, n) => {
        for (let i = 0; !over; i++) filed.push(await clerk.file(`CLEAN-FULL${n}X${i}`));
      }),
    );
    fill(ballast);
    assert.ok(statfsSync(dir).bavail * 4096 < 64 * 1024, 'the disk is full');
    const first = await until(
      async () => clerk.refusals(),
      (all) => all.length >= 20,
      'refusals',
      60_000,
    );
    for (const refusal of first) {
      assert.ok([503, 507].includes(refusal.status), JSON.stringify(refusal));
      assert.ok(refusal.retryAfter, 'it says when to ask again');
      assert.match(refusal.text, /[一-鿿]/);
      assert.match(refusal.text, /[a-z]{4}/);
    }
    const before = filed.length;
    rmSync(ballast);
    await until(
      async () => filed.length,
      (now) => now >= before + CLERKS,
      'further filings, by themselves',
      60_000,
    );
    over = true;
    await filing;
    for (const id of filed)
      await until(
        () => clerk.insist<ShipmentView>('GET', `/shipments/${id}`),
        (shipment) => shipment.state === 'closed',
        `the end of ${id}`,
        60_000,
      );
    assert.deepEqual([...clerk.bad], [], 'anything but an answer or a refusal that says when to come again');
    t.diagnostic(
      JSON.stringify({
        filed: filed.length,
        refused: clerk.refused(),
        statuses: [...new Set(first.map((r) => r.status))],
      }),
    );
  } finally {
    rmSync(ballast, { force: true });
    await application.stop();
    spawnSync('umount', ['-l', dir]);
    rmSync(dir, { recursive: true, force: true });
  }
});
