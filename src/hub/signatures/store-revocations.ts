// SQL of where revocation lists come from and what they say.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type RevocationSourceRow = {
  issuer: string;
  url: string;
  anchor_id: string;
  certificate: Buffer;
  list: Buffer | null;
  this_update: string | null;
  next_update: string | null;
  next_fetch_at: string;
  failures: number;
  detail: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'signatures.revocation_source': RevocationSourceRow }>();

/** False where it is known, or the authority has named as many addresses as it may. */
export async function insertRevocationSource(
  context: Context,
  row: Pick<RevocationSourceRow, 'issuer' | 'url' | 'anchor_id' | 'certificate'>,
  most: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into signatures.revocation_source (issuer, url, anchor_id, certificate, next_fetch_at)
    select ${row.issuer}, ${row.url}, ${row.anchor_id}, ${row.certificate}, ${context.now}
    where (select count(*) from signatures.revocation_source where anchor_id = ${row.anchor_id}) < ${most}
    on conflict (issuer, url) do nothing`.execute(context.db);
  return (numAffectedRows ?? 0n) > 0n;
}
export const listRevocationSources = (context: Context, by: { issuer: string } | { anchorId: string }) => {
  const rows = tables(context).selectFrom('signatures.revocation_source').selectAll().orderBy('url').limit(50);
  return ('issuer' in by ? rows.where('issuer', '=', by.issuer) : rows.where('anchor_id', '=', by.anchorId)).execute();
};
/** Those of authorities still trusted, put off by the length of a lease. */
export async function claimRevocationSources(
  context: Context,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<RevocationSourceRow[]> {
  const { rows } = await sql<RevocationSourceRow>`
    update signatures.revocation_source
    set next_fetch_at = ${context.now}::timestamptz + ${leaseMs} * interval '1 millisecond'
    where (issuer, url) in (
      select s.issuer, s.url from signatures.revocation_source s
      join signatures.trust_anchor a on a.id = s.anchor_id and a.state = 'active'
      where s.next_fetch_at <= ${context.now}
      order by s.next_fetch_at limit ${limit} for update of s skip locked)
    returning *`.execute(context.db);
  return rows;
}
export const updateRevocationSource = (
  context: Context,
  { issuer, url }: Pick<RevocationSourceRow, 'issuer' | 'url'>,
  change: Partial<RevocationSourceRow>,
) =>
  tables(context)
    .updateTable('signatures.revocation_source')
    .set(change)
    .where('issuer', '=', issuer)
    .where('url', '=', url)
    .execute();
