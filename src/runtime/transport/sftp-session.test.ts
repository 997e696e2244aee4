// Whom an SFTP session is opened to: a pinned host key, a guarded address, the one credential there is; and how each no is told.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type SftpServer, startSftpServer } from '../simulator/sftp-server.ts';
import type { Resolver } from './address-guard.ts';
import { createSftpPusher } from './sftp-folder.ts';
import type { Guard } from './transport.ts';

const budget = {
  ...{ connections: 1, requestBytes: 1000, answerBytes: 0 },
  ...{ connectMs: 5000, firstByteMs: 5000, totalMs: 8000 },
};
let server: SftpServer;
before(async () => {
  server = await startSftpServer({ user: 'portico', password: 'agreed', now: () => 1 });
});
after(() => server.stop());

let n = 0;
async function push(more: { url?: string; key?: string; hostKey?: string }, guard?: Guard): Promise<string> {
  const pusher = createSftpPusher(budget, guard);
  const { outcome, detail } = await pusher.push({
    ...{ url: server.url, key: 'agreed', hostKey: server.hostKey, ...more },
    ...{ bytes: Buffer.from('x'), contentType: 'text/plain', messageId: `m-${++n}`, kind: 'k', fileName: 'a.txt' },
  });
  pusher.close();
  return `${outcome} ${detail}`;
}
const answering =
  (address: string): Resolver =>
  (_name, _options, callback) =>
    callback(null, [{ address, family: 4 }]);

test('[P3][N12] another host key, or none agreed on, ends before any secret is said', async () => {
  const opened = server.opened();
  assert.equal(await push({ hostKey: `SHA256:${'A'.repeat(43)}` }), 'unreachable HOST_KEY_OTHER');
  assert.equal(await push({ hostKey: '' }), 'unreachable HOST_KEY_NOT_SET');
  assert.equal(server.opened(), opened);
});

test('[P3][N12] a wrong password or key is a no; a key that cannot be read is told as that', async () => {
  assert.equal(await push({ key: 'other' }), 'refused AUTHENTICATION');
  const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' });
  assert.equal(await push({ key: String(pem) }), 'refused AUTHENTICATION');
  assert.equal(await push({ key: '-----BEGIN PRIVATE KEY-----\nnone' }), 'refused KEY_UNREADABLE');
});

test('[P3][N12] an address that somebody else chose is judged where it is connected to, names too', async () => {
  assert.equal(await push({}, { policy: 'loopback-too' }), 'delivered SFTP OK');
  assert.equal(await push({}, { policy: 'public' }), 'unreachable ADDRESS_NOT_ALLOWED');
  const named = { url: server.url.replace('127.0.0.1', 'erp.example.com') };
  const inside = { policy: 'public', resolver: answering('10.0.0.8') } as const;
  assert.equal(await push(named, inside), 'unreachable ADDRESS_NOT_ALLOWED');
  const here = { policy: 'loopback-too', resolver: answering('127.0.0.1') } as const;
  assert.equal(await push(named, here), 'delivered SFTP OK');
});
