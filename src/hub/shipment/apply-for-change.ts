// What an authority has taken is changed by application (修撤单): once accepted, a declaration and its content may be amended or withdrawn
// only as it allows (海关法 26). Until it agrees, the version that is filed stays in force and nobody else is told of another.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { channelById, decidersOf } from '../mapping/index.ts';
import type { ChangeView, Form, ShipmentEvents } from './contract.ts';
import { compareForms } from './compare-forms.ts';
import { refuse } from './refusals.ts';
import { findVersion, type ShipmentRow, updateShipment } from './store.ts';
import { completes } from './two-step.ts';
import { type ChangeRow, findChange, findOpenChange, insertChange, listChanges, takenBy } from './store-changes.ts';

const emit = emitter<ShipmentEvents>();
const nameOf = (channel: string): Bilingual => channelById(channel)?.name ?? { zh: channel, en: channel };

/** Whoever has to agree; nobody, where the partners only have to be told. */
export async function decidersOfChange(context: Context, row: ShipmentRow, after?: Form): Promise<string[]> {
  if (row.version === 0) return [];
  const taken = await takenBy(context, row.id);
  if (taken.length === 0) return [];
  const filed = await findVersion(context, row.id, row.version);
  if (filed && after && completes(filed.form, after)) return [];
  return filed ? decidersOf(taken, filed.form, after) : [];
}

export async function mustHaveNoOpenChange(context: Context, row: ShipmentRow): Promise<void> {
  const open = row.version > 0 ? await findOpenChange(context, row.id) : undefined;
  if (!open) return;
  const [first = ''] = waiting(open);
  throw refuse('CHANGE_UNDECIDED', { number: open.number, ...nameOf(first) });
}

type Wanted = Pick<ChangeRow, 'kind' | 'form' | 'digest' | 'reason' | 'channels'>;
/** The draft goes into the application; where it is refused it lies open again. */
export async function applyForChange(
  context: Context,
  row: ShipmentRow,
  wanted: Wanted,
): Promise<{ readonly number: string; readonly receiptId: string }> {
  const before = await listChanges(context, row.id);
  const number = `${row.number}-C${before.length + 1}`;
  const { kind, channels, reason, digest } = wanted;
  const id = context.newId();
  await insertChange(context, {
    ...wanted,
    id,
    shipment_id: row.id,
    number,
    version: row.version,
    agreed: [],
    state: 'applied',
    decision: null,
    applied_at: context.now,
    applied_by: context.actor.name,
    filer_id: context.actor.organisationId ?? row.filer_id,
    decided_at: null,
    retracted_at: null,
  });
  await updateShipment(context, row.id, { draft: null, revision: row.revision + 1 });
  const receiptId = await emit(context, 'shipment.change-applied', row.id, {
    shipmentId: row.id,
    changeId: id,
    number,
    kind,
    version: row.version,
    channels,
    reason,
    ...(digest ? { digest } : {}),
  });
  return { number, receiptId };
}

/** The form an application asks for; of a withdrawal nothing is asked but its end. */
export const readAppliedForm = async (context: Context, changeId: string): Promise<Form | undefined> => {
  const change = await findChange(context, changeId);
  if (!change) return undefined;
  return change.form ?? (await findVersion(context, change.shipment_id, change.version))?.form;
};

/** Who has not decided yet. */
export const waiting = (row: ChangeRow): string[] =>
  row.state === 'applied' ? row.channels.filter((channel) => !row.agreed.includes(channel)) : [];

export async function readChanges(context: Context, row: ShipmentRow): Promise<ChangeView[]> {
  if (row.version === 0) return [];
  const changes = await listChanges(context, row.id);
  return Promise.all(
    changes.map(async (change) => {
      const filed = change.form ? await findVersion(context, row.id, change.version) : undefined;
      return {
        number: change.number,
        kind: change.kind,
        state: change.state,
        version: change.version,
        reason: change.reason,
        appliedAt: change.applied_at,
        appliedBy: change.applied_by,
        waitsFor: waiting(change).map(nameOf),
        ...(change.retracted_at ? { retractedAt: change.retracted_at } : {}),
        ...(change.decided_at ? { decidedAt: change.decided_at } : {}),
        ...(change.decision ? { decision: change.decision } : {}),
        changed: change.form ? compareForms(filed?.form ?? {}, change.form) : [],
      };
    }),
  );
}
