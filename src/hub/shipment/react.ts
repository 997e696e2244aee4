// What the case learns from others: partners' answers, dispositions, releases, gate-out. Each reaction may run twice.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { DispositionEvents } from '../disposition/contract.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { documentById, hasTheSame } from '../mapping/index.ts';
import type { ReleaseEvents } from '../release/contract.ts';
import type { DocumentAnswer, ShipmentEvents } from './contract.ts';
import { noteRuling } from './decide-change.ts';
import { noteZonePaper } from './zone-papers.ts';
import { nextState, worstOutcome } from './states.ts';
import { staysOpen } from './two-step.ts';
import { addNumber, findVersion, insertAnswer, lockShipment, type ShipmentRow, updateShipment } from './store.ts';

const emit = emitter<ShipmentEvents>();

export async function noteAnswer(
  context: Context,
  event: StoredEvent<ExchangeEvents['document.answered']>,
): Promise<void> {
  const {
    shipmentId,
    document,
    channel,
    outcome,
    text,
    partnerNumber,
    partnerField,
    path,
    version,
    declarationNumber,
    ruling,
    zonePaper,
    at,
  } = event.payload;
  const row = await lockShipment(context, shipmentId);
  if (!row) return;
  const answer: DocumentAnswer = {
    document,
    channel,
    outcome,
    text,
    at,
    ...(partnerNumber ? { partnerNumber } : {}),
    ...(partnerField ? { partnerField } : {}),
    ...(path ? { path } : {}),
    ...(version ? { version } : {}),
  };
  await insertAnswer(context, { id: event.id, shipment_id: shipmentId, answer, at });
  const summary = declarationNumber ? { ...row.summary, declarationNumber } : row.summary;
  if (declarationNumber && row.summary.declarationNumber !== declarationNumber) {
    await updateShipment(context, shipmentId, { summary });
    await addNumber(context, shipmentId, declarationNumber);
  }
  if (partnerNumber) await addNumber(context, shipmentId, partnerNumber.toUpperCase());
  // A rejection of the filing itself is the trader's to mend; later answers to other documents do not hide it. A report of goods under way
  // is no part of the filing: it alone is refused. One that comes late, of a version that was amended since, has been mended.
  const isFiling = row.state === 'submitted' && !documentById(document)?.document.standsAlone;
  if (outcome === 'rejected' && isFiling && (await concernsFiled(context, row, channel, version)))
    await updateShipment(context, shipmentId, { progress: 'rejected' });
  await emit(context, 'shipment.answered', shipmentId, { shipmentId, ...answer });
  if (ruling) await noteRuling(context, { ...row, summary }, { channel, ruling, text, at });
  if (zonePaper) await noteZonePaper(context, row, { paper: zonePaper, channel, version, at, told: event.id });
}

async function concernsFiled(
  context: Context,
  row: ShipmentRow,
  channel: string,
  version = row.version,
): Promise<boolean> {
  if (version >= row.version) return true;
  const [said, filed] = [await findVersion(context, row.id, version), await findVersion(context, row.id, row.version)];
  return said !== undefined && filed !== undefined && hasTheSame(channel, said.form, filed.form);
}

export async function noteProgress(
  context: Context,
  event: StoredEvent<DispositionEvents['disposition.changed']>,
): Promise<void> {
  const { shipmentId, outcomes } = event.payload;
  const row = await lockShipment(context, shipmentId);
  if (!row || row.state !== 'submitted') return;
  const progress = worstOutcome(outcomes);
  if (row.progress === 'rejected' && progress === 'awaiting') return;
  if (progress !== row.progress) await updateShipment(context, shipmentId, { progress });
}

/** The case ends when the last release of it was used (gate-out of everything). */
export async function closeCase(context: Context, event: StoredEvent<ReleaseEvents['release.used']>): Promise<void> {
  const { shipmentId, remaining } = event.payload;
  const row = await lockShipment(context, shipmentId);
  const state = row && nextState(row.state, 'close');
  if (!state || remaining > 0) return;
  if (await staysOpen(context, shipmentId)) {
    await updateShipment(context, shipmentId, { progress: 'gated-out' });
    return;
  }
  // An amendment left open when the goods have gone can no longer be filed.
  await updateShipment(context, shipmentId, { state, progress: 'gated-out', draft: null, closed_at: context.now });
  await emit(context, 'shipment.closed', shipmentId, { shipmentId });
}

/** Goods that have not left after all, or have come back, open the case again: the reverse of `closeCase`. */
export async function reopenCase(
  context: Context,
  event: StoredEvent<ReleaseEvents['release.use-reversed']>,
): Promise<void> {
  const { shipmentId, outcomes } = event.payload;
  const row = await lockShipment(context, shipmentId);
  const state = row && nextState(row.state, 'reopen');
  if (!state) return;
  await updateShipment(context, shipmentId, { state, progress: worstOutcome(outcomes), closed_at: null });
  await emit(context, 'shipment.reopened', shipmentId, { shipmentId });
}

/** The case is found by the number of its release too (P2). */
export const noteRelease = async (
  context: Context,
  event: StoredEvent<ReleaseEvents['release.granted']>,
): Promise<void> => void (await addNumber(context, event.payload.shipmentId, event.payload.number.toUpperCase()));
