// Each sees what its function needs (B16 按照职能需要): a case only where it takes part, of the form what its own documents carry, its own
// documents and what was said to it; the combined disposition is everybody's who takes part.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView, LibraryPage } from '../../src/hub/documents/contract.ts';
import { elementsFor } from '../../src/hub/mapping/index.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { railImport, waterImport } from '../support/forms.ts';

let application: TestApplication;
const clients: Record<string, Client> = {};
const accounts = [
  'trader',
  'carrier',
  'customs',
  'border',
  'maritime',
  'commerce',
  'railway',
  'terminal',
  'airport',
  'operator',
];
const parties = { customs: 'customs', border: 'border-inspection', railway: 'railway-yard', carrier: 'carrier' };
let rail: string;
let water: string;
const as = (account: string): Client => clients[account] as Client;
before(async () => {
  application = await startTestApplication();
  for (const account of accounts) clients[account] = await signIn(application, account);
  rail = (await fileShipment(as('trader'), railImport('REFUSE-FUNCTION'))).id;
  water = (await fileShipment(as('trader'), waterImport('SILENT-FUNCTION'))).id;
  await until(
    async () => (await as('trader').get<{ items: DocumentView[] }>(`/shipments/${rail}/documents`)).items,
    (items) => items.filter((d) => d.flow === 'inbound').length >= 2,
    'answers of partners',
  );
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

test('[P11][P3] whoever a case does not concern does not know of it, by rail and by water', async () => {
  const readers = async (id: string) => {
    const found: string[] = [];
    for (const account of accounts)
      if ((await as(account).raw('GET', `/shipments/${id}`)).status === 200) found.push(account);
    return found;
  };
  assert.deepEqual(await readers(rail), ['trader', 'carrier', 'customs', 'border', 'railway', 'operator']);
  assert.deepEqual(await readers(water), [
    'trader',
    'carrier',
    'customs',
    'border',
    'maritime',
    'terminal',
    'operator',
  ]);
  for (const account of ['maritime', 'commerce', 'airport', 'terminal']) {
    assert.equal((await as(account).raw('GET', `/shipments/${rail}/timeline`)).status, 404, account);
    const { items, cases } = await as(account).get<LibraryPage>('/library?query=REFUSE-FUNCTION');
    assert.deepEqual([items, cases], [[], []], account);
  }
});

test('[P11][P10] of the form each sees what its own documents carry, and what heads the case', async () => {
  const whole = (await as('trader').get<ShipmentView>(`/shipments/${rail}`)).form;
  for (const [account, channel] of Object.entries(parties)) {
    const { form, findings, answers } = await as(account).get<ShipmentView>(`/shipments/${rail}`);
    const needed = elementsFor(channel);
    for (const [id, value] of Object.entries(whole)) {
      if (typeof value === 'string' && value !== '' && needed.has(id))
        assert.equal(form[id], value, `${account} ${id}`);
      if (Array.isArray(value) && Array.isArray(form[id]))
        for (const row of form[id])
          for (const key of Object.keys(row))
            assert.ok(needed.has(key) || /^(goodsName|lineNumber|containerNumber)$/.test(key), `${account} ${key}`);
    }
    assert.ok(
      answers.every((a) => a.channel === channel),
      account,
    );
    assert.deepEqual(findings, [], account);
  }
  const text = JSON.stringify((await as('border').get<ShipmentView>(`/shipments/${rail}`)).form);
  assert.ok(!text.includes('unitPrice') && !text.includes('12500'), 'border inspection sees no prices');
  assert.match(JSON.stringify((await as('customs').get<ShipmentView>(`/shipments/${rail}`)).form), /unitPrice/);
});

test('[P11][P2] documents and what is said of them are their own party’s; the disposition is shared', async () => {
  for (const [account, channel] of Object.entries(parties)) {
    if (account !== 'railway' && account !== 'carrier') {
      const { items } = await as(account).get<{ items: DocumentView[] }>(`/shipments/${rail}/documents`);
      assert.ok(items.length > 0 && items.every((d) => d.channel === channel), account);
    }
    const { items } = await as(account).get<{ items: TimelineEntry[] }>(`/shipments/${rail}/timeline`);
    assert.ok(
      items.some((e) => e.type === 'shipment.submitted'),
      account,
    );
    const about = items.filter((e) => e.type.startsWith('document.'));
    const mine = new Set(
      (await as('trader').get<{ items: DocumentView[] }>(`/shipments/${rail}/documents`)).items
        .filter((d) => d.channel === channel)
        .map((d) => d.id),
    );
    assert.ok(
      about.every((e) => mine.has(e.links.documentId ?? '')),
      `${account} is told of others’ documents`,
    );
    assert.ok((await as(account).get<BlockingView>(`/shipments/${rail}/disposition`)).objects.length > 0, account);
  }
});
