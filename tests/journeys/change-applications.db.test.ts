// What customs has taken is amended or withdrawn by application (N1; 海关法 26): put, decided, and what follows for everybody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { Form, ShipmentView, SubmitResult } from '../../src/hub/shipment/contract.ts';
import { childrenOf, findNode, parseXml, textAt } from '../../src/runtime/codec/xml.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { partnerOf } from '../support/money.ts';

const { application, trader } = await applicationWith(['trader']);
const post = await partnerOf(application, 'customs');
const view = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const outbound = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter(
    (d) => d.flow === 'outbound',
  );
const sent = async (id: string, kind: string) => (await outbound(id)).filter((d) => d.kind === kind);
const bytesOf = async (d: DocumentView | undefined) =>
  parseXml(Buffer.from(await (await trader.raw('GET', `/documents/${d?.id}/content`)).arrayBuffer()));
const taken = (id: string) =>
  until(
    () => view(id),
    (s) => s.answers.some((a) => a.text.zh.startsWith('海关入库')),
    'customs takes it',
  );
/** Customs that only says what the test says. */
let entries = 0;
async function fileTaken(reference: string): Promise<{ id: string; entry: string }> {
  const { id } = await fileShipment(trader, railImport(reference));
  entries += 1;
  const entry = `80162026100000${String(entries).padStart(4, '0')}`;
  const [declaration] = await until(
    () => sent(id, 'customs.goods-declaration'),
    (list) => list.length === 1,
    'the declaration',
  );
  const client = textAt(findNode(await bytesOf(declaration), 'DecSign'), 'ClientSeqNo');
  const seq = `I2026000000000${String(entries).padStart(4, '0')}`;
  await post(
    `<DecImportResponse><ResponseCode>0</ResponseCode><ErrorMessage/><ClientSeqNo>${client}</ClientSeqNo><SeqNo>${seq}</SeqNo></DecImportResponse>`,
    `Successed_${client}_20261126100000000`,
  );
  await say(seq, entry, 'L', '2026-11-26T10:00:00');
  await taken(id);
  return { id, entry };
}
const say = (seq: string, entry: string, letter: string, at: string) =>
  post(
    `<DEC_RESULT><CUS_CIQ_NO>${seq}</CUS_CIQ_NO><ENTRY_ID>${entry}</ENTRY_ID><NOTICE_DATE>${at}</NOTICE_DATE><CHANNEL>${letter}</CHANNEL><NOTE/></DEC_RESULT>`,
  );
const decide = (change: string, entry: string, result: '1' | '2' | '3', at = '2026-11-26T11:00:00') =>
  post(
    `<DecModResult><DecModSeqNo>${change}</DecModSeqNo><EntryId>${entry}</EntryId><Result>${result}</Result><Note>决定</Note><NoticeDate>${at}</NoticeDate></DecModResult>`,
  );
async function amend(id: string, change: Form): Promise<SubmitResult> {
  const draft = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...draft.form, ...change },
    revision: draft.revision,
  });
  return trader.send<SubmitResult>('POST', `/shipments/${id}/submit`, {
    revision: saved.revision,
    reason: '按合同更正',
  });
}

test('[N1][P10] what customs has taken is amended by application: the list of fields, nothing to anybody else, and the version when it agrees', async () => {
  const { id, entry } = await fileTaken('SILENT-CHANGE-1');
  const told = (await outbound(id)).length;
  assert.ok(told > 1);
  const asked = await amend(id, { contractNumber: 'HT-2026-NEW', pickupVehicle: '渝A00001' });
  assert.match(asked.application ?? '', /-C1$/);
  const before = await view(id);
  assert.deepEqual([before.version, before.state, before.amending], [1, 'submitted', false]);
  assert.deepEqual(
    before.changes.map((c) => [c.state, c.kind, c.waitsFor.map((w) => w.zh), c.changed.map((x) => x.path)]),
    [['applied', 'amend', ['海关'], ['contractNumber', 'pickupVehicle']]],
  );
  assert.ok(!before.can.includes('amend') && !before.can.includes('withdraw'));
  const refused = await trader.send<{ code: string }>('POST', `/shipments/${id}/amendment`, undefined, 409);
  assert.equal(refused.code, 'CHANGE_UNDECIDED');
  const [application] = await until(
    () => sent(id, 'customs.change-application'),
    (list) => list[0]?.delivery?.state === 'delivered',
    'the application',
  );
  const xml = await bytesOf(application);
  assert.deepEqual(
    ['DecModType', 'EntryId', 'DecModNote'].map((name) => textAt(xml, `DecModHead/${name}`)),
    ['1', entry, '按合同更正'],
  );
  assert.deepEqual(
    childrenOf(findNode(xml, 'DecModLists'), 'DecModList').map((l) => [textAt(l, 'FieldCode'), textAt(l, 'NewValue')]),
    [['ContrNo', 'HT-2026-NEW']],
    'the vehicle is no field of customs',
  );
  assert.equal((await outbound(id)).length, told + 1, 'nobody else hears of it yet');

  await decide(asked.application ?? '', entry, '1');
  const after = await until(
    () => view(id),
    (s) => s.version === 2,
    'the version customs agreed to',
  );
  assert.equal(after.form.contractNumber, 'HT-2026-NEW');
  assert.equal(after.changes[0]?.state, 'approved');
  await until(
    () => outbound(id),
    (list) => list.length > told + 1,
    'everybody else is told',
  );
  assert.equal((await sent(id, 'customs.goods-declaration')).length, 1, 'customs has it: it is not declared again');
  await decide(asked.application ?? '', entry, '1', '2026-11-26T11:00:01');
  assert.equal((await view(id)).version, 2, 'a second word changes nothing');
});

test('[N1][P10] customs does not agree: what is filed stays, what was typed lies open, and the reason is told', async () => {
  const { id, entry } = await fileTaken('SILENT-CHANGE-2');
  const asked = await amend(id, { contractNumber: 'HT-2026-NO' });
  await decide(asked.application ?? '', entry, '2');
  const after = await until(
    () => view(id),
    (s) => s.changes[0]?.state === 'refused',
    'the refusal',
  );
  assert.deepEqual([after.version, after.amending, after.form.contractNumber], [1, true, 'HT-2026-NO']);
  assert.notEqual(after.progress, 'rejected', 'the filing itself is not rejected');
  assert.match(after.changes[0]?.decision?.zh ?? '', /海关不予同意：决定/);
  const { items } = await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`);
  const told = items.find((e) => e.type === 'shipment.change-decided');
  assert.deepEqual([told?.tone, /海关/.test(told?.text.zh ?? '')], ['bad', true]);
  await decide(asked.application ?? '', entry, '1', '2026-11-26T12:00:00');
  assert.equal((await view(id)).version, 1, 'a decided application is not decided again');
});

test('[N1][P10] what concerns customs in nothing needs no consent; what it gave back is filed anew', async () => {
  const { id, entry } = await fileTaken('SILENT-CHANGE-3');
  const told = await amend(id, { pickupVehicle: '渝A00002' });
  assert.deepEqual([told.application, told.version], [undefined, 2]);
  const seq = (await view(id)).answers.find((a) => a.partnerNumber)?.partnerNumber ?? '';
  await say(seq, entry, 'E', '2026-11-26T13:00:00');
  await until(
    () => view(id),
    (s) => s.progress === 'rejected',
    'it is given back',
  );
  const again = await amend(id, { contractNumber: 'HT-2026-AGAIN' });
  assert.deepEqual([again.application, again.version], [undefined, 3]);
  // An older word that comes late does not take it again.
  await say(seq, entry, 'M', '2026-11-26T09:00:00');
  assert.equal((await amend(id, { contractNumber: 'HT-2026-ONCE-MORE' })).application, undefined);
});

test('[N1][P10] the withdrawal of what customs has taken: in force until customs agrees, by its receipt or by deleting it', async () => {
  for (const road of ['receipt', 'deleted'] as const) {
    const { id, entry } = await fileTaken(`SILENT-CHANGE-4-${road}`);
    await trader.send('POST', `/shipments/${id}/withdrawal`, { reason: '合同取消' });
    const asked = await view(id);
    assert.deepEqual(
      [asked.state, asked.changes[0]?.kind, asked.changes[0]?.state],
      ['submitted', 'withdraw', 'applied'],
    );
    const seq = asked.answers.find((a) => a.partnerNumber)?.partnerNumber ?? '';
    if (road === 'receipt') await decide(asked.changes[0]?.number ?? '', entry, '1');
    else await say(seq, entry, 'A', '2026-11-26T12:00:00');
    const after = await until(
      () => view(id),
      (s) => s.state === 'withdrawn',
      `withdrawn by ${road}`,
    );
    assert.equal(after.changes[0]?.state, 'approved');
    assert.equal((await sent(id, 'customs.withdrawal')).length, 0, 'customs knows');
    await until(
      async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items,
      (list) => list.some((d) => d.kind.endsWith('withdrawal') && d.channel !== 'customs'),
      'the others are told',
    );
  }
});

test('[N1] the simulated customs agrees and releases the amended declaration, or with NOAMEND does not', async () => {
  for (const [reference, state] of [
    ['TAX-CHANGE-5', 'approved'],
    ['NOAMEND-CHANGE-6', 'refused'],
  ] as const) {
    const { id } = await fileShipment(trader, railImport(reference));
    await taken(id);
    await trader.send('POST', `/shipments/${id}/amendment`);
    const draft = await view(id);
    const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
      form: { ...draft.form, contractNumber: 'HT-SIM' },
      revision: draft.revision,
    });
    await trader.send('POST', `/shipments/${id}/submit`, { revision, reason: '更正' });
    await until(
      () => view(id),
      (s) => s.changes[0]?.state === state,
      `${reference} is ${state}`,
    );
  }
});

test('[N1][P10] an application that customs has not decided is taken back by who put it', async () => {
  const { id } = await fileShipment(trader, railImport('RETRACT-CHANGE-1'));
  await taken(id);
  const asked = await amend(id, { contractNumber: 'HT-RETRACT' });
  const open = await view(id);
  assert.ok(open.can.includes('retract') && !open.can.includes('amend'));
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  const [retraction, ...more] = await until(
    () => sent(id, 'customs.change-retraction'),
    (list) => list.length > 0,
    'customs is asked',
  );
  assert.deepEqual(more, [], 'asked twice, it is asked once');
  const xml = await bytesOf(retraction);
  assert.deepEqual(
    ['DecModSeqNo', 'DecModType'].map((name) => textAt(xml, `DecModHead/${name}`)),
    [asked.application, '3'],
  );
  const back = await until(
    () => view(id),
    (s) => s.changes[0]?.state === 'taken-back',
    'customs gives it back',
  );
  assert.equal(back.version, 1);
  assert.ok(back.changes[0]?.retractedAt && !back.can.includes('retract'));
  const items = (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
  assert.ok(
    items.some(({ text }) => /已要求撤回/.test(text.zh)) && items.some(({ text }) => /申请已撤回/.test(text.zh)),
  );
});

test('[N1][P10] of an amendment that was taken back what was typed lies open, and can be given up or applied for anew', async () => {
  const { id, entry } = await fileTaken('SILENT-CHANGE-BACK');
  const asked = await amend(id, { contractNumber: 'HT-RETRACT' });
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  await decide(asked.application ?? '', entry, '3');
  const back = await until(
    () => view(id),
    (s) => s.changes[0]?.state === 'taken-back' && s.amending,
    'customs gives it back',
  );
  assert.deepEqual([back.version, back.state, back.amending], [1, 'submitted', true]);
  assert.equal(back.form.contractNumber, 'HT-RETRACT');
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  assert.ok((await view(id)).can.includes('amend'));
});

test('[N1][P10] what customs decided before it heard that the application was asked back counts', async () => {
  const { id, entry } = await fileTaken('SILENT-CHANGE-RETRACT');
  const asked = await trader.send<ShipmentView>('POST', `/shipments/${id}/withdrawal`, { reason: '合同取消' });
  const number = asked.changes[0]?.number ?? '';
  await trader.send('DELETE', `/shipments/${id}/amendment`);
  const waits = await view(id);
  assert.deepEqual(
    [waits.state, waits.changes[0]?.state],
    ['submitted', 'applied'],
    'until customs says so it lies with customs',
  );
  await decide(number, entry, '1');
  const gone = await until(
    () => view(id),
    (s) => s.state === 'withdrawn',
    'customs had agreed already',
  );
  assert.equal(gone.changes[0]?.state, 'approved');
});
