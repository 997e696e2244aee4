// The sheet an officer takes along (M4): his task, and what was declared of it, as far as his authority's own documents carry it.
import type { Context } from '../../../runtime/context.ts';
import { elementsFor } from '../../mapping/index.ts';
import { narrowForm, noteLooks, partyOf, readSubmittedForm } from '../../shipment/index.ts';
import type { FieldSheet } from '../contract.ts';
import { mustRecord, toKeptPhoto } from './keep-photo.ts';
import { readInspection } from '../read-inspections.ts';
import { findTask } from '../store.ts';
import { listPhotos } from './store.ts';

export async function readSheet(context: Context, id: string): Promise<FieldSheet> {
  const { task, part } = await mustRecord(context, await findTask(context, id));
  const filed = (await readSubmittedForm(context, task.shipment_id)) ?? {};
  const party = partyOf(context.actor);
  const form = party === undefined ? filed : narrowForm(filed, elementsFor(party));
  const rows = (of: typeof filed, group: string) => (Array.isArray(of[group]) ? of[group] : []);
  // What was declared is looked at, also when it is taken along.
  await noteLooks(context, [{ shipmentId: task.shipment_id, what: 'case' }]);
  return {
    inspection: await readInspection(context, id),
    goods: rows(form, 'goods').map((row, i) => ({
      lineNumber: row.lineNumber ?? String(i + 1),
      ...(row.goodsName ? { goodsName: row.goodsName } : {}),
      ...(row.hsCode ? { hsCode: row.hsCode } : {}),
      ...(row.quantity ? { quantity: row.quantity } : {}),
      ...(row.quantityUnit ? { unit: row.quantityUnit } : {}),
    })),
    containers: task.object_ids
      .filter((objectId) => objectId.startsWith('container:'))
      .map((objectId) => {
        const number = objectId.slice('container:'.length);
        // Whoever opens a box compares the seal, also where his own documents do not carry it.
        const seal = rows(filed, 'containers').find((row) => row.containerNumber === number)?.sealNumber;
        return { objectId, number, ...(seal ? { seal } : {}) };
      }),
    photos: (await listPhotos(context, task.id, part.authority)).map(toKeptPhoto),
  };
}
