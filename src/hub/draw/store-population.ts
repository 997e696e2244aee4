// SQL of what may be drawn (M6): cases of an authority that were first filed in a time and stand there still, without a word of it to inspect;
// or single objects of such cases, each by itself.
import { type RawBuilder, sql } from 'kysely';
import type { DrawRule } from '../../kernel/draw-proof.ts';
import type { Context } from '../../runtime/context.ts';
import type { DrawRow, TargetRow } from './store.ts';

export type Eligible = {
  readonly id: string;
  readonly number: string;
  readonly station: string;
  /** Null where the whole case is drawn. */
  readonly object_id: string | null;
};
/** Where the case is drawn, its units are what is inspected. */
const units = ['container', 'package', 'express-parcel', 'mail'];
const NO_OBJECT = sql`cross join (select null::text as id) o`;

export async function listEligible(
  context: Context,
  { authority, party, rule }: Pick<DrawRow, 'authority' | 'party'> & { readonly rule: DrawRule },
  limit: number,
): Promise<Eligible[]> {
  const { direction = null, transportMode = null, unit } = rule;
  const ofUnit = sql`join disposition.object o on o.shipment_id = s.id and o.type = ${unit}`;
  const { rows } = await sql<Eligible>`
    select s.id, s.number, coalesce(latest.form ->> 'stationCode', '') as station, o.id as object_id
    from shipment.version first
    join shipment.shipment s on s.id = first.shipment_id
    join shipment.version latest on latest.shipment_id = s.id and latest.version = s.version
    ${unit === undefined ? NO_OBJECT : ofUnit}
    where first.version = 1 and first.submitted_at >= ${rule.filedFrom} and first.submitted_at < ${rule.filedTo}
      and exists (select 1 from shipment.participant p where p.shipment_id = s.id and p.party = ${party})
      and (${direction}::text is null or s.direction = ${direction})
      and (${transportMode}::text is null or s.transport_mode = ${transportMode})
      and ${unit === undefined ? caseStands(authority) : objectStands(authority)}
    order by s.id, o.id limit ${limit}`.execute(context.db);
  return rows;
}
/** Commitments of those of these that can still be inspected. All are of one draw, so of one unit. */
export async function listStanding(
  context: Context,
  authority: DrawRow['authority'],
  targets: readonly Pick<TargetRow, 'commitment' | 'shipment_id' | 'object_id'>[],
): Promise<Set<string>> {
  const ofCases = targets.every((one) => one.object_id === null);
  const { rows } = await sql<{ commitment: string }>`
    select t.commitment
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as t (commitment text, shipment_id uuid, object_id text)
    join shipment.shipment s on s.id = t.shipment_id
    ${ofCases ? NO_OBJECT : sql`join disposition.object o on o.shipment_id = t.shipment_id and o.id = t.object_id`}
    where ${ofCases ? caseStands(authority) : objectStands(authority)}`.execute(context.db);
  return new Set(rows.map((row) => row.commitment));
}

const held = sql`r.outcome in ('awaiting', 'inspection-required', 'held')`;
const inspectedBy = (authority: string) => sql`r.disposition -> 'inspectedBy' @> to_jsonb(array[${authority}::text])`;
const caseStands = (authority: string): RawBuilder<unknown> => sql`
  s.state = 'submitted'
  and exists (
    select 1 from disposition.object u join disposition.outcome r on r.shipment_id = u.shipment_id and r.object_id = u.id
    where u.shipment_id = s.id and u.type = any(${units}) and ${held})
  and not exists (
    select 1 from disposition.outcome r where r.shipment_id = s.id and ${inspectedBy(authority)})`;
/** A bill of which a box is to be inspected already is not drawn beside it: that box would be ordered twice. */
const objectStands = (authority: string): RawBuilder<unknown> => sql`
  s.state = 'submitted'
  and exists (
    select 1 from disposition.outcome r
    where r.shipment_id = s.id and r.object_id = o.id and ${held} and not ${inspectedBy(authority)})
  and (o.type <> 'bill' or not exists (
    select 1 from disposition.object u join disposition.outcome r on r.shipment_id = u.shipment_id and r.object_id = u.id
    where u.shipment_id = s.id and u.body -> 'within' @> to_jsonb(array[o.id]) and ${inspectedBy(authority)}))`;
