// The demo week on the whole application: played through use cases and the wire, spread over the week, done once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, signIn, startTestApplication, type TestApplication } from '../../tests/support/application.ts';
import type { InboundView } from '../hub/exchange/contract.ts';
import type { TimelineEntry } from '../hub/notices/contract.ts';
import type { ShipmentSummary } from '../hub/shipment/contract.ts';
import { createPlayedTime } from '../runtime/timers.ts';
import { playWeek } from './play-week.ts';
import { week } from './week.ts';

const time = createPlayedTime();
let application: TestApplication;
let operator: Client;
let shipments: Map<string, ShipmentSummary>;

before(async () => {
  let starting = true;
  application = await startTestApplication({ time, pace: 1, starting: () => starting });
  for (const path of ['/readyz', '/api/v1/demo-accounts'])
    assert.equal((await fetch(application.url + path)).status, 503, `${path} is not open yet`);
  assert.equal((await fetch(`${application.url}/healthz`)).status, 200);
  const began = Date.now();
  const played = await playWeek({ application, time, report: () => undefined });
  assert.equal(played, week.length);
  starting = false;
  assert.equal((await fetch(`${application.url}/readyz`)).status, 200);
  assert.ok(time.now().getTime() >= began, 'the clock is the system’s again');
  operator = await signIn(application, 'operator');
  const all: ShipmentSummary[] = [];
  for (const account of ['trader', 'trader2', 'broker']) {
    const client = await signIn(application, account);
    for (let next = ''; ; ) {
      const page = await client.get<{ items: ShipmentSummary[]; next?: string }>(
        `/shipments?limit=50${next ? `&after=${next}` : ''}`,
      );
      all.push(...page.items);
      if (!page.next) break;
      next = page.next;
    }
  }
  shipments = new Map(all.map((s) => [s.traderReference ?? '', s]));
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const progressOf = (reference: string) => shipments.get(reference)?.progress;

test('[P1] every case of the week came to its planned state', () => {
  assert.equal(shipments.size, week.length);
  const closed = week.filter(
    (c) => /^(CLEAN|DUPLICATE|DISORDER|DOWN|GARBAGE)/.test(c.reference) && c.hoursAgo > 24 && !c.act,
  );
  assert.ok(closed.length > 20);
  for (const c of closed) assert.equal(progressOf(c.reference), 'gated-out', c.reference);
  const expected: Record<string, string> = {
    'INSPECT-YXO-103': 'gated-out',
    'JOINT-CV-203': 'gated-out',
    'REFUSE-GY-108': 'gated-out',
    'FORBID-CV-308': 'refused',
    'INSPECT-GY-504': 'held',
    'SILENT-GY-505': 'awaiting',
    'LICENCE-GY-408': 'gated-out',
    'LICENCE-GY-712': 'held',
    'CLEAN-GY-406': 'withdrawn',
    'REFUSE-GY-703': 'rejected',
    'JOINT-CV-704': 'inspection-required',
    'INSPECT-YXO-705': 'inspection-required',
    'CLEAN-CA-709': 'draft',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((r) => [r, progressOf(r)])), expected);
});

test('[P1] its events are spread over the week, in order, and all said to be simulated', async () => {
  const one = shipments.get('JOINT-CV-203');
  const timeline = (await operator.get<{ items: TimelineEntry[] }>(`/shipments/${one?.id}/timeline`)).items;
  const times = timeline.map((e) => Date.parse(e.at));
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
  );
  assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) > 3_600_000, 'a joint inspection takes its hours');
  assert.ok(Date.now() - (times[0] ?? 0) > 5 * 86_400_000, 'it began days ago');
  assert.ok(timeline.every((e) => e.simulated));
  assert.ok([...shipments.values()].every((s) => s.simulated));
});

test('[P3] what a simulator garbled lies in quarantine', async () => {
  const { items } = await operator.get<{ items: InboundView[] }>('/exchange/messages?state=quarantined');
  assert.ok(items.length > 0);
  assert.ok(items.every((m) => m.simulated));
});

test('[P1] a second start plays nothing', async () => {
  assert.equal(await playWeek({ application, time, report: () => undefined }), 0);
});
