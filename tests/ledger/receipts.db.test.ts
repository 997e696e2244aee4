// Receipts through the API alone: handed over with the answer, pending and then proven, for those they concern; heads and proofs for
// everybody; what a sign-in, a key and an officer’s look leave behind; and both verifiers on the same files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { readEventsAfter } from '../../src/runtime/outbox/store.ts';
import type { ConsistencyProof, LedgerKey, ReceiptLine, ReceiptView, TreeHead } from '../../src/hub/ledger/contract.ts';
import { checkReceipt, goesOnFrom } from '../../src/hub/ledger/web/check-receipt.ts';

let application: TestApplication;
let trader: Client;
let stranger: Client;
let customs: Client;
const dir = mkdtempSync(path.join(tmpdir(), 'portico-receipts-'));
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
  stranger = await signIn(application, 'trader2');
  customs = await signIn(application, 'customs');
});
after(async () => {
  await application.stop();
  rmSync(dir, { recursive: true, force: true });
  assert.deepEqual(application.faults, []);
});
const open = async <T>(at: string): Promise<T> => (await (await fetch(`${application.url}/api/v1${at}`)).json()) as T;
const proven = (client: Client, id: string) =>
  until(
    () => client.get<ReceiptView>(`/receipts/${id}`),
    (receipt) => receipt.state === 'integrated',
    'the receipt is proven',
    60_000,
  );
const verifiers = async () => (await open<{ items: LedgerKey[] }>('/ledger/keys')).items.map((key) => key.verifier);

test('[P4] a submission is receipted, proven in a second, opened to its parties, and checked by two programs', async () => {
  const { id, submitted } = await fileShipment(trader, railImport('CLEAN-RECEIPT'));
  const { receiptId, digest } = submitted.receipt;
  const receipt = await proven(trader, receiptId);
  const keys = await verifiers();
  const checks = await checkReceipt(receipt, keys);
  assert.equal(checks.length, 4);
  assert.ok(
    checks.every((check) => check.holds),
    JSON.stringify(checks),
  );
  assert.ok(receipt.content?.text.includes(digest), 'it commits to the form that was filed');
  for (const altered of [
    { ...receipt, leaf: receipt.leaf.replace('shipment.submitted', 'shipment.withdrawn') },
    { ...receipt, content: { salt: '', text: receipt.content?.text ?? '' } },
    { ...receipt, index: (receipt.index ?? 0) + 1 },
    { ...receipt, head: { ...receipt.head, note: receipt.head?.note.replace('time 2', 'time 3') } } as ReceiptView,
  ])
    assert.ok((await checkReceipt(altered, keys)).some((check) => !check.holds));
  const file = path.join(dir, 'receipt.json');
  const forged = path.join(dir, 'forged.json');
  writeFileSync(file, JSON.stringify(receipt));
  writeFileSync(forged, JSON.stringify({ ...receipt, index: (receipt.index ?? 0) + 1 }));
  for (const command of [
    ['python3', 'tools/verify_ledger.py'],
    [process.execPath, 'tools/verify-ledger.ts'],
  ]) {
    const run = (at: string) =>
      execFileSync(command[0] as string, [command[1] as string, ...keys.flatMap((key) => ['--key', key]), at], {
        stdio: 'pipe',
      });
    run(file);
    assert.throws(() => run(forged), { status: 1 }, command[1]);
  }
  assert.equal((await stranger.raw('GET', `/receipts/${receiptId}`)).status, 404);
  assert.equal(
    (await customs.get<ReceiptView>(`/receipts/${receiptId}`)).content,
    undefined,
    'a reader gets the proof alone',
  );
  assert.equal((await stranger.raw('GET', `/shipments/${id}/receipts`)).status, 404);
});

test('[P4] the ledger only grows: every head goes on from every earlier one, for anybody who asks', async () => {
  const [first] = (await open<{ items: TreeHead[] }>('/ledger/heads')).items;
  assert.ok(first);
  await trader.send('POST', '/api-keys', { name: 'ERP' });
  const later = await until(
    () => open<{ items: TreeHead[] }>('/ledger/heads?limit=1'),
    ({ items }) => (items[0]?.size ?? 0) > first.size,
    'a later head',
    60_000,
  );
  const head = later.items[0] as TreeHead;
  const { proof } = await open<ConsistencyProof>(`/ledger/consistency?from=${first.size}&to=${head.size}`);
  // Most of the leaves under a proof are about others: whoever is signed in gets the same proof as everybody.
  for (const client of [trader, stranger, customs]) {
    const signedIn: ConsistencyProof = await client.get<ConsistencyProof>(
      `/ledger/consistency?from=${first.size}&to=${head.size}`,
    );
    assert.deepEqual(signedIn.proof, proof);
    await client.get(`/ledger/inclusion?index=${head.size - 1}&size=${head.size}`);
  }
  assert.ok(await goesOnFrom(first.note, head.note, proof));
  assert.ok(!(await goesOnFrom(head.note, first.note, proof)));
  assert.equal((await open<{ code: string }>('/ledger/consistency?from=1&to=999999')).code, 'TREE_HEAD_UNKNOWN');
  assert.equal(
    (await open<{ code: string }>(`/ledger/inclusion?index=${head.size}&size=${head.size}`)).code,
    'LEAF_NOT_IN_TREE',
  );
});

test('[P4][P11] an officer’s look is told to the owner, not on the timeline; sign-ins are kept, refused ones too', async () => {
  const { id } = await fileShipment(trader, railImport('CLEAN-LOOK'));
  const attached = await trader.raw('POST', `/shipments/${id}/attachments`, Buffer.from('%PDF-1.7\n'));
  const { id: documentId } = (await attached.json()) as { id: string };
  assert.equal((await trader.raw('GET', `/documents/${documentId}/content`)).status, 200);
  assert.equal((await customs.raw('GET', `/documents/${documentId}/content`)).status, 200);
  const lines = (await trader.get<{ items: ReceiptLine[] }>(`/shipments/${id}/receipts`)).items;
  const looks = lines.filter((line) => line.type === 'shipment.viewed');
  assert.equal(looks.length, 1, 'the owner’s own look is nobody’s business');
  const look = await proven(trader, looks[0]?.id ?? '');
  assert.ok((await checkReceipt(look, await verifiers())).every((check) => check.holds));
  const told = (await trader.get<{ items: { type: string }[] }>(`/shipments/${id}/timeline`)).items;
  assert.ok(told.every((entry) => entry.type !== 'shipment.viewed'));

  const refused = await fetch(`${application.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'trader', password: 'wrong' }),
  });
  assert.equal(refused.status, 401);
  const { rows } = await application.unitOfWork.read(
    { kind: 'system', id: 'test', name: 'test', roles: [] },
    async ({ db }) => ({ rows: await readEventsAfter(db, 0, 5000) }),
  );
  const types = rows.map((event) => event.type);
  for (const type of ['session.opened', 'session.refused', 'api-key.created', 'reference.loaded', 'shipment.viewed'])
    assert.ok(types.includes(type), type);
  const refusal = rows.find((event) => event.type === 'session.refused');
  assert.match(JSON.stringify(refusal?.payload), /"because":"wrong-password"/);
  assert.ok(!JSON.stringify(rows).includes('"wrong"'), 'what was typed is nowhere');
});
