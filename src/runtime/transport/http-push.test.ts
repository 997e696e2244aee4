// One push to partners who keep to nothing: it ends within its budget, says how, and keeps nothing of it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { type HostilePartners, startHostilePartners } from '../../../tests/support/start-hostile-partners.ts';
import { createPusher } from './http-push.ts';
import type { Push, PushBudget } from './transport.ts';

const budget: PushBudget = {
  connections: 2,
  requestBytes: 1000,
  answerBytes: 10_000,
  connectMs: 4000,
  firstByteMs: 1000,
  totalMs: 2000,
};
const pusher = createPusher(budget);
let partners: HostilePartners;
before(async () => {
  partners = await startHostilePartners();
});
after(async () => {
  pusher.close();
  await partners.stop();
});
const push = (url: string, bytes: Uint8Array = Buffer.from('{}')): Push => ({
  url,
  bytes,
  contentType: 'application/json',
  messageId: 'm-1',
  kind: 'probe',
  fileName: '单证.json',
});
const to = (name: string, scheme = 'http') => pusher.push(push(`${scheme}://127.0.0.1:${partners.ports[name]}/`));

const unreachable: Readonly<Record<string, RegExp>> = {
  silent: /^FIRST_BYTE_TIMEOUT$/,
  dripping: /^FIRST_BYTE_TIMEOUT$/,
  'dripping-body': /^TOTAL_TIMEOUT$/,
  endless: /^ANSWER_TOO_LARGE$/,
  'endless-head': /^HPE_HEADER_OVERFLOW$/,
  'endless-early-hints': /^INTERIM_ANSWERS$/,
  redirecting: /^HTTP 302$/,
  garbage: /^HPE_/,
  resetting: /^ECONNRESET$/,
};
for (const [name, detail] of Object.entries(unreachable))
  test(`[P3] a partner that is ${name} is given up, and it is said why`, async () => {
    const outcome = await to(name);
    assert.equal(outcome.outcome, 'unreachable');
    assert.match(outcome.detail, detail);
  });

test('[P3] what is no TLS is given up', async () => {
  const outcome = await to('garbage', 'https');
  assert.equal(outcome.outcome, 'unreachable');
  assert.match(outcome.detail, /^(EPROTO|ERR_SSL_)/);
});

test('[P3] nobody there, and no such name, are outcomes like any other', async () => {
  assert.equal((await pusher.push(push('http://127.0.0.1:9/'))).detail, 'ECONNREFUSED');
  assert.match(
    (await pusher.push(push('http://no-such-partner.invalid/'))).detail,
    /^(ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT)$/,
  );
});

test('[P3] a document larger than the budget is refused before anything is sent', async () => {
  assert.deepEqual(await pusher.push(push('http://127.0.0.1:9/', Buffer.alloc(1001))), {
    outcome: 'refused',
    detail: 'REQUEST_TOO_LARGE',
  });
});

test('[P3] never more connections than the budget, and each is used again', async () => {
  const seen = new Set<object>();
  let open = 0;
  let most = 0;
  const server = createServer((request, reply) => {
    seen.add(request.socket);
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      reply.end();
    }, 5);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => pusher.push(push(url))));
  assert.ok(outcomes.every((one) => one.outcome === 'delivered'));
  assert.equal(most, 2);
  assert.equal(seen.size, 2);
  // A connection the partner closed while it waited for use costs nothing but another connection.
  server.closeAllConnections();
  assert.equal((await pusher.push(push(url))).outcome, 'delivered');
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});
