// The licences of the reader's own organisation, with what is left of each (N8).
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import type { LicenceView } from './contract.ts';
import type { LicenceRow } from './rows.ts';
import { pageLicences } from './store.ts';

export async function readLicences(context: Context, query: PageQuery): Promise<Page<LicenceView>> {
  const own = context.actor.organisationId;
  const { rows, next } = await readPageOf(query, async (page) => (own ? pageLicences(context, own, page) : []));
  return { items: rows.map(toView), ...next };
}

const toView = (row: LicenceRow): LicenceView => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  state: row.state,
  goods: row.goods,
  granted: row.granted,
  ...(row.unit ? { unit: row.unit } : {}),
  ...(row.currency ? { currency: row.currency } : {}),
  validFrom: row.valid_from,
  validTo: row.valid_to,
  ...(row.year === null ? {} : { year: row.year }),
  issuer: row.issuer,
  at: row.said_at,
  left: row.balance.left,
  reserved: row.balance.reserved,
  writtenOff: row.balance.writtenOff,
  over: row.balance.over,
  ...(row.correction ? { correction: row.correction } : {}),
  simulated: row.simulated,
});
