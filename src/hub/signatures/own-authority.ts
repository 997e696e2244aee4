// The demonstration's certificate authority: root, issuing authority, OCSP responder and time stamping, made on first start and never in production,
// where certificates come from the authority that the port office takes into service (B16 三(一)2(3)). Its keys are sealed.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { type Certificate, readCertificate } from '../../runtime/signatures/certificate.ts';
import { type CertificateKind, issueCertificate } from '../../runtime/signatures/issue.ts';
import { createSoftwareKeys, type KeyStore, type Signer } from '../../runtime/signatures/keys.ts';
import type { AuthorityView } from './contract.ts';
import { refuse } from './refusals.ts';
import { type AuthorityId, type AuthorityRow, insertAuthority, listAuthorities } from './store.ts';

const DAY_MS = 86_400_000;
const ORGANISATION = 'Portico 演示认证机构（模拟）';
const years: Readonly<Record<AuthorityId, number>> = {
  root: 20,
  issuing: 10,
  ocsp: 5,
  'time-stamping': 5,
};
const kinds: Readonly<Record<AuthorityId, CertificateKind>> = {
  root: 'root',
  issuing: 'issuing',
  ocsp: 'ocsp',
  'time-stamping': 'time-stamping',
};
const names: Readonly<Record<AuthorityId, string>> = {
  root: 'Portico Demo Root',
  issuing: 'Portico Demo Issuing',
  ocsp: 'Portico Demo OCSP',
  'time-stamping': 'Portico Demo Time Stamps',
};

/** The one place that says where keys are kept. */
export const authorityLabel = (id: string): string => `authority ${id}`;
export const keysOf = (context: Context): KeyStore => createSoftwareKeys(context.settings);
/** 128 bits of a UUIDv7: unique, and nobody can foresee the random part. */
export const newSerial = (context: Context): string => context.newId().replaceAll('-', '');
export const toPem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END CERTIFICATE-----\n`;
export const revocationListUrl = (context: Context): string => `${context.settings.baseUrl}/api/v1/revocation-list`;

/** Runs at start, one node after the other. */
export async function seedDemoAuthority(context: Context): Promise<void> {
  const there = await listAuthorities(context);
  if (there.length === 0) {
    const root = await make(context, 'root');
    const issuing = await make(context, 'issuing', root);
    await make(context, 'ocsp', issuing);
  }
  // Demonstrations of before have no time stamping yet.
  if (there.some((row) => row.id === 'time-stamping')) return;
  const own = await ownAuthority(context);
  if (own) await make(context, 'time-stamping', { certificate: own.issuing, signer: await own.signerOf('issuing') });
}

type Held = { readonly certificate: Certificate; readonly signer: Signer };
async function make(context: Context, id: AuthorityId, issuer?: Held): Promise<Held> {
  const { reference, signer } = await keysOf(context).generate(authorityLabel(id), 'ES256');
  const der = await issueCertificate({
    kind: kinds[id],
    subject: { name: names[id], organisation: ORGANISATION },
    spki: signer.spki,
    issuer: issuer ?? { signer },
    serial: newSerial(context),
    notBefore: plusMs(context.now, -DAY_MS),
    notAfter: plusMs(context.now, years[id] * 365 * DAY_MS),
  });
  await insertAuthority(context, { id, certificate: der, key_reference: reference, created_at: context.now });
  return { certificate: readOwn(der), signer };
}
function readOwn(der: Uint8Array): Certificate {
  const read = readCertificate(der);
  if (!read) throw new Error('a certificate of our own cannot be read');
  return read;
}

export type OwnAuthority = {
  readonly root: Certificate;
  readonly issuing: Certificate;
  readonly ocsp: Certificate;
  /** Stamps time for the demonstration; absent until it was made. */
  readonly clock?: Certificate;
  /** Opens the sealed key. */
  signerOf(id: 'issuing' | 'ocsp' | 'time-stamping'): Promise<Signer>;
};
/** Undefined where there is none; production never uses what a demonstration left behind. */
export async function ownAuthority(context: Context): Promise<OwnAuthority | undefined> {
  if (context.settings.mode !== 'demo') return undefined;
  const rows = new Map((await listAuthorities(context)).map((row) => [row.id, row]));
  const row = (id: AuthorityId): AuthorityRow => {
    const found = rows.get(id);
    if (!found) throw refuse('SIGNING_AUTHORITY_MISSING');
    return found;
  };
  if (rows.size === 0) return undefined;
  const clock = rows.get('time-stamping');
  return {
    root: readOwn(row('root').certificate),
    issuing: readOwn(row('issuing').certificate),
    ocsp: readOwn(row('ocsp').certificate),
    ...(clock ? { clock: readOwn(clock.certificate) } : {}),
    signerOf: (id) => keysOf(context).open(authorityLabel(id), row(id).key_reference),
  };
}

export async function readAuthorities(context: Context): Promise<AuthorityView[]> {
  const own = await ownAuthority(context);
  if (!own) return [];
  const { root, issuing, ocsp, clock } = own;
  return Object.entries({ root, issuing, ocsp, 'time-stamping': clock }).flatMap(([id, certificate]) =>
    certificate
      ? [
          {
            id: id as AuthorityId,
            subject: certificate.subject,
            notAfter: certificate.notAfter,
            certificate: toPem(certificate.der),
            demonstration: true,
          },
        ]
      : [],
  );
}
