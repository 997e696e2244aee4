// A hundred times the same request at the same instant: one case, one filing, a hundred equal answers (exchange R4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const TIMES = 100;
async function all(method: string, path: string, body: unknown, key: string) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const replies = await Promise.all(
    Array.from({ length: TIMES }, async () => {
      let reply = await trader.raw(method, path, JSON.stringify(body), headers);
      // On a starved machine a hundred at once may be more than it takes: asked again, as reliable software does.
      while (reply.status === 429 || reply.status === 503) {
        await new Promise((resolve) => setTimeout(resolve, Number(reply.headers.get('retry-after')) * 1000));
        reply = await trader.raw(method, path, JSON.stringify(body), headers);
      }
      return {
        status: reply.status,
        replayed: reply.headers.get('idempotent-replay') === 'true',
        text: await reply.text(),
      };
    }),
  );
  assert.deepEqual([...new Set(replies.map((reply) => reply.status))].length, 1, replies[0]?.text);
  assert.equal(new Set(replies.map((reply) => reply.text)).size, 1, 'a hundred equal answers');
  assert.equal(replies.filter((reply) => !reply.replayed).length, 1, 'one of them did it');
  assert.ok((replies[0]?.status ?? 500) < 300, replies[0]?.text);
  return JSON.parse(replies[0]?.text ?? '') as ShipmentView;
}

test('[P3][P12] the same start and the same filing a hundred times at once: one case, filed once, each partner told once', async () => {
  const form = railImport('SILENT-HUNDRED');
  const before = (await trader.get<{ items: unknown[] }>('/shipments')).items.length;
  const draft = await all(
    'POST',
    '/shipments',
    { from: 'empty', direction: 'import', transportMode: '3' },
    'start-100',
  );
  assert.equal((await trader.get<{ items: unknown[] }>('/shipments')).items.length, before + 1);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form,
    revision: draft.revision,
  });
  await all('POST', `/shipments/${draft.id}/submit`, { revision }, 'submit-100');
  const { items } = await until(
    () =>
      trader.get<{ items: { flow: string; channel?: string; delivery?: { state: string } }[] }>(
        `/shipments/${draft.id}/documents`,
      ),
    (page) =>
      page.items.length > 0 && page.items.every((d) => d.flow !== 'outbound' || d.delivery?.state === 'delivered'),
    'every document delivered',
  );
  assert.equal(items.filter((d) => d.channel === 'customs' && d.flow === 'outbound').length, 1);
  const told = await trader.get<{ items: { type: string; shipmentId?: string }[] }>('/event-pages?after=0&limit=500');
  assert.equal(told.items.filter((e) => e.type === 'shipment.submitted' && e.shipmentId === draft.id).length, 1);
});

test('[P12] the same key for another content is refused, however often', async () => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'start-100' };
  const body = JSON.stringify({ from: 'empty', direction: 'export', transportMode: '2' });
  const replies = await Promise.all(Array.from({ length: 20 }, () => trader.raw('POST', '/shipments', body, headers)));
  for (const reply of replies) assert.equal(reply.status, 422, await reply.text());
});
