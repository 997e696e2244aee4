// All SQL of licences and of the filings that name them, in schema `licence`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Balance, Correction } from './contract.ts';
import type { ClaimRow, LicenceRow } from './rows.ts';

type Tables = { 'licence.licence': LicenceRow; 'licence.claim': ClaimRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

/** Whether it is news: what was said later stands, in whichever order it comes, and only its own holder's licence is changed by it. */
export async function keepLicence(context: Context, row: LicenceRow): Promise<boolean> {
  const done = await sql`
    insert into licence.licence as l (id, number, channel, kind, organisation_id, state, goods, granted, unit, currency, valid_from, valid_to,
      year, issuer, said_at, books_left, books_at, balance, message_id, simulated)
    values (${row.id}, ${row.number}, ${row.channel}, ${row.kind}, ${row.organisation_id}, ${row.state}, ${JSON.stringify(row.goods)},
      ${JSON.stringify(row.granted)}, ${row.unit}, ${row.currency}, ${row.valid_from}, ${row.valid_to}, ${row.year}, ${row.issuer},
      ${row.said_at}, ${row.books_left && JSON.stringify(row.books_left)}, ${row.books_at}, ${JSON.stringify(row.balance)},
      ${row.message_id}, ${row.simulated})
    on conflict (number) do update set kind = excluded.kind, state = excluded.state, goods = excluded.goods, granted = excluded.granted,
      unit = excluded.unit, currency = excluded.currency, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      year = excluded.year, issuer = excluded.issuer, said_at = excluded.said_at, books_left = excluded.books_left,
      books_at = excluded.books_at, message_id = excluded.message_id, simulated = excluded.simulated
      where l.said_at < excluded.said_at and l.organisation_id = excluded.organisation_id and l.channel = excluded.channel`.execute(
    context.db,
  );
  return (done.numAffectedRows ?? 0n) > 0n;
}
export const findLicence = (context: Context, number: string) =>
  tables(context).selectFrom('licence.licence').selectAll().where('number', '=', number).executeTakeFirst();
export const findLicences = (context: Context, numbers: readonly string[]) =>
  tables(context).selectFrom('licence.licence').selectAll().where('number', '=', anyOf(numbers)).execute();
export const saveBalance = (context: Context, id: string, balance: Balance, correction: Correction | undefined) =>
  tables(context)
    .updateTable('licence.licence')
    .set({ balance: json(balance), correction: correction ? json(correction) : null })
    .where('id', '=', id)
    .execute();
export const pageLicences = (
  context: Context,
  organisationId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<LicenceRow[]> => {
  let rows = tables(context).selectFrom('licence.licence').selectAll().where('organisation_id', '=', organisationId);
  if (page.after) rows = rows.where('id', '<', page.after);
  return rows.orderBy('id', 'desc').limit(page.limit).execute();
};

export const claimsOfLicence = (context: Context, number: string) =>
  tables(context).selectFrom('licence.claim').selectAll().where('number', '=', number).execute();
export const claimsOfCase = (context: Context, shipmentId: string) =>
  tables(context).selectFrom('licence.claim').selectAll().where('shipment_id', '=', shipmentId).execute();
/** One that was given back and is filed again stands at the end of the row. */
export const keepClaim = (context: Context, row: Omit<ClaimRow, 'state' | 'short' | 'cleared_at'>) =>
  sql`
    insert into licence.claim as c (number, shipment_id, version, trader_uscc, lines, state, filed_at)
    values (${row.number}, ${row.shipment_id}, ${row.version}, ${row.trader_uscc}, ${JSON.stringify(row.lines)}, 'filed', ${row.filed_at})
    on conflict (number, shipment_id) do update set version = excluded.version, trader_uscc = excluded.trader_uscc, lines = excluded.lines,
      state = 'filed', cleared_at = null, filed_at = case when c.state = 'filed' then c.filed_at else excluded.filed_at end`.execute(
    context.db,
  );
export const setClaim = (
  context: Context,
  { number, shipment_id }: Pick<ClaimRow, 'number' | 'shipment_id'>,
  change: Partial<Pick<ClaimRow, 'state' | 'cleared_at' | 'short'>>,
) =>
  tables(context)
    .updateTable('licence.claim')
    .set(change)
    .where('number', '=', number)
    .where('shipment_id', '=', shipment_id)
    .execute();
