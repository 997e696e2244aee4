// Every partner that was told hears of an amendment and of a withdrawal, each in its own way (P10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { airImport, railImport, waterExport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
const sent = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter(
    (d) => d.flow === 'outbound',
  );
const content = async (d: DocumentView | undefined) => (await trader.raw('GET', `/documents/${d?.id}/content`)).text();
const waterImport = (reference: string): Form => ({
  ...railImport(reference),
  transportMode: '2',
  declarationOffice: '8007',
  borderOffice: '8007',
  conveyanceName: 'MIN SHENG 1',
  conveyanceId: '9469560',
  stationCode: 'CKG-GUOYUAN',
  licences: [{ licenceKind: '7', licenceCertificate: 'YS2026000001' }],
  goods: [
    {
      ...(railImport(reference).goods as readonly Record<string, string>[])[0],
      unNumber: '3480',
      dangerousName: '锂电池',
      dangerousPackClass: 'II',
    },
  ],
  containers: [
    { containerNumber: 'CQPU1000014', containerSpec: '11', containerGoods: '1', containerGoodsMassKg: '2000' },
  ],
});

for (const [name, form] of [
  ['rail', railImport('SILENT-BACK-1')],
  ['air', { ...airImport('SILENT-BACK-2'), billNumber: '112-30000014' }],
  ['water in', waterImport('SILENT-BACK-3')],
  ['water out', waterExport('SILENT-BACK-4')],
] as const)
  test(`[P10] ${name}: whoever received the filing receives its withdrawal`, async () => {
    const { id } = await fileShipment(trader, form);
    const told = await until(
      () => sent(id),
      (d) => d.length > 0 && d.every((x) => x.delivery?.state === 'delivered'),
      'the filing is sent',
    );
    await trader.send('POST', `/shipments/${id}/withdrawal`, { reason: '品名有误' });
    const partners = [...new Set(told.map((d) => d.channel))].sort();
    const withdrawn = await until(
      async () => (await sent(id)).filter((d) => d.kind.endsWith('withdrawal')),
      (list) => list.length >= partners.length && list.every((d) => d.delivery?.state === 'delivered'),
      `withdrawals to ${partners}`,
    );
    assert.deepEqual([...new Set(withdrawn.map((d) => d.channel))].sort(), partners);
    // Whoever was told by two documents is told of each that it is withdrawn, once.
    assert.equal(new Set(withdrawn.map((d) => d.kind)).size, withdrawn.length);
    const terminal = withdrawn.find((d) => d.channel === 'port-terminal');
    if (terminal)
      assert.match(await content(terminal), /BGM\+126\+[^+]+\+1'/, 'cancelled by the message function of EDIFACT');
  });

test('[P10] an amended filing replaces the terminal’s plan instead of adding one', async () => {
  const form = waterImport('SILENT-AMEND-1');
  const { id } = await fileShipment(trader, {
    ...form,
    containers: [{ ...(form.containers as readonly Record<string, string>[])[0], containerNumber: 'CQPU1000020' }],
    billNumber: 'YZAMEND1',
  });
  await trader.send('POST', `/shipments/${id}/amendment`);
  const view = await trader.get<ShipmentView>(`/shipments/${id}`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...view.form, pickupVehicle: '渝C99999' },
    revision: view.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision, reason: '换车' });
  const plans = await until(
    async () => (await sent(id)).filter((d) => d.kind === 'port-terminal.pick-up-plan'),
    (list) => list.length === 2,
    'two plans',
  );
  const texts = await Promise.all(plans.map(content));
  assert.deepEqual(texts.map((t) => /BGM\+126\+[^+]+\+(\d)'/.exec(t)?.[1]).sort(), ['5', '9']);
  assert.ok(texts.some((t) => t.includes('渝C99999')));
});

test('[P11] an amendment cannot hand the case to another trader, nor turn it round', async () => {
  const { id } = await fileShipment(trader, { ...railImport('SILENT-OTHER-1'), billNumber: 'RWOTHER1' });
  for (const change of [{ traderUscc: '91500112MA5UTRB021' }, { direction: 'export' }, { transportMode: '2' }]) {
    await trader.send('POST', `/shipments/${id}/amendment`);
    const view = await trader.get<ShipmentView>(`/shipments/${id}`);
    const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
      form: { ...view.form, ...change },
      revision: view.revision,
    });
    const refused = await trader.send<{ code: string }>(
      'POST',
      `/shipments/${id}/submit`,
      { revision, reason: 'x' },
      422,
    );
    assert.equal(refused.code, 'AMENDMENT_CHANGES_CASE', JSON.stringify(change));
    await trader.send('DELETE', `/shipments/${id}/amendment`);
  }
});

test('[P2] a case is found by its release, by numbers of partners, and by a container it had before an amendment', async () => {
  const form = { ...railImport('CLEAN-FOUND-1'), billNumber: 'RWFOUND1' };
  const { id } = await fileShipment(trader, form);
  const { items } = await until(
    () => trader.get<{ items: { number: string }[] }>(`/shipments/${id}/releases`),
    (r) => r.items.length > 0,
    'a release',
  );
  const closed = await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the end',
  );
  assert.deepEqual(
    closed.can.filter((c) => c === 'edit' || c === 'submit'),
    [],
    'a closed case is not edited',
  );
  const find = async (query: string) =>
    (await trader.get<{ items: { id: string }[] }>(`/shipments?query=${encodeURIComponent(query)}`)).items.map(
      (s) => s.id,
    );
  for (const query of [
    items[0]?.number ?? '',
    ` ${closed.number.toLowerCase()} `,
    closed.declarationNumber ?? '',
    'RWFOUND1',
    'CLEAN-FOUND-1',
  ])
    assert.ok((await find(query)).includes(id), `by ${query}`);

  const silent = (await fileShipment(trader, { ...railImport('SILENT-FOUND-2'), billNumber: 'RWFOUND2' })).id;
  await trader.send('POST', `/shipments/${silent}/amendment`);
  const view = await trader.get<ShipmentView>(`/shipments/${silent}`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${silent}/form`, {
    form: { ...view.form, billNumber: 'RWFOUND3' },
    revision: view.revision,
  });
  await trader.send('POST', `/shipments/${silent}/submit`, { revision, reason: '换单' });
  for (const query of ['RWFOUND2', 'RWFOUND3']) assert.ok((await find(query)).includes(silent), `by ${query}`);
});

test('[P10] a template keeps what repeats and none of the numbers of the case it was made of', async () => {
  const form: Form = { ...railImport('SILENT-TPL-1'), declarationNumber: '801620261000000001' };
  const { id: templateId } = await trader.send<{ id: string }>('POST', '/shipment-templates', { name: '班列', form });
  const made = await trader.send<ShipmentView>('POST', '/shipments', { from: 'template', templateId });
  assert.equal(made.form.declarationNumber ?? '', '');
  assert.equal(made.form.traderReference ?? '', '');
  assert.equal(made.form.conveyanceName, form.conveyanceName);
});

test('[P10] an amendment is discarded only where one is open', async () => {
  const { id } = await fileShipment(trader, { ...railImport('SILENT-DISCARD-1'), billNumber: 'RWDISCARD' });
  await trader.send('DELETE', `/shipments/${id}/amendment`, undefined, 409);
  await trader.send('POST', `/shipments/${id}/amendment`);
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  await trader.send('POST', `/shipments/${id}/withdrawal`, { reason: '撤回' });
  await trader.send('DELETE', `/shipments/${id}/amendment`, undefined, 409);
});

test('[P11] what is typed and not filed is the filer’s own: an authority sees the filed version', async () => {
  const { id } = await fileShipment(trader, railImport('SILENT-UNFILED-1'));
  const open = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  await trader.send('PUT', `/shipments/${id}/form`, {
    form: { ...open.form, remarks: '尚未申报的话' },
    revision: open.revision,
  });
  const mine = await trader.get<ShipmentView>(`/shipments/${id}`);
  assert.deepEqual([mine.amending, mine.form.remarks], [true, '尚未申报的话']);
  const customs = await signIn(application, 'customs');
  const seen = await customs.get<ShipmentView>(`/shipments/${id}`);
  assert.deepEqual([seen.amending, seen.form.remarks], [false, undefined]);
  const versions = await (await customs.raw('GET', `/shipments/${id}/versions`)).text();
  assert.doesNotMatch(versions, /尚未申报的话/);
});
