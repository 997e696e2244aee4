// The algorithms of signatures (P4, R19) and the names that each format has for them. SM2 is always with SM3 and the distinguishing
// id of GB/T 35276, `1234567812345678`. RSA with SHA-1 is there to check what partners of 2016–2018 sign, never to sign with.
// XML names of SM2 and SM3 are not standardised by W3C; ours are the object identifiers of GM/T 0006 as URNs, to be agreed with a partner.

export const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
  'SM2SM3',
  'RS1',
] as const;
/** JOSE names (RFC 7518, 8037); `SM2SM3` is ours; `RS1` is the registered name of RSASSA-PKCS1-v1_5 with SHA-1. */
export type Algorithm = (typeof algorithms)[number];
export type KeyFamily = 'rsa' | 'p256' | 'p384' | 'ed25519' | 'sm2';
export type DigestName = 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'sm3';

type Row = {
  readonly family: KeyFamily;
  /** Of `signatureAlgorithm` in certificates; absent: none of ours are signed so. */
  readonly oid?: string;
  /** `SignatureMethod` of XML-DSig. */
  readonly xml?: string;
  readonly digest: DigestName;
  /** Only checked, and only where a partner's profile names it. */
  readonly legacy?: true;
};
export const algorithmTable: Readonly<Record<Algorithm, Row>> = {
  RS256: {
    family: 'rsa',
    oid: '1.2.840.113549.1.1.11',
    xml: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'sha256',
  },
  RS384: {
    family: 'rsa',
    oid: '1.2.840.113549.1.1.12',
    xml: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384',
    digest: 'sha384',
  },
  RS512: {
    family: 'rsa',
    oid: '1.2.840.113549.1.1.13',
    xml: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    digest: 'sha512',
  },
  PS256: { family: 'rsa', xml: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1', digest: 'sha256' },
  PS384: { family: 'rsa', xml: 'http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1', digest: 'sha384' },
  PS512: { family: 'rsa', xml: 'http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1', digest: 'sha512' },
  ES256: {
    family: 'p256',
    oid: '1.2.840.10045.4.3.2',
    xml: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
    digest: 'sha256',
  },
  ES384: {
    family: 'p384',
    oid: '1.2.840.10045.4.3.3',
    xml: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384',
    digest: 'sha384',
  },
  EdDSA: { family: 'ed25519', oid: '1.3.101.112', digest: 'sha256' },
  SM2SM3: { family: 'sm2', oid: '1.2.156.10197.1.501', xml: 'urn:oid:1.2.156.10197.1.501', digest: 'sm3' },
  RS1: {
    family: 'rsa',
    oid: '1.2.840.113549.1.1.5',
    xml: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'sha1',
    legacy: true,
  },
};

export const digestUris: Readonly<Record<DigestName, string>> = {
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
  sm3: 'urn:oid:1.2.156.10197.1.401',
};

/** Bytes of r and of s, where a signature is two numbers; undefined where it is one. */
export const halfOf = (algorithm: Algorithm): number | undefined => HALVES[algorithmTable[algorithm].family];
const HALVES: Readonly<Partial<Record<KeyFamily, number>>> = { p256: 32, p384: 48, sm2: 32 };

const find = (holds: (row: Row) => boolean): Algorithm | undefined => algorithms.find((a) => holds(algorithmTable[a]));
/** Of certificates, lists and answers. RSASSA-PSS says digest, mask and salt in its parameters (RFC 4055 §3.1). */
export function algorithmOf(identifier: {
  readonly algorithm: string;
  readonly parameters?: ArrayBuffer | null;
}): Algorithm | undefined {
  if (identifier.algorithm !== PSS_OID) return find((row) => row.oid === identifier.algorithm);
  return PSS_PARAMETERS.get(Buffer.from(identifier.parameters ?? new ArrayBuffer(0)).toString('hex'));
}
const PSS_OID = '1.2.840.113549.1.1.10';
const oneOf = (tag: string, ...parts: readonly string[]): string => {
  const body = parts.join('');
  return `${tag}${(body.length / 2).toString(16).padStart(2, '0')}${body}`;
};
/** One digest for the text and the mask, a salt as long as it, the usual trailer; with or without the NULL (RFC 4055 §2.1). Nothing else is taken. */
const PSS_PARAMETERS: ReadonlyMap<string, Algorithm> = new Map(
  (
    [
      ['PS256', '01', '20'],
      ['PS384', '02', '30'],
      ['PS512', '03', '40'],
    ] as const
  ).flatMap(([algorithm, last, salt]) =>
    ['0500', ''].flatMap((outer) =>
      ['0500', ''].map((inner): [string, Algorithm] => {
        const digest = (end: string) => oneOf('30', oneOf('06', `6086480165030402${last}`), end);
        const mask = oneOf('30', oneOf('06', '2a864886f70d010108'), digest(inner));
        return [oneOf('30', oneOf('a0', digest(outer)), oneOf('a1', mask), oneOf('a2', `0201${salt}`)), algorithm];
      }),
    ),
  ),
);
export const algorithmOfXml = (uri: string): Algorithm | undefined => find((row) => row.xml === uri);
export const digestOfUri = (uri: string): DigestName | undefined =>
  (Object.keys(digestUris) as DigestName[]).find((name) => digestUris[name] === uri);
/** What a key of this kind signs with. */
export const usualAlgorithm: Readonly<Record<KeyFamily, Algorithm>> = {
  rsa: 'RS256',
  p256: 'ES256',
  p384: 'ES384',
  ed25519: 'EdDSA',
  sm2: 'SM2SM3',
};
