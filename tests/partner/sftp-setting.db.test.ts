// A channel's address by SFTP is set by two persons like any other, together with the key its far end is known by (issue 6): documents are laid
// into the folder and what lies there is taken, without a restart; an address without its key, or with another one, reaches nobody.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ChannelHealth, DeliveryView, InboundView } from '../../src/hub/exchange/contract.ts';
import type { ChannelCare, SettingsChange } from '../../src/hub/partner/contract.ts';
import { startSftpServer } from '../../src/runtime/simulator/sftp-server.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { operator, operator2, trader } = await applicationWith(['operator', 'operator2', 'trader']);
const CHANNEL = 'railway-yard';
const SECRET = 'agreed-in-a-sealed-letter';
const folder = await startSftpServer({ user: 'portico', password: SECRET, now: () => 1_790_000_000 });
after(() => folder.stop());
const at = `/channel-settings/${CHANNEL}`;
const none = { maintenance: [], tell: [] };
const propose = (settings: object) =>
  operator.send<SettingsChange>('POST', `${at}/changes`, { settings: { ...none, ...settings }, reason: '伙伴来函' });
const set = async (settings: object) =>
  operator2.send('POST', `/channel-settings-changes/${(await propose(settings)).id}/confirmation`);
const faults = async (settings: object) => {
  const body = { settings: { ...none, ...settings }, reason: 'x' };
  const { findings } = await operator.send<{ findings: { path: string; rule: string }[] }>(
    'POST',
    `${at}/changes`,
    body,
    422,
  );
  return findings.map((one) => [one.path, one.rule]);
};
const address = async () =>
  (await operator.get<{ items: ChannelHealth[] }>('/exchange/channels')).items.find(({ id }) => id === CHANNEL)
    ?.endpoint;
const deliveries = async (shipmentId: string) =>
  (await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?channel=${CHANNEL}&shipmentId=${shipmentId}`))
    .items;
const other = `SHA256:${'A'.repeat(43)}`;
const unanswered = { retryAfterMs: [100, 200], credential: 'yard-folder' };

test('[N10][P3] an SFTP address names its account and its host key, and a host key goes with nothing else', async () => {
  await operator.send('POST', `${at}/credentials`, { name: 'yard-folder', secret: SECRET }, 201);
  const { url, hostKey } = folder;
  assert.deepEqual(await faults({ endpoint: url }), [['hostKey', 'sftp-names-its-host-key']]);
  assert.deepEqual(await faults({ endpoint: url, hostKey: 'MD5:00:11' }), [['hostKey', 'sftp-names-its-host-key']]);
  assert.deepEqual(await faults({ hostKey }), [['hostKey', 'host-key-is-for-sftp']]);
  assert.deepEqual(await faults({ endpoint: 'https://yard.example.com/', hostKey }), [
    ['hostKey', 'host-key-is-for-sftp'],
  ]);
  for (const wrong of [url.replace('portico@', ''), url.replace('portico@', 'portico:secret@'), 'sftp://a@10.0.0.7/'])
    assert.deepEqual(await faults({ endpoint: wrong, hostKey }), [['endpoint', 'address-is-public']], wrong);
});

test('[N10][P3] with another host key nothing is told to the far end; with its own the folder is used, both ways', async () => {
  await set({ ...unanswered, endpoint: folder.url, hostKey: other });
  await until(address, (url) => url === folder.url, 'the folder’s address');
  const { id } = await fileShipment(trader, railImport('CLEAN-BY-FOLDER'));
  await until(
    () => deliveries(id),
    (all) => all.some(({ attempts }) => attempts.some(({ detail }) => detail === 'HOST_KEY_OTHER')),
    'another key is seen',
  );
  assert.deepEqual([folder.files.size, folder.opened()], [0, 0]);

  await set({ credential: 'yard-folder', endpoint: folder.url, hostKey: folder.hostKey });
  const care = await until(
    () => operator.get<ChannelCare>(at),
    ({ settings }) => settings.hostKey === folder.hostKey,
    'the folder’s own key counts',
  );
  assert.ok(!('hostKey' in care.counts) && !JSON.stringify(care).includes(SECRET));
  const before = new Set((await deliveries(id)).map(({ documentId }) => documentId));
  const later = await fileShipment(trader, { ...railImport('CLEAN-BY-FOLDER-2'), billNumber: 'FOLDER2' });
  await until(
    async () => [...folder.files.keys()].filter((name) => name.startsWith('/from-portico/')),
    (names) => names.length > 0 && !names.some((name) => name.endsWith('.part')),
    'a document in the folder',
  );
  await until(
    () => deliveries(later.id),
    (all) => all.some((one) => one.state === 'delivered' && !before.has(one.documentId)),
    'delivered into the folder',
  );

  folder.files.set('/to-portico/hello.xml', { bytes: Buffer.from('<WLJK_IRTA/>'), time: 1_790_000_000 });
  await until(
    async () => [...folder.files.keys()],
    (names) => names.includes('/to-portico/done/hello.xml'),
    'what lay there is taken',
  );
  const { items } = await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}`);
  assert.ok(items.length > 0);
});
