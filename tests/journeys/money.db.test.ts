// Duties and payments over the wire (N9, N6, N1): bill, order, answer, release; refused, returned, contradicted, out of order; reconciliation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { BillView, LineView, StandingView } from '../../src/hub/payment/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { account, billsOf, fileTaxed, openLine, partnerOf, pay, untilBill } from '../support/money.ts';

let application: TestApplication;
let trader: Client;
let operator: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
  operator = await signIn(application, 'operator');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const untilClosed = (id: string) =>
  until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
  );
const sent = async (id: string, kind: string): Promise<string[]> => {
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  return Promise.all(
    items
      .filter((d) => d.kind === kind)
      .map(async (d) => (await trader.raw('GET', `/documents/${d.id}/content`)).text()),
  );
};
const timeline = async (client: Client, id: string) =>
  (await client.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`)).items;

test('[N9][N1][N6][X3] bill, payment, receipt, release: the goods wait for their duties and go when the last bill is paid', async () => {
  const { id, duty, vat } = await fileTaxed(trader, 'TAX-MONEY-1');
  assert.deepEqual([duty.amount, vat.amount, duty.currency], ['1234.50', '2281.19', 'CNY']);
  assert.deepEqual([duty.state, duty.can], ['open', ['pay']]);
  await pay(trader, duty);
  await untilBill(trader, duty, 'confirmed');
  const waiting = await trader.get<BlockingView>(`/shipments/${id}/disposition`);
  assert.ok(
    waiting.objects.some((o) => o.type === 'container') &&
      waiting.objects.every((o) => o.type !== 'container' || o.disposition.outcome === 'awaiting'),
    'no container goes while the VAT is unpaid',
  );
  await pay(trader, vat);
  const paid = await untilBill(trader, vat, 'confirmed');
  assert.match(paid.treasuryNumber ?? '', /^GK/);
  assert.deepEqual(
    paid.orders.map((o) => [o.state, o.amount, o.accountEnd, o.endToEndId]),
    [['settled', '2281.19', '5678', `${vat.number}-1`]],
  );
  await untilClosed(id);
  assert.equal((await sent(id, 'bank.payment-order')).length, 2);
  assert.equal((await sent(id, 'customs.payment-notice')).length, 2);
  assert.equal((await sent(id, 'tax.payment-notice')).length, 2);
  const told = (await timeline(trader, id)).map((e) => e.type);
  for (const type of ['payment.billed', 'payment.ordered', 'payment.settled', 'payment.confirmed'])
    assert.ok(told.includes(type), type);
});

test('[N9] the order is a pain.001.001.09 as its definition has it, with the payer of the form and the end-to-end id of the bill', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAX-MONEY-2');
  await pay(trader, duty);
  const [xml = ''] = await until(
    () => sent(id, 'bank.payment-order'),
    (all) => all.length === 1,
    'the order is written',
  );
  assert.match(xml, /xmlns="urn:iso:std:iso:20022:tech:xsd:pain\.001\.001\.09"/);
  assert.match(xml, /<InstdAmt Ccy="CNY">1234\.50<\/InstdAmt>/);
  assert.ok(xml.includes(`<EndToEndId>${duty.number}-1</EndToEndId>`));
  assert.match(xml, /<Id>91500103MA5UTRA017<\/Id>/);
  assert.ok(xml.includes(`<Id>${account}</Id>`));
});

test('[N9][P3] no bill is paid twice: at the same moment, again, or when it is paid already', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAX-MONEY-3');
  const body = JSON.stringify({ account });
  const replies = await Promise.all(
    [1, 2, 3, 4, 5].map(() =>
      trader.raw('POST', `/tax-bills/${duty.id}/payment`, body, { 'content-type': 'application/json' }),
    ),
  );
  assert.deepEqual(replies.map((r) => r.status).sort(), [201, 409, 409, 409, 409]);
  await untilBill(trader, duty, 'confirmed');
  const refused = await trader.send<{ code: string; text: { zh: string; en: string } }>(
    'POST',
    `/tax-bills/${duty.id}/payment`,
    { account },
    409,
  );
  assert.equal(refused.code, 'PAYMENT_BILL_NOT_PAYABLE');
  assert.ok(refused.text.zh.includes(duty.number) && refused.text.en.includes('confirmed'));
  assert.equal((await sent(id, 'bank.payment-order')).length, 1);
});

test('[N9] a refused order says why in words, the bill can be paid again, and the second order has an id of its own', async () => {
  const { duty } = await fileTaxed(trader, 'TAXNSF-MONEY-4');
  await pay(trader, duty);
  const refused = await until(
    async () => (await billsOf(trader, duty.shipmentId)).find((b) => b.id === duty.id) as BillView,
    (b) => b.orders[0]?.state === 'refused',
    'the bank refuses',
  );
  assert.match(refused.orders[0]?.reason?.en ?? '', /Insufficient funds/);
  assert.match(refused.orders[0]?.reason?.zh ?? '', /账户余额不足/);
  assert.deepEqual([refused.state, refused.can], ['open', ['pay']]);
  await pay(trader, duty);
  const paid = await untilBill(trader, duty, 'confirmed');
  assert.deepEqual(
    paid.orders.map((o) => [o.endToEndId, o.state]),
    [
      [`${duty.number}-2`, 'settled'],
      [`${duty.number}-1`, 'refused'],
    ],
  );
});

test('[N9] a bank that pays another amount is contradicted: the bill is disputed, customs hears of no payment, nobody pays again', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAXODD-MONEY-5');
  await pay(trader, duty);
  const disputed = await untilBill(trader, duty, 'disputed');
  assert.deepEqual([disputed.can, disputed.orders[0]?.state], [[], 'disputed']);
  await pay(trader, duty, 409);
  assert.deepEqual(await sent(id, 'customs.payment-notice'), []);
  assert.ok((await timeline(trader, id)).some((e) => e.type === 'payment.disputed' && e.tone === 'bad'));
});

test('[N9][P3] a bank that answers late, twice and out of order pays once', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAXMESS-MONEY-6');
  await pay(trader, duty);
  await untilBill(trader, duty, 'confirmed');
  await until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items,
    (items) => items.filter((d) => d.channel === 'bank' && d.flow === 'inbound').length >= 4,
    'the late words of the bank',
  );
  const settled = (await timeline(trader, id)).filter((e) => e.type === 'payment.settled');
  assert.equal(settled.length, 1);
  assert.equal((await sent(id, 'customs.payment-notice')).length, 1);
});

test('[N9][N1] a bill that customs cancels once it is paid waits for its money and is refunded by the bank', async () => {
  const { id, duty, vat } = await fileTaxed(trader, 'TAXBACK-MONEY-7');
  await pay(trader, duty);
  await untilBill(trader, duty, 'confirmed');
  await pay(trader, vat);
  const back = await untilBill(trader, vat, 'refunded');
  assert.deepEqual([back.orders[0]?.state, back.orders[0]?.returned], ['returned', '2281.19']);
  assert.deepEqual(back.can, []);
  const types = (await timeline(trader, id)).map((e) => e.type);
  assert.ok(types.includes('payment.bill-cancelled') && types.includes('payment.returned'));
});

test('[N9] reconciliation: every line of the statement is matched or stays open until the port office says what it was', async () => {
  const { duty } = await fileTaxed(trader, 'TAXBOOK-MONEY-8');
  await pay(trader, duty);
  const lines = (query: string) => operator.get<{ items: LineView[] }>(`/payment-lines?${query}`);
  const open = await until(
    () => lines('state=open&limit=100'),
    ({ items }) => items.some((l) => l.endToEndId?.includes(duty.number.slice(0, 18))),
    'a line without an order',
  );
  const line = open.items.find((l) => l.endToEndId?.includes(duty.number.slice(0, 18)));
  assert.deepEqual([line?.amount, line?.credit, line?.state], ['35.00', false, 'open']);
  assert.match(line?.why?.en ?? '', /No order has the end-to-end id/);
  const matched = (await lines('state=matched&limit=100')).items;
  assert.ok(matched.some((l) => l.endToEndId === `${duty.number}-1` && l.amount === '1234.50'));
  const settled = await operator.send<LineView>('POST', `/payment-lines/${line?.id}/settlement`, {
    reason: '银行手续费，已核对',
  });
  assert.deepEqual([settled.state, settled.settledReason], ['settled', '银行手续费，已核对']);
  await operator.send('POST', `/payment-lines/${line?.id}/settlement`, { reason: '再来一次' }, 409);
});

test('[N9] money of which no order is known is not lost: a return lies open at the desk', async () => {
  const id = await openLine(application, operator);
  const { items } = await operator.get<{ items: LineView[] }>('/payment-lines?state=open&limit=200');
  const line = items.find((l) => l.id === id);
  assert.deepEqual([line?.amount, line?.credit, line?.currency], ['12.00', true, 'CNY']);
  assert.match(line?.why?.zh ?? '', /本平台没有/);
});

test('[N9][M5] released under a guarantee: the goods go first, the bill names the guarantee and is paid later', async () => {
  const { id, duty, vat } = await fileTaxed(trader, 'SURETY-MONEY-9');
  assert.equal(duty.guaranteeNumber, 'GT2026CQ000001');
  await until(
    () => trader.get<BlockingView>(`/shipments/${id}/disposition`),
    (v) => v.objects.some((o) => o.disposition.outcome === 'conditionally-released'),
    'released under surety',
  );
  for (const bill of [duty, vat]) await pay(trader, bill);
  for (const bill of [duty, vat]) await untilBill(trader, bill, 'confirmed');
});

test('[N9] guarantee and letter of credit: the bank says how they stand, what it said later stands, and only their enterprise sees them', async () => {
  const bank = await partnerOf(application, 'bank');
  const undertaking = (kind: string, number: string, state: string, at: string, used?: string) =>
    bank(
      JSON.stringify({
        undertaking: {
          messageId: `${number}/${state}`,
          kind,
          number,
          applicantUscc: '91500103MA5UTRA017',
          bank: '重庆口岸银行（演示）',
          state,
          currency: 'CNY',
          amount: '500000.00',
          ...(used ? { used } : {}),
          validTo: '2027-06-30',
          text: '关税总担保',
          textEn: 'Total tax guarantee',
          at,
          somethingElse: { kept: 'in the bytes' },
        },
      }),
    );
  // The later word first.
  await undertaking('guarantee', 'GT2026CQ000001', 'used', '2026-11-02T02:00:00Z', '3515.69');
  await undertaking('guarantee', 'GT2026CQ000001', 'issued', '2026-11-01T02:00:00Z');
  await undertaking('letter-of-credit', 'LC2026CQ0007', 'issued', '2026-11-01T02:00:00Z');
  const standing = async (client: Client) => (await client.get<{ items: StandingView[] }>('/financial-standing')).items;
  const items = await until(
    () => standing(trader),
    (all) => all.some((s) => s.kind === 'letter-of-credit') && all.some((s) => s.kind === 'guarantee'),
    'both are known',
  );
  const guarantee = items.find((s) => s.kind === 'guarantee');
  assert.deepEqual([guarantee?.state, guarantee?.used, guarantee?.amount], ['used', '3515.69', '500000.00']);
  assert.deepEqual(await standing(await signIn(application, 'trader2')), []);
});

test('[N9][P11] money is its owner’s: customs, the station and the port office hear of no bill and no payment', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAX-MONEY-10');
  await pay(trader, duty);
  await untilBill(trader, duty, 'confirmed');
  for (const name of ['customs', 'railway', 'operator']) {
    const other = await signIn(application, name);
    assert.equal((await other.raw('GET', `/shipments/${id}/payments`)).status, 403, name);
    assert.ok(
      (await timeline(other, id)).every((e) => !e.type.startsWith('payment.')),
      name,
    );
  }
  for (const name of ['trader2', 'broker']) {
    const stranger = await signIn(application, name);
    assert.equal((await stranger.raw('GET', `/shipments/${id}/payments`)).status, 404, name);
    await stranger.send('POST', `/tax-bills/${duty.id}/payment`, { account }, 404);
  }
});

test('[N9][P11] a broker pays for an owner only with an authorisation to pay', async () => {
  const { id, duty } = await fileTaxed(trader, 'TAX-MONEY-11');
  const broker = await signIn(application, 'broker');
  const authorise = async (act: string) => {
    const { id: offer } = await trader.send<{ id: string }>('POST', '/authorisations', {
      brokerUscc: '91500107MA5UBRK036',
      scope: [act],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    });
    await broker.send('POST', `/authorisations/${offer}/acceptance`);
  };
  await authorise('declare');
  const [seen] = await billsOf(broker, id);
  assert.deepEqual(seen?.can, []);
  await broker.send('POST', `/tax-bills/${duty.id}/payment`, { account }, 403);
  await authorise('pay');
  assert.deepEqual((await billsOf(broker, id)).find((b) => b.id === duty.id)?.can, ['pay']);
  await pay(broker, duty);
  await untilBill(trader, duty, 'confirmed');
});
