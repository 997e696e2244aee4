// Who has looked at an owner's cases and documents; and the marks by which an authority withholds its looks for a time (P11).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { mayDoToShipment } from './access.ts';
import type { LookMark, LookView, ShipmentEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { insertMark, liftMarks, listMarks, type LookRow, type MarkRow, pageLooks } from './store-looks.ts';

const emit = emitter<ShipmentEvents>();
/** A mark ends by itself; an inquiry that lasts longer is marked again, with its reason. */
const LONGEST_MS = 180 * 86_400_000;

export async function readLooks(
  context: Context,
  query: PageQuery & { readonly shipmentId?: string },
): Promise<Page<LookView>> {
  const ownerId = context.actor.organisationId ?? '';
  const { rows, next } = await readPageOf(query, (page) =>
    pageLooks(context, { ...page, ownerId, ...(query.shipmentId ? { shipmentId: query.shipmentId } : {}) }),
  );
  return { items: rows.map(toView), ...next };
}
const toView = (row: LookRow): LookView => ({
  id: row.id,
  shipmentId: row.shipment_id,
  shipmentNumber: row.shipment_number,
  what: row.what,
  ...(row.name ? { name: row.name } : {}),
  organisation: row.organisation_name,
  person: row.person_name,
  firstAt: row.first_at,
  lastAt: row.last_at,
  times: row.times,
});

/** Refuses where the case does not concern the officer's authority. */
async function ownInquiry(context: Context, shipmentId: string): Promise<string> {
  const { organisationId } = context.actor;
  if (!organisationId || !(await mayDoToShipment(context, shipmentId, 'look.withhold')))
    throw refuse('SHIPMENT_UNKNOWN');
  return organisationId;
}

export async function markLooks(
  context: Context,
  mark: { shipmentId: string; reason: string; legalBasis: string; until: string },
): Promise<LookMark> {
  const organisationId = await ownInquiry(context, mark.shipmentId);
  if (!(mark.until > context.now) || mark.until > plusMs(context.now, LONGEST_MS))
    throw refuse('LOOK_MARK_PERIOD_INVALID', { until: mark.until });
  const row: MarkRow = {
    id: context.newId(),
    shipment_id: mark.shipmentId,
    organisation_id: organisationId,
    reason: mark.reason,
    legal_basis: mark.legalBasis,
    until: new Date(mark.until).toISOString(),
    set_at: context.now,
    set_by: context.actor.name,
    lifted_at: null,
    lifted_by: null,
  };
  await insertMark(context, row);
  // Its own subject: what is told of the case never names it.
  await emit(context, 'look-mark.set', row.id, {
    markId: row.id,
    about: row.shipment_id,
    organisationId,
    reason: row.reason,
    legalBasis: row.legal_basis,
    until: row.until,
  });
  return toMark(row);
}

/** From now on the looks that were withheld are shown too. */
export async function unmarkLooks(context: Context, shipmentId: string): Promise<void> {
  const organisationId = await ownInquiry(context, shipmentId);
  for (const id of await liftMarks(context, shipmentId, organisationId))
    await emit(context, 'look-mark.lifted', id, { markId: id, about: shipmentId, organisationId });
}

/** An authority's own marks on a case, newest first. */
export async function readMarks(context: Context, shipmentId: string): Promise<LookMark[]> {
  return (await listMarks(context, shipmentId, await ownInquiry(context, shipmentId))).map(toMark);
}
const toMark = (row: MarkRow): LookMark => ({
  id: row.id,
  reason: row.reason,
  legalBasis: row.legal_basis,
  until: row.until,
  setAt: row.set_at,
  setBy: row.set_by,
  ...(row.lifted_at ? { liftedAt: row.lifted_at } : {}),
});
