// SQL of schema `disposition` about manifests.
import { sql } from 'kysely';
import { askTogether, inRounds } from '../../runtime/database/ask-together.ts';
import type { ControlledObject } from './contract.ts';

export type ManifestItem = { readonly description: string; readonly containers: readonly string[] };
export type ManifestRow = {
  readonly bill: string;
  readonly channel: string;
  readonly conveyance: string | null;
  readonly containers: readonly string[];
  readonly items: readonly ManifestItem[];
  readonly sent_at: string;
  readonly message_id: string;
};

/** A later word on the same bill wins, whichever comes first. */
export const keepManifests = askTogether<readonly ManifestRow[], void>(async (context, asked) => {
  for (const rows of inRounds(asked.flat(), (row) => `${row.channel} ${row.bill}`))
    await sql`
      insert into disposition.manifest (bill, channel, conveyance, containers, items, sent_at, message_id)
      select bill, channel, conveyance, containers, items, sent_at, message_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(bill text, channel text, conveyance text, containers text[], items jsonb, sent_at timestamptz, message_id uuid)
      on conflict (bill, channel) do update
        set conveyance = excluded.conveyance, containers = excluded.containers, items = excluded.items, sent_at = excluded.sent_at,
          message_id = excluded.message_id
        where disposition.manifest.sent_at <= excluded.sent_at`.execute(context.db);
  return [];
});

type Named = { readonly bills: readonly string[]; readonly containers: readonly string[] };
/** Of these bills, and of whatever bills these boxes lie under. */
export const manifestsOf = askTogether<Named, ManifestRow[]>(async (context, asked) => {
  const bills = [...new Set(asked.flatMap((one) => one.bills))];
  const containers = [...new Set(asked.flatMap((one) => one.containers))];
  if (bills.length + containers.length === 0) return asked.map(() => []);
  const { rows } = await sql<ManifestRow>`
    select * from disposition.manifest where bill = any(${bills}::text[])
    union
    select * from disposition.manifest where containers && ${containers}::text[]
    order by bill, channel`.execute(context.db);
  return asked.map((one) =>
    rows.filter((row) => one.bills.includes(row.bill) || row.containers.some((box) => one.containers.includes(box))),
  );
});

export const objectsOfCases = askTogether<readonly string[], ReadonlyMap<string, readonly ControlledObject[]>>(
  async (context, asked) => {
    const { rows } = await sql<{ shipment_id: string; body: ControlledObject }>`
      select shipment_id, body from disposition.object where shipment_id = any(${[...new Set(asked.flat())]}::uuid[])
      order by shipment_id, id`.execute(context.db);
    const found = new Map<string, ControlledObject[]>();
    for (const { shipment_id, body } of rows) {
      const list = found.get(shipment_id) ?? [];
      list.push(body);
      found.set(shipment_id, list);
    }
    return asked.map(() => found);
  },
);
