// Partners who take and send several messages in one call (exchange F2): the whole job over `batch+` addresses, and messages of partners that
// come in batches, all kept or none.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { DeliveryView, InboundView, MessageReceipt } from '../../src/hub/exchange/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { batchOf, batchType } from '../support/message-batch.ts';

const { application, trader, operator } = await applicationWith(['trader', 'operator']);
const own = application.endpoints;

test('[P3][N1][N3][N10] cases go from filing to gate-out where every partner is reached by batches', async () => {
  const partners = application.simulators.flatMap(({ id }) => own.of(id) ?? []);
  for (const { id } of application.simulators) {
    const endpoint = own.of(id);
    if (endpoint) own.set(id, { ...endpoint, url: `batch+${endpoint.url}` });
  }
  assert.ok(partners.length > 10);
  const cases = await Promise.all(
    ['CLEAN-BATCH-1', 'DOWN-BATCH-2', 'CLEAN-BATCH-3'].map((reference) => fileShipment(trader, railImport(reference))),
  );
  for (const { id } of cases) {
    const closed = await until(
      () => trader.get<ShipmentView>(`/shipments/${id}`),
      (shipment) => shipment.state === 'closed',
      'the end of the case',
      120_000,
    );
    assert.equal(closed.progress, 'gated-out');
    const deliveries = await until(
      () => operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?shipmentId=${id}&limit=100`),
      ({ items }) => items.every((one) => one.state === 'delivered'),
      'every document is with its partner',
    );
    for (const one of deliveries.items) {
      const partner = application.simulators.find((simulator) => simulator.id === one.channel);
      const { accepted } = (await (await fetch(`${partner?.url}ledger`)).json()) as {
        accepted: { messageId: string; repeated: boolean; traceparent?: string }[];
      };
      const seen = accepted.filter((message) => message.messageId === one.documentId && !message.repeated);
      assert.equal(seen.length, 1, one.documentKind);
      assert.match(seen[0]?.traceparent ?? '', new RegExp(`^00-${one.traceId}-`));
    }
  }
});

async function partnerOf(channel: string) {
  const key = await application.unitOfWork.run(portico, (context) => issueChannelKey(context, channel, randomUUID()));
  return (body: Buffer, type = batchType) =>
    fetch(`${application.url}/api/v1/messages/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body: new Uint8Array(body),
    });
}
const result = (number: string) =>
  `<DEC_RESULT><CUS_CIQ_NO>${number}</CUS_CIQ_NO><ENTRY_ID></ENTRY_ID><NOTICE_DATE>2026-11-20T10:00:00</NOTICE_DATE><CHANNEL>L</CHANNEL><NOTE>x</NOTE></DEC_RESULT>`;
const messages = async () =>
  (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=customs&limit=100')).items;

test('[P3] what a partner posts together is kept together, each with its receipt; the same again has no second effect', async () => {
  const post = await partnerOf('customs');
  const numbers = Array.from({ length: 50 }, (_, i) => `I2026000000${String(7_000_000 + i)}`);
  const batch = batchOf(Object.fromEntries(numbers.map((number, i) => [`N-${i}`, result(number)])));
  const first = await post(batch);
  assert.equal(first.status, 201, await first.clone().text());
  const { items } = (await first.json()) as { items: MessageReceipt[] };
  assert.equal(new Set(items.map((receipt) => receipt.digest)).size, 50);
  assert.ok(items.every((receipt) => !receipt.duplicate && receipt.channel === 'customs'));
  const kept = await until(
    messages,
    (found) => items.every(({ messageId }) => found.find((one) => one.id === messageId)?.state !== 'stored'),
    'each is read',
  );
  assert.deepEqual(
    items.filter(({ messageId }) => !kept.some((one) => one.id === messageId)),
    [],
  );
  const again = (await (await post(batch)).json()) as { items: MessageReceipt[] };
  assert.deepEqual(
    again.items.map(({ digest }) => digest),
    items.map(({ digest }) => digest),
    'in the order of the batch',
  );
});

test('[P3] a batch with one message that cannot be taken is refused whole and says which; nothing of it is kept', async () => {
  const post = await partnerOf('customs');
  const before = (await messages()).length;
  const refused = await post(
    batchOf({ GOOD: result('I20260000009999901'), EMPTY: '', OTHER: result('I20260000009999902') }),
  );
  assert.equal(refused.status, 422);
  const problem = (await refused.json()) as { code: string; detail: string };
  assert.equal(problem.code, 'BATCH_MESSAGE_REFUSED');
  assert.match(JSON.stringify(problem), /EMPTY/);
  const unreadable = await post(Buffer.from('no batch'));
  assert.equal(unreadable.status, 422);
  assert.equal(((await unreadable.json()) as { code: string }).code, 'MESSAGE_UNREADABLE');
  assert.equal((await messages()).length, before);
});

test('[P12][N12] an enterprise posts several declarations at once, and each becomes a draft, or none does', async () => {
  const declaration = (trade: string) =>
    `<DecMessage><DecHead><IEFlag>E</IEFlag><TradeName>${trade}</TradeName></DecHead><DecLists/></DecMessage>`;
  const count = async () => (await trader.get<{ items: unknown[] }>('/shipments?limit=100')).items.length;
  const before = await count();
  const headers = { 'content-type': batchType };
  const refused = await trader.raw(
    'POST',
    '/messages/batch',
    batchOf({ A: declaration('甲'), B: '<Nothing/>' }),
    headers,
  );
  assert.equal(refused.status, 422, await refused.clone().text());
  assert.equal(await count(), before);
  const taken = await trader.raw(
    'POST',
    '/messages/batch',
    batchOf({ A: declaration('甲'), B: declaration('乙') }),
    headers,
  );
  assert.equal(taken.status, 201, await taken.clone().text());
  const { items } = (await taken.json()) as { items: (MessageReceipt & { shipmentId?: string })[] };
  assert.equal(new Set(items.map(({ shipmentId }) => shipmentId)).size, 2);
  assert.equal(await count(), before + 2);
});
