// Which filings count against a licence, and by how much. Pure (N8).
import { partnerDay } from '../../kernel/instant.ts';
import type { Claim } from './balance.ts';
import { measureFiling } from './measure-filing.ts';
import type { ClaimRow, LicenceRow } from './rows.ts';

export const boundsOf = (licence: LicenceRow) => ({
  goods: licence.goods,
  granted: licence.granted,
  ...(licence.unit ? { unit: licence.unit } : {}),
  ...(licence.currency ? { currency: licence.currency } : {}),
});

/** Whoever names another's licence takes nothing from it; a quota is that of the year in which it was filed for. */
export const countedClaims = (licence: LicenceRow, holderUscc: string, rows: readonly ClaimRow[]): Claim[] =>
  rows.flatMap((row): Claim[] => {
    const { state } = row;
    if (state === 'given-back' || row.trader_uscc !== holderUscc) return [];
    if (licence.year !== null && !partnerDay(row.filed_at).startsWith(String(licence.year))) return [];
    return [
      {
        shipmentId: row.shipment_id,
        state,
        filedAt: row.filed_at,
        ...(row.cleared_at ? { clearedAt: row.cleared_at } : {}),
        amounts: measureFiling(boundsOf(licence), row).amounts,
      },
    ];
  });

export const booksOf = ({ books_left, books_at }: LicenceRow) =>
  books_left && books_at ? { at: books_at, left: books_left } : undefined;
