// What officers bring back from the yard (P6, M4): each authority its own part with photos, seals and samples under its own signature;
// seen by whom it is for; and what changed meanwhile is said, not passed over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { FieldSheet, InspectionView, KeptPhoto, SignedPart } from '../../src/hub/inspection/contract.ts';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { findingsText } from '../../src/kernel/signed-text.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { type ClamdDouble, EICAR, startClamdDouble } from '../support/clamd-double.ts';
import { airImport, waterImport } from '../support/forms.ts';
import { openLive } from '../support/live.ts';
import { enrol } from '../support/signing.ts';

let application: TestApplication;
let scanner: ClamdDouble;
let trader: Client;
let stranger: Client;
let customs: Client;
let border: Client;
let operator: Client;
let maritime: Client;
before(async () => {
  scanner = await startClamdDouble();
  application = await startTestApplication({ scanner: { host: '127.0.0.1', port: scanner.port } });
  [trader, stranger, customs, border, operator, maritime] = (await Promise.all(
    ['trader', 'trader2', 'customs', 'border', 'operator', 'maritime'].map((account) => signIn(application, account)),
  )) as [Client, Client, Client, Client, Client, Client];
});
after(async () => {
  await application.stop();
  await scanner.stop();
  assert.deepEqual(application.faults, []);
});

async function plan(reference: string, form = airImport): Promise<{ id: string; task: InspectionView }> {
  const { id } = await fileShipment(trader, form(reference));
  const { items } = await until(
    () => trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items[0]?.joint === true,
    'a joint inspection',
  );
  return { id, task: items[0] as InspectionView };
}
/** A JPEG by its first bytes; nothing here looks further. */
const picture = (text: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
const keep = async (by: Client, task: string, bytes: Buffer, key?: string): Promise<Response> =>
  by.raw('POST', `/inspections/${task}/photos`, bytes, {
    'content-type': 'image/jpeg',
    ...(key ? { 'idempotency-key': key } : {}),
  });
const clean = (at: string, by: Client) =>
  until(
    async () => (await by.raw('GET', at)).status,
    (status) => status === 200,
    'the scanner lets it out',
  );

test('[P6][M4][P4] each authority records and signs its own part, with photos, quantities, seals and samples', async () => {
  const { id, task } = await plan('JOINT-FIELD-1');
  const sheet = await customs.get<FieldSheet>(`/inspections/${task.id}/sheet`);
  assert.equal(sheet.inspection.revision, task.revision);
  assert.ok(sheet.goods.length > 0 && sheet.goods.every((line) => line.goodsName));
  const objectId = task.objectIds[0] ?? '';
  const photo = picture('the seal');
  const sent = await keep(customs, task.id, photo, 'photo-1');
  assert.equal(sent.status, 201);
  const { digest } = (await sent.json()) as KeptPhoto;
  assert.equal(digest, sha256Hex(photo));
  const again = await keep(customs, task.id, photo, 'photo-2');
  assert.equal(((await again.json()) as KeptPhoto).digest, digest, 'the same bytes are the same photo');
  assert.equal((await customs.get<FieldSheet>(`/inspections/${task.id}/sheet`)).photos.length, 1);

  const { key } = await enrol(customs);
  const record = {
    outcome: 'abnormal',
    handlingCode: '9',
    findings: '第1项数量不符',
    items: [{ objectId, lineNumber: '1', quantity: '998', unit: '035', handlingCode: '9', findings: '少2个' }],
    seals: [
      { objectId, number: 'CN881', act: 'found' },
      { objectId, number: 'CN881', act: 'cut' },
      { objectId, number: 'CQ0001', act: 'put-on' },
    ],
    samples: [{ number: 'S-1', what: '液晶模组', laboratory: '重庆海关技术中心', lineNumber: '1' }],
    photos: [{ digest, objectId, caption: '原封志' }],
    enteredAt: '2026-11-20T02:00:00.000Z',
  };
  const signature = key.sign(findingsText({ inspectionId: task.id, authority: 'customs', findings: record }));
  const other = { ...record, findings: '改过' };
  const at = `/inspections/${task.id}/results`;
  const refused = await customs.send<{ code: string }>('POST', at, { ...other, signature }, 422);
  assert.equal(refused.code, 'SIGNATURE_REFUSED', 'a signature of something else');
  const view = await customs.send<InspectionView>('POST', at, { ...record, revision: task.revision, signature });
  const mine = view.parts.find((p) => p.authority === 'customs')?.result;
  assert.equal(mine?.signature?.by, 'person');
  assert.deepEqual(mine?.seals, record.seals);
  assert.equal(view.state, 'started', 'border inspection has its own part to do');

  const { items } = await trader.get<{ items: SignedPart[] }>(`/inspections/${task.id}/signatures`);
  assert.deepEqual(
    items.map((s) => [s.authority, s.by, s.whenReceived.holds, s.now.holds]),
    [['customs', 'person', true, true]],
  );
  await application.unitOfWork.run(portico, ({ db }) =>
    sql`update inspection.part set result = jsonb_set(result, '{findings}', '"相符"') where task_id = ${task.id} and authority = 'customs'`.execute(
      db,
    ),
  );
  const altered = await trader.get<{ items: SignedPart[] }>(`/inspections/${task.id}/signatures`);
  assert.equal(altered.items[0]?.now.holds, false, 'an altered record does not hold');

  const documents = await until(
    () => customs.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`),
    (list) => list.items.some((d) => d.kind === 'customs.inspection-result'),
    'the result goes back to customs',
  );
  const back = documents.items.find((d) => d.kind === 'customs.inspection-result');
  const xml = await (await customs.raw('GET', `/documents/${back?.id}/content`)).text();
  assert.match(xml, /<SealsPutOn>[^<]*CQ0001<\/SealsPutOn>/);
  assert.match(xml, /<Samples>S-1 液晶模组<\/Samples>/);
});

test('[P6][M2] each result comes back to owner, station, port office and every authority that takes part, and to nobody else', async () => {
  const { id, task } = await plan('JOINT-FIELD-9');
  const [airport, railway] = await Promise.all(['airport', 'railway'].map((account) => signIn(application, account)));
  const concerned = { trader, airport: airport as Client, operator, customs, border };
  const others = { stranger, railway: railway as Client };
  const listen = (all: Record<string, Client>) =>
    Promise.all(Object.values(all).map(({ cookie }) => openLive(application.url, { cookie })));
  const [near, far] = [await listen(concerned), await listen(others)];
  const results = (stream: (typeof near)[number]) =>
    stream.told.filter((t) => t.event === 'inspection.result-recorded' && t.data.shipmentId === id).length;
  const record = async (by: Client, heard: number) => {
    const body = { outcome: 'normal', handlingCode: '11', findings: '相符' };
    await by.send('POST', `/inspections/${task.id}/results`, body);
    await until(
      async () => near.map(results),
      (counts) => counts.every((count) => count === heard),
      `result ${heard} is told to ${Object.keys(concerned)}`,
    );
  };
  await record(customs, 1);
  await record(border, 2);
  for (const [name, client] of Object.entries(concerned)) {
    const { parts, state } = await client.get<InspectionView>(`/inspections/${task.id}`);
    const said = parts.map((part) => [part.authority, part.result?.outcome]).sort();
    assert.deepEqual(
      [name, state, said],
      [
        name,
        'finished',
        [
          ['border-inspection', 'normal'],
          ['customs', 'normal'],
        ],
      ],
    );
  }
  assert.deepEqual(
    far.map((stream) => stream.told.filter((t) => t.data.shipmentId === id)),
    [[], []],
  );
  for (const client of Object.values(others))
    assert.equal((await client.raw('GET', `/inspections/${task.id}`)).status, 404);
  for (const stream of [...near, ...far]) stream.close();
});

test('[P6][P11] photos are for the authorities that take part, and for the owner once they are recorded; not for the port office', async () => {
  const { id, task } = await plan('JOINT-FIELD-2');
  const bytes = picture('a box');
  const { digest } = (await (await keep(customs, task.id, bytes)).json()) as KeptPhoto;
  const at = `/inspections/${task.id}/photos/${digest}`;
  await clean(at, customs);
  await clean(at, border);
  for (const [who, client] of Object.entries({ trader, stranger, operator, maritime }))
    assert.equal((await client.raw('GET', at)).status, 404, `${who} before it is recorded`);
  const record = { outcome: 'normal', handlingCode: '11', findings: '箱货相符', photos: [{ digest }] };
  await customs.send('POST', `/inspections/${task.id}/results`, record);
  const own = await trader.raw('GET', at);
  assert.equal(own.status, 200);
  assert.deepEqual(Buffer.from(await own.arrayBuffer()), bytes);
  assert.equal(own.headers.get('content-type'), 'application/octet-stream', 'nothing from outside is rendered here');
  const photosOf = async (client: Client) =>
    (await client.get<InspectionView>(`/inspections/${task.id}`)).parts.flatMap((p) => p.result?.photos ?? []).length;
  assert.equal(await photosOf(trader), 1);
  assert.equal(await photosOf(operator), 0);
  for (const client of [operator, stranger]) assert.equal((await client.raw('GET', at)).status, 404);
  // The library of documents shows none, to anybody.
  for (const client of [trader, customs, operator]) {
    const { items } = await client.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
    assert.ok(items.length > 0 && items.every((d) => d.digest !== digest));
  }
  const hidden = (await (await keep(border, task.id, picture('evidence'))).json()) as KeptPhoto;
  await border.send('POST', `/inspections/${task.id}/results`, {
    outcome: 'abnormal',
    handlingCode: '4',
    findings: '移送',
    photos: [{ digest: hidden.digest }],
  });
  const withheld = `/inspections/${task.id}/photos/${hidden.digest}`;
  await clean(withheld, customs);
  assert.equal((await trader.raw('GET', withheld)).status, 404, 'what is for an investigation');
});

test('[P6][P11] a photo is one by its content, and one with a virus is nobody’s', async () => {
  const { task } = await plan('JOINT-FIELD-3');
  const pdf = await keep(customs, task.id, Buffer.from('%PDF-1.7\n'));
  assert.equal(((await pdf.json()) as { code: string }).code, 'INSPECTION_PHOTO_UNFIT');
  assert.equal((await keep(customs, task.id, Buffer.alloc(4 * 1024 * 1024 + 1, 0xff))).status, 413);
  assert.equal((await keep(maritime, task.id, picture('x'))).status, 404, 'no part of it');
  assert.equal((await keep(trader, task.id, picture('x'))).status, 403);
  const { digest } = (await (await keep(customs, task.id, picture(EICAR))).json()) as KeptPhoto;
  await until(
    async () => (await customs.raw('GET', `/inspections/${task.id}/photos/${digest}`)).status,
    (status) => status === 403,
    'the scanner finds it',
  );
});

test('[P6] a record that does not fit is told what, where and what to do; nothing is recorded', async () => {
  const { task } = await plan('JOINT-FIELD-4');
  const at = `/inspections/${task.id}/results`;
  const objectId = task.objectIds[0] ?? '';
  const problem = await customs.send<{ code: string; findings: { path: string; rule: string; value: string }[] }>(
    'POST',
    at,
    {
      outcome: 'normal',
      handlingCode: '3',
      findings: '',
      items: [{ lineNumber: '77', handlingCode: '11' }],
      seals: [
        { objectId, number: 'A1', act: 'found' },
        { objectId, number: 'A1', act: 'put-on' },
        { objectId: 'container:NOTMINE', number: 'B1', act: 'found' },
      ],
      samples: [
        { number: 'S', what: 'a', laboratory: 'b' },
        { number: 'S', what: 'a', laboratory: 'b' },
      ],
      photos: [{ digest: 'a'.repeat(64) }],
    },
    422,
  );
  assert.equal(problem.code, 'FINDINGS_UNFIT');
  assert.deepEqual(
    problem.findings.map((f) => [f.path, f.rule]),
    [
      ['handlingCode', 'handling-fits-outcome'],
      ['items[0].lineNumber', 'line-is-declared'],
      ['seals[2].objectId', 'object-is-inspected'],
      ['seals[1].number', 'seal-once'],
      ['samples[1].number', 'sample-number-once'],
      ['photos[0].digest', 'photo-has-arrived'],
    ],
  );
  const after = await customs.get<InspectionView>(`/inspections/${task.id}`);
  assert.ok(after.parts.every((p) => p.result === undefined));
});

test('[P6][M4] what changed meanwhile is not recorded unseen: moved, ended by a colleague, cancelled', async () => {
  const { task } = await plan('JOINT-FIELD-5');
  const at = `/inspections/${task.id}`;
  const record = { outcome: 'normal', handlingCode: '11', findings: '相符', revision: task.revision };
  const { items } = await trader.get<{ items: { id: string }[] }>(`${at}/slots`);
  await trader.send('POST', `${at}/reschedule`, { slotId: items.at(-1)?.id, reason: '车辆未到' });
  const moved = await customs.send<{ code: string; text: { zh: string } }>('POST', `${at}/results`, record, 409);
  assert.equal(moved.code, 'INSPECTION_CHANGED');
  const { revision } = await customs.get<InspectionView>(at);
  assert.notEqual(revision, task.revision);
  // The same request again, as a phone does that heard no answer: one record, the same answer to the byte.
  const body = JSON.stringify({ ...record, revision });
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'field-5' };
  const [first, second] = [
    await customs.raw('POST', `${at}/results`, body, headers),
    await customs.raw('POST', `${at}/results`, body, headers),
  ];
  assert.equal(first.status, 201);
  assert.equal(await second.text(), await first.text());
  assert.equal(second.headers.get('idempotent-replay'), 'true');
  const colleague = await customs.send<{ code: string }>('POST', `${at}/results`, { ...record, revision }, 409);
  assert.equal(colleague.code, 'INSPECTION_RESULT_RECORDED');
  const late = await keep(customs, task.id, picture('late'));
  assert.equal(((await late.json()) as { code: string }).code, 'INSPECTION_RESULT_RECORDED');
  // Another authority’s result is no change of mine.
  const theirs = await border.send<InspectionView>('POST', `${at}/results`, { ...record, revision });
  assert.equal(theirs.state, 'finished');

  const gone = await plan('JOINT-FIELD-6', waterImport);
  for (const by of [customs, maritime])
    await by.send('POST', '/instructions', {
      shipmentId: gone.id,
      objects: gone.task.objectIds,
      kind: 'release',
      reason: '不再查验',
    });
  await until(
    () => customs.get<InspectionView>(`/inspections/${gone.task.id}`),
    (i) => i.state === 'cancelled',
    'the task is cancelled',
  );
  const over = await customs.send<{ code: string }>(
    'POST',
    `/inspections/${gone.task.id}/results`,
    { ...record, revision: gone.task.revision },
    409,
  );
  assert.equal(over.code, 'INSPECTION_STATE_UNFIT');
});

test('[P6][P4] an authority that asks for signatures takes no part without one', async () => {
  const { task } = await plan('JOINT-FIELD-7');
  await application.unitOfWork.run(portico, ({ db }) =>
    sql`insert into signatures.policy (organisation_id, required, changed_at, changed_by)
      select id, true, now(), 'test' from enterprise.organisation where authority = 'border-inspection'`.execute(db),
  );
  const record = { outcome: 'normal', handlingCode: '11', findings: '相符' };
  const at = `/inspections/${task.id}/results`;
  assert.equal((await border.send<{ code: string }>('POST', at, record, 422)).code, 'SIGNATURE_NEEDED');
  const { key } = await enrol(border);
  const signature = key.sign(findingsText({ inspectionId: task.id, authority: 'customs', findings: record }));
  const foreign = await border.send<{ code: string }>('POST', at, { ...record, signature }, 422);
  assert.equal(foreign.code, 'SIGNATURE_REFUSED', 'signed for another part');
  const right = key.sign(findingsText({ inspectionId: task.id, authority: 'border-inspection', findings: record }));
  await border.send('POST', at, { ...record, signature: right });
});
