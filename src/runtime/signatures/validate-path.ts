// Whether a certificate leads to a trusted one at a given time (RFC 5280 §6, without policies and name constraints, which no
// authority of this platform uses). Revocation is asked of the caller: only he knows what was known when.
import { algorithmTable } from './algorithms.ts';
import { type Certificate, isIssuedBy } from './certificate.ts';

export type PathFault =
  | 'ISSUER_NOT_TRUSTED'
  | 'CERTIFICATE_EXPIRED'
  | 'CERTIFICATE_NOT_YET_VALID'
  | 'CERTIFICATE_REVOKED'
  | 'REVOCATION_UNKNOWN'
  | 'NOT_AN_AUTHORITY'
  | 'USAGE_NOT_ALLOWED'
  | 'EXTENSION_NOT_UNDERSTOOD'
  | 'ALGORITHM_TOO_WEAK';
export type RevocationState = 'good' | 'unknown' | { readonly revokedAt: string };
export type PathQuestion = {
  /** Any order; may hold anything. */
  readonly others: readonly Certificate[];
  readonly trusted: readonly Certificate[];
  /** ISO 8601: when the signature was made. */
  readonly at: string;
  /** Of the extended key usage; needed only where the certificate limits itself. */
  readonly purpose?: string;
  /** Chains signed with SHA-1, where a partner's profile allows it. */
  readonly legacy?: boolean;
  revocation(certificate: Certificate, issuer: Certificate): Promise<RevocationState>;
  /** Whether under this trusted certificate an unknown state is a fault. */
  revocationNeeded(anchor: Certificate): boolean;
};
export type Path = {
  /** The signer's first, the trusted one last; as far as it could be built. */
  readonly chain: readonly Certificate[];
  readonly revocation: RevocationState;
  readonly faults: readonly PathFault[];
};

const MOST_LINKS = 6;

export async function validatePath(leaf: Certificate, question: PathQuestion): Promise<Path> {
  const chain = buildChain(leaf, question);
  const anchor = chain.at(-1);
  const faults = new Set<PathFault>();
  if (!anchor || !question.trusted.some((t) => t.der.equals(anchor.der))) faults.add('ISSUER_NOT_TRUSTED');
  const needed = anchor !== undefined && question.revocationNeeded(anchor);
  let ofLeaf: RevocationState = 'unknown';
  for (const [depth, certificate] of chain.entries()) {
    for (const fault of ownFaults(certificate, question)) faults.add(fault);
    for (const fault of depth === 0 ? leafFaults(certificate, question) : authorityFaults(certificate, depth))
      faults.add(fault);
    const issuer = chain[depth + 1];
    if (!issuer) continue;
    const state = await question.revocation(certificate, issuer);
    if (depth === 0) ofLeaf = state;
    if (state === 'unknown') {
      if (needed) faults.add('REVOCATION_UNKNOWN');
    } else if (state !== 'good' && state.revokedAt <= question.at) faults.add('CERTIFICATE_REVOKED');
  }
  return { chain, revocation: ofLeaf, faults: [...faults] };
}

/** A trusted issuer is preferred to one that merely came along; each certificate is used once. */
function buildChain(leaf: Certificate, { trusted, others }: PathQuestion): readonly Certificate[] {
  const chain = [leaf];
  while (chain.length < MOST_LINKS) {
    const last = chain.at(-1) as Certificate;
    if (trusted.some((t) => t.der.equals(last.der))) break;
    const issuer = [...trusted, ...others].find((c) => !chain.some((k) => k.der.equals(c.der)) && isIssuedBy(last, c));
    if (!issuer) break;
    chain.push(issuer);
  }
  return chain;
}

function* ownFaults(certificate: Certificate, { at, legacy }: PathQuestion): Generator<PathFault> {
  if (at < certificate.notBefore) yield 'CERTIFICATE_NOT_YET_VALID';
  if (at > certificate.notAfter) yield 'CERTIFICATE_EXPIRED';
  if (certificate.unknownCritical.length > 0) yield 'EXTENSION_NOT_UNDERSTOOD';
  if (algorithmTable[certificate.algorithm].legacy && !legacy) yield 'ALGORITHM_TOO_WEAK';
}
function* leafFaults({ usage, purposes }: Certificate, { purpose }: PathQuestion): Generator<PathFault> {
  if (!usage.includes('sign')) yield 'USAGE_NOT_ALLOWED';
  // One that says what it is for is for nothing else: a server's certificate signs no documents.
  if (purpose ? !purposes?.includes(purpose) : purposes?.every((p) => FOR_CONNECTIONS.has(p)))
    yield 'USAGE_NOT_ALLOWED';
}
const FOR_CONNECTIONS = new Set(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9']);
function* authorityFaults({ ca, usage, pathLength }: Certificate, depth: number): Generator<PathFault> {
  if (!ca || !usage.includes('certify')) yield 'NOT_AN_AUTHORITY';
  if (pathLength !== undefined && depth - 1 > pathLength) yield 'NOT_AN_AUTHORITY';
}
