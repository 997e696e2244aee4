// Backends of the database die at random instants under load: what was acknowledged is there, goes to its end by itself, and every
// partner has taken each document once. Checked through the public API and the partners' own ledgers only.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { addressOf, processesOn, startProcess } from '../support/process.ts';

const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'portico-crash-'));
let started: ReturnType<typeof startProcess> | undefined;
after(() => {
  started?.child.kill('SIGKILL');
  for (const pid of processesOn(DATA_DIR)) process.kill(pid, 'SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});
const CASES = 10;
const KILLS = 3;
/** Of one import by rail: declaration, licence check, arrival, … and two releases. */
const DOCUMENTS = 6;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Server processes of the database: children of the one that was started on the directory. */
const backends = (): number[] =>
  processesOn(DATA_DIR).flatMap((pid) => {
    try {
      return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf-8').trim().split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });

/** Until it is answered: a client that hears nothing, or a fault, asks again, for a minute at least: while backends die one after
 * another the database may be recovering all the time. */
async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      return await act();
    } catch (error) {
      if (i === 600) throw error;
      await wait(100);
    }
  }
}

async function file(trader: Client, index: number): Promise<string> {
  const create = { 'content-type': 'application/json', 'idempotency-key': `crash-${index}` };
  const body = JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' });
  const draft = await insist(async () => {
    const reply = await trader.raw('POST', '/shipments', body, create);
    assert.equal(reply.status, 201);
    return (await reply.json()) as ShipmentView;
  });
  const state = () => trader.get<ShipmentView>(`/shipments/${draft.id}`);
  await insist(async () => {
    const { revision } = await state();
    await trader.send('PUT', `/shipments/${draft.id}/form`, { form: railImport(`CRASH-${index}`), revision });
  });
  await insist(async () => {
    if ((await state()).state === 'draft') await trader.send('POST', `/shipments/${draft.id}/submit`, {});
  });
  return draft.id;
}

const isSent = (document: DocumentView) => document.flow === 'outbound';
type Ledger = { accepted: { messageId: string; digest: string; repeated: boolean }[] };

test('[P3] backends killed at random under load: nothing acknowledged is lost and every document has its effect once', async () => {
  started = startProcess({ DATA_DIR });
  const url = await addressOf(started);
  const simulators = [...started.output().matchAll(/^ {2}\S+ +(http:\S+)(?: ← \S+)?$/gm)].map((m) => m[1] ?? '');
  assert.equal(simulators.length, channels.length, started.output());
  const trader = await signIn({ url }, 'trader');
  const filing = Promise.all(Array.from({ length: CASES }, (_, index) => file(trader, index)));
  let killed = 0;
  for (let i = 0; i < KILLS; i++) {
    await wait(randomInt(200, 1200));
    // Between the end of all and the start of new ones the server has none for a moment.
    const all = await until(
      async () => backends(),
      (pids) => pids.length > 0,
      'a server with backends',
    );
    const victim = all[randomInt(all.length)];
    if (victim !== undefined) {
      process.kill(victim, 'SIGKILL');
      killed += 1;
    }
  }
  assert.equal(killed, KILLS);
  const ids = await filing;
  const taken = new Map<string, { digest: string; first: number }>();
  for (const id of ids)
    await until(
      () => insist(() => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)),
      ({ items }) => items.length === 2,
      `releases of ${id}`,
      60_000,
    );
  // Everything goes to its end by itself, also what was on the wire when its backend died; then the partners are asked.
  const sent: DocumentView[] = [];
  for (const id of ids) {
    const { items } = await until(
      () => insist(() => trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)),
      // The release is granted a moment before its own documents are written.
      ({ items }) => {
        const documents = items.filter(isSent);
        return documents.length >= DOCUMENTS && documents.every((d) => d.delivery?.state === 'delivered');
      },
      `the deliveries of ${id}`,
      60_000,
    );
    sent.push(...items.filter(isSent));
  }
  for (const simulator of simulators) {
    const { accepted } = (await (await fetch(new URL('/ledger', simulator))).json()) as Ledger;
    for (const { messageId, digest, repeated } of accepted) {
      const known = taken.get(messageId) ?? { digest, first: 0 };
      assert.equal(known.digest, digest, 'a repeated message has the same bytes');
      taken.set(messageId, { digest, first: known.first + (repeated ? 0 : 1) });
    }
  }
  assert.ok(sent.length >= DOCUMENTS * CASES, `${sent.length} documents`);
  for (const document of sent) {
    assert.equal(taken.get(document.id)?.first, 1, `${document.kind} ${document.id}`);
    assert.equal(taken.get(document.id)?.digest, document.digest);
  }
  started.child.kill('SIGINT');
  assert.equal((await started.ended).code, 0);
  assert.deepEqual(processesOn(DATA_DIR), []);
});
