// Capacity is never oversold (P6): two hundred bookings at the same moment for the same few slots, and the database itself when the
// application is gone round.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import type { InspectionView, OfferedSlot } from '../../src/hub/inspection/contract.ts';
import { emitter } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { waterImport } from '../support/forms.ts';

const emit = emitter<ExchangeEvents>();
const MANY = 200;
/** Planned by the flow from orders; the others are laid in as if they had been, one after the other from the sixth day on. */
const PLANNED = 24;
let cases: Cases;
let tasks: { id: string; starts_at: string; bay: string }[];
before(async () => {
  cases = await startCases();
  await cases.hub.run(seedDemoYard);
  const boxes = Array.from({ length: PLANNED }, (_, n) => boxNumber(400_000 + n));
  const id = await cases.file('BOOKINGS', {
    ...waterImport('BOOKINGS'),
    billNumber: 'YZBOOKINGS',
    packageCount: String(PLANNED),
    containers: boxes.map((containerNumber) => ({
      containerNumber,
      containerSpec: '11',
      containerGoods: '1',
      containerGoodsMassKg: '10',
    })),
  });
  // One order for each box: as many tasks.
  await cases.hub.run(async (context) => {
    for (const [n, key] of boxes.entries())
      await emit(context, 'instruction.arrived', id, {
        channel: 'probe',
        messageId: context.newId(),
        simulated: true,
        shipmentId: id,
        fact: {
          fact: 'instruction',
          authority: 'customs',
          kind: 'inspect',
          sequence: 100 + n,
          number: `N${n}`,
          reason: { zh: '核对', en: 'Check' },
          issuedAt: context.now,
          about: { objects: [{ type: 'container', key }] },
        },
      });
  });
  await cases.hub.settle();
  await layIn(MANY - PLANNED);
  tasks = await listTasks();
});
after(() => cases.stop());

/** More tasks of the same case, each with its bay and officer, three an hour from the sixth day on. */
const layIn = (count: number) =>
  cases.hub.run(({ db }) =>
    sql`
      with pattern as (select * from inspection.task where state = 'planned' order by number limit 1),
      officer as (select id from inspection.officer o where authority = 'customs'
        and exists (select 1 from inspection.duty d where d.officer_id = o.id and d.site_id = 'GUOYUAN-INSP')),
      made as (
        insert into inspection.task (id, number, shipment_id, object_ids, state, simulated, site_id, bay, starts_at, ends_at, slot_reason, history, created_at, direction)
        select gen_random_uuid(), 'JCX' || n, p.shipment_id, array['container:X' || n], 'planned', true, p.site_id,
          (array['A1', 'A2', 'A3'])[1 + n % 3], at, at + interval '1 hour', p.slot_reason, '[]', p.created_at, 'import'
        from pattern p, generate_series(0, ${count - 1}::int) as n, lateral (select '2026-11-26 00:00Z'::timestamptz + make_interval(hours => n / 3) as at) as t
        returning id, site_id, bay, starts_at, ends_at, number),
      parts as (
        insert into inspection.part (task_id, authority, instruction_ids, instruction_numbers) select id, 'customs', '{}', '{}' from made)
      insert into inspection.booking (task_id, resource, site_id, during)
      select id, 'bay ' || site_id || ' ' || bay, site_id, tstzrange(starts_at, ends_at) from made
      union all
      select m.id, 'officer ' || o.id, m.site_id, tstzrange(m.starts_at, m.ends_at)
      from (select *, row_number() over (partition by starts_at order by bay) as nth from made) m
      join (select id, row_number() over (order by id) as nth from officer) o on o.nth = m.nth`.execute(db),
  );
const listTasks = () =>
  cases.hub.run(
    async ({ db }) =>
      (
        await sql<{ id: string; starts_at: string; bay: string }>`
          select id, starts_at, bay from inspection.task where state = 'planned' order by starts_at, bay`.execute(db)
      ).rows,
  );
/** Pairs that have a bay or an officer at the same time, worked out from the rows without the constraint. */
const soldTwice = () =>
  cases.hub.run(
    async ({ db }) =>
      (
        await sql<{ resource: string }>`
          select a.resource from inspection.booking a join inspection.booking b
            on a.resource = b.resource and a.task_id < b.task_id
            and lower(a.during) < upper(b.during) and lower(b.during) < upper(a.during)`.execute(db)
      ).rows,
  );
const agrees = () =>
  cases.hub.run(
    async ({ db }) =>
      (
        await sql<{ n: number }>`
          select count(*)::int as n from inspection.task t
          join inspection.booking b on b.task_id = t.id and b.resource = 'bay ' || t.site_id || ' ' || t.bay
            and b.during = tstzrange(t.starts_at, t.ends_at)
          where t.state = 'planned'
            and (select count(*) from inspection.booking o where o.task_id = t.id and o.resource like 'officer %') = 1`.execute(
          db,
        )
      ).rows[0]?.n,
  );

test('[P6] each task has its own bay, officer and time, planned from orders that came together', async () => {
  assert.equal(tasks.length, MANY);
  assert.equal(new Set(tasks.map((task) => `${task.bay} ${new Date(task.starts_at).toISOString()}`)).size, MANY);
  assert.deepEqual(await soldTwice(), []);
  assert.equal(await agrees(), MANY);
});

test('[P6] two hundred bookings at once for six slots: six are served, the others are told, nothing is sold twice', async () => {
  const { items } = await cases.hub.call<{ items: OfferedSlot[] }>(
    'GET',
    '/inspections/:id/slots',
    { params: { id: tasks.at(-1)?.id }, query: {} },
    cases.trader,
  );
  assert.equal(items.length, 6);
  const slots = items.map((slot) => slot.id);
  // Whoever finds every connection of the database busy for ten seconds is told so, and comes again, as a browser does after a 503.
  const book = async (id: string, slotId: string | undefined): Promise<InspectionView> => {
    for (;;)
      try {
        const input = { params: { id }, body: { slotId } };
        return await cases.hub.call<InspectionView>('POST', '/inspections/:id/booking', input, cases.trader);
      } catch (error) {
        if (!/timeout exceeded when trying to connect/.test(String(error))) throw error;
      }
  };
  const replies = await Promise.allSettled(tasks.map(({ id }, n) => book(id, slots[n % slots.length])));
  const served = replies.flatMap((reply) => (reply.status === 'fulfilled' ? [reply.value] : []));
  const codes = replies.flatMap((reply) => (reply.status === 'rejected' ? [String(reply.reason.code)] : []));
  assert.deepEqual([...new Set(codes)], ['INSPECTION_SLOT_TAKEN']);
  assert.deepEqual(served.map((one) => one.slot.id).sort(), [...slots].sort());
  assert.deepEqual(await soldTwice(), []);
  assert.equal(await agrees(), MANY);
});

test('[P6] the database itself refuses a bay or an officer twice, and an officer who would have to be at two yards', async () => {
  const [first] = tasks;
  await assert.rejects(
    cases.hub.run(({ db }) =>
      sql`insert into inspection.booking (task_id, resource, site_id, during)
          select gen_random_uuid(), resource, site_id, during from inspection.booking where task_id = ${first?.id}`.execute(
        db,
      ),
    ),
    /never_twice/,
  );
  const taken = await cases.hub.run(async ({ db }) => {
    const { rows } = await sql<{ same: boolean; near: boolean; far: boolean }>`
      with held as (
        select substring(resource from 9)::uuid as officer, upper(during) as until from inspection.booking
        where resource like 'officer %' and site_id = 'GUOYUAN-INSP' order by upper(during) desc limit 1)
      select inspection.take_slot(gen_random_uuid(), 'XIYONG-INSP', 'Z1', until - interval '30 minutes', until + interval '30 minutes', array[officer]) as same,
        inspection.take_slot(gen_random_uuid(), 'XIYONG-INSP', 'Z2', until + interval '79 minutes', until + interval '139 minutes', array[officer]) as near,
        inspection.take_slot(gen_random_uuid(), 'XIYONG-INSP', 'Z2', until + interval '80 minutes', until + interval '140 minutes', array[officer]) as far
      from held`.execute(db);
    return rows[0];
  });
  assert.deepEqual(taken, { same: false, near: false, far: true }, '80 minutes on the way');
});
