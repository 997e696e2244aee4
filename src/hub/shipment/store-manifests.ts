// SQL of schema `shipment` about what manifests were last told to say of a case's bills.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { ManifestDifference } from './contract.ts';

/** Undefined where the bill was never compared. */
export async function lastDifferences(
  context: Context,
  shipmentId: string,
  bill: string,
): Promise<ManifestDifference[] | undefined> {
  const { rows } = await sql<{ differences: ManifestDifference[] }>`
    select differences from shipment.manifest_compared where shipment_id = ${shipmentId} and bill = ${bill}`.execute(
    context.db,
  );
  return rows[0]?.differences;
}

/** True where it is another than was kept; of two at once that say the same, one is. */
export async function keepDifferences(
  context: Context,
  shipmentId: string,
  bill: string,
  differences: readonly ManifestDifference[],
): Promise<boolean> {
  const { rows } = await sql<{ bill: string }>`
    insert into shipment.manifest_compared as kept (shipment_id, bill, differences)
    values (${shipmentId}, ${bill}, ${JSON.stringify(differences)}::jsonb)
    on conflict (shipment_id, bill) do update set differences = excluded.differences
      where kept.differences <> excluded.differences
    returning bill`.execute(context.db);
  return rows.length > 0;
}
