// A form with more rows than a shipment takes (P10): every door refuses it by field, value, rule and remedy, and keeps nothing of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileAnswer } from '../../src/hub/erp/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import { applicationWith } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { trader } = await applicationWith(['trader']);
const MOST = 5000;
const rows = (count: number) => Array.from({ length: count }, () => ({ hsCode: '8473309000' }));
const long = { direction: 'import', transportMode: '3', goods: rows(MOST + 1) };
type Refused = { readonly code: string; readonly text: { zh: string }; readonly findings: readonly Finding[] };

function mustRefuse(problem: Refused): void {
  assert.equal(problem.code, 'FORM_TOO_LONG');
  mustName(problem.findings);
  assert.match(problem.text.zh, /5001.*5000/);
}
function mustName(findings: readonly Finding[] = []): void {
  const [found, ...more] = findings;
  assert.deepEqual([found?.path, found?.value, found?.rule, more], ['goods', '5001', 'rows-at-most', []]);
  assert.ok(found?.message.zh && found.message.en && found.remedy.zh && found.remedy.en);
}
const count = async () => (await trader.get<{ items: unknown[] }>('/shipments')).items.length;

test('[P10] by the form: neither saved, checked nor kept as a template; as many as it takes are', async () => {
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  const { revision } = draft;
  mustRefuse(await trader.send<Refused>('PUT', `/shipments/${draft.id}/form`, { form: long, revision }, 422));
  mustRefuse(await trader.send<Refused>('POST', `/shipments/${draft.id}/check`, { step: 'draft', form: long }, 422));
  mustRefuse(await trader.send<Refused>('POST', '/shipment-templates', { name: 'long', form: long }, 422));
  const kept = await trader.get<ShipmentView>(`/shipments/${draft.id}`);
  assert.deepEqual([kept.revision, kept.form.goods ?? []], [revision, draft.form.goods ?? []]);
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form: { ...long, goods: rows(MOST) }, revision });
  const { form } = await trader.get<ShipmentView>(`/shipments/${draft.id}`);
  assert.equal(Array.isArray(form.goods) && form.goods.length, MOST);
});

test('[P10][N1] by a declaration in XML: refused whole', async () => {
  const before = await count();
  const xml = `<DecMessage><DecHead><IEFlag>I</IEFlag></DecHead><DecLists>${'<DecList><CodeTS>8473309000</CodeTS></DecList>'.repeat(MOST + 1)}</DecLists></DecMessage>`;
  const refused = await trader.raw('POST', '/shipments/import', xml);
  assert.equal(refused.status, 422);
  mustRefuse((await refused.json()) as Refused);
  const sheet = await trader.raw('POST', '/shipment-sheets', xml);
  const { shipments } = (await sheet.json()) as FileAnswer;
  assert.deepEqual(
    shipments.map((one) => [one.outcome, one.shipmentId]),
    [['refused', undefined]],
  );
  mustName(shipments[0]?.findings);
  assert.equal(await count(), before);
});

test('[P10][N12] by an upload of several: the long one is refused for itself, the others become drafts', async () => {
  const before = await count();
  const file = JSON.stringify({ shipments: [railImport('LONG-1'), { ...long, traderReference: 'LONG-2' }] });
  const { shipments } = (await (await trader.raw('POST', '/shipment-sheets', file)).json()) as FileAnswer;
  assert.deepEqual(
    shipments.map((one) => [one.reference, one.outcome]),
    [
      ['LONG-1', 'drafted'],
      ['LONG-2', 'refused'],
    ],
  );
  mustName(shipments[1]?.findings);
  assert.equal(await count(), before + 1);
});

test('[P10][N12] by a sheet: the file is refused with the number of lines it may have', async () => {
  const sheet = `traderReference,hsCode\n${'LONG-3,8473309000\n'.repeat(MOST + 1)}`;
  for (const path of ['/shipment-sheets', '/goods-lines']) {
    const reply = await trader.raw('POST', path, sheet);
    assert.equal(reply.status, 422);
    assert.match(((await reply.json()) as Refused).text.zh, /5000/);
  }
});
