// An attachment is taken away unless a test result was filed with it (GF18 7, 8): a report that was attached first and then refused by its number
// does not stay among the papers for good.
import type { Context } from '../../../runtime/context.ts';
import { readDocumentRow, takeAwayAttachment } from '../../documents/index.ts';
import { mayDoToShipment } from '../../shipment/index.ts';
import { refuse } from '../refusals.ts';
import { lockCase } from '../store.ts';
import { isNamed } from './store.ts';

export async function takeReportAway(context: Context, documentId: string): Promise<void> {
  const shipmentId = (await readDocumentRow(context, documentId))?.shipment_id;
  if (shipmentId && (await mayDoToShipment(context, shipmentId, 'shipment.write'))) {
    // A result that is being filed with it waits, or is waited for.
    await lockCase(context, shipmentId);
    if (await isNamed(context, { shipmentId, documentId })) throw refuse('TEST_REPORT_FILED');
  }
  await takeAwayAttachment(context, documentId);
}
