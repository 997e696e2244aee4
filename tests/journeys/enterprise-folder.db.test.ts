// An enterprise's ERP that knows nothing but a folder and a spreadsheet (N12): it lays a file down, gets a signed answer, and the shipment goes
// the whole way to its release, which it is told in the same folder.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { FileAnswer, TakenFile, TakenFileDetail } from '../../src/hub/erp/contract.ts';
import type { Form, FormRow, ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { SubscriptionMade } from '../../src/hub/subscriptions/contract.ts';
import { writeCsv } from '../../src/runtime/codec/write-csv.ts';
import { type SftpServer, startSftpServer } from '../../src/runtime/simulator/sftp-server.ts';
import { applicationWith, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { trader, trader2, operator } = await applicationWith(['trader', 'trader2', 'operator']);
const PASSWORD = 'agreed with the enterprise';
let erp: SftpServer;
let link: SubscriptionMade;
before(async () => {
  erp = await startSftpServer({ user: 'erp', password: PASSWORD, now: () => Math.floor(Date.now() / 1000) });
  link = await trader.send<SubscriptionMade>('POST', '/subscriptions', {
    name: 'ERP folder',
    url: erp.url,
    key: PASSWORD,
    hostKey: erp.hostKey,
    takesFiles: true,
    eventTypes: ['release.granted', 'shipment.closed'],
  });
});
after(() => erp.stop());

/** One line for each goods line; what the case has once stands in the first. */
function sheetOf(...forms: readonly Form[]): Buffer {
  const rows = forms.flatMap((form) => {
    const goods = Array.isArray(form.goods) ? form.goods : [];
    const containers = Array.isArray(form.containers) ? form.containers : [];
    const head = Object.entries(form).filter(([, value]) => typeof value === 'string') as [string, string][];
    return goods.map((line, i) => ({
      ...(i === 0 ? Object.fromEntries(head) : { traderReference: String(form.traderReference) }),
      ...line,
      ...containers[i],
    }));
  });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => (row as Record<string, string>)[column] ?? ''));
  return Buffer.from(writeCsv([columns, ...cells]));
}
const lay = (name: string, bytes: Buffer) =>
  erp.files.set(`/to-portico/${name}`, { bytes, time: Math.floor(Date.now() / 1000) });

type Told = { readonly type: string; readonly data: FileAnswer & { readonly shipmentId?: string } };
/** What lies in the folder for the ERP, each checked against the secret it was given. */
function told(type: string): Told[] {
  return [...erp.files]
    .filter(([name]) => name.startsWith(`/from-portico/${type}.`))
    .map(([, { bytes }]) => {
      const { body, ...headers } = JSON.parse(String(bytes)) as { body: string } & Record<string, string>;
      new Webhook(link.secret).verify(body, headers);
      assert.throws(() => new Webhook(link.secret).verify(`${body} `, headers));
      return JSON.parse(body) as Told;
    });
}
const answered = (file: string, count = 1): Promise<FileAnswer> =>
  until(
    async () => told('erp.file-answered').filter((one) => one.data.file === file),
    (list) => list.length >= count,
    `${count} answer(s) to ${file}`,
  ).then((list) => (list.at(-1) as Told).data);

test('[N12][P10][P7] a file laid into the folder is filed, answered under signature, released and gated out; the release lies there too', async () => {
  lay('orders-1.csv', sheetOf(railImport('CLEAN-ERP-1')));
  const answer = await answered('orders-1.csv');
  const [filed] = answer.shipments;
  assert.deepEqual([filed?.reference, filed?.outcome, filed?.refusal], ['CLEAN-ERP-1', 'filed', undefined]);
  const id = filed?.shipmentId ?? '';
  const view = await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
  );
  assert.equal(view.number, filed?.number);
  assert.equal((await trader.raw('GET', `/receipts/${filed?.receiptId}`)).status, 200, 'the filing has its proof');
  await until(
    async () => [...told('release.granted'), ...told('shipment.closed')].filter((one) => one.data.shipmentId === id),
    (list) => list.length >= 3,
    'two releases and the end of the case in the folder',
  );
  assert.ok(erp.files.has('/to-portico/done/orders-1.csv'));
  assert.ok(![...erp.files.keys()].some((name) => name.endsWith('.part')));
});

test('[N12][P3] laid down again it is answered again and filed once', async () => {
  const before = (await trader.get<{ items: unknown[] }>('/shipments')).items.length;
  const first = await answered('orders-1.csv');
  lay('orders-1.csv', sheetOf(railImport('CLEAN-ERP-1')));
  assert.deepEqual((await answered('orders-1.csv', 2)).shipments, first.shipments);
  assert.equal((await trader.get<{ items: unknown[] }>('/shipments')).items.length, before);
});

test('[N12][P10] of several shipments each is answered for itself: field, value, rule, remedy, line and column', async () => {
  const [box] = railImport('CLEAN-ERP-3').containers as FormRow[];
  const containers = [{ ...box, containerNumber: 'CQPU1000015' }];
  const wrong: Form = { ...railImport('CLEAN-ERP-3'), grossMassKg: '12x', containers };
  lay('orders-2.csv', sheetOf(railImport('CLEAN-ERP-2'), wrong));
  const { shipments } = await answered('orders-2.csv');
  assert.deepEqual(
    shipments.map((one) => [one.reference, one.outcome]),
    [
      ['CLEAN-ERP-2', 'filed'],
      ['CLEAN-ERP-3', 'refused'],
    ],
  );
  const found = shipments[1]?.findings.find((one) => one.path === 'grossMassKg');
  assert.deepEqual([found?.value, found?.row, found?.column], ['12x', 4, 'grossMassKg']);
  assert.ok(found?.rule && found.message.zh !== '' && found.remedy.en !== '');
  const digit = shipments[1]?.findings.find((one) => one.path === 'containers[0].containerNumber');
  assert.deepEqual([digit?.value, digit?.row, digit?.column], ['CQPU1000015', 4, 'containerNumber']);
  assert.equal(
    (await trader.get<{ items: unknown[] }>('/shipments?query=CLEAN-ERP-3')).items.length,
    0,
    'nothing of what was refused is kept as a case',
  );
});

test('[N12][P10] what no element takes is answered with line, column and remedy, and not filed without it', async () => {
  const strange = { ...railImport('CLEAN-ERP-ODD'), colour: 'red' };
  for (const [file, bytes, line] of [
    ['strange.csv', sheetOf(strange), 2],
    ['strange.json', Buffer.from(JSON.stringify({ shipments: [strange] })), undefined],
  ] as const) {
    lay(file, bytes);
    const [refused] = (await answered(file)).shipments;
    assert.equal(refused?.outcome, 'refused');
    const found = refused?.findings.find((one) => one.path === 'colour');
    assert.deepEqual([found?.value, found?.row, found?.severity], ['red', line, 'error']);
    assert.ok(found?.message.zh && found.remedy.en);
  }
  assert.equal((await trader.get<{ items: unknown[] }>('/shipments?query=CLEAN-ERP-ODD')).items.length, 0);
});

test('[N12][P3] what is no file of shipments is answered with the reason and a remedy', async () => {
  lay('letter.json', Buffer.from('{"hello":true}'));
  const { problem, shipments } = await answered('letter.json');
  assert.deepEqual([problem?.code, shipments], ['SHIPMENT_FILE_UNREADABLE', []]);
  assert.match(problem?.message.zh ?? '', /shipments/);
});

test('[N12] JSON is as good as a sheet', async () => {
  lay('orders-3.json', Buffer.from(JSON.stringify({ shipments: [railImport('CLEAN-ERP-4')] })));
  assert.equal((await answered('orders-3.json')).shipments[0]?.outcome, 'filed');
});

test('[N12][P10] a shipment with more lines than one takes is refused for itself; the others of the file are filed', async () => {
  const goods = Array.from({ length: 5001 }, () => ({ hsCode: '8473309000' }));
  const shipments = [{ ...railImport('CLEAN-ERP-LONG'), goods }, railImport('CLEAN-ERP-5')];
  lay('orders-4.json', Buffer.from(JSON.stringify({ shipments })));
  const answer = await answered('orders-4.json');
  assert.deepEqual(
    answer.shipments.map((one) => [one.reference, one.outcome]),
    [
      ['CLEAN-ERP-LONG', 'refused'],
      ['CLEAN-ERP-5', 'filed'],
    ],
  );
  const [found] = answer.shipments[0]?.findings ?? [];
  assert.deepEqual([found?.path, found?.value, found?.rule], ['goods', '5001', 'rows-at-most']);
  assert.ok(found?.message.zh && found.remedy.en);
});

test('[N12][P10][P11] what was taken is listed with what became of it; its enterprise has the bytes back, the port office sees all, others nothing', async () => {
  const all: TakenFile[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page: { items: TakenFile[]; next?: string } = await trader.get(
      `/enterprise-files?limit=2${next ? `&after=${next}` : ''}`,
    );
    all.push(...page.items);
    next = page.next;
  }
  assert.deepEqual(
    all.map((one) => [one.name, one.filed, one.refused, one.problem?.code, one.organisation]),
    [
      ['orders-4.json', 1, 1, undefined, undefined],
      ['orders-3.json', 1, 0, undefined, undefined],
      ['letter.json', 0, 0, 'SHIPMENT_FILE_UNREADABLE', undefined],
      ['strange.json', 0, 1, undefined, undefined],
      ['strange.csv', 0, 1, undefined, undefined],
      ['orders-2.csv', 1, 1, undefined, undefined],
      ['orders-1.csv', 1, 0, undefined, undefined],
    ],
  );
  assert.ok(all.every((one) => one.answeredAt && /^[0-9a-f]{64}$/.test(one.digest)));
  const refused = all.find((one) => one.name === 'orders-2.csv');
  const detail = await trader.get<TakenFileDetail>(`/enterprise-files/${refused?.id}`);
  const found = detail.shipments[1]?.findings.find((one) => one.path === 'grossMassKg');
  assert.deepEqual([found?.value, found?.row, found?.column], ['12x', 4, 'grossMassKg']);
  assert.ok(found?.rule && found.remedy.zh !== '');
  const reply = await trader.raw('GET', `/enterprise-files/${refused?.id}/content`);
  assert.equal(reply.headers.get('content-type'), 'application/octet-stream');
  assert.match(await reply.text(), /CLEAN-ERP-3/);

  const office = await operator.get<{ items: TakenFile[] }>('/enterprise-files');
  assert.deepEqual(
    office.items.map((one) => one.id),
    all.map((one) => one.id),
  );
  assert.ok(office.items.every((one) => one.organisation?.zh && one.organisation.en));
  assert.equal((await operator.get<TakenFileDetail>(`/enterprise-files/${refused?.id}`)).shipments.length, 2);
  assert.equal((await operator.raw('GET', `/enterprise-files/${refused?.id}/content`)).status, 404);
  assert.deepEqual((await trader2.get<{ items: TakenFile[] }>('/enterprise-files')).items, []);
  for (const at of ['', '/content'])
    assert.equal((await trader2.raw('GET', `/enterprise-files/${refused?.id}${at}`)).status, 404);
});

test('[N12][P11] what opens the folder is told to nobody, and a folder needs its pinned key', async () => {
  const list = await trader.get<{ items: { url: string; hostKey?: string; takesFiles: boolean }[] }>('/subscriptions');
  assert.doesNotMatch(JSON.stringify(list), new RegExp(PASSWORD));
  assert.deepEqual([list.items[0]?.hostKey, list.items[0]?.takesFiles], [erp.hostKey, true]);
  const asked = { name: 'x', url: erp.url, eventTypes: [] };
  const refused = async (more: object) =>
    (await trader.send<{ code: string }>('POST', '/subscriptions', { ...asked, ...more }, 400)).code;
  assert.equal(await refused({ key: 'k' }), 'SUBSCRIPTION_FOLDER_UNFIT');
  assert.equal(await refused({ hostKey: erp.hostKey }), 'SUBSCRIPTION_FOLDER_UNFIT');
  assert.equal(
    await refused({ url: 'sftp://erp@10.0.0.1/', key: 'k', hostKey: erp.hostKey }),
    'SUBSCRIPTION_URL_NOT_ALLOWED',
  );
  assert.equal(await refused({ url: 'https://erp.example.com/', takesFiles: true }), 'SUBSCRIPTION_FOLDER_UNFIT');
  const moved = { url: erp.url.replace('erp@', 'other@') };
  const patch = await trader.send<{ code: string }>('PATCH', `/subscriptions/${link.id}`, moved, 400);
  assert.equal(patch.code, 'SUBSCRIPTION_FOLDER_UNFIT', 'a key is not carried to another address');
  // The port office may be told of events; it files for nobody.
  const office = await operator.send<{ code: string }>(
    'POST',
    '/subscriptions',
    { ...asked, key: 'k', hostKey: erp.hostKey, takesFiles: true },
    403,
  );
  assert.equal(office.code, 'SUBSCRIPTION_FILER_NEEDED');
});

test('[N12][P10] the template filled and uploaded: each shipment becomes a draft, with line and column of what is wrong', async () => {
  const template = await trader.raw('GET', '/shipment-sheet-template?format=xlsx');
  assert.equal(
    Buffer.from(await template.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  );
  const wrong: Form = { ...railImport('CLEAN-SHEET-2'), grossMassKg: '12x' };
  const reply = await trader.raw('POST', '/shipment-sheets', sheetOf(railImport('CLEAN-SHEET-1'), wrong), {
    'content-type': 'text/csv',
    'x-file-name': 'orders.csv',
  });
  assert.equal(reply.status, 201, await reply.clone().text());
  const { shipments } = (await reply.json()) as FileAnswer;
  assert.deepEqual(
    shipments.map((one) => one.outcome),
    ['drafted', 'drafted'],
  );
  assert.ok(shipments[0]?.findings.every((one) => one.severity !== 'error'));
  assert.deepEqual(
    shipments[1]?.findings.filter((one) => one.path === 'grossMassKg').map((one) => [one.row, one.column]),
    [[4, 'grossMassKg']],
  );
  const draft = await trader.get<ShipmentView>(`/shipments/${shipments[1]?.shipmentId}`);
  assert.deepEqual([draft.state, draft.form.grossMassKg], ['draft', '12x']);

  const list = async () => (await trader.get<{ items: TakenFile[] }>('/enterprise-files')).items;
  const [listed] = await list();
  assert.deepEqual(
    [listed?.name, listed?.uploadedBy, listed?.drafted, listed?.filed, listed?.refused],
    ['orders.csv', '陈演示', 2, 0, 0],
  );
  const detail = await trader.get<TakenFileDetail>(`/enterprise-files/${listed?.id}`);
  assert.deepEqual(detail.shipments, shipments, 'row by row what was answered');
  const back = await trader.raw('GET', `/enterprise-files/${listed?.id}/content`);
  assert.deepEqual(Buffer.from(await back.arrayBuffer()), sheetOf(railImport('CLEAN-SHEET-1'), wrong));

  const unreadable = await trader.raw('POST', '/shipment-sheets', '{"none":1}', {
    'content-type': 'application/json',
    'x-file-name': 'none.json',
  });
  assert.equal(unreadable.status, 422, await unreadable.clone().text());
  const [newest] = await list();
  assert.deepEqual(
    [newest?.name, newest?.drafted, newest?.problem?.code],
    ['none.json', 0, 'SHIPMENT_FILE_UNREADABLE'],
  );
});
