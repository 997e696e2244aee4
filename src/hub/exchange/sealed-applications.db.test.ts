// What an enterprise applies for at an authority is a document of no case: it is sealed as one of a case is, by the enterprise's own seal (P4, decision 0064).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel } from '../../../tests/support/probe-channel.ts';
import type { OrganisationKind } from '../../kernel/party.ts';
import type { Actor } from '../../runtime/context.ts';
import { documentWithBytes } from '../documents/index.ts';
import { seedDemoAuthority } from '../signatures/index.ts';
import { readDeliveries } from './operate-exchange.ts';
import { replayDelivery } from './replay-delivery.ts';

const channel = probeChannel('probe');
const definition = channel.documents[0] ?? assert.fail();
Object.assign(definition, {
  trigger: 'directory.applied',
  fields: [],
  encode: () => ({
    bytes: Buffer.from('<Application><Number>1</Number></Application>'),
    mediaType: 'application/xml',
    charset: 'utf-8',
    fileName: 'application.xml',
  }),
});
let hub: TestHub;
before(async () => {
  hub = await startTestHub([channel]);
  await hub.run(seedDemoAuthority);
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});
/** What asks for a seal: the definition, or what was agreed for the channel. */
function asks(by: 'definition' | 'channel' | 'nobody'): void {
  Object.assign(definition, { sealed: by === 'definition' });
  hub.settings.signedChannels = by === 'channel' ? { probe: { outbound: 'seal' } } : {};
}

const managerOf = (kind: OrganisationKind) => hub.person(kind, ['enterprise-manager']);
const deliveries = async () => (await hub.run((context) => readDeliveries(context, {}))).items;
/** Files an application; gives back what goes out. */
async function apply(manager: Actor) {
  const before = new Set((await deliveries()).map((one) => one.id));
  const blank = await hub.call<{ kind: string; form: object }>('GET', '/directory-form', {}, manager);
  const added = {
    customsCode: '5003160A01',
    contactName: '周演示',
    address: '重庆市渝中区民生路 1 号',
    postcode: '400010',
    legalRepresentative: '周演示',
  };
  const form = { ...added, contactPhone: '023-60000000', ...blank.form };
  await hub.call('POST', '/directory-applications', { body: { kind: blank.kind, form } }, manager);
  await hub.settle();
  return (await deliveries()).find((one) => !before.has(one.id)) ?? assert.fail();
}
const isSigned = async ({ documentId }: { readonly documentId: string }) => {
  const document = await hub.run((context) => documentWithBytes(context, documentId));
  return document && Buffer.from(document.bytes).includes('SignatureValue>');
};
const makeSeal = (manager: Actor) => hub.call('POST', '/seals', { body: { algorithm: 'ES256' } }, manager);

for (const [by, kind] of [
  ['channel', 'broker'],
  ['nobody', 'carrier'],
] as const)
  test(`[P4][N7] an application whose seal is asked for by ${by}`, async () => {
    asks(by);
    const manager = await managerOf(kind);
    await makeSeal(manager);
    assert.equal(await isSigned(await apply(manager)), by === 'channel');
  });

test('[P4][N7] without a seal what must be sealed waits and says why; once there is one it is sent again, sealed', async () => {
  asks('definition');
  const manager = await managerOf('trader');
  const waits = await apply(manager);
  assert.equal(waits.state, 'dead');
  assert.match(waits.attempts.at(-1)?.detail ?? '', /no valid seal/);
  await makeSeal(manager);
  await hub.run((context) => replayDelivery(context, waits.id));
  const sent = (await deliveries()).find((one) => one.id === waits.id) ?? assert.fail();
  assert.deepEqual([sent.state, await isSigned(sent)], ['queued', true]);
});
