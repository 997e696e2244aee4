// Reading emergencies: everybody signed in sees that there is one and what it covers; papers are for those they concern (M10).
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { channelById } from '../mapping/index.ts';
import { shipmentHeading } from '../shipment/index.ts';
import { isOverdue } from './compare-rules.ts';
import { type EmergencyView, type PaperActState, paperActStates, type PaperActView } from './contract.ts';
import { refuse } from './refusals.ts';
import { countActs, type EmergencyRow, findEmergency, pageActs, pageEmergencies, type PaperActRow } from './store.ts';

export async function readEmergencies(
  context: Context,
  query: PageQuery & { readonly state?: string },
): Promise<Page<EmergencyView>> {
  const { rows, next } = await readPageOf(query, (page) =>
    pageEmergencies(context, { ...page, ...(query.state ? { state: query.state } : {}) }),
  );
  return { items: await viewAll(context, rows), ...next };
}
export async function readEmergency(context: Context, id: string): Promise<EmergencyView> {
  const row = await findEmergency(context, id);
  const [view] = row ? await viewAll(context, [row]) : [];
  if (!view) throw refuse('EMERGENCY_UNKNOWN');
  return view;
}

async function viewAll(context: Context, rows: readonly EmergencyRow[]): Promise<EmergencyView[]> {
  const counts = await countActs(
    context,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    channels: row.channels.map((id) => ({ id, name: channelById(id)?.name ?? { zh: id, en: id } })),
    reason: row.reason,
    legalBasis: row.legal_basis,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
    acts: Object.fromEntries(
      paperActStates.map((state) => [
        state,
        Number(counts.find((count) => count.emergency_id === row.id && count.state === state)?.n ?? 0),
      ]),
    ) as Record<PaperActState, number>,
    ...(row.planned_end ? { plannedEnd: row.planned_end } : {}),
    ...(row.ended_at ? { endedAt: row.ended_at } : {}),
    ...(row.ended_by ? { endedBy: row.ended_by } : {}),
  }));
}

export async function readPaperActs(
  context: Context,
  emergencyId: string,
  query: PageQuery & { readonly state?: string },
): Promise<Page<PaperActView>> {
  const emergency = await findEmergency(context, emergencyId);
  if (!emergency) throw refuse('EMERGENCY_UNKNOWN');
  const { authority } = context.actor;
  const { rows, next } = await readPageOf(query, (page) =>
    pageActs(context, {
      ...page,
      emergencyId,
      ...(query.state ? { state: query.state } : {}),
      ...(authority ? { authority } : {}),
    }),
  );
  const ids = [...new Set(rows.map((row) => row.shipment_id))];
  const headings = await Promise.all(ids.map((id) => shipmentHeading(context, id)));
  const numbers = new Map(ids.map((id, i) => [id, headings[i]?.number ?? '']));
  return {
    items: rows.map((row) => viewAct(row, emergency, numbers.get(row.shipment_id) ?? '', context.now)),
    ...next,
  };
}

const viewAct = (row: PaperActRow, emergency: EmergencyRow, shipmentNumber: string, now: string): PaperActView => ({
  id: row.id,
  emergencyId: row.emergency_id,
  shipmentId: row.shipment_id,
  shipmentNumber,
  authority: row.authority,
  kind: row.kind,
  paperNumber: row.paper_number,
  signatory: row.signatory,
  paperAt: row.paper_at,
  reason: row.reason,
  state: row.state,
  enteredAt: row.entered_at,
  enteredBy: row.entered_by,
  overdue: isOverdue(row.state, emergency.ended_at, now),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.electronic ? { electronic: row.electronic } : {}),
  ...(row.settlement ? { settlement: row.settlement } : {}),
  ...(row.settled_by ? { settledBy: row.settled_by } : {}),
});
