// Two-step declaration through the simulated customs (N1, 公告 2019-127): the summary lets the goods go, the complete declaration is owed by a
// day, whoever owes it is reminded, and the case ends when it is filed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { createCompletionReminder } from '../../src/hub/shipment/index.ts';
import type { Form, ShipmentView, SubmitResult } from '../../src/hub/shipment/contract.ts';
import { partnerDay, plusMs } from '../../src/kernel/instant.ts';
import { findNode, parseXml, textAt } from '../../src/runtime/codec/xml.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
const view = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => partnerDay(plusMs(new Date().toISOString(), days * DAY_MS));
/** What a summary needs and no more: boxes that only the complete declaration wants are empty. */
const summary = (reference: string, more: Form = {}): Form => {
  const {
    levyNature: _levy,
    tradeTerms: _terms,
    tradeCountry: _country,
    transitPort: _port,
    netMassKg: _net,
    packageKind: _kind,
    ...rest
  } = railImport(reference);
  return { ...rest, declarationStep: 'summary', ...more };
};
async function amend(id: string, change: Form): Promise<SubmitResult> {
  await trader.send('POST', `/shipments/${id}/amendment`);
  const draft = await view(id);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...draft.form, ...change },
    revision: draft.revision,
  });
  return trader.send<SubmitResult>('POST', `/shipments/${id}/submit`, { revision, reason: '完整申报' });
}
const typesSent = async (id: string) => {
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  const declarations = items.filter((d) => d.kind === 'customs.goods-declaration');
  const texts = await Promise.all(
    declarations.map(async (d) =>
      parseXml(Buffer.from(await (await trader.raw('GET', `/documents/${d.id}/content`)).arrayBuffer())),
    ),
  );
  return texts.map((xml) => textAt(findNode(xml, 'DecHead'), 'Type')).sort();
};

test('[N1][P10][M3] summary, goods lifted away, complete declaration, end: without an application, and not before', async () => {
  const { id } = await fileShipment(trader, summary('CLEAN-TWO-1', { borderDate: dayFromNow(0) }));
  await until(
    () => trader.get<BlockingView>(`/shipments/${id}/disposition`),
    (found) => found.instructions.some((i) => i.reasonCode === 'SpK' && i.term === 'lift-away'),
    'the goods may be lifted away',
  );
  const left = await until(
    () => view(id),
    (s) => s.progress === 'gated-out',
    'the goods have left',
  );
  assert.equal(left.state, 'submitted', 'open for the complete declaration');
  assert.deepEqual(left.completion, { dueOn: dayFromNow(14), state: 'owed', goodsLeft: true });
  const whole = railImport('CLEAN-TWO-1');
  const done = await amend(id, { ...whole, borderDate: dayFromNow(0), declarationStep: 'complete' });
  assert.deepEqual([done.version, done.application], [2, undefined], 'completing is no change');
  const types = await until(
    () => typesSent(id),
    (list) => list.length === 2,
    'both are declared',
  );
  assert.deepEqual(types, ['5', '6']);
  const ended = await until(
    () => view(id),
    (s) => s.state === 'closed',
    'the case ends',
  );
  assert.equal(ended.completion?.state, 'done');
});

test('[N1][P10] the complete declaration needs the whole set; a case in one step cannot become one in two', async () => {
  const { id } = await fileShipment(trader, summary('SILENT-TWO-2'));
  await trader.send('POST', `/shipments/${id}/amendment`);
  const draft = await view(id);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...draft.form, declarationStep: 'complete' },
    revision: draft.revision,
  });
  const refused = await trader.send<{ code: string }>(
    'POST',
    `/shipments/${id}/submit`,
    { revision, reason: 'x' },
    422,
  );
  assert.equal(refused.code, 'FORM_HAS_ERRORS');
  const other = (await fileShipment(trader, { ...railImport('SILENT-TWO-3'), billNumber: 'RWTWO3' })).id;
  await trader.send('POST', `/shipments/${other}/amendment`);
  const whole = await view(other);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${other}/form`, {
    form: { ...whole.form, declarationStep: 'complete' },
    revision: whole.revision,
  });
  const unfit = await trader.send<{ code: string }>(
    'POST',
    `/shipments/${other}/submit`,
    { revision: saved.revision, reason: 'x' },
    422,
  );
  assert.equal(unfit.code, 'DECLARATION_STEP_UNFIT');
});

test('[N1][M3] who owes the complete declaration is reminded once before its last day and once after it', async () => {
  const soon = (await fileShipment(trader, summary('SILENT-TWO-4', { borderDate: dayFromNow(-12) }))).id;
  const late = (await fileShipment(trader, summary('SILENT-TWO-5', { borderDate: dayFromNow(-20) }))).id;
  const far = (await fileShipment(trader, summary('SILENT-TWO-6', { borderDate: dayFromNow(0) }))).id;
  const reminder = createCompletionReminder({
    unitOfWork: application.unitOfWork,
    onFault: (error) => assert.fail(String(error)),
  });
  while (await reminder.step());
  await reminder.step();
  const told = async (id: string) => {
    const { items } = await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`);
    return items.filter((e) => e.type.startsWith('shipment.completion')).map((e) => [e.type, e.tone]);
  };
  assert.deepEqual(await told(soon), [['shipment.completion-due', 'attention']]);
  assert.deepEqual(await told(late), [['shipment.completion-overdue', 'bad']]);
  assert.deepEqual(await told(far), []);
  assert.equal((await view(late)).completion?.state, 'overdue');
});
