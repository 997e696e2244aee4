// A trader's own message (DecMessage …) read back into the form by the channel that speaks it: upload and form are one path (P10).
import type { Context } from '../../runtime/context.ts';
import type { InboundBytes } from '../mapping/contract.ts';
import { findFormReader } from '../mapping/index.ts';
import { draftShipment } from './draft-shipment.ts';
import { refuse } from './refusals.ts';

export async function importDeclaration(context: Context, message: InboundBytes): Promise<string> {
  const form = findFormReader(message)?.(message);
  if (!form) throw refuse('FORM_FORMAT_UNKNOWN');
  return draftShipment(context, form);
}
