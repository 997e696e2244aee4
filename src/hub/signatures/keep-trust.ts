// Whom to trust on which channel (B16 三(一)2(3): 各部门自有 CA, until the national one): certificates of authorities with dates, proposed by one
// person of the port office and confirmed by another who has compared the fingerprint (R25).
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { readCertificate } from '../../runtime/signatures/certificate.ts';
import type { RevocationList } from '../../runtime/signatures/revocation-list.ts';
import type { SignatureEvents, TrustAnchorView } from './contract.ts';
import { readList } from './know-revocations.ts';
import { refuse } from './refusals.ts';
import { listRevocationSources } from './store-revocations.ts';
import { listResponders } from './store-statuses.ts';
import {
  insertTrustAnchor,
  lockTrustAnchor,
  pageTrustAnchors,
  type TrustAnchorRow,
  updateTrustAnchor,
} from './store.ts';

const emit = emitter<SignatureEvents>();

export async function proposeTrustAnchor(
  context: Context,
  wanted: {
    readonly channel: string;
    readonly certificate: string;
    readonly validFrom: string;
    readonly validTo: string;
  },
): Promise<TrustAnchorView> {
  requirePerson(context);
  const inside = wanted.certificate.split('\n').filter((line) => !line.startsWith('-----'));
  const der = Buffer.from(inside.join(''), 'base64');
  const certificate = readCertificate(der);
  if (!certificate) throw refuse('TRUST_ANCHOR_UNFIT', { why: '无法读取 / cannot be read' });
  if (!certificate.ca || !certificate.usage.includes('certify'))
    throw refuse('TRUST_ANCHOR_UNFIT', { why: '不是签发证书 / not an authority' });
  if (wanted.validFrom > wanted.validTo) throw refuse('TRUST_ANCHOR_UNFIT', { why: '起止日期 / dates' });
  const row: TrustAnchorRow = {
    id: context.newId(),
    channel: wanted.channel,
    subject: certificate.subject,
    fingerprint: sha256Hex(der),
    certificate: der,
    valid_from: wanted.validFrom,
    valid_to: wanted.validTo,
    state: 'proposed',
    proposed_by_id: context.actor.id,
    proposed_by: context.actor.name,
    proposed_at: context.now,
    decided_by: null,
    decided_at: null,
    revocation_list: null,
  };
  await insertTrustAnchor(context, row);
  const { channel, fingerprint } = row;
  await emit(context, 'trust-anchor.proposed', row.id, { anchorId: row.id, channel, fingerprint });
  return toView(context, row);
}

/** The second person's word; said twice it changes nothing. */
export async function confirmTrustAnchor(context: Context, id: string): Promise<TrustAnchorView> {
  requirePerson(context);
  const row = await locked(context, id);
  if (row.proposed_by_id === context.actor.id) throw refuse('TRUST_ANCHOR_NEEDS_SECOND_PERSON');
  if (row.state === 'withdrawn') throw refuse('TRUST_ANCHOR_DECIDED');
  if (row.state === 'active') return toView(context, row);
  const { channel, fingerprint } = row;
  const decided = await decide(context, row, 'active');
  await emit(context, 'trust-anchor.confirmed', id, { anchorId: id, channel, fingerprint });
  return decided;
}

/** By either, at once: not to trust needs no second person. What was checked before stays as it was found. */
export async function withdrawTrustAnchor(context: Context, id: string): Promise<TrustAnchorView> {
  requirePerson(context);
  const row = await locked(context, id);
  if (row.state === 'withdrawn') return toView(context, row);
  const decided = await decide(context, row, 'withdrawn');
  await emit(context, 'trust-anchor.withdrawn', id, { anchorId: id, channel: row.channel });
  return decided;
}

/** A newer list takes the place of an older one, never the other way round: what was revoked stays so. */
export async function keepRevocations(context: Context, id: string, bytes: Uint8Array): Promise<TrustAnchorView> {
  requirePerson(context);
  const row = await locked(context, id);
  const change = { revocation_list: Buffer.from(bytes) };
  const list = revocationsOf({ ...row, ...change });
  const before = revocationsOf(row);
  if (!list || list.thisUpdate > context.now || (before && list.thisUpdate < before.thisUpdate))
    throw refuse('REVOCATION_LIST_UNFIT');
  await updateTrustAnchor(context, id, change);
  const { channel } = row;
  await emit(context, 'trust-anchor.revocations-kept', id, { anchorId: id, channel, count: list.revoked.size });
  return toView(context, { ...row, ...change });
}

/** Undefined where there is none that its authority signed. */
export function revocationsOf(row: TrustAnchorRow): RevocationList | undefined {
  const issuer = readCertificate(row.certificate);
  return row.revocation_list && issuer ? readList(row.revocation_list, issuer) : undefined;
}

export async function readTrustAnchors(
  context: Context,
  query: PageQuery,
): Promise<{ items: TrustAnchorView[]; next?: string }> {
  const { rows, next } = await readPageOf(query, (page) => pageTrustAnchors(context, page));
  return { items: await Promise.all(rows.map((row) => toView(context, row))), ...next };
}

async function locked(context: Context, id: string): Promise<TrustAnchorRow> {
  const row = await lockTrustAnchor(context, id);
  if (!row) throw refuse('TRUST_ANCHOR_UNKNOWN');
  return row;
}
async function decide(context: Context, row: TrustAnchorRow, state: 'active' | 'withdrawn'): Promise<TrustAnchorView> {
  const change = { state, decided_by: context.actor.name, decided_at: context.now };
  await updateTrustAnchor(context, row.id, change);
  return toView(context, { ...row, ...change });
}
function requirePerson({ actor }: Context): void {
  if (actor.kind !== 'person') throw refuse('SIGNING_NEEDS_PERSON');
}

const toView = async (context: Context, row: TrustAnchorRow): Promise<TrustAnchorView> => ({
  sources: (await listRevocationSources(context, { anchorId: row.id })).map((source) => ({
    url: source.url,
    ...(source.this_update ? { listAt: source.this_update } : {}),
    ...(source.next_update ? { nextUpdate: source.next_update } : {}),
    failures: source.failures,
    ...(source.detail ? { detail: source.detail } : {}),
  })),
  responders: (await listResponders(context, row.id)).map((one) => ({
    url: one.url,
    certificates: one.certificates,
    revoked: one.revoked,
    ...(one.answered_at ? { answeredAt: one.answered_at } : {}),
    failing: one.failing,
    ...(one.failing > 0 && one.detail ? { detail: one.detail } : {}),
  })),
  ...listedAt(row),
  id: row.id,
  channel: row.channel,
  subject: row.subject,
  fingerprint: row.fingerprint,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  mine: row.proposed_by_id === context.actor.id,
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
});
const listedAt = (row: TrustAnchorRow): Pick<TrustAnchorView, 'revocationsAt'> => {
  const list = revocationsOf(row);
  return list ? { revocationsAt: list.thisUpdate } : {};
};
