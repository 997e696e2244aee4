import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { findUrlFault, guardedLookup, isAllowedAddress } from './address-guard.ts';
import { guardedPost } from './guarded-post.ts';

const prepare = async () => ({ body: '{}', headers: {} });
const hosts = [
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.255',
  '167772161',
  '0xa000001',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.255.255',
  '3232235521',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[fc00::1]',
  '[fd12:3456:789a::1]',
  '[fe80::1]',
  '[ff02::1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::169.254.169.254]',
  '[2002:7f00:1::]',
  '[2001:db8::1]',
  '[2001::1]',
  '[100::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'printer',
  'db.internal',
  'metadata.google.internal',
  'nas.local',
];
const wrappings = [
  (h: string) => `https://${h}/`,
  (h: string) => `https://${h}:8443/hook?x=1`,
  (h: string) => `http://${h}/`,
  (h: string) => `https://user:secret@${h}/`,
];

test('[M2] no spelling of a private address is taken at registration (248 URLs)', () => {
  const urls = hosts.flatMap((h) => wrappings.map((wrap) => wrap(h)));
  assert.ok(urls.length >= 200);
  for (const url of urls) assert.ok(findUrlFault(url, 'public'), url);
  for (const url of [
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'gopher://example.com',
    'https://example.com/#x',
    '',
  ])
    assert.ok(findUrlFault(url, 'public'), url);
  for (const url of [
    'https://example.com/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/hook',
    'https://报关.example.cn/',
  ])
    assert.equal(findUrlFault(url, 'public'), undefined, url);
});

test('[M2] an IPv4 address is judged alike however it is wrapped in IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      assert.equal(isAllowedAddress(`::ffff:${ip}`, 'public'), isAllowedAddress(ip, 'public'));
      assert.equal(isAllowedAddress(`64:ff9b::${ip}`, 'public'), false);
    }),
  );
});

test('[M2] the address is judged when connecting: a name that resolves to the loopback is not called', async () => {
  let calls = 0;
  const server = createServer((_, reply) => {
    calls += 1;
    reply.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const post = (policy: 'public' | 'loopback-too', host: string) =>
    guardedPost({ url: `http://${host}:${port}/`, prepare, timeoutMs: 2000, policy });
  await new Promise<void>((resolve, reject) =>
    guardedLookup('public')('localhost', {}, (error) => {
      if ((error as NodeJS.ErrnoException)?.code === 'ADDRESS_NOT_ALLOWED') resolve();
      else reject(new Error('localhost was let through'));
    }),
  );
  assert.equal((await post('public', '127.0.0.1')).detail, 'ADDRESS_NOT_ALLOWED');
  assert.equal(calls, 0);
  assert.equal((await post('loopback-too', 'localhost')).status, 200);
  assert.equal(calls, 1);
  server.close();
});

test('[M2] redirects are not followed, endless answers and silence are cut off', async () => {
  const server = createServer((request, reply) => {
    if (request.url === '/redirect') return void reply.writeHead(302, { location: '/target' }).end();
    if (request.url === '/endless') {
      reply.writeHead(200);
      const more = () => {
        if (!reply.destroyed) reply.write(Buffer.alloc(16_384), () => setImmediate(more));
      };
      return more();
    }
    if (request.url === '/target') reply.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const post = (path: string) =>
    guardedPost({
      url: `http://127.0.0.1:${port}${path}`,
      prepare,
      timeoutMs: 400,
      policy: 'loopback-too',
    });
  assert.equal((await post('/redirect')).status, 302);
  assert.equal((await post('/endless')).status, 200);
  assert.equal((await post('/silence')).status, undefined);
  server.closeAllConnections();
  server.close();
});
