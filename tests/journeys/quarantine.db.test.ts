// Inspection and quarantine over the wire, as before 2018: its own declaration, its own clearance certificate (N2).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockingView, RuleView } from '../../src/hub/disposition/contract.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);

const CHANNEL = 'quarantine';
const separately = (reference: string): Form => ({
  ...railImport(reference),
  acceptingOffice: '500100',
  inspectionOffice: '500100',
  traderQuarantineCode: '5001600017',
});
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const disposition = (id: string) => trader.get<BlockingView>(`/shipments/${id}/disposition`);
const declaration = async (id: string) => (await disposition(id)).objects.find((o) => o.type === 'declaration');
const closes = (id: string) =>
  until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );

test('[N2][P5] filed separately, the goods wait for the clearance certificate as for everybody else’s word', async () => {
  const { id, submitted } = await fileShipment(trader, separately('CLEAN-CIQ-1'));
  assert.ok(submitted.plan.documents.some((d) => d.document === 'quarantine.declaration'));
  await closes(id);
  const { answers } = await shipment(id);
  const told = answers.filter((a) => a.channel === CHANNEL);
  assert.deepEqual(
    told.map((a) => a.outcome),
    ['acknowledged', 'noted'],
  );
  assert.match(told.at(-1)?.text.zh ?? '', /通关单（TG/);
  const spoke = (await declaration(id))?.disposition.explanation;
  assert.ok(JSON.stringify(spoke).includes('quarantine-speaks-for-what-is-filed-with-it'));
});

test('[N2][M3] while it says nothing it is named with its limit, and nothing is released', async () => {
  const { id } = await fileShipment(trader, separately('SILENT-CIQ-2'));
  const view = await until(
    () => declaration(id),
    (o) => o !== undefined,
    'the declaration is registered',
  );
  const waits = view?.disposition.holders.find((h) => h.authority === CHANNEL);
  assert.equal(waits?.kind, 'not-yet-spoken');
  assert.equal(Date.parse(waits?.clock.dueAt ?? '') - Date.parse(waits?.since ?? ''), 24 * 3_600_000);
});

test('[N2] what is filed with customs alone does not wait for it, and it is told nothing', async () => {
  const { id, submitted } = await fileShipment(trader, railImport('CLEAN-CIQ-3'));
  assert.ok(!submitted.plan.documents.some((d) => d.channel === CHANNEL));
  await closes(id);
  assert.ok(!(await shipment(id)).answers.some((a) => a.channel === CHANNEL));
});

test('[N2][P6] samples are taken; after a normal result the certificate comes', async () => {
  const { id } = await fileShipment(trader, separately('SAMPLE-CIQ-4'));
  const [task] = await until(
    async () => (await trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`)).items,
    (items) => items.length === 1,
    'one inspection',
  );
  assert.deepEqual(
    task?.parts.map((p) => p.authority),
    [CHANNEL],
  );
  const officer = await signIn(application, 'quarantine');
  await officer.send('POST', `/inspections/${task?.id}/results`, {
    outcome: 'normal',
    handlingCode: '11',
    findings: '样品合格',
  });
  await closes(id);
});

test('[N2][P5] goods that are not fit are refused', async () => {
  const { id } = await fileShipment(trader, separately('UNFIT-CIQ-5'));
  await until(
    () => shipment(id),
    (s) => s.progress === 'refused',
    'quarantine refuses',
  );
  const holder = (await declaration(id))?.disposition.holders.find((h) => h.authority === CHANNEL);
  assert.deepEqual([holder?.kind, holder?.legalBasis?.includes('动植物检疫法')], ['refuse', true]);
});

test('[N2][P5] its rule is shown among the others, with what it asks in words', async () => {
  const office = await signIn(application, 'operator');
  const { items } = await office.get<{ items: RuleView[] }>('/jurisdiction-rules');
  const rule = items.find((r) => r.authority === CHANNEL);
  assert.deepEqual(
    [rule?.object, rule?.when.en, rule?.facts],
    ['declaration', 'Filed with Inspection and quarantine too is yes', []],
  );
});
