// The terminal's own system says what its gate desk could (N10): CODECO, COARRI, BAPLIE and flat files move goods, boxes find their place on board,
// CONTRL and APERAK answer our orders.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { writeEnvelope } from '../../src/runtime/codec/edifact-envelope.ts';
import { type Segment, writeEdifact } from '../../src/runtime/codec/edifact.ts';
import { writeFlatRecords } from '../../src/runtime/codec/flat-records.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { waterExport, waterImport } from '../support/forms.ts';

// Slow enough that the simulator's own gate-out comes after what is said here.
const { application, trader } = await applicationWith(['trader'], { pace: 0.6 });
const key = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'port-terminal', 'terminal test'));

const BOX = 'CQPU1000014';
const oneBox = (reference: string, bill: string): Form => {
  const form = waterImport(reference);
  return { ...form, billNumber: bill, containers: (form.containers as Form[]).slice(0, 1) as never };
};
async function post(body: string): Promise<void> {
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/edifact' },
    body,
  });
  assert.ok(reply.ok, await reply.text());
}
let serial = 0;
/** One message of the terminal about a box of a release; `cancels`: taken back. */
const say = (type: 'CODECO' | 'COARRI', name: string, release: string, cancels = false): Promise<void> => {
  const number = `T${++serial}`;
  const body: Segment[] = [
    ['BGM', [name], [number], [cancels ? '1' : '9']],
    ['NAD', ['MS'], ['CKGTERM']],
    ['EQD', ['CN'], [BOX], [], [], [], ['5']],
    ['RFF', ['RE', release]],
    ['DTM', [type === 'CODECO' ? '7' : '203', '202611201200', '203']],
    ['CNT', ['16', '1']],
  ];
  const head = {
    syntax: 'UNOA',
    sender: 'CKGTERM',
    recipient: 'PORTICO',
    at: '202611201200',
    reference: number,
  } as const;
  return post(writeEdifact(writeEnvelope(head, [{ reference: number, type: [type, 'D', '95B', 'UN'], body }])));
};
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const releaseOf = async (id: string) =>
  (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items[0];
const told = async (id: string, type: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`)).items.filter((e) => e.type === type);

async function amend(id: string, changes: object): Promise<void> {
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const form = { ...amendment.form, ...changes };
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form,
    revision: amendment.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision, reason: '按码头记录更正箱号' });
}

test('[N10][P7] in at the gate, taken back, in again, loaded, out, and out taken back: each by a message alone', async () => {
  const { id } = await fileShipment(trader, oneBox('CLEAN-TERM-1', 'YZTERM1'));
  const granted = await until(
    () => releaseOf(id),
    (r) => r?.state === 'granted',
    'the release',
  );
  const number = granted?.number ?? '';
  const comes = (type: string, count: number) =>
    until(
      () => told(id, type),
      (e) => e.length === count,
      `${count} × ${type}`,
    );
  await say('CODECO', '34', number);
  await comes('release.moved', 1);
  await say('CODECO', '34', number, true);
  await comes('release.move-reversed', 1);
  await say('CODECO', '34', number);
  await comes('release.moved', 2);
  await say('COARRI', '44', number);
  await comes('release.moved', 3);
  await say('CODECO', '36', number);
  await comes('release.used', 1);
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );
  await say('CODECO', '36', number, true);
  await comes('release.use-reversed', 1);
  await until(
    () => shipment(id),
    (s) => s.state === 'submitted',
    'the case is open again',
  );
  assert.equal((await releaseOf(id))?.state, 'granted');
  // What the terminal has never said anything about is refused, and nothing moves.
  await say('COARRI', '44', number);
  await application.isQuiet();
  assert.equal((await told(id, 'release.moved')).length, 3, 'loaded twice is loaded once');
});

test('[N10] a terminal whose system reports every step: orders acknowledged, the box in its place on board, the case closed', async () => {
  const { id } = await fileShipment(trader, oneBox('TERMINAL-2', 'YZTERM2'));
  const closed = await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
    90_000,
  );
  const answers = closed.answers.filter((a) => a.channel === 'port-terminal');
  assert.deepEqual(answers.map((a) => [a.document, a.outcome]).sort(), [
    ['port-terminal.pick-up-plan', 'acknowledged'],
    ['port-terminal.pick-up-plan', 'noted'],
  ]);
  const [stowed] = await until(
    () => told(id, 'shipment.cargo-stowed'),
    (e) => e.length >= 2,
    'the place on board is told',
  );
  assert.match(stowed?.text.zh ?? '', new RegExp(`${BOX} 0140382`));
  assert.doesNotMatch(stowed?.text.en ?? '', /MSCU6639871/, 'a box of somebody else');
});

test('[N10] a terminal that refuses an announcement names the box by its field; the amended one is accepted', async () => {
  const form: Form = { ...waterExport('PLANNO-3'), billNumber: 'YZTERM3' };
  const { id } = await fileShipment(trader, form);
  const refused = await until(
    () => shipment(id),
    (s) => s.answers.some((a) => a.channel === 'port-terminal' && a.outcome === 'rejected'),
    'the terminal refuses',
  );
  const answer = refused.answers.find((a) => a.outcome === 'rejected');
  assert.equal(answer?.path, 'containers[0].containerNumber');
  assert.equal(answer?.text.zh, '箱号与码头记录不符');
  await amend(id, { containers: [{ ...(form.containers as Form[])[0], containerNumber: 'YXEU4000026' }] });
  await until(
    () => shipment(id),
    (s) => s.answers.some((a) => a.document === 'port-terminal.announcement' && a.outcome === 'acknowledged'),
    'the terminal accepts the amended one',
  );
});

test('[N10] a flat file of the port says the place on board and the manifest, as the bay plan and the manifest do', async () => {
  const form = {
    ...oneBox('SILENT-TERM-4', 'YZTERM4'),
    containers: [{ ...(oneBox('x', 'y').containers as Form[])[0], containerNumber: 'CQPU1000020' }],
  };
  const { id } = await fileShipment(trader, form as unknown as Form);
  await post(
    writeFlatRecords([
      ['00', 'BAPLIE', 'BAYPLAN', '9', 'TERM', 'PORTICO', '2611201200'],
      ['10', 'MINS', 'MIN SHENG 1', 'CN', '2647W'],
      ['50', 'CQPU1000020', '4530', 'F', '0180782'],
      ['52', 'CNCKG', '', 'CNSHA'],
      ['50', 'MSCU6639871', '4530', 'F', '0180784'],
    ]),
  );
  const [stowed] = await until(
    () => told(id, 'shipment.cargo-stowed'),
    (e) => e.length > 0,
    'the place on board is told',
  );
  assert.match(stowed?.text.zh ?? '', /CQPU1000020 0180782/);
  await post(
    writeFlatRecords([
      ['00', 'IFCSUM', 'MANIFEST', '9', 'TERM', 'PORTICO', '20261120120000'],
      ['10', 'MINS', 'MIN SHENG 1', 'CN', '2647W'],
      ['12', 'YZTERM4'],
      ['51', '0', 'CQPU1000020', 'CN881', '40HC', 'F', '79', '2100'],
    ]),
  );
  const [manifested] = await until(
    () => told(id, 'shipment.manifested'),
    (e) => e.length > 0,
    'the manifest is told',
  );
  assert.match(manifested?.text.zh ?? '', /件数 79 \/ 80/);
});
