// Public security over the wire: persons and vehicles are compared by digest, what is sought is held, and no number leaves (N4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { trader, police: officer } = await applicationWith(['trader', 'police']);

const CHANNEL = 'public-security';
type Person = readonly [role: string, kind: string, number: string];
const withPersons = (reference: string, persons: readonly Person[], more: Form = {}): Form => ({
  ...railImport(reference),
  ...more,
  persons: persons.map(([personRole, personDocumentKind, personDocumentNumber]) => ({
    personRole,
    personDocumentKind,
    personDocumentNumber,
  })),
});
/** Nobody's: the check character fits. */
const UNKNOWN: Person = ['driver', 'ID', '50010319900101007X'];
/** What the simulator seeks, as it was written before 1999. */
const SOUGHT: Person = ['driver', 'ID', '110105491231002'];
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const disposition = (id: string) => trader.get<BlockingView>(`/shipments/${id}/disposition`);
const held = (id: string) =>
  until(
    () => shipment(id),
    (s) => s.progress === 'held',
    'public security holds the goods',
  );
const holders = async (id: string, type: string) =>
  (await disposition(id)).objects
    .filter((o) => o.type === type)
    .map((o) => o.disposition.holders.filter((h) => h.authority === CHANNEL).length);

test('[N4][P5] nobody sought: the answer says so and nothing is held', async () => {
  const { id } = await fileShipment(trader, withPersons('CLEAN-PERSONS-1', [UNKNOWN, ['crew', 'PP', 'E12345678']]));
  const closed = await until(
    () => shipment(id),
    (s) => s.state === 'closed' && s.answers.some((a) => a.channel === CHANNEL),
    'the case closes',
  );
  assert.deepEqual(
    closed.answers.filter((a) => a.channel === CHANNEL).map((a) => a.outcome),
    ['acknowledged'],
  );
});

test('[N4][P5] a driver who is sought holds the goods, however his number was typed; the officer lets go', async () => {
  const { id } = await fileShipment(trader, withPersons('CLEAN-PERSONS-2', [UNKNOWN, SOUGHT]));
  await held(id);
  assert.deepEqual(await holders(id, 'container'), [1, 1]);
  const order = (await disposition(id)).objects
    .find((o) => o.type === 'container')
    ?.disposition.holders.find((h) => h.authority === CHANNEL);
  assert.equal(order?.kind, 'hold');
  assert.match(order?.legalBasis ?? '', /人民警察法/);
  assert.doesNotMatch(JSON.stringify(order), /11010519491231002X|110105491231002/, 'the reason names nobody');
  const objects = (await disposition(id)).objects.filter((o) => o.type === 'container').map((o) => o.id);
  await officer.send('POST', '/instructions', {
    shipmentId: id,
    objects,
    kind: 'release',
    reason: '核查完毕',
  });
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );
});

test('[N4][P5] crew who are sought hold the conveyance, and with it all that is on it', async () => {
  const { id } = await fileShipment(
    trader,
    withPersons('CLEAN-PERSONS-3', [['crew', 'PP', 'e 0000 0000']], { voyageNumber: '20261121' }),
  );
  await held(id);
  const [train] = await holders(id, 'conveyance');
  assert.equal(train, 1);
});

test('[N4][P5] a vehicle that is sought holds the goods; its plate was typed with a dot', async () => {
  const { id } = await fileShipment(
    trader,
    withPersons('CLEAN-PERSONS-4', [UNKNOWN], { pickupVehicle: '渝d·00000', voyageNumber: '20261122' }),
  );
  await held(id);
  assert.deepEqual(await holders(id, 'container'), [1, 1]);
});

test('[N4][P1] no number of a person or vehicle leaves in any message to public security', async () => {
  const canaries = [
    '50010319900101007X',
    'E7654321X',
    'SB20261126',
    '渝F99999',
    '110105491231002',
    '11010519491231002X',
  ];
  const form = withPersons(
    'CLEAN-PERSONS-5',
    [UNKNOWN, ['crew', 'PP', 'E7654321X'], ['crew', 'SB', 'SB20261126'], SOUGHT],
    { pickupVehicle: '渝F99999', pickupDriver: '刘演示', voyageNumber: '20261123' },
  );
  const { id } = await fileShipment(trader, form);
  await held(id);
  await trader.send('POST', `/shipments/${id}/withdrawal`, { reason: '不再申报' });
  const papers = await until(
    async () =>
      (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter(
        (d) => d.channel === CHANNEL,
      ),
    (list) =>
      list.some((d) => d.kind === 'public-security.screening-withdrawal') && list.some((d) => d.flow === 'inbound'),
    'both documents and the answer',
  );
  for (const paper of papers) {
    const text = await (await trader.raw('GET', `/documents/${paper.id}/content`)).text();
    for (const canary of [...canaries, '刘演示']) assert.ok(!text.includes(canary), `${paper.kind} has ${canary}`);
  }
  const screening = papers.find((d) => d.kind === 'public-security.screening');
  const sent = await (await trader.raw('GET', `/documents/${screening?.id}/content`)).text();
  const { persons, vehicle, keyId, algorithm } = (
    JSON.parse(sent) as {
      screening: {
        persons: { role: string; digest: string }[];
        vehicle: { digest: string };
        keyId: string;
        algorithm: string;
      };
    }
  ).screening;
  assert.equal(algorithm, 'HMAC-SM3');
  assert.match(keyId, /^demo\/\d{6}$/);
  for (const { digest } of [...persons, vehicle]) assert.match(digest, /^[0-9a-f]{64}$/);
  assert.equal(new Set(persons.map((p) => p.digest)).size, 4);
  // Nor does the office read in the portal what it was only given a digest of.
  const seen = await officer.get<ShipmentView>(`/shipments/${id}`);
  for (const canary of canaries) assert.ok(!JSON.stringify(seen).includes(canary), `the page shows ${canary}`);
});
