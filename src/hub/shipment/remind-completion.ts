// Reminds of complete declarations that are owed (两步申报): once three days before the last day, once when it has passed.
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { serveDue } from '../../runtime/serve-due.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { ShipmentEvents } from './contract.ts';
import { type CompletionRow, findCompletion, listOverdue, listToRemind, updateCompletion } from './store-completion.ts';
import { lockShipment } from './store.ts';

const emit = emitter<ShipmentEvents>();
const DAYS_BEFORE = 3;
const DAY_MS = 86_400_000;
const AT_ONCE = 50;

export const createCompletionReminder = ({
  unitOfWork,
  onFault,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop & { step(): Promise<boolean> } => {
  const due = async (context: Context) => {
    const soon = partnerDay(plusMs(context.now, DAYS_BEFORE * DAY_MS));
    const overdue = await listOverdue(context, partnerDay(context.now), AT_ONCE);
    return [...overdue, ...(await listToRemind(context, soon, AT_ONCE))];
  };
  const step = () => serveDue(unitOfWork, due, remind);
  // It is a matter of days.
  return { ...createLoop({ name: 'complete declarations', pollMs: 3_600_000, onFault, step }), step };
};

/** Looked at again under the lock of the case: it may have been filed at the last moment. */
async function remind(context: Context, { shipment_id: shipmentId }: CompletionRow): Promise<void> {
  const shipment = await lockShipment(context, shipmentId);
  const owed = await findCompletion(context, shipmentId);
  if (!owed || owed.completed_at !== null) return;
  // A case that was withdrawn owes nothing.
  const live = shipment?.state === 'submitted';
  const overdue = owed.due_on < partnerDay(context.now);
  if (overdue && owed.overdue_at === null) {
    await updateCompletion(context, shipmentId, { overdue_at: context.now, reminded_at: context.now });
    if (live) await emit(context, 'shipment.completion-overdue', shipmentId, { shipmentId, dueOn: owed.due_on });
  } else if (!overdue && owed.reminded_at === null) {
    await updateCompletion(context, shipmentId, { reminded_at: context.now });
    if (live) await emit(context, 'shipment.completion-due', shipmentId, { shipmentId, dueOn: owed.due_on });
  }
}
