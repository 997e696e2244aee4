// SQL of what responders say about single certificates.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type StatusRow = {
  issuer: string;
  serial: string;
  url: string;
  anchor_id: string;
  issuer_certificate: Buffer;
  certificate: Buffer;
  state: 'good' | 'unknown' | 'revoked' | null;
  revoked_at: string | null;
  this_update: string | null;
  next_update: string | null;
  next_ask_at: string;
  seen_at: string;
  failures: number;
  detail: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'signatures.certificate_status': StatusRow }>();

/** Noted anew each day it is seen; a new one only while the authority has fewer than it may. */
export async function noteStatus(
  context: Context,
  row: Pick<StatusRow, 'issuer' | 'serial' | 'url' | 'anchor_id' | 'issuer_certificate' | 'certificate'>,
  most: number,
): Promise<void> {
  await sql`
    insert into signatures.certificate_status
      (issuer, serial, url, anchor_id, issuer_certificate, certificate, next_ask_at, seen_at)
    select ${row.issuer}, ${row.serial}, ${row.url}, ${row.anchor_id}, ${row.issuer_certificate}, ${row.certificate},
      ${context.now}, ${context.now}
    where (select count(*) from signatures.certificate_status where anchor_id = ${row.anchor_id}) < ${most}
    on conflict (issuer, serial) do update set seen_at = excluded.seen_at, url = excluded.url,
      next_ask_at = least(signatures.certificate_status.next_ask_at, excluded.next_ask_at + interval '6 hours')
    where signatures.certificate_status.seen_at < excluded.seen_at - interval '1 day'`.execute(context.db);
}
export const findStatus = (context: Context, issuer: string, serial: string) =>
  tables(context)
    .selectFrom('signatures.certificate_status')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('serial', '=', serial)
    .executeTakeFirst();
/** Of authorities still trusted, of certificates somebody still signs with; put off by the length of a lease. */
export async function claimStatuses(
  context: Context,
  { limit, leaseMs, seenSince }: { readonly limit: number; readonly leaseMs: number; readonly seenSince: string },
): Promise<StatusRow[]> {
  const { rows } = await sql<StatusRow>`
    update signatures.certificate_status
    set next_ask_at = ${context.now}::timestamptz + ${leaseMs} * interval '1 millisecond'
    where (issuer, serial) in (
      select s.issuer, s.serial from signatures.certificate_status s
      join signatures.trust_anchor a on a.id = s.anchor_id and a.state = 'active'
      where s.next_ask_at <= ${context.now} and s.seen_at >= ${seenSince}
      order by s.next_ask_at limit ${limit} for update of s skip locked)
    returning *`.execute(context.db);
  return rows;
}
export const updateStatus = (
  context: Context,
  { issuer, serial }: Pick<StatusRow, 'issuer' | 'serial'>,
  change: Partial<StatusRow>,
) =>
  tables(context)
    .updateTable('signatures.certificate_status')
    .set(change)
    .where('issuer', '=', issuer)
    .where('serial', '=', serial)
    .execute();

export type ResponderRow = {
  readonly url: string;
  readonly certificates: number;
  readonly revoked: number;
  readonly failing: number;
  readonly answered_at: string | null;
  readonly detail: string | null;
};
export async function listResponders(context: Context, anchorId: string): Promise<ResponderRow[]> {
  const { rows } = await sql<ResponderRow>`
    select url, count(*)::int as certificates, count(*) filter (where state = 'revoked')::int as revoked,
      count(*) filter (where failures > 0)::int as failing, max(this_update) as answered_at, max(detail) as detail
    from signatures.certificate_status where anchor_id = ${anchorId} group by url order by url limit 20`.execute(
    context.db,
  );
  return rows;
}
