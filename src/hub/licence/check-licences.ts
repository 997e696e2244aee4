// Holds a form against the licences that it names: told to the trader when he checks it and when he files it (N8).
import type { Finding } from '../../kernel/finding.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { organisationById } from '../enterprise/index.ts';
import { balanceOf } from './balance.ts';
import type { NamedLicence } from './contract.ts';
import { booksOf, countedClaims } from './counted-claims.ts';
import { findingsOfLicence, heldByAnother } from './rules-licence.ts';
import { claimsOfLicence, findLicences } from './store.ts';

export async function checkLicences(
  context: Context,
  filing: { readonly shipmentId?: string; readonly traderUscc: string; readonly named: readonly NamedLicence[] },
): Promise<Finding[]> {
  const { named, traderUscc, shipmentId } = filing;
  if (named.length === 0) return [];
  const numbers = named.map((one) => one.number);
  const shown = new Set((await findLicences(context, numbers)).map((one) => one.number));
  // That a number is another's is said, and no more; what is left of one's own is reckoned with every case, whoever filed it.
  return context.beyondLock(async (open) => {
    const found: Finding[] = [];
    for (const licence of await findLicences(open, numbers)) {
      const holder = (await organisationById(open, licence.organisation_id))?.uscc;
      const here = named.filter((one) => one.number === licence.number);
      if (holder === undefined || holder !== traderUscc) found.push(...here.map(heldByAnother));
      else if (shown.has(licence.number)) {
        const others = (await claimsOfLicence(open, licence.number)).filter((one) => one.shipment_id !== shipmentId);
        const { left } = balanceOf(licence.granted, countedClaims(licence, holder, others), booksOf(licence));
        const today = partnerDay(context.now);
        found.push(...here.flatMap((one) => findingsOfLicence({ named: one, licence, today, left })));
      }
    }
    return found;
  });
}
