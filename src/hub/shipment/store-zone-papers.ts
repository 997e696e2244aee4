// SQL of schema `shipment` about papers of special customs areas.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { ZonePaper } from './contract.ts';

type Kept = ZonePaper & {
  readonly shipmentId: string;
  readonly version: number;
  readonly at: string;
  /** The event for which it is asked back at once. */
  readonly recalledBy?: string;
};
export type ZonePaperRow = {
  paper: ZonePaper['paper'];
  number: string;
  centre_number: string | null;
  version: number;
  say: ZonePaper['say'];
  recalled_by: string | null;
};

/** True where it is another word than was kept; an earlier one, by the partner's time, changes nothing. */
export async function keepZonePaper(context: Context, one: Kept): Promise<boolean> {
  const { rows } = await sql`
    insert into shipment.zone_paper as kept (shipment_id, paper, number, centre_number, version, say, at, recalled_by)
    values (${one.shipmentId}, ${one.paper}, ${one.number}, ${one.centreNumber ?? null}, ${one.version}, ${one.say},
      ${one.at}, ${one.recalledBy ?? null})
    on conflict (shipment_id, paper, number) do update set
      version = excluded.version, say = excluded.say, at = excluded.at,
      centre_number = coalesce(kept.centre_number, excluded.centre_number)
      where kept.at <= excluded.at and (kept.version, kept.say) is distinct from (excluded.version, excluded.say)
    returning number`.execute(context.db);
  return rows.length > 0;
}

/** Gate passes that are good and not asked back yet; running twice marks the same. */
export async function recallPasses(context: Context, shipmentId: string, event: string): Promise<void> {
  await sql`
    update shipment.zone_paper set recalled_by = ${event}
    where shipment_id = ${shipmentId} and paper = 'gate-pass' and say = 'granted' and recalled_by is null`.execute(
    context.db,
  );
}

export async function listZonePapers(context: Context, shipmentId: string): Promise<ZonePaperRow[]> {
  const { rows } = await sql<ZonePaperRow>`
    select paper, number, centre_number, version, say, recalled_by from shipment.zone_paper
    where shipment_id = ${shipmentId} order by at, number limit 100`.execute(context.db);
  return rows;
}
