// A person's signing key (P4): made by the browser and never leaving it; here it gets a certificate once whoever is signed in has said
// the password again and signed the enrolment text with it. Where a key was lost the same is done with a new one and the old ones are
// revoked: what they signed stays good, nothing more can be signed with them, and nobody can bring the lost key back.
import { enrolmentText } from '../../kernel/signed-text.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { usualAlgorithm } from '../../runtime/signatures/algorithms.ts';
import { isJwsSignedBy, readDetachedJws } from '../../runtime/signatures/jws.ts';
import { keyIdOf, type PublicKey, readPublicKey } from '../../runtime/signatures/public-key.ts';
import { confirmPassword, organisationById } from '../enterprise/index.ts';
import type { CertificateView, RevocationReason, SignatureEvents } from './contract.ts';
import { issueTo, toCertificateView } from './issue-to.ts';
import { ownAuthority } from './own-authority.ts';
import { refuse } from './refusals.ts';
import { findCertificateByKey, listPersonCertificates, lockCertificate, markRevoked } from './store.ts';

const emit = emitter<SignatureEvents>();
const MOST_KEYS = 10;
const LEAST_RSA_BITS = 2048;

export type Enrolment = {
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  readonly device: string;
  /** Detached JWS over the enrolment text, by the key itself. */
  readonly proof: string;
  readonly password: string;
  /** Where it is asked from, for guesses to be counted. */
  readonly address: string;
  /** Revokes every other key of this person with this reason. */
  readonly replaces?: 'lost' | 'stolen' | 'replaced';
};

export async function enrolKey(context: Context, enrolment: Enrolment): Promise<CertificateView> {
  const { actor } = context;
  if (actor.kind !== 'person') throw refuse('SIGNING_NEEDS_PERSON');
  await confirmPassword(context, { current: enrolment.password, address: enrolment.address });
  const key = readPublicKey(Buffer.from(enrolment.publicKey, 'base64'));
  if (!key || (key.bits ?? LEAST_RSA_BITS) < LEAST_RSA_BITS)
    throw refuse('SIGNING_KEY_UNFIT', { why: 'kind or length' });
  if (!hasKey(key, actor.id, enrolment)) throw refuse('SIGNING_KEY_UNFIT', { why: 'proof' });
  // Guesses are kept whatever comes of it, so whatever may be refused is asked before anything is written.
  if (!(await ownAuthority(context))) throw refuse('SIGNING_AUTHORITY_MISSING');
  if (await findCertificateByKey(context, keyIdOf(key.spki))) throw refuse('SIGNING_KEY_TAKEN');
  const live = (await listPersonCertificates(context, actor.id)).filter(
    (row) => row.revoked_at === null && row.not_after > context.now,
  );
  if (enrolment.replaces) for (const row of live) await revoke(context, row.serial, enrolment.replaces);
  else if (live.length >= MOST_KEYS) throw refuse('SIGNING_KEYS_TOO_MANY', { count: live.length });
  const organisationId = actor.organisationId ?? '';
  const organisation = await organisationById(context, organisationId);
  const row = await issueTo(context, {
    subject: { name: actor.name, number: actor.id, ...(organisation ? { organisation: organisation.name } : {}) },
    spki: key.spki,
    algorithm: usualAlgorithm[key.family],
    personId: actor.id,
    organisationId,
    device: enrolment.device,
  });
  await emit(context, 'signing-key.enrolled', row.serial, {
    serial: row.serial,
    personId: actor.id,
    organisationId,
    keyId: row.key_id,
  });
  return toCertificateView(context, row);
}

function hasKey(key: PublicKey, personId: string, { proof, device }: Enrolment): boolean {
  const jws = readDetachedJws(proof);
  const text = enrolmentText({ personId, keyId: keyIdOf(key.spki), device });
  return jws !== undefined && isJwsSignedBy(jws, Buffer.from(text), key);
}

export const readSigningKeys = async (context: Context): Promise<CertificateView[]> =>
  context.actor.kind === 'person'
    ? (await listPersonCertificates(context, context.actor.id)).map((row) => toCertificateView(context, row))
    : [];

async function revoke(context: Context, serial: string, reason: RevocationReason): Promise<void> {
  await markRevoked(context, serial, reason);
  const organisationId = context.actor.organisationId ?? '';
  await emit(context, 'certificate.revoked', serial, { serial, organisationId, reason });
}

/** At once, and for good; a second time changes nothing. One's own key, or a seal of one's organisation. */
export async function revokeCertificate(
  context: Context,
  serial: string,
  { holder, reason }: { readonly holder: 'person' | 'organisation'; readonly reason: RevocationReason },
): Promise<CertificateView> {
  const row = await lockCertificate(context, serial);
  const isMine =
    holder === 'person'
      ? row?.person_id === context.actor.id
      : row?.person_id === null && row.organisation_id === context.actor.organisationId;
  if (!row || !isMine) throw refuse('CERTIFICATE_UNKNOWN');
  if (row.revoked_at) return toCertificateView(context, row);
  await revoke(context, serial, reason);
  return toCertificateView(context, { ...row, revoked_at: context.now, revocation_reason: reason });
}
