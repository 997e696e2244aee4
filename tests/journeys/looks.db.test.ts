// Who has looked at my documents (P11): every look of another organisation is on record and shown to the owner, by any road; joined
// within an hour; withheld only while an authority's mark with reason and basis says so, and in the ledger all the same.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LibraryPage } from '../../src/hub/documents/contract.ts';
import type { ReceiptLine } from '../../src/hub/ledger/contract.ts';
import type { LookMark, LookView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { readEventsAfter } from '../../src/runtime/outbox/store.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
let trader2: Client;
let customs: Client;
let railway: Client;
let operator: Client;
let id: string;
let sent: string;
let attached: string;
before(async () => {
  application = await startTestApplication();
  const accounts = ['trader', 'trader2', 'customs', 'railway', 'operator'];
  [trader, trader2, customs, railway, operator] = (await Promise.all(accounts.map((a) => signIn(application, a)))) as [
    Client,
    Client,
    Client,
    Client,
    Client,
  ];
  id = (await fileShipment(trader, railImport('SILENT-LOOKS'))).id;
  const { items } = await until(
    () => trader.get<{ items: { id: string; channel?: string }[] }>(`/shipments/${id}/documents`),
    (list) => list.items.some((d) => d.channel === 'customs'),
    'a document for customs',
  );
  sent = items.find((d) => d.channel === 'customs')?.id ?? '';
  const file = await trader.raw('POST', `/shipments/${id}/attachments`, Buffer.from('%PDF-1.7\n'));
  attached = ((await file.json()) as { id: string }).id;
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const looks = async (query = '') => (await trader.get<{ items: LookView[] }>(`/looks${query}`)).items;
const line = (l: LookView) => `${l.person} ${l.what} ${l.times}`;
const receipts = async () =>
  (await trader.get<{ items: ReceiptLine[] }>(`/shipments/${id}/receipts?limit=1000`)).items.filter(
    (r) => r.type === 'shipment.viewed',
  );
const ledger = async () =>
  (await application.unitOfWork.read(portico, ({ db }) => readEventsAfter(db, 0, 5000))).filter((e) =>
    /^(shipment\.viewed|look-mark\.)/.test(e.type),
  );

test('[P11] every road to a case or document of another is a look that its owner sees, once an hour with a count', async () => {
  await trader.get(`/shipments/${id}`);
  await trader.raw('GET', `/documents/${sent}/content`);
  assert.deepEqual(await looks(), [], 'one’s own looks are nobody’s business');
  for (let n = 0; n < 3; n++) await customs.get(`/shipments/${id}`);
  await customs.get(`/documents/${sent}`);
  await customs.raw('GET', `/documents/${sent}/content`);
  await customs.raw('GET', `/documents/${attached}/content`);
  await railway.get(`/shipments/${id}`);
  await operator.get(`/shipments/${id}`);
  assert.equal((await trader2.raw('GET', `/shipments/${id}`)).status, 404);
  assert.deepEqual((await looks()).map(line).sort(), [
    '值班辛 case 1',
    '关员甲 case 3',
    '关员甲 content 1',
    '关员甲 content 1',
    '关员甲 document 1',
    '货场己 case 1',
  ]);
  const named = (await looks()).find((l) => l.what === 'document');
  assert.deepEqual([named?.organisation, named?.name?.zh.length === 0], ['海关（演示）', false]);
  assert.equal((await receipts()).length, 6, 'each line is proven by a receipt');
  assert.deepEqual((await trader2.get<{ items: LookView[] }>('/looks')).items, []);
  assert.equal((await customs.raw('GET', '/looks')).status, 403);
});

test('[P11][P2] words quoted from a document in search results are a look, titles in a list are none', async () => {
  const before = (await looks()).length;
  await customs.get('/library');
  await customs.get('/shipments');
  assert.equal((await looks()).length, before);
  const found = await until(
    () => customs.get<LibraryPage>('/library?query=SILENT-LOOKS'),
    (page) => page.items.some((item) => item.shipmentId === id && item.found.length > 0),
    'the library has it',
  );
  const quoted = found.items.filter((item) => item.found.length > 0);
  assert.ok(quoted.length > 0);
  assert.ok((await looks(`?shipmentId=${id}`)).some((l) => l.what === 'found' && l.person === '关员甲'));
});

test('[P11] a mark with reason, basis and end withholds an authority’s looks, and only its own; lifted, they are shown', async () => {
  const shown = (await looks()).length;
  const proofs = (await receipts()).length;
  const mark = {
    reason: '涉嫌走私案件侦查',
    legalBasis: '海关法第六条',
    until: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const post = (by: Client, body: object) =>
    by.raw('POST', `/shipments/${id}/look-marks`, JSON.stringify(body), { 'content-type': 'application/json' });
  assert.equal((await post(trader, mark)).status, 403);
  assert.equal(
    (await post(customs, { ...mark, until: new Date(Date.now() + 400 * 86_400_000).toISOString() })).status,
    400,
  );
  assert.equal((await post(customs, { ...mark, reason: '' })).status, 400);
  const set = (await (await post(customs, mark)).json()) as LookMark;
  assert.equal(set.setBy, '关员甲');
  await customs.get(`/shipments/${id}`);
  await customs.raw('GET', `/documents/${sent}/content`);
  assert.equal((await looks()).length, shown, 'what came before stays, what comes now is not shown');
  assert.equal((await receipts()).length, proofs);
  assert.equal(
    (await ledger()).filter((e) => (e.payload as { withheld?: true }).withheld).length,
    2,
    'the ledger has them',
  );
  const known = (await ledger()).find((e) => e.type === 'look-mark.set');
  assert.match(JSON.stringify(known?.payload), /涉嫌走私案件侦查.*海关法第六条/);
  for (const client of [trader, operator]) {
    const told = JSON.stringify(await client.get(`/shipments/${id}/receipts?limit=1000`));
    assert.ok(!told.includes('look-mark'), 'that there is a mark is told to nobody');
  }
  assert.equal((await customs.get<{ items: LookMark[] }>(`/shipments/${id}/look-marks`)).items.length, 1);
  assert.equal((await customs.raw('DELETE', `/shipments/${id}/look-marks`)).status, 204);
  assert.equal((await looks()).length, shown + 2);
  assert.equal((await receipts()).length, proofs + 2);
});

test('[P11] a page of looks goes on where the one before ended, and can be of one case', async () => {
  const all = await looks();
  const pages: LookView[] = [];
  for (let after = ''; ; ) {
    const page = await trader.get<{ items: LookView[]; next?: string }>(`/looks?limit=2${after && `&after=${after}`}`);
    pages.push(...page.items);
    if (!page.next) break;
    after = page.next;
  }
  assert.deepEqual(pages, all);
  assert.deepEqual(await looks('?shipmentId=019a9f2e-7a10-7000-8000-0000000000ff'), []);
});
