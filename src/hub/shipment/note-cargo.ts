// What carriers and stations say of the goods themselves, told on the case it is about (N10, N11): the manifest is compared with
// what was filed, the arrival is noted. Found by container, else by bill; a case filed later finds nothing lost, because the
// message itself is kept.
import { compareDecimals, isDecimal } from '../../kernel/decimal.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { Form, ManifestDifference, ShipmentEvents } from './contract.ts';
import { textOf } from './normalise-form.ts';
import { findVersion, listSubmittedByNumbers } from './store.ts';

const emit = emitter<ShipmentEvents>();
/** One message names a train of containers; more cases than this are not told of it. */
const MOST = 500;

export async function noteManifest(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.manifested']>,
): Promise<void> {
  for (const bill of event.payload.bills) {
    const cases = await listSubmittedByNumbers(context, [bill.bill, ...bill.containers], MOST);
    for (const { id, version } of cases) {
      const form = (await findVersion(context, id, version))?.form;
      if (!form) continue;
      await emit(context, 'shipment.manifested', id, {
        shipmentId: id,
        bill: bill.bill,
        conveyance: event.payload.conveyance,
        differences: differencesOf(form, bill),
      });
    }
  }
}

export async function noteArrival(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.arrived']>,
): Promise<void> {
  const { containers, bill, place, arrivedAt } = event.payload;
  for (const { id } of await listSubmittedByNumbers(context, [...containers, bill ?? ''], MOST))
    await emit(context, 'shipment.cargo-arrived', id, { shipmentId: id, place, arrivedAt, containers });
}

/** Where manifest and declaration do not agree: what customs would refuse for. */
function differencesOf(
  form: Form,
  manifest: ExchangeEvents['cargo.manifested']['bills'][number],
): ManifestDifference[] {
  const compared = [
    { path: 'packageCount', manifest: manifest.packages, filed: textOf(form, 'packageCount') },
    { path: 'grossMassKg', manifest: manifest.grossMassKg, filed: textOf(form, 'grossMassKg') },
  ] as const;
  return compared.flatMap(({ path, manifest: said, filed }) =>
    said && isDecimal(said) && isDecimal(filed) && compareDecimals(said, filed) !== 0
      ? [{ path, manifest: said, filed }]
      : [],
  );
}
