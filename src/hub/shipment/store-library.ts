// SQL of schema `shipment` for the document library: whose case it is, as a condition inside another query; and which cases changed.
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { Form } from './contract.ts';
import { ownCase, type ShipmentRow, type Visibility } from './store.ts';

/** Holds where the reader may see the case that `shipmentId` names, at this moment: the same rule as everywhere (`access.ts`). */
export function readableCase(visibility: Visibility, shipmentId: RawBuilder<unknown>): RawBuilder<boolean> {
  if ('all' in visibility)
    return sql<boolean>`exists (select 1 from shipment.shipment c where c.id = ${shipmentId} and c.version > 0)`;
  if ('party' in visibility)
    return sql<boolean>`exists (select 1 from shipment.participant c where c.shipment_id = ${shipmentId} and c.party = ${visibility.party})`;
  return sql<boolean>`exists (select 1 from shipment.shipment c where c.id = ${shipmentId} and ${ownCase(visibility, 'c')})`;
}

/** Takes note of so many changes (one caller at a time). Gives back the cases, each once. */
export async function takeChanged(context: Context, limit: number): Promise<string[]> {
  const { rows } = await sql<{ shipment_id: string }>`
    delete from shipment.changed where seq = any(array(
      select seq from shipment.changed order by seq limit ${limit}))
    returning shipment_id`.execute(context.db);
  return [...new Set(rows.map((row) => row.shipment_id))];
}

export type CaseRow = Pick<
  ShipmentRow,
  | 'id'
  | 'number'
  | 'owner_id'
  | 'owner_name'
  | 'filer_id'
  | 'direction'
  | 'progress'
  | 'version'
  | 'summary'
  | 'simulated'
  | 'created_at'
> & { readonly form: Form | null };

/** Cases as a line of a list shows them, without their forms. */
export type CaseHeading = Pick<
  CaseRow,
  'id' | 'number' | 'direction' | 'progress' | 'version' | 'simulated' | 'created_at'
>;
export async function listCaseHeadings(context: Context, ids: readonly string[]): Promise<CaseHeading[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CaseHeading>`
    select id, number, direction, progress, version, simulated, created_at
    from shipment.shipment where id = any(${ids}::uuid[])`.execute(context.db);
  return rows;
}

/** Cases with the form as it was last filed; of one never filed its draft. */
export async function listCases(context: Context, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CaseRow>`
    select s.id, s.number, s.owner_id, s.owner_name, s.filer_id, s.direction, s.progress, s.version, s.summary, s.simulated, s.created_at,
      coalesce(v.form, s.draft) as form
    from shipment.shipment s left join shipment.version v on v.shipment_id = s.id and v.version = s.version
    where s.id = any(${ids}::uuid[])`.execute(context.db);
  return rows;
}

/** How a filed case stands, as it is counted (P8). */
export type CaseFacts = {
  readonly id: string;
  readonly ownerId: string;
  readonly filerId: string;
  readonly direction: string;
  readonly transportMode: string;
  readonly progress: ShipmentRow['progress'];
  /** Of the first version. */
  readonly filedAt: string;
  readonly closedAt: string | null;
  /** Customs office of the declaration. */
  readonly office: string | null;
  /** Far ends that take part. */
  readonly parties: readonly string[];
};
export async function readCaseFacts(context: Context, ids: readonly string[]): Promise<CaseFacts[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CaseFacts>`
    select s.id, s.owner_id as "ownerId", s.filer_id as "filerId", s.direction, s.transport_mode as "transportMode", s.progress,
      v.submitted_at as "filedAt", s.closed_at as "closedAt", s.declaration_office as office,
      array(select party from shipment.participant p where p.shipment_id = s.id) as parties
    from shipment.shipment s join shipment.version v on v.shipment_id = s.id and v.version = 1
    where s.id = any(${ids}::uuid[])`.execute(context.db);
  return rows;
}
