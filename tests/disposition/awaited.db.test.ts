// The officers' queue of words (issue 5): what waits for an authority, by its clock, and only as long as it waits.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { AwaitedWord } from '../../src/hub/disposition/contract.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { type Cases, startCases } from './cases.ts';

type Page = { readonly items: readonly AwaitedWord[]; readonly next?: string };
let cases: Cases;
let customs: Actor;
let maritime: Actor;
before(async () => {
  cases = await startCases();
  customs = await cases.officer('customs');
  maritime = await cases.officer('maritime');
});
after(() => cases.stop());

const page = (by: Actor, query: object = {}) => cases.hub.call<Page>('GET', '/awaited-words', { query }, by);
const waiting = async (by: Actor) => (await page(by, { limit: 100 })).items;

test('[P5][M3] what waits for an authority stands in its queue, the next clock first, and in the pages of it without gap', async () => {
  const ids: string[] = [];
  for (const n of [0, 1, 2, 3, 4]) ids.push(await cases.file(`AWAITED-${n}`));
  const all = await waiting(customs);
  assert.deepEqual(new Set(all.map((one) => one.shipmentId)), new Set(ids));
  assert.deepEqual(
    all.map((one) => one.dueAt),
    all.map((one) => one.dueAt).toSorted(),
  );
  for (const one of all) {
    const { objects } = await cases.view(one.shipmentId);
    const holders = objects.find((o) => o.id === one.objectId)?.disposition.holders ?? [];
    const own = holders.find((h) => h.authority === 'customs' && h.kind === 'not-yet-spoken' && h.via === undefined);
    assert.deepEqual([own?.clock.dueAt, own?.since], [one.dueAt, one.since], 'as the blocking view has it');
    assert.equal(one.overdue, false);
  }
  const seen: string[] = [];
  for (let next: string | undefined, first = true; first || next; first = false) {
    const got = await page(customs, { limit: 2, ...(next ? { after: next } : {}) });
    seen.push(...got.items.map((one) => one.id));
    next = got.next;
  }
  assert.deepEqual(
    seen,
    all.map((one) => one.id),
  );
  assert.deepEqual(await waiting(maritime), [], 'by rail nobody waits for the maritime authority');
});

test('[P5][M3] a word takes its object out of the queue, its withdrawal brings it back, and a case that is withdrawn waits for nobody', async () => {
  const id = await cases.file('AWAITED-SPOKEN');
  const mine = async () => (await waiting(customs)).filter((one) => one.shipmentId === id);
  const [asked] = await mine();
  assert.ok(asked);
  await cases.say('customs', { kind: 'hold', on: [asked.objectId], sequence: 1, number: 'H1', shipmentId: id });
  assert.ok(
    (await mine()).every((one) => one.objectId !== asked.objectId),
    'customs has spoken',
  );
  await cases.say('customs', { kind: 'withdraw', on: [asked.objectId], sequence: 2, number: 'H1', shipmentId: id });
  assert.deepEqual((await mine()).find((one) => one.objectId === asked.objectId)?.dueAt, asked.dueAt, 'the same clock');
  await cases.hub.call(
    'POST',
    '/shipments/:id/withdrawal',
    { params: { id }, body: { reason: '不再进口' } },
    cases.trader,
  );
  await cases.hub.settle();
  assert.deepEqual(await mine(), []);
});

test('[P5] the queue is the dispositions and nothing else: what the triggers keep equals what is read from all outcomes', async () => {
  const differing = await cases.hub.run(async (context) => {
    const { rows } = await sql`
      (select shipment_id, object_id, authority, since, due_at from disposition.awaited
       except select o.shipment_id, o.object_id, w.authority, w.since, w.due_at
         from disposition.outcome o cross join lateral disposition.awaited_in(o.disposition) w)
      union all
      (select o.shipment_id, o.object_id, w.authority, w.since, w.due_at
         from disposition.outcome o cross join lateral disposition.awaited_in(o.disposition) w
       except select shipment_id, object_id, authority, since, due_at from disposition.awaited)`.execute(context.db);
    return rows;
  });
  assert.deepEqual(differing, []);
});
