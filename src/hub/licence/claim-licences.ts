// A version that is filed claims the licences it names, and gives back those that it names no longer (N8). Only the case's own rows are written
// here; what is left of a licence is reckoned in the licence's own line (`recount-licence.ts`).
import { type Context, emitter } from '../../runtime/context.ts';
import type { LicenceEvents, NamedLicence } from './contract.ts';
import { claimsOfCase, keepClaim, setClaim } from './store.ts';

const emit = emitter<LicenceEvents>();

export type Filing = {
  readonly shipmentId: string;
  readonly version: number;
  readonly traderUscc: string;
  readonly named: readonly NamedLicence[];
  /** Of goods that have gone: what is claimed is written off with them. */
  readonly clearedAt?: string;
};

export async function claimLicences(context: Context, { shipmentId, version, traderUscc, named, clearedAt }: Filing) {
  const before = version > 1 ? await claimsOfCase(context, shipmentId) : [];
  const changed: string[] = [];
  for (const claim of before)
    if (claim.state === (clearedAt ? 'cleared' : 'filed') && !named.some((one) => one.number === claim.number)) {
      await setClaim(context, claim, { state: 'given-back', cleared_at: null });
      changed.push(claim.number);
    }
  for (const { number, lines } of named) {
    await keepClaim(context, {
      number,
      shipment_id: shipmentId,
      version,
      trader_uscc: traderUscc,
      lines,
      filed_at: context.now,
    });
    if (clearedAt)
      await setClaim(context, { number, shipment_id: shipmentId }, { state: 'cleared', cleared_at: clearedAt });
    changed.push(number);
  }
  for (const number of changed) await tellNamed(context, shipmentId, number);
}

export const tellNamed = (context: Context, shipmentId: string, licenceNumber: string): Promise<string> =>
  emit(context, 'licence.named', licenceNumber, { licenceNumber, shipmentId });
