// An authority that joins an inspection about to begin (P6): the slot stays, and whoever of it can still come is named and booked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { waterImport } from '../support/forms.ts';

let cases: Cases;
before(async () => {
  cases = await startCases();
  await cases.hub.run(seedDemoYard);
});
after(() => cases.stop());

type Part = { authority: string; officer_id: string | null; starts_at: string; booked: boolean };
const parts = (shipmentId: string) =>
  cases.hub.run(async (context) => {
    const { rows } = await sql<Part>`
      select p.authority, p.officer_id, t.starts_at, exists (
        select 1 from inspection.booking b where b.task_id = t.id and b.resource = 'officer ' || p.officer_id) as booked
      from inspection.task t join inspection.part p on p.task_id = t.id
      where t.shipment_id = ${shipmentId} and t.state = 'planned' order by p.authority`.execute(context.db);
    return rows;
  });

test('[P6] who joins in the last hour has an officer in the slot that stays', async () => {
  const box = boxNumber(510_000);
  const id = await cases.file('LATE-JOINER', {
    ...waterImport('LATE-JOINER'),
    billNumber: 'YZLATEJOINER',
    packageCount: '1',
    containers: [{ containerNumber: box, containerSpec: '11', containerGoods: '1', containerGoodsMassKg: '10' }],
  });
  await cases.say('customs', { kind: 'inspect', on: [`container:${box}`], sequence: 1, shipmentId: id });
  const [alone] = await parts(id);
  assert.ok(alone?.officer_id && alone.booked);
  cases.hub.clock.advance(Date.parse(alone.starts_at) - cases.hub.clock.now().getTime() - 30 * 60_000);
  await cases.say('maritime', { kind: 'inspect', on: [`container:${box}`], sequence: 2, shipmentId: id });
  const both = await parts(id);
  assert.deepEqual(
    both.map((part) => [part.authority, part.starts_at, part.officer_id !== null, part.booked]),
    [
      ['customs', alone.starts_at, true, true],
      ['maritime', alone.starts_at, true, true],
    ],
  );
  assert.equal(both[0]?.officer_id, alone.officer_id, 'who was to come comes');
});
