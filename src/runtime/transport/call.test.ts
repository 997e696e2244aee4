// A method and a path of a document's own: whatever a reference says, it stays one step below the channel's address.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Call } from '../../kernel/call.ts';
import { addressOf, isCallSafe } from './call.ts';
import { createPusher } from './http-push.ts';
import { createSender } from './open-transport.ts';
import type { Push } from './transport.ts';

const to = (...path: string[]): Call => ({ method: 'PUT', path });
const budget = {
  connections: 1,
  requestBytes: 1000,
  answerBytes: 10_000,
  connectMs: 4000,
  firstByteMs: 4000,
  totalMs: 8000,
};
const push = (url: string, call: Call): Push => ({
  url,
  call,
  bytes: Buffer.from('{}'),
  contentType: 'application/json',
  messageId: 'm-1',
  kind: 'probe',
  fileName: 'probe.json',
});

test('[N11] a path goes below the address of the channel, whose own path and query stay', () => {
  assert.equal(
    addressOf('https://carrier.example/dcsa/?unit=7', to('v2', 'bookings', 'BK 1/2?x#y')),
    'https://carrier.example/dcsa/v2/bookings/BK%201%2F2%3Fx%23y?unit=7',
  );
  assert.equal(addressOf('https://carrier.example', to('v2', 'bookings')), 'https://carrier.example/v2/bookings');
});

test('[N11] no reference leads to another host, folder, query or way: it is one step, or it is refused', () => {
  for (const wrong of ['.', '..', '', 'a\nb', '\u0000', '\ud800', 'x'.repeat(201)])
    assert.equal(isCallSafe(to('v2', 'bookings', wrong)), false, JSON.stringify(wrong));
  assert.equal(isCallSafe(to()), false);
  for (const right of ['%2e%2e', '..%2f', '//evil.example', 'http://evil.example', '...', 'BK-1', '箱'])
    assert.equal(isCallSafe(to('v2', right)), true, right);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.webPath(), fc.webUrl()), (reference) => {
      const call = to('v2', 'bookings', reference);
      if (!isCallSafe(call)) return;
      const { host, pathname, search, hash } = new URL(addressOf('https://carrier.example/dcsa', call));
      assert.deepEqual([host, search, hash], ['carrier.example', '', '']);
      const steps = pathname.split('/');
      assert.deepEqual(steps.slice(0, 4), ['', 'dcsa', 'v2', 'bookings']);
      assert.equal(steps.length, 5);
      assert.equal(decodeURIComponent(steps[4] ?? ''), reference);
    }),
  );
});

test('[N11][P3] the method and the path are on the wire; a conflict is tried again by a partner that is there, and a no has its body', async () => {
  const seen: string[] = [];
  const server = createServer((request, reply) => {
    seen.push(`${request.method} ${request.url} ${request.headers['x-message-id']}`);
    request.resume();
    const status = Number(/(\d{3})$/.exec(request.url ?? '')?.[1]);
    reply.writeHead(status, { 'content-type': 'application/json' }).end('{"statusCode":0}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/dcsa`;
  const pusher = createPusher(budget);
  const asked = async (status: string, method: Call['method'] = 'PUT') =>
    pusher.push(push(url, { method, path: ['v2', status] }));
  try {
    assert.equal((await asked('202', 'PATCH')).outcome, 'delivered');
    const conflict = await asked('409');
    assert.deepEqual(conflict, { outcome: 'unreachable', detail: 'HTTP 409', reached: true });
    const no = await asked('400');
    assert.equal(no.outcome, 'refused');
    assert.equal(no.outcome === 'refused' && Buffer.from(no.answer?.bytes ?? []).toString(), '{"statusCode":0}');
    assert.equal((await asked('404')).outcome, 'refused');
    assert.deepEqual(await pusher.push(push(url, to('v2', '..'))), { outcome: 'refused', detail: 'PATH_NOT_ALLOWED' });
    assert.deepEqual(seen, [
      'PATCH /dcsa/v2/202 m-1',
      'PUT /dcsa/v2/409 m-1',
      'PUT /dcsa/v2/400 m-1',
      'PUT /dcsa/v2/404 m-1',
    ]);
    // Only HTTP has paths: another way would lose what the document is about. One that gathers documents sends it alone.
    const sender = createSender(budget);
    assert.equal((await sender.push(push(`batch+${url}`, to('v2', '202')))).outcome, 'delivered');
    assert.equal(seen.at(-1), 'PUT /dcsa/v2/202 m-1');
    for (const other of ['sftp://x@127.0.0.1:9/', 'nats://127.0.0.1:9/x', 'mqtt://127.0.0.1:9/x', `soap+${url}`])
      assert.deepEqual(await sender.push(push(other, to('v2', '202'))), {
        outcome: 'refused',
        detail: 'PATH_NOT_CARRIED',
      });
    sender.close();
  } finally {
    pusher.close();
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
  }
});
