// Maritime safety and commerce over the wire: vessel papers and dangerous goods, licences found and not found (N5, N8).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { waterExport, waterImport } from '../support/forms.ts';
import { goodsOf, licence, motorcycles } from '../support/licences.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const disposition = (id: string) => trader.get<BlockingView>(`/shipments/${id}/disposition`);
const closes = (id: string) =>
  until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
    60_000,
  );
const sent = async (id: string, kind: string): Promise<string[]> => {
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  return Promise.all(
    items
      .filter((d) => d.kind === kind)
      .map(async (d) => (await trader.raw('GET', `/documents/${d.id}/content`)).text()),
  );
};
const batteries = (form: Form) =>
  goodsOf(form, { unNumber: '3480', dangerousName: '锂离子电池组', dangerousPackClass: 'II' });

test('[N5][M13] vessel papers are typed once: border inspection and maritime get the same report, maritime the dangerous goods too', async () => {
  const { id } = await fileShipment(trader, batteries(waterImport('CLEAN-SEA-1')));
  await closes(id);
  const [border = ''] = await sent(id, 'border-inspection.conveyance-report');
  const [maritime = ''] = await sent(id, 'maritime.conveyance-report');
  const papers = (xml: string) =>
    xml.replace(/<ClientNumber>.*?<\/ClientNumber>/s, '').replace(/\s*<DangerousGoods>.*?<\/DangerousGoods>/gs, '');
  assert.match(maritime, /<JourneyID>2647W<\/JourneyID>/);
  assert.match(maritime, /<UNDG>3480<\/UNDG>/);
  assert.doesNotMatch(border, /DangerousGoods/);
  assert.equal(papers(maritime), papers(border));
});

test('[N5][P6][M3] dangerous goods by water: maritime and customs inspect once together; each line says whose clock runs', async () => {
  const { id } = await fileShipment(trader, batteries(waterExport('JOINT-SEA-2')));
  const view = await until(
    () => disposition(id),
    (v) => v.objects.some((o) => o.disposition.joint),
    'a joint inspection is asked for',
  );
  const box = view.objects.find((o) => o.type === 'container');
  assert.deepEqual(box?.disposition.inspectedBy, ['customs', 'maritime']);
  const clocks = view.objects.flatMap((o) => o.disposition.holders.map((h) => h.clock));
  assert.ok(clocks.length > 0 && clocks.every((c) => c.name.zh !== '' && c.name.en !== ''));
  const [task] = await until(
    async () => (await trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`)).items,
    (items) => items.length === 1 && items[0]?.joint === true,
    'one task',
  );
  const result = { outcome: 'normal', handlingCode: '11', findings: '货物与申报相符' };
  for (const account of ['maritime', 'customs'])
    await (await signIn(application, account)).send('POST', `/inspections/${task?.id}/results`, result);
  await closes(id);
  assert.equal((await sent(id, 'maritime.inspection-result')).length, 1, 'the result went back to maritime');
});

test('[N5][M3] a maritime office that says nothing is named with its limit, and nothing is released', async () => {
  const { id } = await fileShipment(trader, waterExport('SILENT-SEA-3'));
  const view = await until(
    () => disposition(id),
    (v) => v.objects.length > 0,
    'objects are registered',
  );
  const vessel = view.objects.find((o) => o.type === 'conveyance');
  const waits = vessel?.disposition.holders.find((h) => h.authority === 'maritime');
  assert.equal(waits?.kind, 'not-yet-spoken');
  assert.equal(Date.parse(waits?.clock.dueAt ?? '') - Date.parse(waits?.since ?? ''), 4 * 3_600_000);
  assert.ok(view.objects.every((o) => o.disposition.outcome === 'awaiting'));
});

test('[N8][P10] goods that need a licence cannot be filed without one: the finding names the line and the letter', async () => {
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'export',
    transportMode: '2',
  });
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form: motorcycles('CLEAN-LICENCE-1', []),
    revision: draft.revision,
  });
  const refused = await trader.send<{ findings: { rule: string; path: string; message: { zh: string } }[] }>(
    'POST',
    `/shipments/${draft.id}/submit`,
    { revision },
    422,
  );
  const found = refused.findings.find((f) => f.rule === 'licence-needed-by-tariff');
  assert.equal(found?.path, 'goods[0].hsCode');
  assert.match(found?.message.zh ?? '', /“4”/);
});

test('[N8][P5] a licence that commerce finds is one release among the others', async () => {
  const { id, submitted } = await fileShipment(trader, motorcycles('CLEAN-LICENCE-2', [licence('26-AB-500001')]));
  assert.ok(submitted.plan.documents.some((d) => d.document === 'commerce.licence-check'));
  await closes(id);
  const [check = ''] = await sent(id, 'commerce.licence-check');
  assert.deepEqual((JSON.parse(check) as { licenceCheck: { licences: unknown } }).licenceCheck.licences, [
    { kind: '4', number: '26-AB-500001' },
  ]);
  const declaration = (await disposition(id)).objects.find((o) => o.type === 'declaration');
  assert.equal(declaration?.disposition.outcome, 'released');
});

test('[N8][P5][P10] a licence that commerce does not find holds the declaration and leads to its box; amended, it goes', async () => {
  const { id } = await fileShipment(
    trader,
    motorcycles('LICENCE-SEA-3', [licence('26-AB-500001'), licence('26-AB-500002')]),
  );
  const held = await until(
    () => shipment(id),
    (s) => s.progress === 'held' && s.answers.some((a) => a.outcome === 'rejected'),
    'commerce holds the declaration',
  );
  const answer = held.answers.find((a) => a.outcome === 'rejected');
  assert.deepEqual(
    [answer?.channel, answer?.partnerField, answer?.path],
    ['commerce', 'licences/number', 'licences[0].licenceCertificate'],
  );
  const holder = (await disposition(id)).objects
    .find((o) => o.type === 'declaration')
    ?.disposition.holders.find((h) => h.authority === 'commerce');
  assert.deepEqual([holder?.kind, holder?.clock.party], ['hold', 'trader']);
  assert.match(holder?.reason.en ?? '', /26-AB-500001/);
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...amendment.form, licences: [licence('26-AB-500009'), licence('26-AB-500002')] },
    revision: amendment.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision, reason: '许可证号按正本更正' });
  await closes(id);
  assert.equal((await sent(id, 'commerce.licence-check')).length, 2, 'asked again for the amended filing');
});
