// The officers' queue (issue 5): open inspections by the clock that runs out first, page after page, while clocks are moved.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import { updateTask } from '../../src/hub/inspection/store.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';

type Page = { readonly items: readonly InspectionView[]; readonly next?: string };
const CASES = 7;
let cases: Cases;
let office: Actor;
before(async () => {
  cases = await startCases();
  await cases.hub.run(seedDemoYard);
  office = await cases.hub.person('port-office', ['operator']);
  for (let n = 0; n < CASES; n += 1) {
    const number = boxNumber(610_001 + n);
    const id = await cases.file(`QUEUE-${n}`, {
      containers: [{ containerNumber: number, containerSpec: '11', containerGoods: '1', containerGoodsMassKg: '1' }],
    });
    await cases.say('customs', { kind: 'inspect', on: [`container:${number}`], sequence: 1, shipmentId: id });
  }
});
after(() => cases.stop());

const page = (query: object) => cases.hub.call<Page>('GET', '/inspection-queue', { query }, office);
const whole = async () => (await page({ limit: 100 })).items;
const at = (base: string, minutes: number) => new Date(Date.parse(base) + minutes * 60_000).toISOString();
const cutOff = (id: string, cut_off: string) => cases.hub.run((context) => updateTask(context, id, { cut_off }));

test('[P6][M3] the queue shows what is open, the clock that runs out first in front: the end of the slot or the cut-off', async () => {
  const all = await whole();
  assert.equal(all.length, CASES);
  const last = all.at(-1) as InspectionView;
  assert.equal(last.dueAt, last.slot.endsAt);
  const first = all[0]?.dueAt ?? '';
  await cutOff(last.id, at(first, -60));
  const [urgent, ...others] = await whole();
  assert.deepEqual(
    [urgent?.id, urgent?.dueAt],
    [last.id, at(first, -60)],
    'its conveyance closes before its slot ends',
  );
  assert.deepEqual(
    others.map((one) => one.id),
    all.slice(0, -1).map((one) => one.id),
  );
  await cutOff(last.id, at(last.slot.endsAt, 600));
  assert.equal(
    (await whole()).at(-1)?.dueAt,
    last.slot.endsAt,
    'a cut-off that is later than the slot decides nothing',
  );
  assert.deepEqual((await page({ state: 'started' })).items, []);
  await cases.hub.run((context) => updateTask(context, last.id, { state: 'finished' }));
  assert.ok((await whole()).every((one) => one.id !== last.id));
  await cases.hub.run((context) => updateTask(context, last.id, { state: 'planned' }));
});

test('[P6][P12] clocks that move between pages neither hide nor repeat another task, and two of one clock stand in one order', async () => {
  const base = at((await whole())[0]?.dueAt ?? '', -10_000);
  for (let round = 0; round < 12; round += 1) {
    const before = await whole();
    // Few different clocks, so that a page often ends between two of the same.
    for (const { id } of before) await cutOff(id, at(base, randomInt(3)));
    const start = await whole();
    assert.deepEqual(
      start.map((one) => `${one.dueAt} ${one.id}`),
      start.map((one) => `${one.dueAt} ${one.id}`).sort(),
    );
    const limit = 1 + randomInt(3);
    const moved = new Set<string>();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const got = await page({ limit, ...(after ? { after } : {}) });
      assert.ok(got.items.length <= limit);
      seen.push(...got.items.map((one) => one.id));
      after = got.next;
      const chosen = start[randomInt(start.length)]?.id ?? '';
      // Also the one that the cursor was made of.
      const last = got.items.at(-1)?.id;
      for (const id of [chosen, ...(last && randomInt(2) ? [last] : [])]) {
        moved.add(id);
        await cutOff(id, at(base, randomInt(7) - 3));
      }
      assert.ok(seen.length < 100, 'no end');
    } while (after);
    const still = start.filter((one) => !moved.has(one.id)).map((one) => one.id);
    assert.deepEqual(
      seen.filter((id) => still.includes(id)),
      still,
    );
  }
});
