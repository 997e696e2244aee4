// Saves the draft (or the open amendment); the revision protects against two people typing over each other.
import type { Context } from '../../runtime/context.ts';
import { organisationByUscc } from '../enterprise/index.ts';
import { editable } from './access.ts';
import { checkShipment } from './check-shipment.ts';
import type { Form, SaveResult } from './contract.ts';
import { textOf } from './normalise-form.ts';
import { refuse } from './refusals.ts';
import { replaceNumbers, updateShipment } from './store.ts';
import { searchableNumbers, summariseForm } from './summarise-form.ts';
import { takeForm } from './take-form.ts';

export async function saveForm(
  context: Context,
  command: { shipmentId: string; form: Form; revision: number },
): Promise<SaveResult> {
  const row = await editable(context, command.shipmentId);
  if (row.draft === null) throw refuse('SHIPMENT_NOT_EDITABLE', { state: row.state });
  if (row.revision !== command.revision) throw refuse('SHIPMENT_CHANGED_MEANWHILE', { revision: row.revision });
  const form = takeForm(command.form, row.draft);
  const revision = row.revision + 1;
  const changes = { draft: form, revision };
  // An amendment shows in lists only once it is submitted; direction, mode and owner are then fixed.
  if (row.version === 0) {
    const owner = (await organisationByUscc(context, textOf(form, 'traderUscc'))) ?? {
      id: row.owner_id,
      name: row.owner_name,
    };
    await updateShipment(context, row.id, {
      ...changes,
      summary: summariseForm(form),
      owner_id: owner.id,
      owner_name: owner.name,
      direction: textOf(form, 'direction') === 'export' ? 'export' : 'import',
      transport_mode: textOf(form, 'transportMode') || '9',
      declaration_office: textOf(form, 'declarationOffice') || null,
    });
    await replaceNumbers(context, row.id, searchableNumbers(form, [row.number]));
  } else await updateShipment(context, row.id, changes);
  return { revision, ...(await checkShipment(context, form, 'draft')) };
}
