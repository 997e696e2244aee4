// Slots outside opening hours and a mark of dishonesty at the same moment (M4; SC 4): whichever commits first, no marked enterprise keeps one;
// and marks of before nights were given back have theirs given back once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { bookSlot } from '../../src/hub/inspection/book-slot.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import { createNightsReturn, seedDemoYard } from '../../src/hub/inspection/index.ts';
import { markDishonest } from '../../src/hub/inspection/mark-dishonest.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { waterExport } from '../support/forms.ts';

let cases: Cases;
let office: Actor;
before(async () => {
  cases = await startCases();
  await cases.hub.run(seedDemoYard);
  office = await cases.hub.person('port-office', ['operator']);
});
after(() => cases.stop());

const mark = { uscc: '91500103MA5UTRA017', reason: '列入失信企业名单', legalBasis: '企业信用管理办法' };
let serial = 530_000;
async function fileBox() {
  const containerNumber = boxNumber(++serial);
  const id = await cases.file(`NIGHTS-${serial}`, {
    ...waterExport(`NIGHTS-${serial}`),
    billNumber: `YZ${serial}`,
    packageCount: '1',
    containers: [{ containerNumber, containerSpec: '21', containerGoods: '1', containerGoodsMassKg: '10' }],
  });
  await cases.say('customs', { kind: 'inspect', on: [`container:${containerNumber}`], sequence: 1, shipmentId: id });
  const now = async () => {
    const input = { query: { shipmentId: id } };
    const { items } = await cases.hub.call<{ items: InspectionView[] }>('GET', '/inspections', input, cases.trader);
    return items[0] as InspectionView;
  };
  return { now, inspectionId: (await now()).id };
}
/** Acts, and commits only when told to. */
function held(act: (context: Parameters<Parameters<Cases['hub']['run']>[0]>[0]) => Promise<unknown>, by: Actor) {
  const [done, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const committed = cases.hub.run(async (context) => {
    await act(context);
    done.resolve();
    await commit.promise;
  }, by);
  // Told by whoever asks for it.
  committed.catch(() => {});
  return { done: done.promise, commit: commit.resolve, committed };
}
/** What it waits for has happened, or it waits for the lock. */
async function settledOrWaiting(one: Promise<unknown>): Promise<void> {
  let settled = false;
  const end = () => {
    settled = true;
  };
  one.then(end, end);
  while (!settled) {
    const { rows } = await cases.hub.run(({ db }) =>
      sql`select 1 from pg_locks where locktype = 'advisory' and not granted and objid = 7302025`.execute(db),
    );
    if (rows.length > 0) return;
  }
}
async function lift(): Promise<void> {
  const { items } = await cases.hub.call<{ items: { id: string; liftedAt?: string }[] }>(
    'GET',
    '/dishonest-marks',
    { query: {} },
    office,
  );
  for (const { id } of items.filter((one) => !one.liftedAt))
    await cases.hub.call(
      'POST',
      '/dishonest-marks/:id/lifting',
      { params: { id }, body: { reason: '信用修复' } },
      office,
    );
}
const night = (bay: string) => `GUOYUAN-INSP ${bay} 2026-11-22T17:00:00.000Z`;

test('[M4] a night booked while a mark is about to commit is refused when it has committed', async () => {
  const { now, inspectionId } = await fileBox();
  const marking = held((context) => markDishonest(context, mark), office);
  await marking.done;
  // It has read that nobody is marked.
  const booking = held((context) => bookSlot(context, { inspectionId, slotId: night('A1') }), cases.trader);
  await settledOrWaiting(Promise.race([booking.done, booking.committed]));
  marking.commit();
  await marking.committed;
  await cases.hub.settle();
  booking.commit();
  await assert.rejects(booking.committed, { code: 'INSPECTION_APPOINTMENT_BARRED' });
  await cases.hub.settle();
  assert.equal((await now()).byAppointment, false);
  await lift();
});

test('[M4] a mark set while a night is about to commit waits for it, and takes it back', async () => {
  const { now, inspectionId } = await fileBox();
  const booking = held((context) => bookSlot(context, { inspectionId, slotId: night('A2') }), cases.trader);
  await booking.done;
  const marking = held((context) => markDishonest(context, mark), office);
  await settledOrWaiting(marking.done);
  booking.commit();
  marking.commit();
  await Promise.all([booking.committed, marking.committed]);
  await cases.hub.settle();
  const { byAppointment, booked, rescheduled } = await now();
  assert.deepEqual([byAppointment, booked], [false, undefined]);
  assert.match(rescheduled.at(-1)?.reason ?? '', /失信/);
  await lift();
});

test('[M4] nights of who was marked before nights were given back are given back once', async () => {
  const { now, inspectionId } = await fileBox();
  const slotId = night('A1');
  await cases.hub.call(
    'POST',
    '/inspections/:id/booking',
    { params: { id: inspectionId }, body: { slotId } },
    cases.trader,
  );
  await cases.hub.run(({ db, newId }) =>
    sql`
      insert into inspection.dishonest_mark (id, organisation_id, reason, legal_basis, marked_at, marked_by)
      values (${newId()}, ${cases.trader.organisationId}, '旧', '旧', '2026-11-01T00:00:00Z', '旧')`.execute(db),
  );
  assert.equal((await now()).byAppointment, true, 'the version before took none back');
  const nights = createNightsReturn({
    unitOfWork: cases.hub.unitOfWork,
    onFault: (error) => assert.fail(String(error)),
  });
  assert.equal(await nights.step(), true);
  assert.equal((await now()).byAppointment, false);
  assert.equal(await nights.step(), false, 'once');
  await lift();
});
