// A declaration whose goods have been released and have left is changed by application (修撤单) on the trader's own wish (M5; 海关法 26): customs
// decides, whoever has the version before is told, and what was released and has left stays as it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView, SubmitResult } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railExport } from '../support/forms.ts';
import { partnerOf } from '../support/money.ts';

const { application, trader } = await applicationWith(['trader']);
const post = await partnerOf(application, 'customs');
const view = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const documents = async (id: string, kind: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter((d) => d.kind === kind);
const untilMany = (id: string, kind: string, count: number) =>
  until(
    () => documents(id, kind),
    (list) => list.length === count,
    `${count} of ${kind}`,
  );
async function closed(reference: string): Promise<ShipmentView> {
  const { id } = await fileShipment(trader, railExport(reference));
  const told = await until(
    () => view(id),
    (s) => s.state === 'closed',
    'the case closes',
    120_000,
  );
  await untilMany(id, 'tax.export-refund', 1);
  return told;
}
/** What the gates and the law have of it. */
async function stands(id: string) {
  const { objects } = await trader.get<BlockingView>(`/shipments/${id}/disposition`);
  const { items } = await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`);
  const { state, progress } = await view(id);
  const events = (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
  return {
    state,
    progress,
    outcomes: objects.map((o) => [o.type, o.disposition.outcome]),
    releases: items.map((r) => [r.number, r.state]),
    ofReleases: events.filter((e) => e.type.startsWith('release.')).map((e) => e.type),
  };
}
async function apply(id: string, change: (form: Form) => Form, reason: string, status?: number): Promise<SubmitResult> {
  const open = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: change(open.form),
    revision: open.revision,
  });
  const command = { revision, ...(reason ? { reason } : {}) };
  return trader.send<SubmitResult>('POST', `/shipments/${id}/submit`, command, status);
}
const dearer = (form: Form): Form => ({
  ...form,
  goods: (form.goods as Form[]).map((line) => ({ ...line, unitPrice: '13', totalPrice: '13000' })) as never,
});

test('[M5][N1][N6][N7] changed after the goods have left: customs agrees, tax and foreign exchange are told anew, the release stays', async () => {
  const before = await closed('CLEAN-AFTER-1');
  const { id } = before;
  const stood = await stands(id);
  assert.deepEqual([before.progress, before.can.includes('amend')], ['gated-out', true]);
  assert.match(JSON.stringify(await apply(id, dearer, ' ', 400)), /CHANGE_NEEDS_REASON/);
  const asked = await apply(id, dearer, '单价填报有误');
  assert.match(asked.application ?? '', /-C1$/);
  const after = await until(
    () => view(id),
    (s) => s.changes[0]?.state === 'approved',
    'customs agrees',
  );
  assert.deepEqual([after.version, after.amending, after.changes[0]?.reason], [2, false, '单价填报有误']);
  const refunds = await untilMany(id, 'tax.export-refund', 2);
  await untilMany(id, 'tax.export-refund-reversal', 1);
  await untilMany(id, 'forex.trade-data', 2);
  const second = refunds.find((one) => one.shipmentVersion === 2);
  const content = await (await trader.raw('GET', `/documents/${second?.id}/content`)).text();
  assert.match(content, /"13000"/);
  assert.equal(
    (await documents(id, 'customs.goods-declaration')).length,
    1,
    'customs has agreed: nothing is declared again',
  );
  assert.equal((await documents(id, 'railway-yard.release-order')).length, 1, 'the gate hears nothing');
  assert.deepEqual(await stands(id), stood);
});

test('[M5][N1] customs does not agree: all stays, what was typed lies open and is given up', async () => {
  const { id } = await closed('NOAMEND-AFTER-2');
  const stood = await stands(id);
  await apply(id, dearer, '单价填报有误');
  const after = await until(
    () => view(id),
    (s) => s.changes[0]?.state === 'refused' && s.amending,
    'customs does not agree',
  );
  assert.deepEqual([after.version, after.state, after.can.includes('submit')], [1, 'closed', true]);
  assert.equal((await documents(id, 'tax.export-refund')).length, 1);
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  assert.deepEqual([(await view(id)).amending, await stands(id)], [false, stood]);
});

test('[M5] what no authority has taken is nothing to apply for', async () => {
  const { id } = await closed('CLEAN-AFTER-3');
  const no = await apply(id, (form) => ({ ...form, pickupVehicle: '渝A00009' }), '换车', 422);
  assert.match(JSON.stringify(no), /CLOSED_CASE_NOBODY_DECIDES/);
});

test('[M5][P5][N1] its consent among late receipts of the version before, in every order: the new version, and nothing else changes', async () => {
  const words = ['consent', 'taken', 'released'] as const;
  const orders = words.flatMap((a) =>
    words.flatMap((b) => words.flatMap((c) => (new Set([a, b, c]).size === 3 ? [[a, b, c]] : []))),
  );
  await Promise.all(
    orders.map(async (order, n) => {
      const { id, declarationNumber: entry = '', answers } = await closed(`RETRACT-AFTER-${n + 4}`);
      const stood = await stands(id);
      const seq =
        answers.find((a) => a.document === 'customs.goods-declaration' && a.partnerNumber)?.partnerNumber ?? '';
      const { application: number = '' } = await apply(id, dearer, '单价填报有误');
      const receipt = (letter: string) =>
        `<DEC_RESULT><CUS_CIQ_NO>${seq}</CUS_CIQ_NO><ENTRY_ID>${entry}</ENTRY_ID><NOTICE_DATE>2026-11-20T10:00:0${n}</NOTICE_DATE><CHANNEL>${letter}</CHANNEL><NOTE/></DEC_RESULT>`;
      const bytes = {
        consent: `<DecModResult><DecModSeqNo>${number}</DecModSeqNo><EntryId>${entry}</EntryId><Result>1</Result><Note>同意</Note><NoticeDate>2026-11-28T11:00:00</NoticeDate></DecModResult>`,
        taken: receipt('L'),
        released: receipt('P'),
      };
      const heard = (await view(id)).answers.length;
      for (const [i, word] of order.entries()) {
        await post(bytes[word ?? 'consent']);
        if (word === 'taken')
          await until(
            () => view(id),
            (s) => s.answers.length > heard,
            `${i}: taken is heard`,
          );
      }
      await until(
        () => view(id),
        (s) => s.version === 2 && s.changes[0]?.state === 'approved',
        order.join(),
      );
      await untilMany(id, 'tax.export-refund', 2);
      assert.deepEqual(await stands(id), stood, order.join());
    }),
  );
});
