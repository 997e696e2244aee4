// SQL of schema `shipment` about what manifests were last told to say of a case's bills.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import { askTogether, inRounds } from '../../runtime/database/ask-together.ts';
import type { ManifestDifference } from './contract.ts';

type OfBill = { readonly shipmentId: string; readonly bill: string };
type Compared = OfBill & { readonly differences: readonly ManifestDifference[] };
type Row = { shipment_id: string; bill: string };
const isOf =
  ({ shipmentId, bill }: OfBill) =>
  (row: Row): boolean =>
    row.shipment_id === shipmentId && row.bill === bill;

/** Undefined where the bill was never compared. */
export const lastDifferences = askTogether<OfBill, ManifestDifference[] | undefined>(async (context, asked) => {
  const { rows } = await sql<Row & { differences: ManifestDifference[] }>`
    select shipment_id, bill, differences from shipment.manifest_compared where (shipment_id, bill) in (
      select * from unnest(${asked.map((one) => one.shipmentId)}::uuid[], ${asked.map((one) => one.bill)}::text[]))`.execute(
    context.db,
  );
  return asked.map((one) => rows.find(isOf(one))?.differences);
});

/** True where it is another than was kept; of two at once that say the same, one is. */
export const keepDifferences = askTogether<Compared, boolean>(async (context, asked) => {
  const kept = new Set<Compared>();
  for (const round of inRounds(asked, (one) => `${one.shipmentId} ${one.bill}`))
    for (const one of await keepEach(context, round)) kept.add(one);
  return asked.map((one) => kept.has(one));
});
async function keepEach(context: Context, given: readonly Compared[]): Promise<Compared[]> {
  const { rows } = await sql<Row>`
    insert into shipment.manifest_compared as kept (shipment_id, bill, differences)
    select "shipmentId", bill, differences from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as r("shipmentId" uuid, bill text, differences jsonb)
    on conflict (shipment_id, bill) do update set differences = excluded.differences
      where kept.differences <> excluded.differences
    returning shipment_id, bill`.execute(context.db);
  return given.filter((one) => rows.some(isOf(one)));
}
