// Whoever is asked may be slow, endless, cut short, elsewhere or hostile: each is told in a word, and nothing is held longer than said.
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fetchBytes } from './fetch-bytes.ts';

async function served<T>(answer: RequestListener, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const limits = { timeoutMs: 5000, maxBytes: 1000 };

test('[R20] an answer comes back whole, what was posted with it', async () => {
  const body = Buffer.from([1, 2, 3]);
  const said = await served(
    (request, response) => request.pipe(response.writeHead(200)),
    (url) => fetchBytes({ url, post: { body, contentType: 'a/b' }, ...limits }),
  );
  assert.deepEqual(said, { bytes: body });
});

test('[R20] redirects, errors, floods, cuts and silence are faults', async () => {
  const ask = (answer: RequestListener, over: object = {}) =>
    served(answer, (url) => fetchBytes({ url, ...limits, ...over }));
  assert.deepEqual(await ask((_q, r) => void r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()), {
    fault: 'HTTP 302',
  });
  assert.deepEqual(await ask((_q, r) => void r.writeHead(500).end('no')), { fault: 'HTTP 500' });
  const endless: RequestListener = (_q, r) => {
    r.writeHead(200);
    const more = () => {
      while (!r.destroyed && r.write(Buffer.alloc(500)));
    };
    r.on('drain', more);
    more();
  };
  assert.deepEqual(await ask(endless), { fault: 'TOO_LARGE' });
  assert.deepEqual(
    await ask((_q, r) => {
      r.writeHead(200, { 'content-length': '900' });
      r.write('part', () => r.destroy());
    }),
    { fault: 'ECONNRESET' },
  );
  assert.deepEqual(await ask(() => undefined, { timeoutMs: 300 }), { fault: 'TIMEOUT' });
  const drip: RequestListener = (_q, r) => {
    r.writeHead(200);
    const timer = setInterval(() => r.write('.'), 20);
    r.on('close', () => clearInterval(timer));
  };
  assert.deepEqual(await ask(drip, { timeoutMs: 500 }), { fault: 'TIMEOUT' }, 'a byte now and then buys no time');
});

test('[R20] an address that somebody else chose is guarded, also when its name changes its answer', async () => {
  let asked = 0;
  await served(
    (_q, r) => {
      asked += 1;
      r.end('secret');
    },
    async (url) => {
      assert.deepEqual(await fetchBytes({ url, policy: 'public', ...limits }), { fault: 'ADDRESS_NOT_ALLOWED' });
      const name = url.replace('http://127.0.0.1', 'https://crl.example.com');
      const rebound = await fetchBytes({
        url: name,
        policy: 'public',
        ...limits,
        resolver: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      });
      assert.deepEqual(rebound, { fault: 'ADDRESS_NOT_ALLOWED' });
      assert.deepEqual(await fetchBytes({ url: 'not an address', ...limits }), { fault: 'ADDRESS_NOT_ALLOWED' });
      assert.equal(asked, 0);
      assert.deepEqual(await fetchBytes({ url, policy: 'loopback-too', ...limits }), { bytes: Buffer.from('secret') });
    },
  );
});
