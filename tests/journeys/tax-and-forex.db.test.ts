// After an export has left: refund data to the tax administration, verification data to foreign exchange, and their answers (N6, N7).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { StandingView } from '../../src/hub/payment/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView, SubmitResult } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { railExport, railImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);

const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const answered = (id: string, channel: string, outcome: string) =>
  until(
    () => shipment(id),
    (s) => s.state === 'closed' && s.answers.some((a) => a.channel === channel && a.outcome === outcome),
    `${channel} says ${outcome}`,
  );
const sent = async (id: string, kind: string) => {
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  return Promise.all(
    items
      .filter((d) => d.kind === kind)
      .map(async (d) => JSON.parse(await (await trader.raw('GET', `/documents/${d.id}/content`)).text())),
  );
};

test('[N6][N7][X3] an export that was released and has left: refund data to tax, approved; data to foreign exchange, verified', async () => {
  const { id } = await fileShipment(trader, railExport('CLEAN-REFUND-1'));
  const closed = await answered(id, 'tax', 'acknowledged');
  await answered(id, 'forex', 'acknowledged');
  const [{ exportRefund }] = await sent(id, 'tax.export-refund');
  assert.equal(exportRefund.declarationNumber, closed.declarationNumber);
  assert.deepEqual(
    [exportRefund.uscc, exportRefund.supervisionMode, exportRefund.exitOffice],
    ['91500103MA5UTRA017', '0110', '8016'],
  );
  assert.deepEqual(exportRefund.lines, [
    {
      line: '1',
      hsCode: '8473309000',
      name: '笔记本电脑零件',
      quantity: '1000',
      unit: '035',
      currency: 'USD',
      amount: '12500',
    },
  ]);
  const [{ tradeData }] = await sent(id, 'forex.trade-data');
  assert.deepEqual([tradeData.direction, tradeData.amounts], ['E', [{ line: '1', currency: 'USD', amount: '12500' }]]);
  const approved = await until(
    () => shipment(id),
    (s) => s.answers.some((a) => a.channel === 'tax' && a.text.en === 'The refund is approved'),
    'the refund is approved',
  );
  assert.equal(approved.state, 'closed');
});

test('[N6] nothing goes to the tax administration before the goods have left, and nothing of an import', async () => {
  const { id } = await fileShipment(trader, railImport('CLEAN-REFUND-2'));
  await answered(id, 'forex', 'acknowledged');
  assert.deepEqual(await sent(id, 'tax.export-refund'), []);
  assert.equal((await sent(id, 'forex.trade-data')).length, 1);
  const waiting = await fileShipment(trader, railExport('SILENT-REFUND-3'));
  await until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${waiting.id}/documents`)).items,
    (items) => items.some((d) => d.kind === 'customs.goods-declaration' && d.delivery?.state === 'delivered'),
    'it is filed',
  );
  assert.deepEqual(await sent(waiting.id, 'tax.export-refund'), []);
});

test('[N6][P10] refund data that is not taken leads to the box and row that is meant', async () => {
  const { id } = await fileShipment(trader, railExport('NOREFUND-4'));
  const { answers } = await answered(id, 'tax', 'rejected');
  const answer = answers.find((a) => a.channel === 'tax' && a.outcome === 'rejected');
  assert.deepEqual([answer?.partnerField, answer?.path], ['lines/hsCode', 'goods[0].hsCode']);
});

test('[N7][P10] data that does not agree with receipts and payments leads to its amount', async () => {
  const { id } = await fileShipment(trader, railExport('FXDIFF-5'));
  const { answers } = await answered(id, 'forex', 'rejected');
  const answer = answers.find((a) => a.channel === 'forex' && a.outcome === 'rejected');
  assert.deepEqual([answer?.partnerField, answer?.path], ['amounts/amount', 'goods[0].totalPrice']);
});

test('[N7] the directory of foreign exchange says where the enterprise stands', async () => {
  const { items } = await until(
    () => trader.get<{ items: StandingView[] }>('/financial-standing'),
    (page) => page.items.some((s) => s.kind === 'forex-directory'),
    'the directory entry',
  );
  const entry = items.find((s) => s.kind === 'forex-directory');
  assert.deepEqual([entry?.grade, entry?.state, entry?.validTo], ['A', 'issued', '2027-12-31']);
});

/** Inspected by both and released; what the station then reports of it. */
async function releasedAtDesk(reference: string) {
  const { id } = await fileShipment(trader, railExport(reference));
  const customs = await signIn(application, 'customs');
  const border = await signIn(application, 'border');
  const railway = await signIn(application, 'railway');
  const [task] = await until(
    async () => (await trader.get<{ items: { id: string; joint: boolean }[] }>(`/inspections?shipmentId=${id}`)).items,
    (items) => items[0]?.joint === true,
    'a joint inspection',
  );
  for (const officer of [customs, border])
    await officer.send('POST', `/inspections/${task?.id}/results`, {
      outcome: 'normal',
      handlingCode: '11',
      findings: '相符',
    });
  const [release] = await until(
    async () => (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items,
    (items) => items[0]?.state === 'granted',
    'the release',
  );
  const report = (reverse: boolean, reportNumber: string) =>
    railway.send('POST', '/release-reports', { token: release?.token, movement: 'gate-out', reverse, reportNumber });
  return { id, report };
}

test('[N6][N7] goods that have not left after all: both take their data back', async () => {
  const { id, report } = await releasedAtDesk('DESK-REFUND-6');
  await report(false, 'OUT-1');
  await until(
    () => sent(id, 'tax.export-refund'),
    (all) => all.length === 1,
    'the refund data',
  );
  await report(true, 'OUT-2');
  const reversal = async (kind: string) =>
    (
      await until(
        () => sent(id, kind),
        (all) => all.length === 1,
        kind,
      )
    )[0];
  assert.equal((await reversal('tax.export-refund-reversal')).exportRefundReversal.uscc, '91500103MA5UTRA017');
  assert.equal((await reversal('forex.trade-data-reversal')).tradeDataReversal.direction, 'E');
});

test('[N1][N6][N7] customs agrees to a change after the goods have left: everybody else is told, and what was told of the leaving again', async () => {
  const { id, report } = await releasedAtDesk('DESK-REFUND-7');
  const operator = await signIn(application, 'operator');
  await operator.send('POST', '/exchange/channels/customs/pause');
  const draft = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...draft.form, contractNumber: 'HT-2026-LATE' },
    revision: draft.revision,
  });
  const asked = await trader.send<SubmitResult>('POST', `/shipments/${id}/submit`, { revision, reason: '合同号更正' });
  assert.ok(asked.application);
  await report(false, 'OUT-7');
  const [first] = await until(
    () => sent(id, 'tax.export-refund'),
    (all) => all.length === 1,
    'the refund data',
  );
  await operator.send('POST', '/exchange/channels/customs/resume');
  const both = await until(
    () => sent(id, 'tax.export-refund'),
    (all) => all.length === 2,
    'the refund data again',
  );
  const second = both.find((one) => one.exportRefund.contractNumber === 'HT-2026-LATE');
  const after = await trader.get<ShipmentView>(`/shipments/${id}`);
  assert.deepEqual([after.state, after.version, after.form.contractNumber], ['closed', 2, 'HT-2026-LATE']);
  assert.notEqual(first?.exportRefund.contractNumber, 'HT-2026-LATE');
  assert.equal(second?.exportRefund.leftAt, first?.exportRefund.leftAt, 'they left when they left');
  assert.equal((await sent(id, 'tax.export-refund-reversal')).length, 1);
  assert.deepEqual(
    [(await sent(id, 'forex.trade-data')).length, (await sent(id, 'forex.trade-data-reversal')).length],
    [2, 1],
  );
  const told = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  assert.equal(told.items.filter((d) => d.kind === 'customs.goods-declaration').length, 1, 'customs has it');
  const ofSecond = told.items.filter((d) => d.flow === 'outbound' && d.shipmentVersion === 2).map((d) => d.channel);
  assert.ok(ofSecond.includes('border-inspection') && !ofSecond.includes('railway-yard'), ofSecond.join());
});
