// Files a shipment once for everybody (一单多报, P10): load → check → transition → save → event. The split into documents
// and their delivery follow from the event, in the same transaction's outbox.
import { contentDigest } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { exerciseAuthorisation, mustBeQualified } from '../enterprise/index.ts';
import { partiesOf, planFiling } from '../mapping/index.ts';
import type { SignatureView } from '../signatures/contract.ts';
import { readSignatures, signFiling } from '../signatures/index.ts';
import { applyForChange, decidersOfChange, mustHaveNoOpenChange } from './apply-for-change.ts';
import { editable, isOwnCase, mustBeAuthorised, readable } from './access.ts';
import { findingsOf } from './check-shipment.ts';
import type { Form, ShipmentEvents, SubmitResult } from './contract.ts';
import { mustBeChangeable } from './change-closed.ts';
import { elementById } from './elements.ts';
import { claimNamed } from './licences-in.ts';
import { textOf } from './normalise-form.ts';
import { refuse } from './refusals.ts';
import { nextState } from './states.ts';
import { addNumbers, addParticipants, findVersion, insertVersion, type ShipmentRow, updateShipment } from './store.ts';
import { mustFollow, noteStep } from './two-step.ts';
import { searchableNumbers, summariseForm, worthOf } from './summarise-form.ts';

const emit = emitter<ShipmentEvents>();

export async function submitShipment(
  context: Context,
  command: { shipmentId: string; revision?: number; reason?: string; signature?: string },
): Promise<SubmitResult> {
  const row = await editable(context, command.shipmentId);
  const state = nextState(row.state, 'submit') ?? nextState(row.state, 'correct');
  const closed = row.state === 'closed';
  if (!state || row.draft === null) throw refuse('SHIPMENT_STATE_UNFIT', { state: row.state, step: 'submit' });
  if (command.revision !== undefined && command.revision !== row.revision)
    throw refuse('SHIPMENT_CHANGED_MEANWHILE', { revision: row.revision });
  // Said before what is wrong with the form; counted below, once nothing else stands in the way.
  await mustBeAuthorised(context, row, 'declare');
  const form = row.draft;
  await mustBeQualified(context, { ownerId: row.owner_id, traderUscc: textOf(form, 'traderUscc') });
  await mustHaveNoOpenChange(context, row);
  const filed = row.version > 0 ? (await findVersion(context, row.id, row.version))?.form : undefined;
  if (filed) mustBeSameCase(filed, form);
  const channels = await decidersOfChange(context, row, form);
  if (filed && closed) await mustBeChangeable(context, row, { filed, form, channels, reason: command.reason });
  mustFollow(filed, form);
  const findings = await findingsOf(context, form, 'declare', row.id);
  const errors = findings.filter((f) => f.severity === 'error');
  if (errors.length > 0) throw refuse('FORM_HAS_ERRORS', { count: errors.length, findings: errors });
  const version = row.version + 1;
  await signFiling(context, { shipmentId: row.id, version, form }, command.signature);
  const digest = contentDigest(form);
  if (!isOwnCase(context, row)) await countFiling(context, row, form, version);
  if (channels.length > 0) {
    const reason = command.reason ?? '';
    const applied = await applyForChange(context, row, { kind: 'amend', form, digest, reason, channels });
    const { number, receiptId } = applied;
    const receipt = { id: number, digest, receivedAt: context.now, receiptId };
    return { shipmentId: row.id, version, plan: planFiling(form), findings, receipt, application: number };
  }
  const filerId = context.actor.organisationId ?? row.filer_id;
  // One message; a case stays findable by every number it ever had, its partners' too.
  await Promise.all([
    insertVersion(context, {
      shipment_id: row.id,
      version,
      form,
      reason: command.reason ?? null,
      submitted_at: context.now,
      submitted_by: context.actor.name,
      digest,
    }),
    updateShipment(context, row.id, {
      state,
      version,
      draft: null,
      revision: row.revision + 1,
      ...(closed ? {} : { progress: 'awaiting' as const }),
      summary: summariseForm(form, row.summary.declarationNumber),
      filer_id: filerId,
      declaration_office: textOf(form, 'declarationOffice') || null,
    }),
    addParticipants(context, row.id, partiesOf(form)),
    addNumbers(context, row.id, searchableNumbers(form, [row.number, row.summary.declarationNumber ?? ''])),
  ]);
  await noteStep(context, row.id, form);
  if (!closed) await claimNamed(context, row.id, { version, form });
  const receiptId = closed
    ? await emit(context, 'shipment.corrected', row.id, {
        shipmentId: row.id,
        version,
        agreedBy: [],
        ...(row.closed_at ? { leftAt: row.closed_at } : {}),
      })
    : await emit(context, 'shipment.submitted', row.id, {
        shipmentId: row.id,
        number: row.number,
        version,
        ownerId: row.owner_id,
        filerId,
        digest,
      });
  return {
    shipmentId: row.id,
    version,
    plan: planFiling(form),
    findings,
    receipt: { id: `${row.number}-${version}`, digest, receivedAt: context.now, receiptId },
  };
}

/** One declaration of the owner's authorisation, worth what its goods are where they are in one currency. */
async function countFiling(context: Context, row: ShipmentRow, form: Form, version: number): Promise<void> {
  const office = textOf(form, 'declarationOffice');
  const value = worthOf(form);
  await exerciseAuthorisation(context, {
    owner: { id: row.owner_id, name: row.owner_name },
    act: 'declare',
    step: version === 1 ? 'submit' : 'amend',
    shipmentId: row.id,
    shipmentNumber: row.number,
    version,
    counts: true,
    ...(office ? { office } : {}),
    ...(value ? { value } : {}),
  });
}

/** What makes the case: whose it is and which way it goes. The authorisation was checked for that, so it stays. */
const fixed = ['direction', 'transportMode', 'traderUscc'] as const;

function mustBeSameCase(filed: Form, form: Form): void {
  const changed = fixed.find((id) => textOf(form, id) !== textOf(filed, id));
  if (changed)
    throw refuse('AMENDMENT_CHANGES_CASE', { ...elementById(changed)?.label, before: textOf(filed, changed) });
}

/** Each is checked again against the version as it is kept. */
export async function readShipmentSignatures(context: Context, shipmentId: string): Promise<SignatureView[]> {
  const row = await readable(context, shipmentId);
  return readSignatures(context, row.id, async (version) => (await findVersion(context, row.id, version))?.form);
}
