// A person's signing key as the browser makes it, for tests that speak to the API; and a certificate authority of a partner.
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { CertificateView } from '../../src/hub/signatures/contract.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { enrolmentText, filingText } from '../../src/kernel/signed-text.ts';
import type { Algorithm } from '../../src/runtime/signatures/algorithms.ts';
import { type Certificate, readCertificate } from '../../src/runtime/signatures/certificate.ts';
import {
  answerOcsp,
  issueCertificate,
  issueRevocationList,
  type OcspStatus,
} from '../../src/runtime/signatures/issue.ts';
import { createSoftwareKeys, type Signer } from '../../src/runtime/signatures/keys.ts';
import { keyIdOf } from '../../src/runtime/signatures/public-key.ts';
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import type { Client } from './application.ts';

export type DeviceKey = {
  readonly keyId: string;
  readonly spki: Buffer;
  /** The same key, for batches. */
  readonly signer: Signer;
  sign(text: string, header?: object): string;
};

export function makeDeviceKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const keyId = keyIdOf(spki);
  const signer: Signer = {
    algorithm: 'ES256',
    spki,
    sign: async (data) => sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  const signText: DeviceKey['sign'] = (text, header = { alg: 'ES256', kid: keyId }) =>
    detached(privateKey, header, text);
  return { keyId, spki, signer, sign: signText };
}
function detached(key: KeyObject, header: object, text: string): string {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const input = `${head}.${Buffer.from(text).toString('base64url')}`;
  return `${head}..${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

export async function enrolmentOf(client: Client, key: DeviceKey, more: object = {}): Promise<object> {
  const { user } = await client.get<{ user: { id: string } }>('/session');
  const device = '办公室电脑';
  const proof = key.sign(enrolmentText({ personId: user.id, keyId: key.keyId, device }));
  return { publicKey: key.spki.toString('base64'), device, proof, password: demoPassword, ...more };
}
export async function enrol(
  client: Client,
  more: object = {},
): Promise<{ key: DeviceKey; certificate: CertificateView }> {
  const key = makeDeviceKey();
  const body = await enrolmentOf(client, key, more);
  return { key, certificate: await client.send<CertificateView>('POST', '/signing-keys', body) };
}
export const signFilingWith = (key: DeviceKey, shipmentId: string, version: number, form: Form): string =>
  key.sign(filingText({ shipmentId, version, form }));

/** A partner's own authority and one signer of it. */
export type Partner = {
  readonly anchor: Certificate;
  readonly signer: Signer;
  readonly chain: readonly Buffer[];
  /** Its revocation list, made at that time. */
  list(thisUpdate: string, revoked: readonly { serial: string; at: string }[], nextUpdate?: string): Promise<Buffer>;
  /** Its responder's answer to a request, under a certificate for that alone. */
  answer(request: Uint8Array, of: { status: OcspStatus; now: string; nextUpdate: string }): Promise<Buffer>;
};
export async function makePartner(algorithm: Algorithm = 'ES256', crlUrl?: string, ocspUrl?: string): Promise<Partner> {
  const keys = createSoftwareKeys({ sealKey: randomBytes(32).toString('base64') });
  const root = (await keys.generate('root', algorithm)).signer;
  const { signer } = await keys.generate('leaf', algorithm);
  const period = { notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2036-01-01T00:00:00.000Z' };
  const self = { signer: root };
  const subject = { name: '海关电子口岸 CA（测试）' };
  const anchor = readCertificate(
    await issueCertificate({ kind: 'root', subject, spki: root.spki, issuer: self, serial: '01', ...period }),
  );
  if (!anchor) throw new Error('the test’s own authority cannot be read');
  const leaf = await issueCertificate({
    kind: 'signing',
    subject: { name: '海关业务系统（测试）' },
    spki: signer.spki,
    issuer: { certificate: anchor, signer: root },
    serial: '02',
    ...(crlUrl ? { crlUrl } : {}),
    ...(ocspUrl ? { ocspUrl } : {}),
    ...period,
  });
  const answering = (await keys.generate('ocsp', algorithm)).signer;
  const responder = readCertificate(
    await issueCertificate({
      kind: 'ocsp',
      subject: { name: 'OCSP（测试）' },
      spki: answering.spki,
      issuer: { certificate: anchor, signer: root },
      serial: '03',
      ...period,
    }),
  );
  if (!responder) throw new Error('the test’s own responder cannot be read');
  return {
    anchor,
    signer,
    chain: [leaf],
    list: (thisUpdate, revoked, nextUpdate = '2036-01-01T00:00:00.000Z') =>
      issueRevocationList({ certificate: anchor, signer: root }, { revoked, number: 1, thisUpdate, nextUpdate }),
    answer: async (request, { status, now, nextUpdate }) => {
      const made = await answerOcsp(request, {
        issuer: anchor,
        responder: { certificate: responder, signer: answering },
        now,
        nextUpdate,
        statusOf: async () => status,
      });
      if (!made) throw new Error('the request cannot be read');
      return made;
    },
  };
}
export const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
