// The auditor asks for a bundle (R18; 等保 8.1.4.3): of a shipment, an organisation, a time, or what fits all that he names, with his reason. It
// is made by the worker; the asking, the bundle with its digest, and each fetching are events of the ledger.
import { type Context, emitter } from '../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import type { AuditEvents, AuditExport } from './contract.ts';
import { findRange } from './find-range.ts';
import { refuse } from './refusals.ts';
import { mustBeRange, wantedText } from './search-trail.ts';
import { countWorking, type ExportRow, findExport, insertExport, pageExports, readVolume } from './store-exports.ts';

const emit = emitter<AuditEvents>();
const MOST_WORKING = 20;

export type Wish = {
  readonly shipmentId?: string;
  readonly organisationId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason: string;
};

export async function askExport(context: Context, wish: Wish): Promise<AuditExport> {
  mustBeRange(wish);
  if (!wish.shipmentId && !wish.organisationId && !wish.from) throw refuse('AUDIT_RANGE_MISSING');
  if ((await countWorking(context)) >= MOST_WORKING) throw refuse('AUDIT_EXPORTS_TOO_MANY', { most: MOST_WORKING });
  const range = await context.beyondLock((open) => findRange(open, wish));
  const row: ExportRow = {
    id: context.newId(),
    reason: wish.reason,
    shipment_id: wish.shipmentId ?? null,
    organisation_id: wish.organisationId ?? null,
    from_at: wish.from ?? null,
    to_at: wish.to ?? null,
    state: 'working',
    asked_by_id: context.actor.id,
    asked_by: context.actor.name,
    asked_at: context.now,
    first_position: range.first,
    last_position: range.last,
    position: range.first - 1,
    receipts: 0,
    volume: 1,
    volume_receipts: 0,
    digest: null,
    ended_at: null,
  };
  await insertExport(context, row);
  const wanted = wantedText(wantedOf(row));
  await emit(context, 'audit.export-asked', row.id, { exportId: row.id, wanted, reason: row.reason });
  return toView(row);
}

export async function readExports(
  context: Context,
  query: PageQuery,
): Promise<{ items: AuditExport[]; next?: string }> {
  const { rows, next } = await readPageOf(query, (page) => pageExports(context, page));
  return { items: rows.map(toView), ...next };
}

export async function readExport(context: Context, id: string): Promise<AuditExport> {
  const row = await findExport(context, id);
  if (!row) throw refuse('AUDIT_EXPORT_UNKNOWN');
  return toView(row);
}

export async function fetchVolume(context: Context, id: string, volume: number): Promise<Buffer> {
  const row = await findExport(context, id);
  if (!row) throw refuse('AUDIT_EXPORT_UNKNOWN');
  const { state, progress, volumes } = toView(row);
  if (state === 'working') throw refuse('AUDIT_EXPORT_NOT_READY', { progress });
  if (state === 'expired') throw refuse('AUDIT_EXPORT_EXPIRED');
  if (volume < 1 || volume > volumes) throw refuse('AUDIT_VOLUME_UNKNOWN', { volume, volumes });
  await emit(context, 'audit.export-fetched', id, { exportId: id, volume });
  return readVolume(context, id, volume);
}

export const wantedOf = (row: ExportRow): AuditExport['wanted'] => ({
  ...(row.shipment_id ? { shipmentId: row.shipment_id } : {}),
  ...(row.organisation_id ? { organisationId: row.organisation_id } : {}),
  ...(row.from_at ? { from: row.from_at } : {}),
  ...(row.to_at ? { to: row.to_at } : {}),
});

function toView(row: ExportRow): AuditExport {
  const [gone, whole] = [row.position - row.first_position + 1, row.last_position - row.first_position + 1];
  return {
    id: row.id,
    reason: row.reason,
    wanted: wantedOf(row),
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    progress: row.state === 'working' ? Math.floor((99 * Math.min(gone, whole)) / Math.max(1, whole)) : 100,
    receipts: row.receipts,
    volumes: row.volume,
    ...(row.digest ? { digest: row.digest } : {}),
    ...(row.ended_at ? { endedAt: row.ended_at } : {}),
  };
}
