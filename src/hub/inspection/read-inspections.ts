// Reading inspections: an authority sees those it takes part in, everybody else those of shipments he may see.
import type { Context } from '../../runtime/context.ts';
import { type Page, USUAL_PAGE } from '../../runtime/database/read-page.ts';
import { isOutsider, mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import { slotKey } from './choose-slots.ts';
import type { InspectionView } from './contract.ts';
import { listPhotosOf } from './findings/store.ts';
import { seesPhoto } from './findings/sees-photo.ts';
import { refuse } from './refusals.ts';
import { revisionOf } from './revision-of.ts';
import { findTask, listParts, listTasks, type PartRow, type TaskFilter, type TaskRow } from './store.ts';
import { listQueue } from './store-queue.ts';
import { siteById } from './store-yard.ts';

const READ_AHEAD = 200;
/** One request looks at this many tasks at the most; its `next` goes on from there. */
const MOST_LOOKED_AT = 5000;

type Filter = {
  readonly state?: string;
  readonly shipmentId?: string;
  readonly after?: string;
  readonly limit?: number;
};
/** Newest first; the key is the id. */
export const readInspections = (context: Context, filter: Filter): Promise<Page<InspectionView>> =>
  readMine(context, filter, { page: (open, part) => listTasks(open, part), keyOf: (row) => row.id });

/**
 * What is still to be done, by the clock that runs out first. The key is that clock with the id, as they were on the page before: a task
 * whose clock is moved meanwhile takes no other along; it comes at its new place, or has come already.
 */
export const readQueue = (context: Context, filter: Omit<Filter, 'shipmentId'>): Promise<Page<InspectionView>> =>
  readMine(context, filter, { page: listQueue, keyOf: (row) => `${Date.parse(dueAtOf(row))} ${row.id}` });

async function readMine(
  context: Context,
  filter: Filter,
  list: {
    readonly page: (open: Context, part: TaskFilter) => Promise<TaskRow[]>;
    readonly keyOf: (row: TaskRow) => string;
  },
): Promise<Page<InspectionView>> {
  const limit = filter.limit ?? USUAL_PAGE;
  const allowed = new Map<string, boolean>();
  const mine: TaskRow[] = [];
  let after = filter.after;
  for (let looked = 0; looked < MOST_LOOKED_AT && mine.length <= limit; looked += READ_AHEAD) {
    // Walked in order, each judged by its case below; under the lock the walk would have no end for who sees few.
    const part = {
      ...filter,
      ...(after ? { after } : {}),
      ...(context.actor.authority ? { authority: context.actor.authority } : {}),
      limit: READ_AHEAD,
    };
    const rows = await context.beyondLock((open) => list.page(open, part));
    for (const row of rows) {
      if (!allowed.has(row.shipment_id))
        allowed.set(row.shipment_id, await mayDoToShipment(context, row.shipment_id, 'inspection.read'));
      if (allowed.get(row.shipment_id)) mine.push(row);
    }
    const last = rows.at(-1);
    after = last && list.keyOf(last);
    if (rows.length < READ_AHEAD) {
      after = undefined;
      break;
    }
  }
  const shown = mine.slice(0, limit);
  const end = shown.at(-1);
  const next = mine.length > limit ? end && list.keyOf(end) : after;
  const items = await Promise.all(shown.map((row) => toView(context, row)));
  return { items, ...(next ? { next } : {}) };
}

/** All inspections of a shipment that the reader may see. */
export const inspectionsOf = async (context: Context, shipmentId: string): Promise<readonly InspectionView[]> =>
  (await readInspections(context, { shipmentId, limit: READ_AHEAD })).items;

export async function readInspection(context: Context, id: string): Promise<InspectionView> {
  const row = await findTask(context, id);
  if (!row || !(await mayDoToShipment(context, row.shipment_id, 'inspection.read'))) throw refuse('INSPECTION_UNKNOWN');
  return toView(context, row);
}

/** Of the two clocks of a task the one that runs out first: the end of its slot, the cut-off of its conveyance. */
const dueAtOf = (row: Pick<TaskRow, 'ends_at' | 'cut_off'>): string =>
  [row.ends_at, row.cut_off ?? row.ends_at].map((at) => new Date(at).toISOString()).sort()[0] as string;
const isOpen = (row: TaskRow): boolean => row.state === 'planned' || row.state === 'started';

/** Photos are for some of its readers only (`findings/keep-photo.ts`). */
async function showPhotos(context: Context, taskId: string, parts: PartRow[]): Promise<PartRow[]> {
  if (!parts.some((p) => p.result?.photos)) return parts;
  const kept = (await listPhotosOf(context, taskId)).filter((photo) => seesPhoto(context, parts, photo));
  return parts.map((p) => {
    if (!p.result?.photos) return p;
    const { photos, ...rest } = p.result;
    const shown = photos.filter(({ digest }) => kept.some((k) => k.authority === p.authority && k.digest === digest));
    return { ...p, result: shown.length > 0 ? { ...rest, photos: shown } : rest };
  });
}

async function toView(context: Context, row: TaskRow): Promise<InspectionView> {
  const [parts, heading, site] = [
    await showPhotos(context, row.id, await listParts(context, [row.id])),
    await shipmentHeading(context, row.shipment_id),
    await siteById(context, row.site_id),
  ];
  return {
    id: row.id,
    number: row.number,
    shipmentId: row.shipment_id,
    shipmentNumber: heading?.number ?? '',
    objectIds: row.object_ids,
    joint: parts.length > 1,
    state: row.state,
    revision: revisionOf(row, parts),
    overdue: isOpen(row) && new Date(row.ends_at) < new Date(context.now),
    slot: {
      id: slotKey(row.site_id, row.bay, row.starts_at),
      siteId: row.site_id,
      siteName: site?.name ?? { zh: row.site_id, en: row.site_id },
      bay: row.bay,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    },
    slotReason: row.slot_reason,
    byAppointment: row.by_appointment,
    ...(row.cut_off ? { cutOff: row.cut_off } : {}),
    late: row.late,
    ...(isOpen(row) ? { dueAt: dueAtOf(row) } : {}),
    ...(row.booked ? { booked: { at: row.booked.at, by: row.booked.by } } : {}),
    ...(row.virtually_returned_at ? { virtuallyReturnedAt: row.virtually_returned_at } : {}),
    rescheduled: row.history,
    simulated: row.simulated,
    parts: parts.map((p) => ({
      authority: p.authority,
      instructionIds: p.instruction_ids,
      // Enterprises do not learn beforehand who comes (M6).
      ...(p.officer_name && isOutsider(context.actor) ? { officer: p.officer_name } : {}),
      ...(p.requirement ? { requirement: p.requirement } : {}),
      ...(p.result ? { result: p.result } : {}),
    })),
  };
}
