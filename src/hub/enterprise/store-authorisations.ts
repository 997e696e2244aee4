// SQL of authorisations and their uses (P11): what is counted is counted in the row itself, whose constraint never lets it be oversold.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { AuthorisationAct, AuthorisationUse } from './contract.ts';
import type { Grant } from './match-authorisation.ts';

type RowPage = { readonly after?: string; readonly limit: number };
export type AuthorisationRow = {
  id: string;
  owner_id: string;
  broker_id: string;
  /** The word of version 0.1.0; `acts` says it since. */
  scope: string;
  acts: AuthorisationAct[] | null;
  valid_from: string;
  valid_to: string;
  districts: string[];
  most_declarations: number | null;
  used_declarations: number;
  value_currency: string | null;
  most_value: string | null;
  used_value: string;
  offered_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
  warned_period_at: string | null;
  warned_quantity_at: string | null;
};
export type UseRow = {
  id: string;
  authorisation_id: string;
  owner_id: string;
  broker_id: string;
  shipment_id: string;
  shipment_number: string;
  version: number;
  act: AuthorisationAct;
  step: AuthorisationUse['step'];
  declarations: number;
  value: string | null;
  left_declarations: number | null;
  left_value: string | null;
  used_at: string;
  used_by: string;
};
type Tables = { 'enterprise.authorisation': AuthorisationRow; 'enterprise.authorisation_use': UseRow };
const tables = (context: Context) => context.db.withTables<Tables>();

const actsOf = ({ acts, scope }: Pick<AuthorisationRow, 'acts' | 'scope'>): readonly AuthorisationAct[] =>
  acts ?? (scope === 'declare' ? ['declare'] : ['declare', 'inspect']);
export const toGrant = (row: AuthorisationRow): Grant => ({
  id: row.id,
  ownerId: row.owner_id,
  acts: actsOf(row),
  districts: row.districts,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  ...(row.most_declarations === null
    ? {}
    : { declarations: { most: row.most_declarations, used: row.used_declarations } }),
  ...(row.value_currency === null || row.most_value === null
    ? {}
    : { value: { currency: row.value_currency, most: row.most_value, used: row.used_value } }),
});

export const insertAuthorisation = (context: Context, row: AuthorisationRow) =>
  tables(context).insertInto('enterprise.authorisation').values(row).execute();
export const lockAuthorisation = (context: Context, id: string) =>
  tables(context)
    .selectFrom('enterprise.authorisation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
export const findAuthorisation = (context: Context, id: string) =>
  tables(context).selectFrom('enterprise.authorisation').selectAll().where('id', '=', id).executeTakeFirst();
export const pageAuthorisations = (context: Context, organisationId: string, page: RowPage) => {
  const rows = tables(context)
    .selectFrom('enterprise.authorisation')
    .selectAll()
    .where((e) => e.or([e('owner_id', '=', organisationId), e('broker_id', '=', organisationId)]))
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
export const markAuthorisation = (
  context: Context,
  id: string,
  change: Partial<
    Pick<AuthorisationRow, 'accepted_at' | 'revoked_at' | 'revoked_by' | 'warned_period_at' | 'warned_quantity_at'>
  >,
) => tables(context).updateTable('enterprise.authorisation').set(change).where('id', '=', id).execute();

/** What a broker holds of this owner, whatever its period, act or district: accepted and not revoked. */
export const listGrantsOf = async (context: Context, brokerId: string, ownerId: string): Promise<Grant[]> =>
  (
    await tables(context)
      .selectFrom('enterprise.authorisation')
      .selectAll()
      .where('broker_id', '=', brokerId)
      .where('owner_id', '=', ownerId)
      .where('accepted_at', 'is not', null)
      .where('revoked_at', 'is', null)
      .orderBy('id')
      .execute()
  ).map(toGrant);
/** Everything a broker holds that counts on this day. */
export const listLiveGrants = async (context: Context, brokerId: string, day: string): Promise<Grant[]> =>
  (
    await tables(context)
      .selectFrom('enterprise.authorisation')
      .selectAll()
      .where('broker_id', '=', brokerId)
      .where('accepted_at', 'is not', null)
      .where('revoked_at', 'is', null)
      .where('valid_from', '<=', day)
      .where('valid_to', '>=', day)
      .execute()
  ).map(toGrant);

/**
 * Counts one use, unless the authorisation has ended or is used up by now: others who count at the same moment wait for the row, and the
 * condition is asked again of what they left. Undefined where it does not fit any more.
 */
export async function takeFrom(
  context: Context,
  id: string,
  take: { readonly declarations: number; readonly value: string; readonly day: string },
): Promise<AuthorisationRow | undefined> {
  const { rows } = await sql<AuthorisationRow>`
    update enterprise.authorisation
    set used_declarations = used_declarations + ${take.declarations}::integer,
      used_value = greatest(0, used_value + ${take.value}::numeric)
    where id = ${id} and accepted_at is not null and revoked_at is null
      and valid_from <= ${take.day} and valid_to >= ${take.day}
      and (${take.declarations}::integer = 0 or most_declarations is null or used_declarations + ${take.declarations}::integer <= most_declarations)
      and (most_value is null or ${take.value}::numeric <= 0 or used_value + ${take.value}::numeric <= most_value)
    returning *`.execute(context.db);
  return rows[0];
}
export const insertUse = (context: Context, row: UseRow) =>
  tables(context).insertInto('enterprise.authorisation_use').values(row).execute();
/** What this case has been counted as under each of these authorisations. */
export async function countedBefore(
  context: Context,
  shipmentId: string,
): Promise<Map<string, { readonly declarations: number; readonly value: string }>> {
  const { rows } = await sql<{ authorisation_id: string; declarations: number; value: string }>`
    select authorisation_id, sum(declarations)::integer as declarations, coalesce(sum(value), 0) as value
    from enterprise.authorisation_use where shipment_id = ${shipmentId} group by authorisation_id`.execute(context.db);
  return new Map(rows.map((row) => [row.authorisation_id, row]));
}
export const pageUses = (context: Context, authorisationId: string, page: RowPage) => {
  const rows = tables(context)
    .selectFrom('enterprise.authorisation_use')
    .selectAll()
    .where('authorisation_id', '=', authorisationId)
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
/** Live ones that end by that day and whose parties have not been told; taken, so that they are told once. */
export async function takeEnding(context: Context, today: string, until: string): Promise<AuthorisationRow[]> {
  const { rows } = await sql<AuthorisationRow>`
    update enterprise.authorisation set warned_period_at = ${context.now}
    where id in (
      select id from enterprise.authorisation
      where revoked_at is null and accepted_at is not null and warned_period_at is null
        and valid_to >= ${today} and valid_to <= ${until} order by valid_to limit 100 for update skip locked)
    returning *`.execute(context.db);
  return rows;
}
