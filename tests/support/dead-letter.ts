// A delivery that counts as given up, where a test needs one and no partner refuses.
import { sql } from 'kysely';
import { portico } from '../../src/runtime/context.ts';
import type { UnitOfWork } from '../../src/runtime/unit-of-work.ts';

export const letDie = (unitOfWork: UnitOfWork, deliveryId: string): Promise<unknown> =>
  unitOfWork.run(portico, (context) =>
    sql`update exchange.delivery set state = 'dead' where id = ${deliveryId}`.execute(context.db),
  );
