// Acts of the exchange and the collision desk that need something to have gone wrong first.
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { portico } from '../../src/runtime/context.ts';
import { signIn, until } from '../support/application.ts';
import { filedTestResult, reportAsked, testAsked } from '../support/file-test-result.ts';
import { letDie } from '../support/dead-letter.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

type Items<T> = { items: T[] };
const objectOf = async (world: World) => {
  const at = `/shipments/${world.ids.inspected}/disposition`;
  return (await world.clients.customs.get<{ objects: { id: string }[] }>(at)).objects[0]?.id ?? '';
};
const instruct = async (world: World, by: 'customs' | 'border', kind: string) =>
  world.clients[by].send('POST', '/instructions', {
    shipmentId: world.ids.inspected,
    objects: [await objectOf(world)],
    kind,
    reason: '核对',
  });
/** A reaction of the flow that was tried to the end in vain. */
const failReaction = async (world: World) => {
  const reaction = 'noteProgress';
  await world.application.unitOfWork.run(portico, ({ db, now }) =>
    sql`insert into runtime.failed_reaction (position, reaction, subject, attempts, last_error, next_attempt_at, given_up)
      select position, ${reaction}, subject, 12, 'failed', ${now}, true from runtime.event where type = 'disposition.changed' order by position limit 1`.execute(
      db,
    ),
  );
  const { items } = await world.clients.operator.get<Items<{ position: number; reaction: string }>>('/exchange/faults');
  const found = items.find((one) => one.reaction === reaction);
  assert.ok(found);
  return found;
};

export const exchangeActs: Acts = {
  'POST /shipments/:id/test-results': (world) => testAsked(world),
  'POST /shipments/:id/test-reports': async (world) => {
    const { path, bytes } = await reportAsked(world);
    return { path, body: bytes };
  },
  'POST /test-results/:id/decision': async (world) => ({
    path: `/test-results/${await filedTestResult(world)}/decision`,
    by: 'customs',
    body: { accepted: false, reason: '样品编号不符' },
  }),
  'POST /collisions/:id/resolution': async (world) => {
    await instruct(world, 'border', 'refuse');
    await instruct(world, 'customs', 'release');
    const { items } = await until(
      () => world.clients.customs.get<Items<{ id: string; state: string }>>('/collisions'),
      (page) => page.items.some((one) => one.state === 'open'),
      'a contradiction at the desk',
    );
    return {
      path: `/collisions/${items.find((one) => one.state === 'open')?.id}/resolution`,
      by: 'customs',
      body: { kind: 'release', reason: '以放行为准' },
    };
  },
  'POST /exchange/messages/:id/replay': async (world) => {
    const { url } = world.application;
    const sent = await fetch(`${url}/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.partnerKey}`, 'content-type': 'application/octet-stream' },
      // About a declaration that nobody knows: it waits.
      body: '<DEC_RESULT><CUS_CIQ_NO>I20260000000000009</CUS_CIQ_NO><CHANNEL>P</CHANNEL><NOTICE_DATE>2026-11-20T10:00:00</NOTICE_DATE></DEC_RESULT>',
    });
    assert.ok(sent.status < 300, await sent.text());
    const { items } = await until(
      () => world.clients.operator.get<Items<{ id: string }>>('/exchange/messages?state=waiting'),
      (page) => page.items.length > 0,
      'a message that waits',
    );
    return { path: `/exchange/messages/${items[0]?.id}/replay`, by: 'operator' };
  },
  'POST /exchange/bulk-replays/:id/confirmation': async (world) => {
    await letDie(world.application.unitOfWork, world.ids.delivery);
    const { items } = await world.clients.operator.get<Items<{ channel: string }>>('/exchange/deliveries?state=dead');
    const { id } = await world.clients.operator.send<{ id: string }>('POST', '/exchange/bulk-replays', {
      channel: items[0]?.channel,
      reason: '伙伴已修复',
    });
    const { cookie } = await signIn(world.application, 'operator2');
    return { path: `/exchange/bulk-replays/${id}/confirmation`, by: 'operator', cookie };
  },
  'POST /exchange/faults/:position/:reaction/retry': async (world) => {
    const { position, reaction } = await failReaction(world);
    return { path: `/exchange/faults/${position}/${reaction}/retry`, by: 'operator' };
  },
};
