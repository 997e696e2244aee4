// One contract for every way to a partner (issue N, "Transports live once in runtime"): what is said of an attempt is what happened at the far
// end. Each clause is also tried on a way with a defect planted in it, and has to find it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Collector, Push, Pusher } from '../../src/runtime/transport/transport.ts';
import {
  type CollectRig,
  httpBatchRig,
  httpPullRig,
  httpPushRig,
  pushBudget,
  type PushRig,
  sftpCollectRig,
  sftpPushRig,
  soapRig,
} from '../support/ways.ts';
import { hasNats } from '../support/cluster.ts';
import { mqttCollectRig, mqttPushRig } from '../support/mqtt-way.ts';
import { natsCollectRig, natsPushRig } from '../support/nats-way.ts';

let count = 0;
const document = (rig: PushRig, more: Partial<Push> = {}): Push => ({
  ...rig.to,
  bytes: Buffer.from(`{"n":${++count}}`),
  contentType: 'application/json',
  messageId: `m-${count}`,
  kind: 'probe',
  fileName: '单证.json',
  ...more,
});
/** Longer than any attempt may take. */
const late = () => sleep(pushBudget.totalMs * 2, undefined, { ref: false });
const same = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && Buffer.compare(a, b) === 0;

type PushClause = {
  readonly says: string;
  /** Throws where the way does not keep it. */
  check(rig: PushRig, pusher: Pusher): Promise<void>;
  /** A way like `pusher` that breaks this clause. */
  readonly defect: (pusher: Pusher, rig: PushRig) => Pusher['push'];
};
const pushClauses: readonly PushClause[] = [
  {
    says: 'delivered means that the far end has the bytes as they were, under their id',
    check: async (rig, pusher) => {
      const sent = document(rig, { bytes: Buffer.alloc(90_000, '字') });
      assert.equal((await pusher.push(sent)).outcome, 'delivered');
      assert.ok(same((await rig.received()).get(sent.messageId), sent.bytes));
    },
    defect: (pusher) => (push) => pusher.push({ ...push, bytes: push.bytes.subarray(0, 32_768) }),
  },
  {
    says: 'a no is a refusal, and nothing is there',
    check: async (rig, pusher) => {
      await rig.behave('denying');
      const sent = document(rig);
      assert.equal((await pusher.push(sent)).outcome, 'refused');
      assert.ok(!(await rig.received()).has(sent.messageId));
    },
    defect: (pusher) => async (push) => {
      const end = await pusher.push(push);
      return end.outcome === 'refused' ? { ...end, outcome: 'unreachable' } : end;
    },
  },
  {
    says: 'nobody there is unreachable',
    check: async (rig, pusher) => {
      assert.equal((await pusher.push(document(rig, rig.nowhere))).outcome, 'unreachable');
    },
    defect: (pusher) => async (push) => {
      const end = await pusher.push(push);
      return end.outcome === 'unreachable' ? { ...end, outcome: 'refused' } : end;
    },
  },
  {
    says: 'a far end that says nothing is given up, and it is said why',
    check: async (rig, pusher) => {
      await rig.behave('silent');
      const end = await Promise.race([pusher.push(document(rig)), late()]);
      assert.match(`${end?.outcome} ${end?.detail}`, /^unreachable .*TIMEOUT$/);
    },
    defect: () => () => new Promise(() => undefined),
  },
  {
    says: 'cut in the middle is unreachable; the next attempt brings it whole, and once',
    check: async (rig, pusher) => {
      await rig.behave('cutting');
      const sent = document(rig, { bytes: Buffer.alloc(90_000, 'y') });
      assert.equal((await pusher.push(sent)).outcome, 'unreachable');
      assert.ok(!(await rig.received()).has(sent.messageId), 'no half of it is there');
      await rig.behave('well');
      assert.equal((await pusher.push(sent)).outcome, 'delivered');
      assert.ok(same((await rig.received()).get(sent.messageId), sent.bytes));
    },
    defect: (pusher) => async (push) => {
      const end = await pusher.push(push);
      return end.outcome === 'unreachable' ? { outcome: 'delivered', detail: end.detail } : end;
    },
  },
  {
    says: 'the same message again is the same message there',
    check: async (rig, pusher) => {
      const sent = document(rig);
      const before = (await rig.received()).size;
      for (let i = 0; i < 3; i++) assert.equal((await pusher.push(sent)).outcome, 'delivered');
      assert.equal((await rig.received()).size, before + 1);
    },
    defect: (pusher) => (push) => pusher.push({ ...push, messageId: `${push.messageId}-${++count}` }),
  },
  {
    says: 'what is larger than the budget is refused before anything is sent',
    check: async (rig, pusher) => {
      const sent = document(rig, { bytes: Buffer.alloc(pushBudget.requestBytes + 1), ...rig.nowhere });
      assert.deepEqual(await pusher.push(sent), { outcome: 'refused', detail: 'REQUEST_TOO_LARGE' });
    },
    defect: (pusher) => (push) => pusher.push({ ...push, bytes: push.bytes.subarray(1) }),
  },
  {
    says: 'no outcome holds the secret',
    check: async (rig, pusher) => {
      for (const mood of ['well', 'denying'] as const) {
        await rig.behave(mood);
        const outcomes = [
          await pusher.push(document(rig)),
          await pusher.push(document(rig, { key: 'another-secret' })),
        ];
        assert.doesNotMatch(JSON.stringify(outcomes), /secret/);
      }
    },
    defect: (pusher) => async (push) => ({ ...(await pusher.push(push)), detail: `as ${push.key}` }),
  },
];

type CollectClause = {
  readonly says: string;
  check(rig: CollectRig, collector: Collector): Promise<void>;
  readonly defect: (collector: Collector, rig: CollectRig) => Collector['collect'];
};
type Kept = { readonly id: string; readonly bytes: Uint8Array };
const keeping = () => {
  const kept: Kept[] = [];
  const keep = async ({ id, bytes }: Kept): Promise<'kept'> => {
    kept.push({ id, bytes });
    return 'kept';
  };
  return { kept, keep };
};
/** Looks twice with time between, as a poll does. */
async function collect(
  rig: CollectRig,
  collector: Collector,
  keep: Parameters<Collector['collect']>[1],
  from = rig.to,
) {
  await collector.collect(from, keep);
  rig.pass(2000);
  return collector.collect(from, keep);
}
const collectClauses: readonly CollectClause[] = [
  {
    says: 'what waits is kept as it is, then acknowledged',
    check: async (rig, collector) => {
      const { kept, keep } = keeping();
      await rig.offer('a.json', Buffer.from('{"甲":1}'));
      await rig.offer('b.json', Buffer.from('{}'));
      assert.equal((await collect(rig, collector, keep)).outcome, 'reached');
      assert.deepEqual(kept.map((one) => `${one.id} ${Buffer.from(one.bytes)}`).sort(), [
        'a.json {"甲":1}',
        'b.json {}',
      ]);
      assert.deepEqual(await rig.waiting(), []);
    },
    defect: (collector) => (from, keep) =>
      collector.collect(from, (message) => keep({ ...message, bytes: message.bytes.subarray(1) })),
  },
  {
    says: 'what could not be kept stays, and comes again under its id',
    check: async (rig, collector) => {
      await rig.offer('kept-later.json', Buffer.from('{}'));
      await assert.rejects(
        collect(rig, collector, () => Promise.reject(new Error('no database'))),
        /no database/,
      );
      assert.deepEqual(await rig.waiting(), ['kept-later.json']);
      const { kept, keep } = keeping();
      await collect(rig, collector, keep);
      assert.deepEqual(
        kept.map((one) => one.id),
        ['kept-later.json'],
      );
    },
    defect: (collector) => (from, keep) =>
      collector.collect(from, async (message) => {
        await keep(message).catch(() => undefined);
        return 'kept';
      }),
  },
  {
    says: 'what is kept and not acknowledged comes again under the same id; after that it is gone',
    check: async (rig, collector) => {
      const { kept, keep } = keeping();
      await rig.offer('again.json', Buffer.from('{}'));
      await collect(rig, collector, async (message) => {
        await rig.behave('denying');
        return keep(message);
      });
      await rig.behave('well');
      await collect(rig, collector, keep);
      assert.deepEqual(new Set(kept.map((one) => one.id)), new Set(['again.json']));
      assert.deepEqual(await rig.waiting(), []);
    },
    defect: (collector) => (from, keep) =>
      collector.collect(from, (message) => keep({ ...message, id: `${message.id}-${++count}` })),
  },
  {
    says: 'half a message is none',
    check: async (rig, collector) => {
      const { kept, keep } = keeping();
      await rig.offer('half.json', Buffer.from('{"whole":true}'));
      // Seen once, and left where it is.
      await collector.collect(rig.to, () => Promise.reject(new Error('not now'))).catch(() => undefined);
      rig.pass(2000);
      await rig.behave('cutting');
      assert.equal((await collector.collect(rig.to, keep)).outcome, 'unreachable');
      assert.equal(kept.length, 0);
      await rig.behave('well');
      await collect(rig, collector, keep);
      assert.deepEqual(
        kept.map((one) => String(Buffer.from(one.bytes))),
        ['{"whole":true}'],
      );
    },
    defect: (collector) => (from, keep) =>
      collector.collect(from, (message) => keep({ ...message, bytes: message.bytes.subarray(0, 5) })),
  },
  {
    says: 'nobody there, and one who says nothing, are unreachable, each within its time',
    check: async (rig, collector) => {
      const { keep } = keeping();
      assert.equal((await collector.collect(rig.nowhere, keep)).outcome, 'unreachable');
      await rig.behave('silent');
      assert.equal((await Promise.race([collector.collect(rig.to, keep), late()]))?.outcome, 'unreachable');
    },
    defect: (collector) => async (from, keep) => {
      const end = await collector.collect(from, keep);
      return { ...end, outcome: 'reached' };
    },
  },
  {
    says: 'what is larger than allowed is never kept',
    check: async (rig, collector) => {
      const { kept, keep } = keeping();
      await rig.offer('large.json', Buffer.alloc(10_001, 'x'));
      const end = await collect(rig, collector, keep);
      assert.equal(kept.length, 0);
      // A folder can set it aside and go on; a queue that gives the oldest first cannot.
      if (end.outcome === 'reached') assert.deepEqual(await rig.aside(), ['large.json']);
      else assert.deepEqual([end.outcome, end.detail], ['refused', 'ANSWER_TOO_LARGE']);
    },
    defect: (_collector, rig) => async (_from, keep) => {
      for (const id of await rig.waiting()) await keep({ id, bytes: Buffer.alloc(10_001), contentType: '' });
      return { outcome: 'reached', detail: '', taken: 1, aside: [], more: false };
    },
  },
];

const nats = hasNats();
const pushWays: Readonly<Record<string, () => Promise<PushRig>>> = {
  'http-push': httpPushRig,
  'http-batch': httpBatchRig,
  soap: soapRig,
  sftp: sftpPushRig,
  mqtt: mqttPushRig,
  ...(nats ? { nats: natsPushRig } : {}),
};
const collectWays: Readonly<Record<string, () => Promise<CollectRig>>> = {
  'http-pull': httpPullRig,
  sftp: sftpCollectRig,
  mqtt: mqttCollectRig,
  ...(nats ? { nats: natsCollectRig } : {}),
};

for (const [way, start] of Object.entries(pushWays))
  for (const clause of pushClauses)
    test(`[P3][N12] ${way}, out: ${clause.says}; a planted defect is found`, async () => {
      const rig = await start();
      after(rig.stop);
      await clause.check(rig, rig.pusher);
      await rig.behave('well');
      const broken: Pusher = { push: clause.defect(rig.pusher, rig), close: () => undefined };
      await assert.rejects(clause.check(rig, broken), assert.AssertionError);
    });

for (const [way, start] of Object.entries(collectWays))
  for (const clause of collectClauses)
    test(`[P3][N12] ${way}, in: ${clause.says}; a planted defect is found`, async () => {
      const rig = await start();
      const other = await start();
      after(rig.stop);
      after(other.stop);
      await clause.check(rig, rig.collector);
      const broken: Collector = { collect: clause.defect(other.collector, other), close: () => undefined };
      await assert.rejects(clause.check(other, broken), assert.AssertionError);
    });
