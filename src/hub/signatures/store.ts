// All SQL of schema `signatures`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { RevocationReason, SignatureFormat, SignatureReport, TrustAnchorState } from './contract.ts';

export type AuthorityId = 'root' | 'issuing' | 'ocsp' | 'time-stamping';
export type AuthorityRow = { id: AuthorityId; certificate: Buffer; key_reference: string; created_at: string };
export type CertificateRow = {
  serial: string;
  person_id: string | null;
  organisation_id: string;
  name: string;
  device: string | null;
  algorithm: string;
  key_id: string;
  certificate: Buffer;
  key_reference: string | null;
  not_before: string;
  not_after: string;
  revoked_at: string | null;
  revocation_reason: RevocationReason | null;
};
export type PolicyRow = { organisation_id: string; required: boolean; changed_at: string; changed_by: string };
export type TrustAnchorRow = {
  id: string;
  channel: string;
  subject: string;
  fingerprint: string;
  certificate: Buffer;
  valid_from: string;
  valid_to: string;
  state: TrustAnchorState;
  proposed_by_id: string;
  proposed_by: string;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
  revocation_list: Buffer | null;
};
export type SignatureRow = {
  id: string;
  shipment_id: string | null;
  version: number | null;
  message_id: string | null;
  channel: string | null;
  format: SignatureFormat;
  signed_by: 'person' | 'seal' | 'partner';
  digest: string;
  jws: string | null;
  chain: Buffer[];
  signed_at: string;
  report: SignatureReport;
};
type Tables = {
  'signatures.authority': AuthorityRow;
  'signatures.certificate': CertificateRow;
  'signatures.policy': PolicyRow;
  'signatures.trust_anchor': TrustAnchorRow;
  'signatures.signature': SignatureRow;
};
/** The name under which the port office says whose time stamps it trusts. */
export const TIME_STAMPS = 'time-stamps';
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export const listAuthorities = (context: Context) =>
  tables(context).selectFrom('signatures.authority').selectAll().orderBy('created_at').execute();
export const insertAuthority = (context: Context, row: AuthorityRow) =>
  tables(context).insertInto('signatures.authority').values(row).execute();

export const insertCertificate = (context: Context, row: CertificateRow) =>
  tables(context).insertInto('signatures.certificate').values(row).execute();
export const findCertificate = (context: Context, serial: string) =>
  tables(context).selectFrom('signatures.certificate').selectAll().where('serial', '=', serial).executeTakeFirst();
export const lockCertificate = (context: Context, serial: string) =>
  tables(context)
    .selectFrom('signatures.certificate')
    .selectAll()
    .where('serial', '=', serial)
    .forUpdate()
    .executeTakeFirst();
export const findCertificateByKey = (context: Context, keyId: string) =>
  tables(context).selectFrom('signatures.certificate').selectAll().where('key_id', '=', keyId).executeTakeFirst();
export const listPersonCertificates = (context: Context, personId: string) =>
  tables(context)
    .selectFrom('signatures.certificate')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('not_before', 'desc')
    .limit(100)
    .execute();
export const listSeals = (context: Context, organisationId: string) =>
  tables(context)
    .selectFrom('signatures.certificate')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'is', null)
    .orderBy('not_before', 'desc')
    .limit(100)
    .execute();
export const findLiveSeal = (context: Context, organisationId: string) =>
  tables(context)
    .selectFrom('signatures.certificate')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'is', null)
    .where('revoked_at', 'is', null)
    .where('not_after', '>', context.now)
    .orderBy('not_before', 'desc')
    .limit(1)
    .executeTakeFirst();
export const markRevoked = (context: Context, serial: string, reason: RevocationReason) =>
  tables(context)
    .updateTable('signatures.certificate')
    .set({ revoked_at: context.now, revocation_reason: reason })
    .where('serial', '=', serial)
    .execute();
/** Those that have not run out: what has expired needs no list any more. */
export const listRevoked = (context: Context) =>
  tables(context)
    .selectFrom('signatures.certificate')
    .select(['serial', 'revoked_at'])
    .where('revoked_at', 'is not', null)
    .where('not_after', '>', context.now)
    .orderBy('revoked_at')
    .execute();

export const findPolicy = (context: Context, organisationId: string) =>
  tables(context)
    .selectFrom('signatures.policy')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
export async function keepPolicy(context: Context, organisationId: string, required: boolean): Promise<void> {
  await sql`
    insert into signatures.policy (organisation_id, required, changed_at, changed_by)
    values (${organisationId}, ${required}, ${context.now}, ${context.actor.name})
    on conflict (organisation_id) do update
    set required = excluded.required, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    context.db,
  );
}

export const insertTrustAnchor = (context: Context, row: TrustAnchorRow) =>
  tables(context).insertInto('signatures.trust_anchor').values(row).execute();
export const lockTrustAnchor = (context: Context, id: string) =>
  tables(context).selectFrom('signatures.trust_anchor').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const updateTrustAnchor = (
  context: Context,
  id: string,
  change: Partial<Pick<TrustAnchorRow, 'state' | 'decided_by' | 'decided_at' | 'revocation_list'>>,
) => tables(context).updateTable('signatures.trust_anchor').set(change).where('id', '=', id).execute();
export const pageTrustAnchors = (context: Context, page: { readonly after?: string; readonly limit: number }) => {
  const rows = tables(context)
    .selectFrom('signatures.trust_anchor')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
/** Without a channel: of all of them, but those that only stamp time. */
export async function listActiveAnchors(context: Context, channel: string | undefined): Promise<TrustAnchorRow[]> {
  const day = context.now.slice(0, 10);
  const rows = tables(context)
    .selectFrom('signatures.trust_anchor')
    .selectAll()
    .where('state', '=', 'active')
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .limit(200);
  const of = channel === undefined ? rows.where('channel', '<>', TIME_STAMPS) : rows.where('channel', '=', channel);
  return of.execute();
}

export const insertSignature = (context: Context, row: SignatureRow) =>
  tables(context)
    .insertInto('signatures.signature')
    .values({ ...row, report: json(row.report) })
    .execute();
export const listShipmentSignatures = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('signatures.signature')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('id')
    .limit(500)
    .execute();
