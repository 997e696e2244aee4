// Reckons the balance of a licence anew from the filings that name it, whenever one of them or commerce's word changes (N8). Everything that leads
// here is in the line of the licence, one after the other, so that no two recounts of it meet.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { organisationById } from '../enterprise/index.ts';
import { balanceOf, correctionOf } from './balance.ts';
import { booksOf, countedClaims } from './counted-claims.ts';
import type { LicenceEvents } from './contract.ts';
import { claimsOfLicence, findLicence, saveBalance, setClaim } from './store.ts';

const emit = emitter<LicenceEvents>();

export const recountLicence = async (
  context: Context,
  event: StoredEvent<LicenceEvents['licence.named']>,
): Promise<void> => recount(context, event.payload.licenceNumber);

export async function recount(context: Context, number: string): Promise<void> {
  const licence = await findLicence(context, number);
  if (!licence) return;
  const holder = await organisationById(context, licence.organisation_id);
  if (!holder?.uscc) return;
  const rows = await claimsOfLicence(context, number);
  const claims = countedClaims(licence, holder.uscc, rows);
  const books = booksOf(licence);
  const { short, ...balance } = balanceOf(licence.granted, claims, books);
  const correction = books && correctionOf(licence.granted, claims, books);
  await saveBalance(context, licence.id, balance, correction);
  if (correction && JSON.stringify(correction) !== JSON.stringify(licence.correction))
    await emit(context, 'licence.corrected', licence.id, {
      organisationId: licence.organisation_id,
      licenceId: licence.id,
      number,
      kind: licence.kind,
      ours: correction.ours,
      theirs: correction.theirs,
    });
  for (const row of rows) {
    const isShort = short.includes(row.shipment_id);
    if (isShort === row.short) continue;
    await setClaim(context, row, { short: isShort });
    if (isShort)
      await emit(context, 'licence.exceeded', row.shipment_id, {
        shipmentId: row.shipment_id,
        licenceNumber: number,
        version: row.version,
      });
  }
}
