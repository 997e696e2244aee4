// Electronic authorisation end to end (无纸化委托; SC 22, 17): a broker sees and files exactly as far as the owner's authorisation goes,
// counted however many file at once, shown to the owner, and over at the moment either side revokes it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { AuthorisationUse, AuthorisationView } from '../../src/hub/enterprise/contract.ts';
import type { InboxItem } from '../../src/hub/inbox/contract.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { airImport, railImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
let broker: Client;
before(async () => {
  application = await startTestApplication();
  [trader, broker] = await Promise.all([signIn(application, 'trader'), signIn(application, 'broker')]);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

type Items<T> = { items: T[]; next?: string };
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
async function authorise(more: object = {}): Promise<AuthorisationView> {
  const { id } = await trader.send<AuthorisationView>('POST', '/authorisations', {
    brokerUscc: '91500107MA5UBRK036',
    scope: ['declare', 'inspect'],
    validFrom: today(),
    validTo: `${Number(today().slice(0, 4)) + 1}-01-01`.slice(0, 10),
    ...more,
  });
  return broker.send<AuthorisationView>('POST', `/authorisations/${id}/acceptance`);
}
const revoke = (by: Client, id: string) => by.send('POST', `/authorisations/${id}/revocation`);
const listed = async (id: string) =>
  (await trader.get<Items<AuthorisationView>>('/authorisations?limit=200')).items.find((a) => a.id === id);
const uses = async (by: Client, id: string) =>
  (await by.get<Items<AuthorisationUse>>(`/authorisations/${id}/uses`)).items;
async function draftOf(reference: string, form = railImport(reference)): Promise<string> {
  const { id, revision } = await broker.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  await broker.send('PUT', `/shipments/${id}/form`, { form, revision });
  return id;
}
const submit = async (id: string) => {
  const reply = await broker.raw('POST', `/shipments/${id}/submit`, '{}', { 'content-type': 'application/json' });
  const body = (await reply.json()) as { code?: string; message?: { zh: string; en: string }; detail?: string };
  return { status: reply.status, ...body };
};

test('[P11] many submits at once never file more than the authorisation has, and each use is shown to the owner with what remained', async () => {
  const MOST = 3;
  const held = await authorise({ declarations: MOST });
  const drafts: string[] = [];
  for (let n = 0; n < 8; n++) drafts.push(await draftOf(`SILENT-MANY-${n}`));
  const answers = await Promise.all(drafts.map(submit));
  assert.equal(answers.filter((a) => a.status === 201).length, MOST);
  for (const answer of answers.filter((a) => a.status !== 201)) {
    assert.deepEqual([answer.status, answer.code], [403, 'AUTHORISATION_USED_UP']);
    assert.match(JSON.stringify(answer), /重庆山城光电.*剩余 0.*8016/);
  }
  const after = await listed(held.id);
  assert.deepEqual([after?.state, after?.declarations], ['used-up', { most: MOST, used: MOST }]);
  const shown = await uses(trader, held.id);
  assert.deepEqual(shown.map((u) => u.leftDeclarations).sort(), [0, 1, 2]);
  assert.ok(
    shown.every(
      (u) => u.usedBy === '王演示' && u.declarations === 1 && u.act === 'declare' && u.shipmentNumber.startsWith('PT'),
    ),
  );
  assert.deepEqual(await uses(broker, held.id), shown);
  // What is used up still shows what was filed under it, and amending a counted case counts nothing.
  const filed = shown[0]?.shipmentId ?? '';
  assert.equal((await broker.raw('GET', `/shipments/${filed}`)).status, 200);
  await until(
    async () =>
      (await trader.get<Items<InboxItem>>('/inbox')).items.filter((i) => i.type === 'authorisation.running-out').length,
    (n) => n === 1,
    'the owner is told once that it runs out',
  );
  const told = await until(
    async () =>
      (await broker.get<Items<InboxItem>>('/inbox')).items.find((i) => i.type === 'authorisation.running-out'),
    (item) => item !== undefined,
    'the broker is told too',
  );
  assert.match(told?.text.zh ?? '', /即将用完，剩余 1/);
  await revoke(trader, held.id);
});

test('[P11] the table itself refuses to be oversold, whoever writes to it', async () => {
  const held = await authorise({ declarations: 1, value: { currency: 'USD', most: '10' } });
  const write = (set: string) =>
    application.unitOfWork.run(portico, async (context) => {
      await sql.raw(`update enterprise.authorisation set ${set} where id = '${held.id}'`).execute(context.db);
    });
  await assert.rejects(write('used_declarations = 2'), /authorisation_declarations_within/);
  await assert.rejects(write('used_value = 10.01'), /authorisation_value_within/);
  await revoke(trader, held.id);
});

test('[P11] value, district, act and owner each bound what a broker may file, and the refusal names them and the remedy', async () => {
  const refused = async (bounds: object, form = railImport('SILENT-BOUND')) => {
    const held = await authorise(bounds);
    const answer = await submit(await draftOf('SILENT-BOUND', form));
    await revoke(trader, held.id);
    return answer;
  };
  const worth = await refused({ value: { currency: 'USD', most: '20000' } });
  assert.equal(worth.code, 'AUTHORISATION_USED_UP');
  assert.match(JSON.stringify(worth), /25000 USD.*20000 USD/);
  assert.equal((await refused({ value: { currency: 'CNY', most: '900000000' } })).code, 'AUTHORISATION_USED_UP');
  const elsewhere = await refused({ districts: ['7900', '8010'] });
  assert.equal(elsewhere.code, 'AUTHORISATION_WITHOUT_DISTRICT');
  assert.match(JSON.stringify(elsewhere), /8016.*7900、8010/);
  const other = await refused({ scope: ['licence', 'pay'] });
  assert.equal(other.code, 'AUTHORISATION_WITHOUT_ACT');
  assert.match(JSON.stringify(other), /declare/);
  const ended = await refused({ validFrom: '2020-01-01', validTo: '2020-02-01' });
  assert.equal(ended.code, 'AUTHORISATION_MISSING');
  assert.match(JSON.stringify(ended), /重庆山城光电.*8016/);
  const held = await authorise({ districts: ['8000'], value: { currency: 'USD', most: '25000' } });
  const id = await draftOf('SILENT-FITS');
  assert.equal((await submit(id)).status, 201);
  const [use] = await uses(trader, held.id);
  assert.deepEqual([use?.value, use?.leftValue, use?.declarations], ['25000.0000', '0.0000', 1]);
  await revoke(trader, held.id);
});

test('[P11] without a live authorisation nothing of a case exists for the broker, by any road, from the moment either side revokes', async () => {
  const { id } = await fileShipment(trader, airImport('JOINT-ROADS'));
  const [inspection] = await until(
    async () => (await trader.get<Items<InspectionView>>(`/inspections?shipmentId=${id}`)).items,
    (items) => items.length > 0,
    'an inspection is planned',
  );
  const documents = (await trader.get<Items<{ id: string }>>(`/shipments/${id}/documents`)).items;
  const bill = 'JOINT-ROADS';
  const roads = ['', '/versions', '/timeline', '/disposition', '/releases', '/documents', '/receipts'].map(
    (part) => `/shipments/${id}${part}`,
  );
  const single = [
    ...roads,
    `/documents/${documents[0]?.id}`,
    `/documents/${documents[0]?.id}/content`,
    `/inspections/${inspection?.id}`,
  ];
  const seesAll = async () => {
    for (const road of single) assert.equal((await broker.raw('GET', road)).status, 200, road);
    for (const list of [`/shipments?query=${bill}`, `/inspections?shipmentId=${id}`, `/library?query=${bill}`]) {
      const items = await until(
        async () => (await broker.get<Items<unknown>>(list)).items,
        (l) => l.length > 0,
        list,
      );
      assert.ok(items.length > 0, list);
    }
  };
  const seesNothing = async (when: string) => {
    for (const road of single) assert.equal((await broker.raw('GET', road)).status, 404, `${when} ${road}`);
    for (const list of [`/shipments?query=${bill}`, `/inspections?shipmentId=${id}`, `/library?query=${bill}`])
      assert.deepEqual((await broker.get<Items<unknown>>(list)).items, [], `${when} ${list}`);
    const { items } = await broker.get<Items<InboxItem>>('/inbox');
    assert.ok(
      items.every((i) => i.shipmentId !== id),
      when,
    );
  };
  await seesNothing('before');
  const far = await authorise({ districts: ['7900'] });
  await seesNothing('authorised for another district');
  await revoke(broker, far.id);
  assert.equal((await listed(far.id))?.revokedBy, 'broker');
  const held = await authorise({ scope: ['inspect'] });
  await seesAll();
  // It is to attend inspections: the form stays the owner's.
  const amend = await broker.raw('POST', `/shipments/${id}/amendment`);
  assert.equal(((await amend.json()) as { code: string }).code, 'AUTHORISATION_WITHOUT_ACT');
  assert.deepEqual((await broker.get<ShipmentView>(`/shipments/${id}`)).can, ['copy', 'documents']);
  await revoke(trader, held.id);
  await seesNothing('revoked by the owner');
  const filing = await authorise({ scope: ['declare'] });
  const { slots } = { slots: await broker.get<Items<{ id: string }>>(`/inspections/${inspection?.id}/slots`) };
  const moved = await broker.raw(
    'POST',
    `/inspections/${inspection?.id}/reschedule`,
    JSON.stringify({ slotId: slots.items[0]?.id, reason: '车辆未到' }),
    { 'content-type': 'application/json' },
  );
  assert.equal(((await moved.json()) as { code: string }).code, 'AUTHORISATION_WITHOUT_ACT');
  await revoke(broker, filing.id);
  await seesNothing('given back by the broker');
});

test('[P11] what a broker filed himself is gone from him too when the owner revokes; his own drafts and receipts stay his', async () => {
  const held = await authorise();
  const id = await draftOf('SILENT-OWN-1');
  assert.equal((await submit(id)).status, 201);
  const draft = await draftOf('SILENT-OWN-2');
  await revoke(trader, held.id);
  assert.equal((await broker.raw('GET', `/shipments/${id}`)).status, 404);
  assert.equal((await broker.raw('GET', `/shipments/${draft}`)).status, 200);
  assert.equal((await submit(draft)).code, 'AUTHORISATION_MISSING');
  assert.equal((await trader.raw('GET', `/shipments/${id}`)).status, 200);
});

test('[P11] both sides are told when the last day is near, once', async () => {
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const held = await authorise({ validTo: soon });
  assert.equal((await listed(held.id))?.warning, 'period');
  application.wake();
  const told = async (client: Client) =>
    (await client.get<Items<InboxItem>>('/inbox')).items.filter(
      (i) => i.type === 'authorisation.running-out' && i.text.zh.includes(soon),
    );
  for (const client of [trader, broker])
    await until(
      () => told(client),
      (items) => items.length === 1,
      'told that it ends',
    );
});
