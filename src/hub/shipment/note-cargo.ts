// What carriers and stations say of the goods themselves, told on the case it is about (N10, N11): the manifest is compared with
// what was filed, the arrival is noted. Found by container, else by bill; a case filed later finds nothing lost, because the
// message itself is kept.
import { compareDecimals, isDecimal } from '../../kernel/decimal.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { channelById } from '../mapping/index.ts';
import type { Form, ManifestDifference, ShipmentEvents } from './contract.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { piecesOf, plainNumber } from './read-pieces.ts';
import { findVersion, listSubmittedByNumbers } from './store.ts';
import { keepDifferences, lastDifferences } from './store-manifests.ts';

const emit = emitter<ShipmentEvents>();
/** One message names a train of containers; more cases than this are not told of it. */
const MOST = 500;

export async function noteManifest(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.manifested']>,
): Promise<void> {
  for (const bill of event.payload.bills.filter((one) => !one.deleted)) {
    const cases = await listSubmittedByNumbers(context, [bill.bill, ...bill.containers], MOST);
    for (const { id, version } of cases) {
      const form = (await findVersion(context, id, version))?.form;
      if (!form) continue;
      const differences = differencesOf(
        form,
        bill,
        (await lastDifferences(context, { shipmentId: id, bill: bill.bill })) ?? [],
      );
      // Waybill, house manifest and flight manifest say the same of one bill: it is told when it becomes so, and again when it is another.
      if (await keepDifferences(context, { shipmentId: id, bill: bill.bill, differences }))
        await emit(context, 'shipment.manifested', id, {
          shipmentId: id,
          bill: bill.bill,
          conveyance: event.payload.conveyance,
          differences,
        });
    }
  }
}

export async function noteArrival(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.arrived']>,
): Promise<void> {
  const { containers, bill, place, arrivedAt, channel, discharged, reversed } = event.payload;
  const station = channelById(channel)?.station;
  for (const { id } of await listSubmittedByNumbers(context, [...containers, bill ?? ''], MOST))
    await emit(context, 'shipment.cargo-arrived', id, {
      shipmentId: id,
      place,
      arrivedAt,
      containers,
      channel,
      ...(station ? { station } : {}),
      ...(discharged ? { discharged: true } : {}),
      ...(reversed ? { reversed: true } : {}),
    });
}

/** The carrier's own word on where the goods are: told, and nothing more. */
export async function noteTracking(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.tracked']>,
): Promise<void> {
  const { containers, bill, place, at, certainty, text } = event.payload;
  const parcels = (event.payload.parcels ?? []).map(plainNumber);
  const said = { place, at, certainty, text };
  for (const { id, version } of await listSubmittedByNumbers(context, [...containers, ...parcels, bill ?? ''], MOST)) {
    if (parcels.length === 0) {
      await emit(context, 'shipment.tracked', id, { shipmentId: id, containers, ...said });
      continue;
    }
    // One waybill has parcels of many: each case is told of its own only.
    const own = new Set(
      piecesOf((await findVersion(context, id, version))?.form ?? {}).map(({ number }) => plainNumber(number)),
    );
    const found = parcels.filter((number) => own.has(number));
    if (found.length > 0)
      await emit(context, 'shipment.tracked', id, { shipmentId: id, containers, parcels: found, ...said });
  }
}

/** Asked in parts: a large vessel carries tens of thousands of boxes. */
const AT_ONCE = 1000;

/** Each case is told of its own boxes only; whose the others are is nobody's business (B16 按照职能需要). */
export async function noteStowage(context: Context, event: StoredEvent<ExchangeEvents['cargo.stowed']>): Promise<void> {
  const { conveyance, voyage, at, positions } = event.payload;
  const ours = new Map<string, (typeof positions)[number][]>();
  for (let i = 0; i < positions.length; i += AT_ONCE) {
    const part = positions.slice(i, i + AT_ONCE);
    const cases = await listSubmittedByNumbers(
      context,
      part.map((p) => p.container),
      MOST,
    );
    for (const { id, version } of cases) {
      const form = (await findVersion(context, id, version))?.form;
      const boxes = new Set(
        form ? rowsOf(form, 'containers').map((row) => (row.containerNumber ?? '').toUpperCase()) : [],
      );
      const found = part.filter((p) => boxes.has(p.container.toUpperCase()));
      if (found.length > 0) ours.set(id, [...(ours.get(id) ?? []), ...found]);
    }
  }
  for (const [id, found] of ours)
    await emit(context, 'shipment.cargo-stowed', id, {
      shipmentId: id,
      conveyance,
      at,
      positions: found,
      ...(voyage ? { voyage } : {}),
    });
}

/** Where manifest and declaration do not agree: what customs would refuse for. What this message does not say stays as it was said (`before`). */
function differencesOf(
  form: Form,
  manifest: ExchangeEvents['cargo.manifested']['bills'][number],
  before: readonly ManifestDifference[],
): ManifestDifference[] {
  const compared = [
    { path: 'packageCount', manifest: manifest.packages, filed: textOf(form, 'packageCount') },
    { path: 'grossMassKg', manifest: manifest.grossMassKg, filed: textOf(form, 'grossMassKg') },
  ] as const;
  return compared.flatMap(({ path, manifest: now, filed }) => {
    const said = now ?? before.find((one) => one.path === path)?.manifest;
    return said && isDecimal(said) && isDecimal(filed) && compareDecimals(said, filed) !== 0
      ? [{ path, manifest: said, filed }]
      : [];
  });
}
