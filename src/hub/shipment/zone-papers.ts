// Papers of special customs areas (N1): a gate pass is applied for when the list of what is filed now is approved, asked back when something else is
// filed, and of no use to a case that was withdrawn.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ShipmentEvents, ZonePaper } from './contract.ts';
import type { ShipmentRow } from './store.ts';
import { keepZonePaper, listZonePapers, recallPasses } from './store-zone-papers.ts';

const emit = emitter<ShipmentEvents>();
type Said = {
  readonly paper: ZonePaper;
  readonly channel: string;
  /** The filed version that the answered document belongs to. */
  readonly version?: number | undefined;
  readonly at: string;
  readonly told: string;
};

export async function noteZonePaper(context: Context, row: ShipmentRow, said: Said): Promise<void> {
  const { paper, channel, at, version = row.version } = said;
  const outdated = paper.say === 'granted' && (row.state === 'withdrawn' || version < row.version);
  const recalledBy = outdated && paper.paper === 'gate-pass' ? { recalledBy: said.told } : {};
  if (!(await keepZonePaper(context, { ...paper, shipmentId: row.id, version, at, ...recalledBy }))) return;
  await emit(context, 'shipment.zone-paper-told', row.id, {
    ...paper,
    shipmentId: row.id,
    version,
    channel,
    at,
    ...(outdated ? { outdated: true as const } : {}),
  });
}

/** A pass is for one version of the form: customs has no change of it, it is taken back and applied for again. */
export async function recallGatePasses(
  context: Context,
  event: StoredEvent<{ shipmentId: string; version?: number }>,
): Promise<void> {
  const { shipmentId, version = 1 } = event.payload;
  if (event.type === 'shipment.withdrawn' || version > 1) await recallPasses(context, shipmentId, event.id);
}

/** Overlay keys `zone.*`: the list that stands, the pass that this event asks back, and whether one was used. */
export async function zonePapersFor(
  context: Context,
  shipmentId: string,
  event: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await listZonePapers(context, shipmentId);
  const list = rows.findLast(({ paper, say }) => paper === 'bonded-list' && say !== 'ended');
  const pass = rows.findLast(({ paper, recalled_by }) => paper === 'gate-pass' && recalled_by === event);
  const used = rows.findLast(({ paper, say }) => paper === 'gate-pass' && say === 'passed');
  const found = {
    'zone.list': list?.number,
    'zone.listCentre': list?.centre_number,
    'zone.pass': pass?.number,
    'zone.passCentre': pass?.centre_number,
    'zone.used': used?.number,
  };
  return Object.fromEntries(Object.entries(found).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
