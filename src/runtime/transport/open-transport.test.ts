// Which ways have no TLS, and that none of them is gone where it is needed (ASVS 12.3.1).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpen } from '../../kernel/open-way.ts';
import { createCollector, createSender, schemeNames, wayOf } from './open-transport.ts';

const budget = {
  ...{ connections: 1, requestBytes: 1000, answerBytes: 1000, connectMs: 1000, firstByteMs: 1000, totalMs: 1000 },
};
const addressOf = (scheme: string): string => `${scheme}://a@127.0.0.1:9/x`;

test('[P3] every way says whether it goes without TLS; those are not gone where TLS is needed', async () => {
  const sender = createSender(budget);
  const collector = createCollector({ ...budget, maxBytes: 1000, batch: 1 });
  const open = schemeNames.filter((scheme) => isOpen(addressOf(scheme)));
  assert.deepEqual(open, ['http', 'batch+http', 'pull+http', 'soap+http', 'soap11+http', 'nats', 'mqtt']);
  assert.equal(isOpen('no address'), false);
  assert.equal(wayOf('ftp://partner.example/'), undefined, 'there is no FTP');
  for (const scheme of open) {
    const url = addressOf(scheme);
    const document = { bytes: new Uint8Array(1), contentType: 'text/plain', messageId: 'm', kind: 'k', fileName: 'f' };
    const pushed = await sender.push({ url, tls: 'needed', ...document });
    assert.deepEqual([pushed.outcome, pushed.detail], ['unreachable', 'TLS_NEEDED'], scheme);
    const collected = await collector.collect({ url, tls: 'needed' }, async () => 'kept');
    assert.deepEqual([collected.outcome, collected.detail], ['unreachable', 'TLS_NEEDED'], scheme);
  }
  sender.close();
  collector.close();
});

test('[P3] what people chose is judged when something is fetched as when it is sent: an address of our own network is not connected to', async () => {
  const collector = createCollector({ ...budget, maxBytes: 1000, batch: 1 });
  const from = { url: 'sftp://a@127.0.0.1:9/', hostKey: `SHA256:${'A'.repeat(43)}`, guard: 'public' as const };
  const judged = await collector.collect(from, async () => 'kept');
  assert.deepEqual([judged.outcome, judged.detail], ['unreachable', 'ADDRESS_NOT_ALLOWED']);
  const { guard: _, ...configured } = from;
  const free = await collector.collect(configured, async () => 'kept');
  assert.deepEqual([free.outcome, free.detail], ['unreachable', 'ECONNREFUSED']);
  collector.close();
});
