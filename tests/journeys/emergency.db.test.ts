// Emergency mode end to end (M10): customs is out of order, goods leave on paper, customs comes back, everything is reconciled.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EmergencyView, PaperActView } from '../../src/hub/emergency/contract.ts';
import type { BulkReplayView } from '../../src/hub/exchange/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { letDie } from '../support/dead-letter.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
let office: Client;
let customs: Client;
before(async () => {
  application = await startTestApplication();
  [trader, office, customs] = (await Promise.all(
    ['trader', 'operator', 'customs'].map((account) => signIn(application, account)),
  )) as [Client, Client, Client];
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const declare = (channels: string[]) =>
  office.send<EmergencyView>('POST', '/emergencies', {
    channels,
    reason: '海关系统故障',
    legalBasis: '渝府办〔2018〕6号 第15条',
  });
const paper = (shipmentId: string, paperNumber: string, more: object = {}) => ({
  shipmentId,
  authority: 'customs',
  kind: 'release',
  paperNumber,
  signatory: '张关员',
  paperAt: new Date(Date.now() - 60_000).toISOString(),
  reason: '系统故障期间纸面放行',
  ...more,
});
const acts = async (emergency: string) =>
  (await office.get<{ items: PaperActView[] }>(`/emergencies/${emergency}/paper-acts`)).items;

test('[M10] customs is away: filing and release go on by paper, then all is sent and reconciled', async () => {
  const emergency = await declare(['customs']);
  assert.match(emergency.number, /^EM\d{12}$/);
  const seen = await trader.get<{ items: EmergencyView[] }>('/emergencies?state=active');
  assert.deepEqual(
    seen.items.map((one) => one.number),
    [emergency.number],
    'everybody sees it',
  );
  await office.send('POST', '/emergencies', { channels: ['customs'], reason: 'x', legalBasis: 'x' }, 409);
  await office.send('POST', '/emergencies', { channels: ['moon'], reason: 'x', legalBasis: 'x' }, 400);

  const { id } = await fileShipment(trader, railImport('CLEAN-PAPER-1'));
  const state = () => trader.get<ShipmentView>(`/shipments/${id}`);
  const sheet = `/emergencies/${emergency.id}/paper-acts`;
  await trader.send('POST', sheet, paper(id, 'P-1'), 403);
  await office.send('POST', sheet, paper(id, 'P-1', { authority: 'border-inspection' }), 409);
  await customs.send('POST', sheet, paper(id, 'P-1', { authority: 'border-inspection' }), 403);
  await customs.send('POST', sheet, paper(id, 'P-1', { paperAt: '2099-01-01T00:00:00Z' }), 400);
  const { id: actId } = await customs.send<{ id: string }>('POST', sheet, paper(id, 'P-1'));
  await customs.send('POST', sheet, paper(id, 'P-1'), 409);
  await customs.send('POST', `/paper-acts/${actId}/decision`, { accepted: true }, 403);
  assert.equal((await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items.length, 0);

  await office.send('POST', `/paper-acts/${actId}/decision`, { accepted: true });
  await office.send('POST', `/paper-acts/${actId}/decision`, { accepted: true }, 409);
  const { items: releases } = await until(
    () => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`),
    (page) => page.items.length === 2,
    'the release on paper',
  );
  assert.equal(releases.length, 2);
  const timeline = await trader.get<{ items: { text: { zh: string } }[] }>(`/shipments/${id}/timeline`);
  assert.ok(timeline.items.some((entry) => entry.text.zh.includes('纸面') && entry.text.zh.includes('P-1')));
  await until(state, (s) => s.state === 'closed', 'the goods to leave');

  // Nothing for customs went out or was lost; it goes now, and customs says itself what it decided.
  await office.send('POST', `/emergencies/${emergency.id}/end`, {});
  await office.send('POST', `/emergencies/${emergency.id}/end`, {}, 409);
  await customs.send('POST', sheet, paper(id, 'P-2'), 409);
  const [act] = await until(
    () => acts(emergency.id),
    ([one]) => one?.state === 'confirmed',
    'customs’ own word',
  );
  assert.equal(act?.electronic?.kind, 'release');
  const documents = await trader.get<{ items: { channel?: string; delivery?: { state: string } }[] }>(
    `/shipments/${id}/documents`,
  );
  assert.ok(
    documents.items
      .filter((d) => d.channel === 'customs' && d.delivery)
      .every((d) => d.delivery?.state === 'delivered'),
  );
});

test('[M10] what customs says itself differs from the paper: shown with both, settled by an officer with a reason', async () => {
  const emergency = await declare(['customs']);
  const { id } = await fileShipment(trader, railImport('INSPECT-PAPER-2'));
  const sheet = `/emergencies/${emergency.id}/paper-acts`;
  const { id: actId } = await office.send<{ id: string }>('POST', sheet, paper(id, 'P-3'));
  const { id: refused } = await office.send<{ id: string }>('POST', sheet, paper(id, 'P-4'));
  await customs.send('POST', `/paper-acts/${refused}/decision`, { accepted: false, reason: '文书号不符' });
  await customs.send('POST', `/paper-acts/${actId}/settlement`, { reason: 'x' }, 409);
  await customs.send('POST', `/paper-acts/${actId}/decision`, { accepted: true });
  await until(
    () => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`),
    (page) => page.items.length === 2,
    'the release on paper',
  );
  await office.send('POST', `/emergencies/${emergency.id}/end`, {});
  const differing = await until(
    () => acts(emergency.id),
    (all) => all.some((one) => one.id === actId && one.electronic !== undefined),
    'customs’ own word',
  );
  const act = differing.find((one) => one.id === actId);
  assert.equal(act?.electronic?.kind === 'release' ? 'confirmed' : 'differing', act?.state);
  assert.equal(act?.state, 'differing');
  assert.equal(act?.electronic?.kind, 'inspect');
  await customs.send('POST', `/paper-acts/${actId}/settlement`, { reason: '纸面放行有效，电子查验指令撤回' });
  const settled = (await acts(emergency.id)).find((one) => one.id === actId);
  assert.equal(settled?.state, 'settled');
  assert.match(settled?.settlement ?? '', /纸面放行有效/);
  const border = await signIn(application, 'border');
  assert.deepEqual((await border.get<{ items: unknown[] }>(sheet)).items, [], 'papers of others are not shown');
  await border.send('POST', `/paper-acts/${actId}/settlement`, { reason: 'x' }, 404);
  const report = await office.get<{ items: EmergencyView[] }>('/emergencies?state=ended');
  const view = report.items.find((one) => one.id === emergency.id);
  assert.deepEqual([view?.acts.settled, view?.acts.rejected], [1, 1]);
});

test('[M10][P3] what had died when the emergency ends is sent again at a second person’s word', async () => {
  const emergency = await declare(['customs']);
  const { id } = await fileShipment(trader, railImport('SEND-AGAIN-TWO'));
  type Deliveries = { items: { id: string; channel: string; shipmentId?: string; state: string }[] };
  const toCustoms = async (state: string) =>
    (await office.get<Deliveries>(`/exchange/deliveries?state=${state}&shipmentId=${id}`)).items.filter(
      (d) => d.channel === 'customs',
    );
  const [waiting] = await until(
    () => toCustoms('queued'),
    (some) => some.length > 0,
    'the declaration to wait',
  );
  await letDie(application.unitOfWork, waiting?.id ?? '');
  await office.send('POST', `/emergencies/${emergency.id}/end`, {});
  const proposed = await office.get<{ items: BulkReplayView[] }>('/exchange/bulk-replays?state=proposed');
  const [replay] = proposed.items.filter((one) => one.reason.includes(emergency.number));
  assert.deepEqual([replay?.channel, replay?.count], ['customs', 1]);
  assert.equal((await toCustoms('dead')).length, 1, 'nobody has confirmed');
  await office.send('POST', `/exchange/bulk-replays/${replay?.id}/confirmation`, {}, 403);
  const second = await signIn(application, 'operator2');
  await second.send('POST', `/exchange/bulk-replays/${replay?.id}/confirmation`, {});
  await until(
    () => toCustoms('delivered'),
    (some) => some.some((d) => d.id === waiting?.id),
    'the declaration to go',
  );
});
