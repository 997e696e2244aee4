// Both parties are told before an authorisation runs out: two weeks before its last day, and when a tenth of its quantity is left (P11).
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { EnterpriseEvents } from './contract.ts';
import { lastWarnedDay } from './manage-authorisations.ts';
import { leftOf } from './match-authorisation.ts';
import { findOrganisation } from './store.ts';
import { type AuthorisationRow, takeEnding, toGrant } from './store-authorisations.ts';

const emit = emitter<EnterpriseEvents>();

export async function tellRunningOut(
  context: Context,
  row: AuthorisationRow,
  because: EnterpriseEvents['authorisation.running-out']['because'],
): Promise<void> {
  const owner = await findOrganisation(context, row.owner_id);
  const broker = await findOrganisation(context, row.broker_id);
  const left = leftOf(toGrant(row));
  await emit(context, 'authorisation.running-out', row.id, {
    authorisationId: row.id,
    ownerId: row.owner_id,
    brokerId: row.broker_id,
    ownerName: owner?.name ?? '',
    brokerName: broker?.name ?? '',
    because,
    left:
      because === 'period'
        ? row.valid_to
        : because === 'value'
          ? `${left.value ?? '0'} ${row.value_currency ?? ''}`
          : String(left.declarations ?? 0),
  });
}

/** Two weeks are long; looking once an hour is soon enough. */
const POLL_MS = 3_600_000;
export const createAuthorisationWarning = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop =>
  createLoop({
    name: 'authorisation-warning',
    pollMs: POLL_MS,
    step: async () => (await options.unitOfWork.run(portico, warnEnding)) > 0,
    onFault: options.onFault,
  });

/** Those whose last day is near and whose parties have not been told. */
async function warnEnding(context: Context): Promise<number> {
  const ending = await takeEnding(context, partnerDay(context.now), lastWarnedDay(context.now));
  for (const row of ending) await tellRunningOut(context, row, 'period');
  return ending.length;
}
