// What an authority says of an application to amend or withdraw (修撤单), and what follows: agreed to by all it was put to, the amendment
// is the version in force or the case is withdrawn, and everybody else is told; refused by one, or taken back, all stays as it was filed.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { partiesOf } from '../mapping/index.ts';
import type { Form, Ruling, ShipmentEvents } from './contract.ts';
import { claimNamed } from './licences-in.ts';
import { textOf } from './normalise-form.ts';
import { nextState } from './states.ts';
import { addNumbers, addParticipants, insertVersion, type ShipmentRow, updateShipment } from './store.ts';
import { type ChangeRow, findOpenChange, noteTaken, updateChange } from './store-changes.ts';
import { endCompleted, noteStep } from './two-step.ts';
import { searchableNumbers, summariseForm } from './summarise-form.ts';

const emit = emitter<ShipmentEvents>();
type Said = {
  readonly channel: string;
  readonly ruling: Ruling;
  readonly text: Bilingual;
  readonly at: string;
};

export async function noteRuling(context: Context, row: ShipmentRow, said: Said): Promise<void> {
  const { channel, ruling, at } = said;
  switch (ruling.say) {
    case 'taken':
    case 'given-back':
      await noteTaken(context, { shipment_id: row.id, channel, taken: ruling.say === 'taken', at });
      if (ruling.say === 'taken') await endCompleted(context, row, at);
      return;
    // A declaration that is deleted on the trader's application is that application agreed to.
    case 'deleted':
      await noteTaken(context, { shipment_id: row.id, channel, taken: false, at });
      return decide(context, row, said, (change) => change.kind === 'withdraw');
    default:
      return decide(context, row, said, (change) => ruling.change === undefined || ruling.change === change.number);
  }
}

/** A repetition, or a word on an application that is decided, finds none open. */
async function decide(
  context: Context,
  row: ShipmentRow,
  said: Said,
  isMeant: (change: ChangeRow) => boolean,
): Promise<void> {
  const { channel, text } = said;
  const change = await findOpenChange(context, row.id);
  if (!change || !isMeant(change) || !change.channels.includes(channel) || change.agreed.includes(channel)) return;
  const takenBack = said.ruling.say === 'change-taken-back';
  const approved = !takenBack && said.ruling.say !== 'change-refused';
  const agreed = approved ? [...change.agreed, channel] : change.agreed;
  const all = agreed.length === change.channels.length;
  const state = approved ? (all ? 'approved' : 'applied') : takenBack ? 'taken-back' : 'refused';
  await updateChange(context, change.id, {
    agreed,
    state,
    decision: text,
    ...(state === 'applied' ? {} : { decided_at: context.now }),
  });
  await emit(context, 'shipment.change-decided', row.id, {
    shipmentId: row.id,
    changeId: change.id,
    number: change.number,
    kind: change.kind,
    channel,
    approved,
    text,
  });
  if (state === 'approved')
    await (change.form ? amend(context, row, change, change.form) : withdraw(context, row, change));
  // What was typed is not lost: it lies open as an amendment, to be corrected or discarded.
  if ((state === 'refused' || takenBack) && change.form && row.state !== 'withdrawn')
    await updateShipment(context, row.id, { draft: change.form, revision: row.revision + 1 });
}

/** Goods that have left meanwhile leave the case closed; the version is in force all the same, and whoever has the one before is told. */
async function amend(context: Context, row: ShipmentRow, change: ChangeRow, form: Form): Promise<void> {
  const version = row.version + 1;
  const { declarationNumber } = row.summary;
  await insertVersion(context, {
    shipment_id: row.id,
    version,
    form,
    reason: change.reason,
    submitted_at: context.now,
    submitted_by: change.applied_by,
    digest: change.digest ?? '',
  });
  await updateShipment(context, row.id, {
    version,
    revision: row.revision + 1,
    summary: summariseForm(form, declarationNumber),
    filer_id: change.filer_id,
    declaration_office: textOf(form, 'declarationOffice') || null,
    ...(row.state === 'submitted' ? { progress: 'awaiting' as const } : {}),
  });
  await addNumbers(context, row.id, searchableNumbers(form, [row.number, declarationNumber ?? '']));
  await addParticipants(context, row.id, partiesOf(form));
  await noteStep(context, row.id, form);
  await claimNamed(context, row.id, { version, form, closedAt: row.closed_at });
  if (row.state === 'closed')
    await emit(context, 'shipment.corrected', row.id, {
      shipmentId: row.id,
      version,
      agreedBy: change.channels,
      ...(row.closed_at ? { leftAt: row.closed_at } : {}),
    });
  if (!nextState(row.state, 'submit')) return;
  await emit(context, 'shipment.submitted', row.id, {
    shipmentId: row.id,
    number: row.number,
    version,
    ownerId: row.owner_id,
    filerId: change.filer_id,
    ...(change.digest ? { digest: change.digest } : {}),
    agreedBy: change.channels,
  });
}

async function withdraw(context: Context, row: ShipmentRow, change: ChangeRow): Promise<void> {
  const state = nextState(row.state, 'withdraw');
  if (!state) return;
  await updateShipment(context, row.id, { state, progress: 'withdrawn', draft: null, revision: row.revision + 1 });
  await emit(context, 'shipment.withdrawn', row.id, {
    shipmentId: row.id,
    version: row.version,
    reason: change.reason,
    agreedBy: change.channels,
  });
}
