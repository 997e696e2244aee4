// Boxes carried by barge from Chongqing to Shanghai over the wire (N11): ordered as IFTMIN, told of as IFTSTA, asked back, refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { applicationWith, until } from '../support/application.ts';
import { bargeContent, bargesOf, draftByWater, sendByBarge } from '../support/bookings.ts';
import { pluggedChannel } from '../support/plugged.ts';

const { trader, trader2, customs } = await applicationWith(['trader', 'trader2', 'customs']);

const untilBarge = async (id: string, state: string) => {
  const { items } = await until(
    () => bargesOf(trader, id),
    ({ items: all }) => all[0]?.state === state,
    `the barge order is ${state}`,
  );
  const [order] = items;
  assert.ok(order);
  return order;
};

test('[N11] Chongqing to Shanghai: the box is taken on, loaded, sails, arrives and is discharged, and the case is told of each', async () => {
  const id = await draftByWater(trader, 'CLEAN-BARGE-1');
  const before = await bargesOf(trader, id);
  assert.deepEqual([before.mayOrder, before.boxes], [true, ['YXEU4000010']]);
  const { reference } = await sendByBarge(trader, id);
  assert.match(reference, /^PT\d{13}-D1$/);
  const there = await untilBarge(id, 'delivered');
  assert.deepEqual(
    there.boxes.map(({ box, step, place }) => [box, step, place]),
    [['YXEU4000010', 'discharged', 'CNSHA']],
  );
  assert.deepEqual([there.vessel, there.can], ['MIN SHENG 1', []]);
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  const sent = items.find((one) => one.kind === 'carrier.barge-order');
  const text = await (await trader.raw('GET', `/documents/${sent?.id}/content`)).text();
  for (const said of [
    `BGM+610+${reference}+9'`,
    "RFF+CU:CLEAN-BARGE-1'",
    "TDT+10++8'",
    "LOC+9+CNCKG:139:6+:::果园港'DTM+200:20261128:102'",
    "LOC+11+CNSHA:139:6+:::外高桥四期'DTM+63:20261210:102'",
    "EQD+CN+YXEU4000010+22G1+++5'MEA+AAE+G+KGM:2000'",
  ])
    assert.ok(text.replaceAll('\n', '').includes(said), `${said} in ${text}`);
  const told = (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items
    .filter((entry) => entry.type === 'carriage.barge-changed')
    .map((entry) => entry.text.zh);
  for (const said of [/接受委托/, /YXEU4000010 装船 CNCKG/, /离港 CNCKG/, /抵港 CNSHA/, /YXEU4000010 卸船 CNSHA/])
    assert.ok(
      told.some((line) => said.test(line)),
      `${said} in ${told.join('\n')}`,
    );
  assert.equal((await trader2.raw('GET', `/shipments/${id}/barge-orders`)).status, 404);
  assert.equal((await customs.raw('GET', `/shipments/${id}/barge-orders`)).status, 403);
});

test('[N11] asked back before it is loaded, the operator says that it does not carry; then the box can go with another', async () => {
  // `SPACE`: the operator takes it on and loads nothing yet.
  const id = await draftByWater(trader, 'SPACE-BARGE-2');
  const order = await sendByBarge(trader, id);
  await untilBarge(id, 'booked');
  const twice = (await trader.send('POST', `/shipments/${id}/barge-orders`, bargeContent, 400)) as {
    text: { zh: string };
  };
  assert.match(twice.text.zh, /boxes.*YXEU4000010.*已委托/);
  const asked = await trader.send<{ cancelling: boolean; can: string[] }>(
    'POST',
    `/barge-orders/${order.id}/cancellation`,
    {
      reason: '改走铁路',
    },
  );
  assert.deepEqual([asked.cancelling, asked.can], [true, []]);
  await trader.send('POST', `/barge-orders/${order.id}/cancellation`, { reason: '再次' }, 409);
  const gone = await untilBarge(id, 'cancelled');
  assert.deepEqual([gone.cancelling, gone.note], [false, 'cancelled as asked']);
  assert.match((await sendByBarge(trader, id)).reference, /-D2$/);
});

test('[N11][P10] no space is told with the operator’s words; what is no box of the case, or goes nowhere, is refused', async () => {
  const id = await draftByWater(trader, 'NOSPACE-BARGE-3');
  const refused = async (more: object) =>
    (
      (await trader.send('POST', `/shipments/${id}/barge-orders`, { ...bargeContent, ...more }, 400)) as {
        text: { zh: string };
      }
    ).text.zh;
  assert.match(await refused({ boxes: ['CQPU1000014'] }), /boxes.*CQPU1000014.*不是本票/);
  assert.match(await refused({ toPort: 'CNCKG', toTerminal: '果园港' }), /toTerminal.*果园港/);
  assert.match(await refused({ by: '2026-11-27' }), /by.*2026-11-27/);
  await sendByBarge(trader, id);
  assert.match((await untilBarge(id, 'cancelled')).note ?? '', /no space/);
});

const message = (...body: string[]) => ({
  bytes: Buffer.from(
    [
      "UNB+UNOY:3+BARGE+PORTICO+261126:1000+1'UNH+1+IFTSTA:D:95B:UN'BGM+23+S1+9'",
      ...body,
      `UNT+${body.join('').split("'").length + 2}+1'UNZ+1+1'`,
    ].join(''),
  ),
});
test('[N11] a discharge in a port of ours is an arrival too; elsewhere it moves nothing', () => {
  const at = (port: string) =>
    pluggedChannel('carrier')
      .interpret(
        message("CNI+1+PT1-D1'", "STS+1+29'", "DTM+334:202611261000:203'", `LOC+175+${port}'`, "EQD+CN+YXEU4000010'"),
      )
      .facts.map((one) => one.fact);
  assert.deepEqual(at('CNCKG'), ['barge-told', 'arrived']);
  assert.deepEqual(at('CNSHA'), ['barge-told']);
});
test('[N11] a status without order, known code or time ends as a reason', () => {
  for (const body of [
    ["CNI+1'", "STS+1+29'", "DTM+334:202611261000:203'"],
    ["CNI+1+PT1-D1'", "STS+1+999'", "DTM+334:202611261000:203'"],
    ["CNI+1+PT1-D1'", "STS+1+29'"],
    ["CNI+1+PT1-D1'"],
    ["FTX+AAI+++nothing'"],
  ])
    assert.throws(() => pluggedChannel('carrier').interpret(message(...body)), UnreadableMessage, body.join(''));
});
